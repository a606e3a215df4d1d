//! Paths to items: `::renamed`, `CheckoutEventCategory::Status`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, PathSegment};

/// A path to an item, without generic arguments. Collects from its identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPath {
    /// It starts with `::`.
    pub leading_colon: bool,
    /// Its identifiers.
    pub segments: Vec<Ident>,
}

impl ItemPath {
    /// Where its first identifier stands.
    pub(crate) fn place(&self) -> Span {
        self.segments.first().map_or_else(Span::call_site, Ident::span)
    }

    /// Whether it is `crate`, `$crate`, `self` or `super` alone, which cannot all be imported.
    pub(crate) fn is_keyword(&self) -> bool {
        let keywords = ["crate", "$crate", "self", "super"];
        matches!(self.segments.as_slice(), [one] if keywords.iter().any(|keyword| one == keyword))
    }
}

impl FromIterator<Ident> for ItemPath {
    fn from_iter<I: IntoIterator<Item = Ident>>(segments: I) -> ItemPath {
        ItemPath { leading_colon: false, segments: segments.into_iter().collect() }
    }
}

impl Parse for ItemPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<ItemPath> {
        let path = input.call(syn::Path::parse_mod_style)?;
        let leading_colon = path.leading_colon.is_some();
        let ident = |segment: PathSegment| segment.ident;
        Ok(ItemPath { leading_colon, segments: path.segments.into_iter().map(ident).collect() })
    }
}

impl ToTokens for ItemPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // At the user's place, so that rustc underlines it where the path leads nowhere.
        let colons = self.leading_colon.then(|| quote_spanned!(self.place()=> ::));
        let segments = &self.segments;
        tokens.extend(quote!(#colons #(#segments)::*));
    }
}
