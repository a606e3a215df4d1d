//! Paths to items: `::renamed`, `CheckoutEventCategory::Status`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
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
        let colons = self.leading_colon.then(|| quote!(::));
        let segments = &self.segments;
        tokens.extend(quote!(#colons #(#segments)::*));
    }
}
