//! `#[swift(name = "…")]` on a type, a field or a variant that is mirrored in Swift.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token};

use super::Place;
use super::container::unknown_word;
use super::text::parse_text;

/// `#[swift(name = "Money")]`: what Swift calls it. Printed and parsed without the surrounding `#[swift(…)]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwiftName {
    /// The name, an identifier.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
}

impl SwiftName {
    /// The whole attribute.
    pub fn to_attribute(&self) -> TokenStream {
        quote!(#[swift(#self)])
    }
}

impl Parse for SwiftName {
    fn parse(input: ParseStream<'_>) -> syn::Result<SwiftName> {
        let word: Ident =
            input.call(Ident::parse_any).map_err(|error| syn::Error::new(error.span(), NAME_EXPECTED))?;
        if word != "name" {
            return Err(unknown_word("a name in Swift", &word, &word.to_string(), &["name"]));
        }
        let name = parse_text(&word, input)?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error(NAME_EXPECTED));
        }
        let place = Place(name.span());
        let name = name.value();
        if !is_identifier(&name) {
            let message =
                format!("`{name}` is not an identifier; use ASCII letters, digits and `_`, a letter first");
            return Err(syn::Error::new(place.0, message));
        }
        Ok(SwiftName { name, place })
    }
}

const NAME_EXPECTED: &str = "expected one name, as in `#[swift(name = \"Money\")]`";

/// What a spec takes as a name for the code.
fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl ToTokens for SwiftName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        tokens.extend(quote!(name = #name));
    }
}
