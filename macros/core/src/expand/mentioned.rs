//! Which generic parameters some tokens mention.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

/// The names among `parameters` that stand in the tokens.
pub(super) fn mentioned(tokens: impl ToTokens, parameters: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(tokens.into_token_stream(), parameters, &mut found);
    found
}

fn collect(tokens: TokenStream, parameters: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.extend(parameters.get(&ident.to_string()).cloned()),
            TokenTree::Group(group) => collect(group.stream(), parameters, found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
