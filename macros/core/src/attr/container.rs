//! `#[validate(…)]` on a struct.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, parenthesized};

use super::checks;
use super::parts::parse_parts;
use super::{ItemPath, Rule};
use crate::errors::{Errors, did_you_mean};

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
        let (container, errors) = ValidateContainer::parse_what_is_right(input);
        errors.or(container)
    }
}

impl ValidateContainer {
    /// What can be read, and what is wrong: a mistake in a rule must not hide where wirewright is.
    pub(super) fn parse_what_is_right(input: ParseStream<'_>) -> (ValidateContainer, Errors) {
        let mut container = ValidateContainer::default();
        let errors = parse_parts(input, |input| container.parse_one(input));
        (container, errors)
    }

    /// Reads one part.
    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word = input.call(Ident::parse_any)?;
        match word.to_string().as_str() {
            "crate" if self.krate.is_some() => return Err(here_already(&word)),
            "crate" => self.krate = Some(parse_path(input)?),
            "rule" => {
                let content;
                parenthesized!(content in input);
                self.rules.push(content.parse()?);
            }
            check if checks::is_word(check) => {
                return Err(syn::Error::new(word.span(), format!("`{check}` belongs to fields")));
            }
            unknown => return Err(unknown_word("a type", &word, unknown, &["rule", "crate"])),
        }
        Ok(())
    }
}

/// An error about a second one of the same word.
pub(super) fn here_already(word: &Ident) -> syn::Error {
    syn::Error::new(word.span(), format!("`{word}` is here already"))
}

/// An error about a word that means nothing here.
pub(super) fn unknown_word(what: &str, word: &Ident, unknown: &str, known: &[&str]) -> syn::Error {
    let hint = did_you_mean(unknown, known.iter().copied());
    syn::Error::new(word.span(), format!("{what} has no key `{unknown}`{hint}"))
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
