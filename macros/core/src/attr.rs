//! The attributes of the derives. Every type here prints itself (`ToTokens`) and reads what it printed (`Parse`):
//! the generator builds values and prints them, the derives read them. `read` of each collects all attributes of
//! its kind: `ValidateContainer::read`, `Checks::read`, `OpenEnumContainer::read`, `OpenEnumVariant::read`,
//! `FromJsonAttribute::read`, `SwiftName::read`, [`is_redacted`].
//!
//! # Building attributes
//!
//! Types print what stands *between* the parentheses; `to_attribute()` prints the whole attribute.
//!
//! ```
//! use proc_macro2::{Ident, Span};
//! use quote::quote;
//! use wirewright_macros_core::attr::*;
//!
//! let ident = |name: &str| Ident::new(name, Span::call_site());
//!
//! // A field: #[validate(max_length = 64, items(max_length = 6, nested))]
//! let elements = Checks::from_iter([Constraint::MaxLength(6).into(), CheckKind::Nested.into()]);
//! let checks = Checks::from_iter([Constraint::MaxLength(64).into(), CheckKind::Items(elements).into()]);
//! assert_eq!(
//!     checks.to_attribute().to_string(),
//!     quote!(#[validate(max_length = 64, items(max_length = 6, nested))]).to_string(),
//! );
//!
//! // A struct: #[validate(rule(id = "…", when(payment_method?.kind == "CARD"), require(payment_factor)))]
//! let kind = FieldPath(vec![Step::new(ident("payment_method")).optional(1), Step::new(ident("kind"))]);
//! let rule = Rule {
//!     id: "card-needs-factor".to_owned(),
//!     place: Place::default(),
//!     message: None,
//!     when: Some(Condition::Compare(kind, Comparison::Equal, Literal::Text("CARD".to_owned()))),
//!     consequence: Consequence::Require(vec![FieldPath(vec![Step::new(ident("payment_factor"))])]),
//! };
//! let container = ValidateContainer { krate: None, rules: vec![rule] };
//! assert_eq!(
//!     container.to_attributes().to_string(),
//!     quote!(#[validate(rule(
//!         id = "card-needs-factor",
//!         when(payment_method?.kind == "CARD"),
//!         require(payment_factor)
//!     ))])
//!     .to_string(),
//! );
//!
//! // A variant: #[open_enum("PARAM_ILLEGAL", action = "Correct the request.", retry = "never")]
//! let variant = OpenEnumVariant::Known(KnownVariant {
//!     text: "PARAM_ILLEGAL".to_owned(),
//!     action: Some("Correct the request.".to_owned()),
//!     retry: Some(Retry::Never),
//!     ..KnownVariant::default()
//! });
//! assert_eq!(
//!     variant.to_attribute().to_string(),
//!     quote!(#[open_enum("PARAM_ILLEGAL", action = "Correct the request.", retry = "never")]).to_string(),
//! );
//! ```

mod checks;
mod condition;
mod container;
mod from_json;
mod item_path;
mod literal;
mod misfit;
mod open_enum;
mod parts;
mod path;
mod place;
mod read;
mod rule;
mod swift;
mod text;

pub use checks::{Check, CheckKind, Checks, Constraint};
pub use condition::{Comparison, Condition};
pub use container::ValidateContainer;
pub use from_json::FromJsonAttribute;
pub use item_path::ItemPath;
pub use literal::{Bound, Literal};
pub use open_enum::{KnownVariant, OpenEnumContainer, OpenEnumVariant, Retry};
pub use path::{FieldPath, Step};
pub use place::Place;
pub use read::{Read, is_redacted};
pub use rule::{Consequence, Rule};
pub use swift::SwiftName;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Token, parenthesized};

/// Reads `(a, b)`, at least one.
fn parse_list<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let content;
    let parenthesis = parenthesized!(content in input);
    let list: Vec<T> = Punctuated::<T, Token![,]>::parse_terminated(&content)?.into_iter().collect();
    if list.is_empty() {
        return Err(syn::Error::new(parenthesis.span.join(), "expected at least one"));
    }
    Ok(list)
}

/// Prints `a, b`.
fn comma_separated<T: ToTokens>(list: impl IntoIterator<Item = T>) -> TokenStream {
    let list = list.into_iter();
    quote!(#(#list),*)
}
