//! The expansions: one function per derive, tokens in, tokens out.
//!
//! Every expansion is one `const _: () = { … }` (or an item that is public by intent), names everything by an
//! absolute path, and answers a mistake with one error per place plus an empty implementation, so that rustc does
//! not report the missing one as well.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

mod construct;
mod from_json;
mod mentioned;
mod open_enum;
mod pattern;
mod redact;
mod rules;
mod swift_mirror;
mod validate;

/// `#[derive(Validate)]`
pub fn validate(input: TokenStream) -> TokenStream {
    expand(input, validate::expand)
}

/// `#[derive(OpenEnum)]`
pub fn open_enum(input: TokenStream) -> TokenStream {
    expand(input, open_enum::expand)
}

/// `#[derive(Redact)]`
pub fn redact(input: TokenStream) -> TokenStream {
    expand(input, redact::expand)
}

/// `#[derive(Construct)]`
pub fn construct(input: TokenStream) -> TokenStream {
    expand(input, construct::expand)
}

/// `#[derive(FromJson)]`
pub fn from_json(input: TokenStream) -> TokenStream {
    expand(input, from_json::expand)
}

/// `#[derive(SwiftMirror)]`
pub fn swift_mirror(input: TokenStream) -> TokenStream {
    expand(input, swift_mirror::expand)
}

/// Parses the item; rustc has reported what is no item at all.
fn expand(input: TokenStream, expand: fn(&DeriveInput) -> TokenStream) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => expand(&input),
        Err(error) => error.into_compile_error(),
    }
}

/// Wraps implementations so that no name leaks.
fn anonymous(implementations: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            #implementations
        };
    }
}
