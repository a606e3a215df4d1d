//! `#[validate(…)]` on a struct.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, parenthesized};

use super::{ItemPath, Rule};
use crate::errors::did_you_mean;

/// One `#[validate(…)]` on a struct: `crate = path, rule(…)`. A struct may have several; the generator prints one
/// per rule. Printed and parsed without the surrounding `#[validate(…)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValidateContainer {
    /// `crate = ::renamed`: where wirewright is found, if not at `::wirewright`.
    pub krate: Option<ItemPath>,
    /// `rule(…)`, in the order in which they are judged.
    pub rules: Vec<Rule>,
}

impl ValidateContainer {
    /// The whole attributes: `#[validate(crate = …)]` and one `#[validate(rule(…))]` per rule.
    pub fn to_attributes(&self) -> TokenStream {
        let krate = self.krate.iter();
        let rules = &self.rules;
        quote!(#(#[validate(crate = #krate)])* #(#[validate(rule(#rules))])*)
    }
}

impl Parse for ValidateContainer {
    fn parse(input: ParseStream<'_>) -> syn::Result<ValidateContainer> {
        let mut container = ValidateContainer::default();
        while !input.is_empty() {
            container.parse_one(input)?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(container)
    }
}

impl ValidateContainer {
    /// Reads one part.
    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word = input.call(Ident::parse_any)?;
        match word.to_string().as_str() {
            "crate" => self.krate = Some(parse_path(input)?),
            "rule" => {
                let content;
                parenthesized!(content in input);
                self.rules.push(content.parse()?);
            }
            unknown => {
                let hint = did_you_mean(unknown, ["rule", "crate"]);
                return Err(syn::Error::new(word.span(), format!("unknown attribute `{unknown}`{hint}")));
            }
        }
        Ok(())
    }
}

/// Reads `= path`.
pub(super) fn parse_path(input: ParseStream<'_>) -> syn::Result<ItemPath> {
    input.parse::<Token![=]>()?;
    input.parse()
}

impl ToTokens for ValidateContainer {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let krate = self.krate.iter().map(|path| quote!(crate = #path));
        let rules = self.rules.iter().map(|rule| quote!(rule(#rule)));
        let parts = krate.chain(rules);
        tokens.extend(quote!(#(#parts),*));
    }
}
