//! A pattern as the table that runs it.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::attr::Place;
use crate::errors::Errors;
use crate::pattern::{self, PatternError, Table};

/// The patterns of one expansion; each is compiled once.
#[derive(Default)]
pub(super) struct Patterns(BTreeMap<String, Result<Table, PatternError>>);

impl Patterns {
    /// `PatternTable::narrow(…)`, for a `static`. `None`, with an error on the pattern, where it is not supported.
    pub(super) fn expand(
        &mut self,
        krate: &TokenStream,
        text: &str,
        place: Place,
        errors: &mut Errors,
    ) -> Option<TokenStream> {
        let table = self.0.entry(text.to_owned()).or_insert_with(|| pattern::compile(text));
        match table {
            Ok(table) => Some(table_tokens(krate, table)),
            Err(error) => {
                let excerpt = text.get(error.range.clone()).filter(|excerpt| !excerpt.is_empty());
                let at = excerpt.map(|excerpt| format!(": `{excerpt}`")).unwrap_or_default();
                errors.push(syn::Error::new(place.0, format!("{error}{at}")));
                None
            }
        }
    }
}

fn table_tokens(krate: &TokenStream, table: &Table) -> TokenStream {
    let Table { start, classes, stride, transitions, accepting, dead, .. } = table;
    let dead = match dead {
        Some(state) => quote!(::core::option::Option::Some(#state)),
        None => quote!(::core::option::Option::None),
    };
    let classes = Literal::byte_string(classes);
    let narrow: Option<Vec<u8>> = transitions.iter().map(|state| u8::try_from(*state).ok()).collect();
    let (make, transitions) = match narrow {
        Some(bytes) => {
            let bytes = Literal::byte_string(&bytes);
            (quote!(narrow), quote!(#bytes))
        }
        None => {
            let states = transitions.iter().map(|state| Literal::u16_unsuffixed(*state));
            (quote!(wide), quote!(&[#(#states),*]))
        }
    };
    quote!(#krate::PatternTable::#make(#start, #dead, #stride, #classes, #transitions, &[#(#accepting),*]))
}
