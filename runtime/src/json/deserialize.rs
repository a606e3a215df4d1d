//! A document through serde: what reads what serde_json would not, an integer written `1.0` or the 128th level, and
//! what tells where serde stopped.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::document::{Kind, Node};
use crate::decimal::RAW_TOKEN;
use crate::wire::{INTEGER_TOKEN, ONE_OR_MANY_TOKEN};
use crate::{Path, Violation, codes};

/// Why serde could not read a value, and where in it.
#[derive(Debug)]
pub struct ReadError {
    /// `None` where it depends on what the value is.
    code: Option<&'static str>,
    /// From the value that was read to the one that could not be.
    pointer: String,
}

impl ReadError {
    /// What it is at this place.
    pub(crate) fn into_violation(self, node: Node<'_>, path: &Path<'_>) -> Violation {
        let mut violation = Violation::new(path, self.code(node), None);
        violation.pointer.push_str(&self.pointer);
        violation
    }

    /// serde's own words are not for everybody's eyes: they may hold the value.
    fn code(&self, node: Node<'_>) -> &'static str {
        self.code.unwrap_or(if node.kind() == Kind::String { codes::ENCODING } else { codes::TYPE })
    }

    fn below(self, node: Node<'_>, path: &Path<'_>) -> ReadError {
        ReadError { code: Some(self.code(node)), pointer: path.to_pointer() + &self.pointer }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at {:?}", self.code.unwrap_or(codes::TYPE), self.pointer)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        ReadError { code: None, pointer: String::new() }
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        ReadError { code: Some(codes::TYPE), pointer: String::new() }
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        ReadError { code: Some(codes::ENUM), pointer: String::new() }
    }

    fn missing_field(field: &'static str) -> Self {
        ReadError { code: Some(codes::REQUIRED), pointer: Path::root().field(field).to_pointer() }
    }

    fn duplicate_field(field: &'static str) -> Self {
        ReadError { code: Some(codes::DUPLICATE_KEY), pointer: Path::root().field(field).to_pointer() }
    }
}

fn error(code: &'static str) -> ReadError {
    ReadError { code: Some(code), pointer: String::new() }
}

/// A value for serde.
#[derive(Clone, Copy)]
pub struct NodeDeserializer<'de>(pub(crate) Node<'de>);

impl<'de> NodeDeserializer<'de> {
    /// The whole number that it is, whichever way it is written; anything else as it is.
    fn integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0.integer() {
            Some(integer) => visitor.visit_i64(integer),
            None => self.deserialize_any(visitor),
        }
    }

    /// A number as serde_json has it.
    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let text = self.0.text();
        if let Ok(integer) = text.parse() {
            return visitor.visit_u64(integer);
        }
        match text.parse() {
            Ok(integer) if integer != 0 => visitor.visit_i64(integer),
            _ => visitor.visit_f64(self.0.double().ok_or_else(|| error(codes::TYPE))?),
        }
    }

    fn elements<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_seq(Elements { elements: self.0.elements().enumerate() })
    }

    fn members(self) -> Members<'de, impl Iterator<Item = (Node<'de>, Node<'de>)>> {
        Members { entries: self.0.entries(), value: None }
    }
}

macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.integer(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for NodeDeserializer<'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.0.is_unreadable() {
            return Err(error(codes::SYNTAX));
        }
        match self.0.kind() {
            Kind::Null => visitor.visit_unit(),
            Kind::Bool => visitor.visit_bool(self.0.text() == "true"),
            Kind::Number => self.number(visitor),
            Kind::String => match self.0.string() {
                Some(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
                Some(Cow::Owned(text)) => visitor.visit_string(text),
                None => Err(error(codes::SYNTAX)),
            },
            Kind::Array => self.elements(visitor),
            Kind::Object => visitor.visit_map(self.members()),
        }
    }

    integers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128);

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.0.kind() == Kind::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match name {
            _ if self.0.is_unreadable() => Err(error(codes::SYNTAX)),
            RAW_TOKEN => visitor.visit_map(Raw(Some(self.0.text()))),
            INTEGER_TOKEN => self.integer(visitor),
            ONE_OR_MANY_TOKEN if self.0.kind() == Kind::Array => self.elements(visitor),
            ONE_OR_MANY_TOKEN => visitor.visit_some(self),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match (self.0.kind(), self.0.string()) {
            (_, Some(text)) => visitor.visit_enum(text.into_deserializer()),
            (Kind::Object, None) if !self.0.is_unreadable() => {
                visitor.visit_enum(MapAccessDeserializer::new(self.members()))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier
    }
}

struct Elements<I> {
    elements: I,
}

impl<'de, I: Iterator<Item = (usize, Node<'de>)>> de::SeqAccess<'de> for Elements<I> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let Some((index, node)) = self.elements.next() else { return Ok(None) };
        let read = seed.deserialize(NodeDeserializer(node)).map(Some);
        read.map_err(|error| error.below(node, &Path::root().index(index)))
    }
}

struct Members<'de, I> {
    entries: I,
    value: Option<(Cow<'de, str>, Node<'de>)>,
}

impl<'de, I: Iterator<Item = (Node<'de>, Node<'de>)>> de::MapAccess<'de> for Members<'de, I> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        let key = key.string().ok_or_else(|| error(codes::SYNTAX))?;
        let read = seed.deserialize(Key(key.clone())).map(Some);
        self.value = Some((key, value));
        read
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        // serde asks for a value behind each key, once.
        let (key, node) = self.value.take().ok_or_else(|| error(codes::TYPE))?;
        let read = seed.deserialize(NodeDeserializer(node));
        read.map_err(|error| error.below(node, &Path::root().field(&key)))
    }
}

/// The key of an entry. Keys may be numbers in text, as serde_json has it.
struct Key<'de>(Cow<'de, str>);

macro_rules! keys {
    ($($method:ident $visit:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            match self.0.parse() {
                Ok(number) => visitor.$visit(number),
                Err(_) => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    keys! {
        deserialize_i8 visit_i8 deserialize_i16 visit_i16 deserialize_i32 visit_i32 deserialize_i64 visit_i64
        deserialize_u8 visit_u8 deserialize_u16 visit_u16 deserialize_u32 visit_u32 deserialize_u64 visit_u64
        deserialize_bool visit_bool
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

/// The text of a value, as serde_json hands it out.
struct Raw<'de>(Option<&'de str>);

impl<'de> de::MapAccess<'de> for Raw<'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        if self.0.is_none() {
            return Ok(None);
        }
        seed.deserialize(RAW_TOKEN.into_deserializer()).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(self.0.take().unwrap_or_default().into_deserializer())
    }
}
