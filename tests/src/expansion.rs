//! What our derives expand to in an emitted Rust file.

use proc_macro2::TokenStream;
use quote::ToTokens;
use wirewright_macros_core::expand;

/// The expansions of all our derives in a Rust file, formatted, in the order of its items.
pub fn expanded(text: &str) -> String {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}:\n{text}"));
    file.items.iter().flat_map(item_expansions).collect()
}

type Expand = fn(TokenStream) -> TokenStream;

fn item_expansions(item: &syn::Item) -> Vec<String> {
    let attributes = match item {
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        _ => return Vec::new(),
    };
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let text: String =
        derives.map(|attribute| attribute.to_token_stream().to_string().replace(' ', "")).collect();
    let expansions: [(&str, Expand); 4] = [
        ("wirewright::Validate", expand::validate),
        ("wirewright::OpenEnum", expand::open_enum),
        ("wirewright::Redact", expand::redact),
        ("wirewright::Construct", expand::construct),
    ];
    let ours = expansions.iter().filter(|(name, _)| text.contains(name));
    ours.map(|(_, expand)| formatted(expand(item.to_token_stream()))).collect()
}

fn formatted(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("an expansion is a list of items"))
}
