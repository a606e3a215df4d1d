//! serde adapters for values that travel in another form than serde's own. They compose like the types they adapt.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use wirewright::wire::{As, Text};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Amount {
//!     #[serde(with = "As::<Text>")]
//!     value: i64,
//!     #[serde(default, skip_serializing_if = "Option::is_none", with = "As::<Option<Text>>")]
//!     final_amount: Option<bool>,
//! }
//!
//! let amount: Amount = serde_json::from_str(r#"{"value": 100, "final_amount": "true"}"#)?;
//! assert_eq!(serde_json::to_string(&amount)?, r#"{"value":"100","final_amount":"true"}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | adapter | for | form |
//! | --- | --- | --- |
//! | [`Plain`] | anything | serde's own |
//! | [`Text`] | `bool`, `i64`, [`Decimal`](crate::Decimal) | written as text; reads text and the native form |
//! | [`Either`] | the same | written natively; reads text and the native form |
//! | `Option<A>` | `Option<T>` | `null` reads as `None` |
//! | [`Nullable<A>`] | `Nullable<T>` | `null` is a value; `Option<Nullable<A>>` tells it from an absent key |
//! | `Box<A>`, `Vec<A>`, `BTreeMap<String, A>` | the same of `T` | |
//! | [`OneOrMany<A>`] | `Vec<T>` | a list; reads a bare element, too |
//!
//! Texts are strict: `true` and `false`; integers without `+` and leading zeros; decimals as JSON writes numbers.

use std::marker::PhantomData;

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::__private::reading::field_within;
use crate::json::{Node, Reader};
use crate::{FromJson, Path};

mod containers;
mod scalars;

pub use crate::nullable::Nullable;

pub(crate) use containers::one_or_many;

/// Asks our own reader for an integer where a boolean or a text would do, too. serde_json takes it for a name.
pub(crate) const INTEGER_TOKEN: &str = "$wirewright::Integer";

/// Asks our own reader for an array or a bare value.
pub(crate) const ONE_OR_MANY_TOKEN: &str = "$wirewright::OneOrMany";

/// What a serde attribute names: `#[serde(with = "wirewright::wire::As::<Option<wirewright::wire::Text>>")]`.
pub struct As<A>(PhantomData<A>);

impl<A> As<A> {
    /// Writes the value in the adapter's form.
    ///
    /// # Errors
    /// The serializer's own.
    pub fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        A: SerializeAs<T>,
        S: Serializer,
    {
        A::serialize_as(value, serializer)
    }

    /// Reads a value in one of the adapter's forms.
    ///
    /// # Errors
    /// When the value has another form.
    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        A: DeserializeAs<'de, T>,
        D: Deserializer<'de>,
    {
        A::deserialize_as(deserializer)
    }

    /// Reports what can't be read of a value.
    #[doc(hidden)]
    pub fn check<T>(reader: &mut Reader, node: Node<'_>, path: &Path<'_>)
    where
        A: CheckAs<T>,
    {
        A::check_as(reader, node, path);
    }

    /// Reads the value behind a key, once. What `#[derive(FromJson)]` calls.
    #[doc(hidden)]
    pub fn field<'de, T, M>(
        field: &mut Option<T>,
        name: &'static str,
        members: &mut M,
    ) -> Result<(), M::Error>
    where
        A: DeserializeAs<'de, T>,
        M: MapAccess<'de>,
    {
        field_within(field, name, members, containers::Read::<T, A>::into_value)
    }
}

/// An adapter that writes `T`.
pub trait SerializeAs<T> {
    /// Writes the value.
    ///
    /// # Errors
    /// The serializer's own.
    fn serialize_as<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// An adapter that reads `T`.
pub trait DeserializeAs<'de, T>: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// When the value has another form.
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;

    /// What `null` means where the value is optional; `None`: the same as an absent key.
    #[must_use]
    fn null() -> Option<T> {
        None
    }

    /// Reads a list of it, or a bare one in place of the list.
    #[doc(hidden)]
    fn deserialize_one_or_many<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        one_or_many::<T, Self, D>(deserializer)
    }
}

/// An adapter that tells what of a `T` can't be read; what [`FromJson`](trait@crate::FromJson) asks.
pub trait CheckAs<T> {
    /// Reports what can't be read of a value.
    #[doc(hidden)]
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>);
}

/// serde's own form.
pub struct Plain;

/// Always written as text. Reads text and the native form.
pub struct Text;

/// Written natively. Reads text and the native form.
pub struct Either;

/// A list that may come as its only element. Always written as a list.
pub struct OneOrMany<A>(PhantomData<A>);

impl<T: Serialize> SerializeAs<T> for Plain {
    fn serialize_as<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

impl<T: FromJson> CheckAs<T> for Plain {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        T::check(reader, node, path);
    }
}

impl<'de, T: Deserialize<'de>> DeserializeAs<'de, T> for Plain {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests;
