//! serde's attributes: what each says and where it says it.
//!
//! The derives ask for the names that serde writes, the `mirror` command for all of it. Reading follows serde_derive
//! 1.0.229 to the letter. A mistake inside an attribute is serde's to report; it is kept in `malformed` for those
//! who read sources that no compiler has seen. A word that shapes nothing here is kept in `others`, with its place.
//!
//! ```
//! use syn::parse_quote;
//! use wirewright_macros_core::serde::{Container, Field};
//!
//! let item: syn::DeriveInput = parse_quote! {
//!     #[serde(rename_all = "camelCase", deny_unknown_fields)]
//!     struct Order {
//!         order_id: String,
//!         #[serde(rename(serialize = "n"), alias = "memo")]
//!         note: String,
//!     }
//! };
//! let syn::Data::Struct(data) = &item.data else { unreachable!() };
//! let container = Container::read(&item.attrs);
//! let names: Vec<_> = data
//!     .fields
//!     .iter()
//!     .filter_map(|field| {
//!         let name = container.field_name(&Field::read(&field.attrs), field.ident.as_ref()?);
//!         Some((name.serialize, name.deserialize))
//!     })
//!     .collect();
//! assert_eq!(names, [("orderId".into(), "orderId".into()), ("n".into(), "note".into())]);
//! assert_eq!(container.others.first().map(|word| word.name.as_str()), Some("deny_unknown_fields"));
//! ```

mod container;
mod field;
mod variant;
mod words;

pub use container::{Container, Representation};
pub use field::{DefaultValue, Field};
pub use variant::Variant;

use proc_macro2::Span;
use syn::LitStr;

use crate::rename::Rule;

/// A word that is not interpreted, such as `bound`, and its place.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// `rename = "x"` or `rename(serialize = "x", deserialize = "y")`.
#[derive(Clone, Default)]
pub struct Rename {
    /// The name written.
    pub serialize: Option<LitStr>,
    /// The name read; more of them, as serde allows, are aliases.
    pub deserialize: Option<LitStr>,
}

/// `rename_all = "camelCase"` or `rename_all(serialize = "camelCase", deserialize = "kebab-case")`.
#[derive(Clone, Debug, Default)]
pub struct RenameAll {
    /// The rule of the names written.
    pub serialize: Option<Rule>,
    /// The rule of the names read.
    pub deserialize: Option<Rule>,
    /// Where `rename_all` stands.
    pub span: Option<Span>,
}

impl RenameAll {
    /// This where it says something, else the other: direction by direction.
    fn or(&self, other: &RenameAll) -> RenameAll {
        RenameAll {
            serialize: self.serialize.or(other.serialize),
            deserialize: self.deserialize.or(other.deserialize),
            span: self.span.or(other.span),
        }
    }
}

/// What something is called in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WireName {
    /// When it is written.
    pub serialize: String,
    /// When it is read; aliases aside.
    pub deserialize: String,
}

impl WireName {
    /// A name of its own, or the identifier's by the rules.
    fn new(own: &Rename, rules: &RenameAll, by_rule: impl Fn(Option<Rule>) -> String) -> WireName {
        let name = |own: &Option<LitStr>, rule| own.as_ref().map_or_else(|| by_rule(rule), LitStr::value);
        WireName {
            serialize: name(&own.serialize, rules.serialize),
            deserialize: name(&own.deserialize, rules.deserialize),
        }
    }
}

#[cfg(test)]
mod tests;
