//! The serializer that writes canonical bytes.

use std::fmt;

use serde::{Serialize, Serializer};

use super::compound::{List, Object};
use super::{write_decimal, write_double, write_integer, write_json_number, write_raw, write_text};
use crate::decimal::{DECIMAL_TOKEN, NUMBER_TOKEN, RAW_TOKEN};

/// Appends one value.
pub(super) struct Writer<'a> {
    bytes: &'a mut Vec<u8>,
    text: Text,
}

/// What a text is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Text {
    Itself,
    /// A decimal that is written as text.
    Decimal,
    /// JSON.
    Raw,
    /// A number of a JSON value.
    Number,
}

impl<'a> Writer<'a> {
    pub(super) fn new(bytes: &'a mut Vec<u8>) -> Self {
        Writer { bytes, text: Text::Itself }
    }

    /// Takes a text for what is said here.
    pub(super) fn of(bytes: &'a mut Vec<u8>, text: Text) -> Self {
        Writer { bytes, text }
    }

    fn letter(self, letter: u8) -> fmt::Result {
        self.bytes.push(letter);
        Ok(())
    }

    fn integer(self, value: impl TryInto<i64> + ToString + Copy) -> fmt::Result {
        match value.try_into() {
            Ok(integer) => write_integer(self.bytes, integer),
            Err(_) => write_decimal(self.bytes, &value.to_string())?,
        }
        Ok(())
    }

    fn list(self) -> List<'a> {
        List::open(self.bytes)
    }

    /// An object whose only entry's value comes next: what serde makes of an enum's variant.
    fn variant(self, name: &str) -> &'a mut Vec<u8> {
        self.bytes.push(b'{');
        write_text(self.bytes, name);
        self.bytes
    }
}

macro_rules! integers {
    ($($method:ident $Integer:ty;)*) => {$(
        fn $method(self, value: $Integer) -> fmt::Result {
            self.integer(value)
        }
    )*};
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    integers! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        write_double(self.bytes, value);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.letter(if value { b't' } else { b'f' })
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        match self.text {
            Text::Itself => write_text(self.bytes, value),
            Text::Decimal => write_decimal(self.bytes, value)?,
            Text::Raw => write_raw(self.bytes, value)?,
            Text::Number => write_json_number(self.bytes, value)?,
        }
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> fmt::Result {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> fmt::Result {
        self.letter(b'n')
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.letter(b'n')
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> fmt::Result {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> fmt::Result {
        let text = if name == DECIMAL_TOKEN { Text::Decimal } else { self.text };
        value.serialize(Writer::of(self.bytes, text))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        let bytes = self.variant(variant);
        value.serialize(Writer::new(bytes))?;
        bytes.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, fmt::Error> {
        Ok(self.list())
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'a>, fmt::Error> {
        Ok(self.list())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'a>, fmt::Error> {
        Ok(self.list())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'a>, fmt::Error> {
        Ok(List::open(self.variant(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, fmt::Error> {
        Ok(Object::open(self.bytes))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'a>, fmt::Error> {
        Ok(match name {
            RAW_TOKEN => Object::standing_for(Text::Raw, self.bytes),
            NUMBER_TOKEN => Object::standing_for(Text::Number, self.bytes),
            _ => Object::open(self.bytes),
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'a>, fmt::Error> {
        Ok(Object::open(self.variant(variant)))
    }
}
