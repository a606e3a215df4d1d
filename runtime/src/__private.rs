//! What expansions call. Not part of the API: it changes without notice.

pub mod reading;

pub use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

pub use serde;
pub use std::string::String;

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

/// Asks whether elements are unique. Written `(&Elements(items)).are_unique()`: for JSON the inherent method answers,
/// where the elements can be hashed the trait [`HashElements`], for any other the trait [`CompareElements`].
pub struct Elements<I>(pub Option<I>);

/// So many elements are compared with each other before hashing pays off; it allocates.
const FEW: usize = 16;

impl<'a, I: Iterator<Item = &'a serde_json::Value> + Clone> Elements<I> {
    /// Whether no two mean the same: `1` and `1.0` do.
    #[must_use]
    pub fn are_unique(&self) -> bool {
        let mut seen = HashSet::new();
        self.0.clone().into_iter().flatten().all(|item| {
            let mut text = String::new();
            write_canonical(item, &mut text);
            seen.insert(text)
        })
    }
}

/// Writes JSON so that values that mean the same give the same text.
fn write_canonical(value: &serde_json::Value, text: &mut String) {
    match value {
        serde_json::Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() => {
                text.push_str(&(if float == 0.0 { 0.0 } else { float }).to_string())
            }
            _ => text.push_str(&number.to_string()),
        },
        serde_json::Value::Array(items) => {
            text.push('[');
            for item in items {
                write_canonical(item, text);
                text.push(',');
            }
            text.push(']');
        }
        serde_json::Value::Object(entries) => {
            // Sorted here, since a feature of serde_json can keep them as they came.
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (key, value) in entries {
                text.push_str(&serde_json::Value::from(key.as_str()).to_string());
                text.push(':');
                write_canonical(value, text);
                text.push(',');
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}

/// Uniqueness of what can be hashed.
pub trait HashElements {
    /// Whether no two are equal.
    fn are_unique(&self) -> bool;
}

impl<'a, T: Eq + Hash + 'a, I: ExactSizeIterator<Item = &'a T> + Clone> HashElements for Elements<I> {
    fn are_unique(&self) -> bool {
        match self.0.clone() {
            Some(mut items) if items.len() > FEW => {
                let mut seen = HashSet::with_capacity(items.len());
                items.all(|item| seen.insert(item))
            }
            items => are_unique(items),
        }
    }
}

/// Uniqueness of what can only be compared.
pub trait CompareElements {
    /// The type of the elements.
    type Element;

    /// Whether no two are equal. The bound stands here, so that rustc names it where it is not met.
    fn are_unique(&self) -> bool
    where
        Self::Element: PartialEq;
}

impl<'a, T: 'a, I: Iterator<Item = &'a T> + Clone> CompareElements for &Elements<I> {
    type Element = T;

    fn are_unique(&self) -> bool
    where
        T: PartialEq,
    {
        are_unique(self.0.clone())
    }
}

fn are_unique<'a, T: PartialEq + 'a>(items: Option<impl Iterator<Item = &'a T> + Clone>) -> bool {
    let Some(mut rest) = items else { return true };
    while let Some(first) = rest.next() {
        if rest.clone().any(|other| other == first) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As expansions ask.
    macro_rules! unique {
        ($items:expr) => {
            (&Elements($items.map(|items| items.iter()))).are_unique()
        };
    }

    #[test]
    fn unique_by_hash_or_by_comparison() {
        let mut many: Vec<u32> = (0..100).collect();
        assert!(unique!(Some(&many)));
        many.push(42);
        assert!(!unique!(Some(&many)));
        assert!(!unique!(Some(&[1, 2, 1])));
        assert!(unique!(Some(&[1.0, 2.0])));
        assert!(!unique!(Some(&[1.0, 2.0, 1.0])));
        assert!(unique!(None::<&[u8]>));
        let json = |text| serde_json::from_str::<Vec<serde_json::Value>>(text).unwrap();
        assert!(!unique!(Some(&*json("[1, 2, 1.0]"))));
        assert!(!unique!(Some(&*json(r#"[{"a": [0.5], "b": -0.0}, {"b": 0, "a": [5e-1]}]"#))));
        assert!(unique!(Some(&*json(r#"[1, "1", [1], {"1": 1}, null, true, 1.5]"#))));
    }
}
