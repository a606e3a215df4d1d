//! Reading one `#[serde(…)]`: the forms that its parts have.

use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, LitStr, Token};

use super::{Rename, RenameAll, Word};
use crate::rename::Rule;

/// One part of an attribute.
pub(super) struct Part<'a, 'b> {
    pub(super) word: &'a str,
    pub(super) span: Span,
    meta: &'a ParseNestedMeta<'b>,
}

/// Calls with each part of each `#[serde(…)]`; the first mistake of an attribute ends it.
pub(super) fn for_each(
    attributes: &[Attribute],
    mut read: impl FnMut(&Part<'_, '_>) -> syn::Result<()>,
) -> Option<syn::Error> {
    let mut malformed: Option<syn::Error> = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            let word = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
            read(&Part { word: &word, span: meta.path.span(), meta: &meta })
        });
        match (parsed, &mut malformed) {
            (Ok(()), _) => {}
            (Err(error), Some(first)) => first.combine(error),
            (Err(error), none) => *none = Some(error),
        }
    }
    malformed
}

impl Part<'_, '_> {
    /// Whether `=` follows.
    pub(super) fn has_value(&self) -> bool {
        self.meta.input.peek(Token![=])
    }

    /// `= "text"`
    pub(super) fn text(&self) -> syn::Result<LitStr> {
        self.meta.value()?.parse()
    }

    /// Both directions, and further names to read.
    pub(super) fn rename(&self) -> syn::Result<(Rename, Vec<LitStr>)> {
        if self.has_value() {
            let text = self.text()?;
            let both = Rename { serialize: Some(text.clone()), deserialize: Some(text) };
            return Ok((both, Vec::new()));
        }
        let (mut rename, mut aliases) = (Rename::default(), Vec::new());
        self.meta.parse_nested_meta(|meta| {
            let text = meta.value()?.parse()?;
            if meta.path.is_ident("serialize") {
                rename.serialize = Some(text);
            } else if !meta.path.is_ident("deserialize") {
                return Err(meta.error("expected `serialize` or `deserialize`"));
            } else if rename.deserialize.is_none() {
                rename.deserialize = Some(text);
            } else {
                aliases.push(text);
            }
            Ok(())
        })?;
        Ok((rename, aliases))
    }

    /// A rule for each direction.
    pub(super) fn rename_all(&self) -> syn::Result<RenameAll> {
        let (names, _) = self.rename()?;
        let rule = |name: Option<LitStr>| {
            let Some(name) = name else { return Ok(None) };
            let unknown = || syn::Error::new(name.span(), "serde has no such rule");
            Rule::from_name(&name.value()).map(Some).ok_or_else(unknown)
        };
        let (serialize, deserialize) = (rule(names.serialize)?, rule(names.deserialize)?);
        Ok(RenameAll { serialize, deserialize, span: Some(self.span) })
    }

    /// A word that is not interpreted, whatever follows it.
    pub(super) fn other(&self) -> syn::Result<Word> {
        let input = self.meta.input;
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            input.parse::<Expr>()?;
        } else if input.peek(syn::token::Paren) {
            input.parse::<proc_macro2::Group>()?;
        }
        Ok(Word { name: self.word.to_owned(), span: self.span })
    }
}
