//! Decimals through serde, without a float in between wherever the format has the number's text.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::Decimal;
use crate::wire::{self, DeserializeAs, Either};

/// The name under which serde_json hands out the text of a value. A test notices should it ever change.
pub(crate) const RAW_TOKEN: &str = "$serde_json::private::RawValue";

/// The name under which serde_json hands out numbers when its feature `arbitrary_precision` is on.
pub(crate) const NUMBER_TOKEN: &str = "$serde_json::private::Number";

/// The name under which a decimal is written as text, so that it can be told from a text: JSON shows no names.
pub(crate) const DECIMAL_TOKEN: &str = "$wirewright::Decimal";

/// Written as a JSON number with exactly the digits of [`Decimal::as_str`]. Formats that are not made for people get
/// the text; for other formats made for people (YAML, TOML) use [`wire::Text`](crate::wire::Text).
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_str(&self.text);
        }
        if let Some(integer) = self.as_plain_integer() {
            return serializer.serialize_i64(integer);
        }
        let raw = RawValue::from_string(self.text.to_string()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// Reads a JSON number with all its digits. Formats that hand over a float instead of a text give the shortest
/// decimal that means the same float.
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Accepted::Number)
    }
}

/// The forms in which a decimal may come.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Accepted {
    Number,
    NumberOrText,
}

/// Reads a decimal in one of the accepted forms.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    accepted: Accepted,
) -> Result<Decimal, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_newtype_struct(RAW_TOKEN, DecimalVisitor(accepted))
    } else {
        deserializer.deserialize_str(DecimalVisitor(Accepted::NumberOrText))
    }
}

/// Reads a list of decimals or a bare one, which serde would hand over as a float.
pub(crate) fn read_one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Decimal>, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_newtype_struct(RAW_TOKEN, OneOrManyVisitor)
    } else {
        Vec::<Either>::deserialize_as(deserializer)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = Vec<Decimal>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of decimals or a bare one")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Decimal>, D::Error> {
        wire::one_or_many::<Decimal, Either, D>(deserializer)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Decimal>, A::Error> {
        map.next_key::<de::IgnoredAny>()?;
        let raw: String = map.next_value()?;
        if raw.starts_with('[') {
            let mut list = serde_json::Deserializer::from_str(&raw);
            return Vec::<Either>::deserialize_as(&mut list).map_err(de::Error::custom);
        }
        DecimalVisitor(Accepted::NumberOrText).read_raw(&raw).map(|decimal| vec![decimal])
    }
}

struct DecimalVisitor(Accepted);

impl DecimalVisitor {
    /// The text of a JSON value.
    fn read_raw<E: de::Error>(&self, raw: &str) -> Result<Decimal, E> {
        if raw.starts_with('"') && self.0 == Accepted::NumberOrText {
            let text: String = serde_json::from_str(raw).map_err(E::custom)?;
            return text.parse().map_err(E::custom);
        }
        let is_number = raw.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        if is_number { raw.parse().map_err(E::custom) } else { Err(E::invalid_type(kind(raw), self)) }
    }
}

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Accepted::Number => "a decimal number",
            Accepted::NumberOrText => "a decimal number or its text",
        })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        match map.next_key::<String>()?.as_deref() {
            Some(RAW_TOKEN | NUMBER_TOKEN) => self.read_raw(&map.next_value::<String>()?),
            _ => Err(de::Error::invalid_type(de::Unexpected::Map, &self)),
        }
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Decimal::from_text(value.to_string()).map_err(E::custom)
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Decimal, E> {
        Decimal::from_text(value.to_string()).map_err(E::custom)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Decimal, E> {
        Decimal::from_text(value.to_string()).map_err(E::custom)
    }

    // The one float: a format, or serde's own buffer, that has nothing better. `{:?}` is the shortest text that reads
    // back as the same float, and a JSON number unless it is infinite or not a number.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        Decimal::from_text(format!("{value:?}")).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        match self.0 {
            Accepted::Number => Err(E::invalid_type(de::Unexpected::Other("text"), &self)),
            Accepted::NumberOrText => text.parse().map_err(E::custom),
        }
    }
}

/// What a JSON value is that is not a number. The value itself stays out of messages.
fn kind(raw: &str) -> de::Unexpected<'static> {
    match raw.as_bytes().first() {
        Some(b'"') => de::Unexpected::Other("text"),
        Some(b'[') => de::Unexpected::Seq,
        Some(b'{') => de::Unexpected::Map,
        Some(b't') => de::Unexpected::Bool(true),
        Some(b'f') => de::Unexpected::Bool(false),
        _ => de::Unexpected::Other("null"),
    }
}

impl Decimal {
    /// The integer whose canonical text this is.
    fn as_plain_integer(&self) -> Option<i64> {
        crate::number::integer_from_text(&self.text)
    }
}
