//! Lists and objects in canonical bytes.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::writer::{Text, Writer};
use super::{write, write_text};

/// A list whose elements come one by one.
pub(super) struct List<'a>(&'a mut Vec<u8>);

impl<'a> List<'a> {
    pub(super) fn open(bytes: &'a mut Vec<u8>) -> Self {
        bytes.push(b'[');
        List(bytes)
    }
}

macro_rules! lists {
    ($($Trait:ident $method:ident $close:literal;)*) => {$(
        impl $Trait for List<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                write(self.0, value)
            }

            fn end(self) -> fmt::Result {
                self.0.extend_from_slice($close);
                Ok(())
            }
        }
    )*};
}

// A variant's content stands in an object of one entry.
lists! {
    SerializeSeq serialize_element b"]";
    SerializeTuple serialize_element b"]";
    SerializeTupleStruct serialize_field b"]";
    SerializeTupleVariant serialize_field b"]}";
}

/// An object whose entries come in any order.
pub(super) struct Object<'a> {
    bytes: &'a mut Vec<u8>,
    /// [`Text::Itself`] but where serde_json marks a text by a struct of one field, which is no object.
    stands_for: Text,
    /// Where the first entry begins.
    first: usize,
    /// Where the entry begins that comes next.
    next: usize,
    /// How long the entries are.
    lengths: Vec<usize>,
}

impl<'a> Object<'a> {
    pub(super) fn open(bytes: &'a mut Vec<u8>) -> Self {
        bytes.push(b'{');
        Self::standing_for(Text::Itself, bytes)
    }

    pub(super) fn standing_for(stands_for: Text, bytes: &'a mut Vec<u8>) -> Self {
        let first = bytes.len();
        Object { bytes, stands_for, first, next: first, lengths: Vec::new() }
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> fmt::Result {
        if self.stands_for != Text::Itself {
            return value.serialize(Writer::of(self.bytes, self.stands_for));
        }
        write_text(self.bytes, key);
        self.value(value)
    }

    /// The second half of an entry.
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        write(self.bytes, value)?;
        self.lengths.push(self.bytes.len() - self.next);
        self.next = self.bytes.len();
        Ok(())
    }

    fn close(mut self) -> &'a mut Vec<u8> {
        if self.stands_for == Text::Itself {
            self.sort();
            self.bytes.push(b'}');
        }
        self.bytes
    }

    /// Puts the entries in order: of their forms, which begin with the keys'.
    fn sort(&mut self) {
        let written = self.bytes.split_off(self.first);
        let mut rest = written.as_slice();
        let mut entries = Vec::with_capacity(self.lengths.len());
        for length in &self.lengths {
            let (entry, tail) = rest.split_at(*length);
            entries.push(entry);
            rest = tail;
        }
        entries.sort_unstable();
        entries.iter().for_each(|entry| self.bytes.extend_from_slice(entry));
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        write(self.bytes, key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.value(value)
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        self.field(key, value)
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}

impl SerializeStructVariant for Object<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        self.field(key, value)
    }

    fn end(self) -> fmt::Result {
        let bytes = self.close();
        bytes.push(b'}');
        Ok(())
    }
}
