//! What expansions call. Not part of the API: it changes without notice.

pub mod reading;

pub use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

pub use serde;
pub use std::string::String;

pub use crate::unique::{CompareElements, Elements, HashElements, ScalarElements, SerializeElements};

use crate::checks::{Entries, Items};
use crate::{OpenEnum, Path, Unrecognized, Violations, codes};

/// The catch-all of an enum whose parsing has compared the text with all it knows.
pub fn unrecognized<E: OpenEnum>(text: Cow<'_, str>) -> Unrecognized<E> {
    Unrecognized::new(text)
}

/// Reads an open enum from text.
///
/// # Errors
/// When there is no text.
pub fn deserialize_open_enum<'de, E: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<E>(PhantomData<fn() -> E>);

impl<E: OpenEnum> Visitor<'_> for TextVisitor<E> {
    type Value = E;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<R: Error>(self, text: &str) -> Result<E, R> {
        Ok(E::from_text(Cow::Borrowed(text)))
    }

    fn visit_string<R: Error>(self, text: String) -> Result<E, R> {
        Ok(E::from_text(Cow::Owned(text)))
    }
}

/// Membership of a closed enum.
#[inline]
pub fn closed_enum(value: &impl OpenEnum, path: &Path<'_>, violations: &mut Violations) {
    if !value.is_recognized() {
        violations.report(path, codes::ENUM, None);
    }
}

/// Visits each element of a list with its path.
#[inline]
pub fn for_each_item<T: Items + ?Sized>(
    value: &T,
    path: &Path<'_>,
    mut visit: impl FnMut(&T::Item, &Path<'_>),
) {
    for (index, item) in value.items().into_iter().flatten().enumerate() {
        visit(item, &path.index(index));
    }
}

/// Visits each value of a map with its path.
#[inline]
pub fn for_each_entry<T: Entries + ?Sized>(
    value: &T,
    path: &Path<'_>,
    mut visit: impl FnMut(&T::Value, &Path<'_>),
) {
    value.for_each_entry(|key, value| visit(value, &path.field(key)));
}

/// Looks a field's name on the wire up among those that are called otherwise in Rust.
pub fn wire_name(
    field: &'static str,
    renamed: &[(&'static str, Option<&'static str>)],
) -> Option<&'static str> {
    renamed.iter().find(|(name, _)| *name == field).map_or(Some(field), |(_, wire)| *wire)
}
