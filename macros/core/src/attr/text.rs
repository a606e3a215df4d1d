//! Values that are text: `pattern = "…"`, `retry = "never"`.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token};

use crate::errors::did_you_mean;

/// Reads `= "text"`.
pub(super) fn parse_text(word: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    input.parse::<Token![=]>()?;
    let span = input.span();
    input.parse().map_err(|_| syn::Error::new(span, format!("`{word}` takes a text")))
}

/// Reads `= "text"`, one of these.
pub(super) fn parse_one_of(
    word: &Ident,
    input: ParseStream<'_>,
    texts: &'static [&'static str],
) -> syn::Result<&'static str> {
    let literal = parse_text(word, input)?;
    let written = literal.value();
    let known = texts.iter().find(|text| **text == written);
    known.copied().ok_or_else(|| {
        let hint = did_you_mean(&written, texts.iter().copied());
        let list = texts.join("`, `");
        syn::Error::new_spanned(literal, format!("`{word}` takes one of `{list}`{hint}"))
    })
}
