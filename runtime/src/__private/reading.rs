//! What `#[derive(FromJson)]` calls. Little depends on the type that is read, so that little is compiled for each.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::Path;
use crate::from_json;
use crate::json::{Members, Node, Reader};

pub use crate::from_json::read_slowly;
pub use crate::json::{NodeDeserializer, ReadError};

/// What a field is called in JSON: its name, then other spellings.
pub type Names = &'static [&'static str];

/// Tells what of a value can't be read.
pub type Check = fn(&mut Reader, Node<'_>, &Path<'_>);

/// What is read of an object.
pub trait ReadMembers<'de>: Sized {
    /// What it knows the fields by; `None` where it keeps all members. So serde knows which members are left where this
    /// type is flattened.
    const NAMES: Option<&'static [&'static str]>;

    /// Reads the members of an object.
    ///
    /// # Errors
    /// The first mistake.
    fn read_members<M: MapAccess<'de>>(members: M) -> Result<Self, M::Error>;
}

/// Reads an object, and nothing else as one.
///
/// # Errors
/// The first mistake.
#[inline]
pub fn deserialize_object<'de, T: ReadMembers<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let visitor = ObjectVisitor(PhantomData);
    match T::NAMES {
        // The visitor knows nothing but objects.
        Some(names) => deserializer.deserialize_struct("object", names, visitor),
        None => deserializer.deserialize_map(visitor),
    }
}

struct ObjectVisitor<T>(PhantomData<fn() -> T>);

impl<'de, T: ReadMembers<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    #[inline]
    fn visit_map<M: MapAccess<'de>>(self, members: M) -> Result<T, M::Error> {
        T::read_members(members)
    }
}

/// Finds the field that a key names, `None` for another key. `next` is where it looks first: members mostly come in
/// the order of fields.
pub struct Key<'a> {
    /// The fields.
    pub fields: &'static [Names],
    /// The field behind the last one found.
    pub next: &'a mut usize,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, key: &str) -> Result<Option<usize>, E> {
        let found = position(self.fields, key, *self.next);
        if let Some(index) = found {
            *self.next = index + 1;
        }
        Ok(found)
    }
}

/// As [`Key`]; gives the text of another key.
pub struct KeyOrText<'a>(pub Key<'a>);

impl<'de> DeserializeSeed<'de> for KeyOrText<'_> {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyOrText<'_> {
    type Value = Result<usize, String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Self::Value, E> {
        self.0.visit_str(key).map(|found| found.ok_or_else(|| key.to_owned()))
    }
}

fn position(fields: &[Names], key: &str, next: usize) -> Option<usize> {
    let is_called = |names: &Names| names.contains(&key);
    match fields.get(next) {
        Some(names) if is_called(names) => Some(next),
        _ => fields.iter().position(is_called),
    }
}

/// Reads the value of a field, which may stand there once.
///
/// # Errors
/// Where it can't be read, and where the field has a value already.
#[inline]
pub fn field<'de, T: Deserialize<'de>, M: MapAccess<'de>>(
    field: &mut Option<T>,
    name: &'static str,
    members: &mut M,
) -> Result<(), M::Error> {
    field_within(field, name, members, |value: T| value)
}

/// As [`field`], for a value that serde reads in a type of its own.
///
/// # Errors
/// As [`field`].
#[inline]
pub fn field_within<'de, T, W: Deserialize<'de>, M: MapAccess<'de>>(
    field: &mut Option<T>,
    name: &'static str,
    members: &mut M,
    unwrap: impl FnOnce(W) -> T,
) -> Result<(), M::Error> {
    if field.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    *field = Some(unwrap(members.next_value()?));
    Ok(())
}

/// Skips a value.
///
/// # Errors
/// Where it is not JSON.
#[inline]
pub fn ignore<'de, M: MapAccess<'de>>(members: &mut M) -> Result<(), M::Error> {
    members.next_value::<IgnoredAny>().map(drop)
}

/// The value of a field that has to be there.
///
/// # Errors
/// Where it is not.
#[inline]
pub fn required<T, E: de::Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
    field.ok_or_else(|| E::missing_field(name))
}

/// How the value of a field is looked at.
pub struct Field {
    presence: Presence,
    check: Check,
}

enum Presence {
    Required,
    Optional,
    /// Its own fields stand among those of the whole.
    Flattened,
}

impl Field {
    /// A field that has to be there.
    #[must_use]
    pub const fn required(check: Check) -> Field {
        Field { presence: Presence::Required, check }
    }

    /// A field that may be absent.
    #[must_use]
    pub const fn optional(check: Check) -> Field {
        Field { presence: Presence::Optional, check }
    }

    /// A field whose own fields stand in its place.
    #[must_use]
    pub const fn flattened(check: Check) -> Field {
        Field { presence: Presence::Flattened, check }
    }
}

/// Tells what of an object can't be read; `rest` looks at the values of unknown fields that are kept: those that are
/// none of flattened fields, either.
pub fn check_object(
    reader: &mut Reader,
    node: Node<'_>,
    path: &Path<'_>,
    names: &[Names],
    fields: &[Field],
    rest: Option<(Check, &[&[Names]])>,
) {
    if !reader.object(node, path) {
        return;
    }
    let find = |key: &str, next: usize| position(names, key, next);
    let members = Members::of(node, names.len(), rest.is_some(), find);
    for ((field, names), member) in fields.iter().zip(names).zip(members.fields) {
        if let Presence::Flattened = field.presence {
            (field.check)(reader, node, path);
            continue;
        }
        let is_required = matches!(field.presence, Presence::Required);
        reader.field(
            member,
            is_required,
            &path.field(names.first().copied().unwrap_or_default()),
            field.check,
        );
    }
    let Some((check, flattened)) = rest else { return };
    for (key, value) in members.unknown {
        if !flattened.iter().any(|names| position(names, &key, 0).is_some()) {
            check(reader, value, &path.field(&key));
        }
    }
}

/// Tells where a function that reads a value stopped.
pub fn check_with<'d, T>(
    reader: &mut Reader,
    node: Node<'d>,
    path: &Path<'_>,
    read: impl FnOnce(NodeDeserializer<'d>) -> Result<T, ReadError>,
) {
    from_json::report(reader, node, path, read(NodeDeserializer(node)).map(drop));
}

/// Tells the first mistake that serde finds.
pub fn check_with_serde<T: de::DeserializeOwned>(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
    from_json::first_mistake::<T>(reader, node, path);
}
