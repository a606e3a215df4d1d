//! `#[from_json(…)]` on a type and on a field.

use syn::Ident;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

use super::container::{here_already, parse_path, unknown_word};
use super::parts::parse_parts;
use super::{ItemPath, Place};
use crate::errors::Errors;

/// `#[from_json(serde, crate = ::renamed)]` on a type; on a field `#[from_json(serde)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FromJsonAttribute {
    /// `serde`: reading is serde's, which tells the first mistake.
    pub serde: Option<Place>,
    /// `crate = ::renamed`: where wirewright is found, if not at `::wirewright`.
    pub krate: Option<ItemPath>,
}

impl FromJsonAttribute {
    /// What can be read, and what is wrong.
    pub(super) fn parse_what_is_right(input: ParseStream<'_>) -> (FromJsonAttribute, Errors) {
        let mut attribute = FromJsonAttribute::default();
        let errors = parse_parts(input, |input| attribute.parse_one(input));
        (attribute, errors)
    }

    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word = input.call(Ident::parse_any)?;
        match word.to_string().as_str() {
            "serde" if self.serde.is_some() => return Err(here_already(&word)),
            "crate" if self.krate.is_some() => return Err(here_already(&word)),
            "serde" => self.serde = Some(Place(word.span())),
            "crate" => self.krate = Some(parse_path(input)?),
            unknown => return Err(unknown_word("`from_json`", &word, unknown, &["serde", "crate"])),
        }
        Ok(())
    }
}
