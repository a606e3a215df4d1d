//! `#[open_enum(…)]` on an enum and on its variants.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

use super::container::{here_already, parse_path, unknown_word};
use super::parts::parse_parts;
use super::text::{parse_one_of, parse_text};
use super::{ItemPath, Place};
use crate::errors::Errors;

/// `#[open_enum(…)]` on an enum: `closed, category = CheckoutEventCategory, crate = ::renamed`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenEnumContainer {
    /// `closed`: an unrecognized value is a violation. It is read all the same.
    pub closed: bool,
    /// `category = Type`: the type of the variants' categories.
    pub category: Option<ItemPath>,
    /// `crate = ::renamed`: where wirewright is found, if not at `::wirewright`.
    pub krate: Option<ItemPath>,
}

/// `#[open_enum(…)]` on a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenEnumVariant {
    /// `"WIRE_TEXT", category = Category::Status, action = "…", retry = "never"`
    Known(KnownVariant),
    /// `unrecognized`: the variant that keeps any other text.
    Unrecognized,
}

/// A value that the API documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownVariant {
    /// The text in JSON.
    pub text: String,
    /// Where the text stands.
    pub place: Place,
    /// `category = Category::Status`: a value of the container's category type.
    pub category: Option<ItemPath>,
    /// `action = "…"`: what to do when the value is met.
    pub action: Option<String>,
    /// `retry = "never"`, `"same"` or `"new"`: whether the same call may be made again.
    pub retry: Option<Retry>,
}

/// Whether a call that ended with this value may be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// `"never"`
    Never,
    /// `"same"`
    Same,
    /// `"new"`
    New,
}

impl Retry {
    /// The word in the attribute.
    pub fn word(self) -> &'static str {
        match self {
            Retry::Never => "never",
            Retry::Same => "same",
            Retry::New => "new",
        }
    }
}

impl OpenEnumContainer {
    /// The whole attribute; nothing where it would say nothing.
    pub fn to_attribute(&self) -> TokenStream {
        if *self == OpenEnumContainer::default() { TokenStream::new() } else { quote!(#[open_enum(#self)]) }
    }
}

impl OpenEnumVariant {
    /// The whole attribute.
    pub fn to_attribute(&self) -> TokenStream {
        quote!(#[open_enum(#self)])
    }
}

impl Parse for OpenEnumContainer {
    fn parse(input: ParseStream<'_>) -> syn::Result<OpenEnumContainer> {
        let (container, errors) = OpenEnumContainer::parse_what_is_right(input);
        errors.or(container)
    }
}

impl OpenEnumContainer {
    /// What can be read, and what is wrong.
    pub(super) fn parse_what_is_right(input: ParseStream<'_>) -> (OpenEnumContainer, Errors) {
        let mut container = OpenEnumContainer::default();
        let errors = parse_parts(input, |input| container.parse_one(input));
        (container, errors)
    }

    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(LitStr) {
            return Err(input.error("a text in JSON belongs to a variant"));
        }
        let word = input.call(Ident::parse_any)?;
        match word.to_string().as_str() {
            "closed" if self.closed => return Err(here_already(&word)),
            "category" if self.category.is_some() => return Err(here_already(&word)),
            "crate" if self.krate.is_some() => return Err(here_already(&word)),
            "closed" => self.closed = true,
            "category" => self.category = Some(parse_path(input)?),
            "crate" => self.krate = Some(parse_path(input)?),
            other @ ("unrecognized" | "action" | "retry") => {
                return Err(syn::Error::new(word.span(), format!("`{other}` belongs to a variant")));
            }
            unknown => {
                return Err(unknown_word("an open enum", &word, unknown, &["closed", "category", "crate"]));
            }
        }
        Ok(())
    }
}

impl Parse for OpenEnumVariant {
    fn parse(input: ParseStream<'_>) -> syn::Result<OpenEnumVariant> {
        if input.peek(Ident) {
            let word: Ident = input.parse()?;
            return match word.to_string().as_str() {
                "unrecognized" if input.is_empty() => Ok(OpenEnumVariant::Unrecognized),
                "unrecognized" => Err(input.error("`unrecognized` stands alone")),
                "category" | "action" | "retry" => Err(syn::Error::new(word.span(), TEXT_FIRST)),
                "closed" => Err(syn::Error::new(word.span(), "`closed` belongs to the enum")),
                unknown => Err(unknown_word("a value", &word, unknown, &["unrecognized"])),
            };
        }
        let text: LitStr = input.parse().map_err(|error| syn::Error::new(error.span(), TEXT_FIRST))?;
        let mut known =
            KnownVariant { text: text.value(), place: Place(text.span()), ..KnownVariant::default() };
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        let errors = parse_parts(input, |input| known.parse_one(input));
        errors.or(OpenEnumVariant::Known(known))
    }
}

impl KnownVariant {
    /// Reads one part after the text.
    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word: Ident = input.parse()?;
        match word.to_string().as_str() {
            "category" if self.category.is_some() => return Err(here_already(&word)),
            "action" if self.action.is_some() => return Err(here_already(&word)),
            "retry" if self.retry.is_some() => return Err(here_already(&word)),
            "category" => self.category = Some(parse_path(input)?),
            "action" => self.action = Some(parse_text(&word, input)?.value()),
            "retry" => {
                self.retry = Some(match parse_one_of(&word, input, &["never", "same", "new"])? {
                    "never" => Retry::Never,
                    "same" => Retry::Same,
                    _ => Retry::New,
                });
            }
            unknown => return Err(unknown_word("a value", &word, unknown, &["category", "action", "retry"])),
        }
        Ok(())
    }
}

const TEXT_FIRST: &str = "expected the value's text in JSON first, as in `#[open_enum(\"CARD\")]`";

impl ToTokens for OpenEnumContainer {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let closed = self.closed.then(|| quote!(closed)).into_iter();
        let category = self.category.iter().map(|path| quote!(category = #path));
        let krate = self.krate.iter().map(|path| quote!(crate = #path));
        let parts = closed.chain(category).chain(krate);
        tokens.extend(quote!(#(#parts),*));
    }
}

impl ToTokens for OpenEnumVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            OpenEnumVariant::Unrecognized => tokens.extend(quote!(unrecognized)),
            OpenEnumVariant::Known(known) => known.to_tokens(tokens),
        }
    }
}

impl ToTokens for KnownVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let KnownVariant { text, category, action, retry, .. } = self;
        let category = category.iter();
        let action = action.iter();
        let retry = retry.map(Retry::word).into_iter();
        tokens.extend(quote!(#text #(, category = #category)* #(, action = #action)* #(, retry = #retry)*));
    }
}
