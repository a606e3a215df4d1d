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
    let Table { classes, stride, .. } = table;
    let dead = match table.dead_row() {
        Some(row) => quote!(::core::option::Option::Some(#row)),
        None => quote!(::core::option::Option::None),
    };
    let classes = Literal::byte_string(classes);
    let rows = table.rows();
    let narrow: Option<Vec<u8>> = rows.iter().map(|place| u8::try_from(*place).ok()).collect();
    let (make, rows) = match narrow {
        Some(bytes) => {
            let bytes = Literal::byte_string(&bytes);
            (quote!(narrow), quote!(#bytes))
        }
        None => {
            let places = rows.iter().map(|place| Literal::u16_unsuffixed(*place));
            (quote!(wide), quote!(&[#(#places),*]))
        }
    };
    quote!(#krate::PatternTable::#make(#dead, #stride, #classes, #rows))
}
