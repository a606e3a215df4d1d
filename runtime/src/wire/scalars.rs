//! Booleans, integers and decimals as text.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::{Deserializer, Serialize, Serializer};

use super::{CheckAs, DeserializeAs, Either, INTEGER_TOKEN, SerializeAs, Text, one_or_many};
use crate::Path;
use crate::decimal::{self, Accepted, Decimal};
use crate::json::{Node, Reader};
use crate::number::{boolean_from_text, integer_from_text};

/// A scalar that can travel as text.
trait Scalar: Serialize + Sized {
    fn write_text<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    fn read_one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
        one_or_many::<Self, Either, D>(deserializer)
    }

    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>);
}

/// What both adapters of scalars do: they read the same.
macro_rules! reads {
    ($($Adapter:ident)*) => {$(
        impl<'de, T: Scalar> DeserializeAs<'de, T> for $Adapter {
            fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
                T::read(deserializer)
            }

            fn deserialize_one_or_many<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
                T::read_one_or_many(deserializer)
            }
        }

        impl<T: Scalar> CheckAs<T> for $Adapter {
            fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
                T::check(reader, node, path);
            }
        }
    )*};
}

reads!(Text Either);

impl<T: Scalar> SerializeAs<T> for Text {
    fn serialize_as<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write_text(serializer)
    }
}

impl<T: Scalar> SerializeAs<T> for Either {
    fn serialize_as<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

impl Scalar for bool {
    fn write_text<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if *self { "true" } else { "false" })
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor(PhantomData))
    }

    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.boolean(node, true, path);
    }
}

impl Scalar for i64 {
    fn write_text<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(INTEGER_TOKEN, ScalarVisitor(PhantomData))
    }

    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.integer(node, true, path);
    }
}

impl Scalar for Decimal {
    fn write_text<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(decimal::DECIMAL_TOKEN, self.as_str())
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal::read(deserializer, Accepted::NumberOrText)
    }

    fn read_one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Self>, D::Error> {
        decimal::read_one_or_many(deserializer)
    }

    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.decimal(node, true, path);
    }
}

/// What one visitor needs to know to read booleans and integers.
trait FromEither: Sized {
    const EXPECTED: &'static str;

    fn from_text(text: &str) -> Option<Self>;

    fn from_bool(_: bool) -> Option<Self> {
        None
    }

    fn from_integer(_: i64) -> Option<Self> {
        None
    }
}

impl FromEither for bool {
    const EXPECTED: &'static str = "a boolean or its text";

    fn from_text(text: &str) -> Option<Self> {
        boolean_from_text(text)
    }

    fn from_bool(value: bool) -> Option<Self> {
        Some(value)
    }
}

impl FromEither for i64 {
    const EXPECTED: &'static str = "an integer or its text";

    fn from_text(text: &str) -> Option<Self> {
        integer_from_text(text)
    }

    fn from_integer(value: i64) -> Option<Self> {
        Some(value)
    }
}

struct ScalarVisitor<T>(PhantomData<T>);

impl<'de, T: FromEither> Visitor<'de> for ScalarVisitor<T> {
    type Value = T;

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        T::from_bool(value).ok_or_else(|| E::invalid_type(de::Unexpected::Bool(value), &self))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        T::from_integer(value).ok_or_else(|| E::invalid_type(de::Unexpected::Other("an integer"), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_value(de::Unexpected::Other("a number beyond 64 bits"), &self)),
        }
    }

    // The text stays out of the message: it may be what must not be logged.
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).ok_or_else(|| E::invalid_value(de::Unexpected::Other("another text"), &self))
    }
}
