//! Comma-separated parts, each with a mistake of its own: one mistake does not hide the next.

use proc_macro2::TokenTree;
use syn::Token;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Result};

use crate::errors::Errors;

/// Calls for each part; what is left of a part with a mistake is skipped.
pub(super) fn parse_parts(
    input: ParseStream<'_>,
    mut one: impl FnMut(ParseStream<'_>) -> Result<()>,
) -> Errors {
    let mut errors = Errors::default();
    while !input.is_empty() {
        // In a fork, since syn takes what a failed part left unread for a mistake of the whole.
        let ahead = input.fork();
        match one(&ahead).and_then(|()| end_of_part(&ahead)) {
            Ok(()) => input.advance_to(&ahead),
            Err(error) => {
                errors.push(error);
                while !input.is_empty() && !input.peek(Token![,]) {
                    let _ = input.parse::<TokenTree>();
                }
            }
        }
        let _ = input.parse::<Option<Token![,]>>();
    }
    errors
}

fn end_of_part(input: ParseStream<'_>) -> Result<()> {
    if input.is_empty() || input.peek(Token![,]) { Ok(()) } else { Err(input.error("expected `,`")) }
}
