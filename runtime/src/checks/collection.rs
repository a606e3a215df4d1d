//! Constraints on lists and maps, and on whether there is a value at all.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use super::count_limit;
use crate::{Nullable, Path, Violations, codes};

/// What is a list. `None` where there is no value.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a list")]
pub trait Items {
    /// The type of the elements.
    type Item;

    /// The elements.
    fn items(&self) -> Option<&[Self::Item]>;
}

impl<T> Items for [T] {
    type Item = T;

    #[inline]
    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T> Items for Vec<T> {
    type Item = T;

    #[inline]
    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T, const N: usize> Items for [T; N] {
    type Item = T;

    #[inline]
    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

/// What is a map with text as keys. There are no entries where there is no value.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a map with text as keys")]
pub trait Entries {
    /// The type of the values.
    type Value;

    /// How many entries there are; `None` where there is no value.
    fn count(&self) -> Option<usize>;

    /// Calls with each key and value, by the order of the keys' bytes.
    fn for_each_entry(&self, visit: impl FnMut(&str, &Self::Value));
}

impl<V> Entries for BTreeMap<String, V> {
    type Value = V;

    #[inline]
    fn count(&self) -> Option<usize> {
        Some(self.len())
    }

    #[inline]
    fn for_each_entry(&self, mut visit: impl FnMut(&str, &V)) {
        self.iter().for_each(|(key, value)| visit(key, value));
    }
}

impl<V, S: BuildHasher> Entries for HashMap<String, V, S> {
    type Value = V;

    #[inline]
    fn count(&self) -> Option<usize> {
        Some(self.len())
    }

    fn for_each_entry(&self, mut visit: impl FnMut(&str, &V)) {
        sorted(self).into_iter().for_each(|(key, value)| visit(key, value));
    }
}

/// The entries by the order of the keys' bytes.
pub(crate) fn sorted<V, S: BuildHasher>(map: &HashMap<String, V, S>) -> Vec<(&String, &V)> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| *key);
    entries
}

macro_rules! look_through_collections {
    ($($Outer:ty $(, $unsized:tt Sized)?: $value:ident => $inner:expr;)*) => {$(
        impl<T: Items $(+ $unsized Sized)?> Items for $Outer {
            type Item = T::Item;

            #[inline]
            fn items(&self) -> Option<&[T::Item]> {
                let $value = self;
                $inner?.items()
            }
        }

        impl<T: Entries $(+ $unsized Sized)?> Entries for $Outer {
            type Value = T::Value;

            #[inline]
            fn count(&self) -> Option<usize> {
                let $value = self;
                $inner?.count()
            }

            #[inline]
            fn for_each_entry(&self, visit: impl FnMut(&str, &T::Value)) {
                let $value = self;
                if let Some(map) = $inner {
                    map.for_each_entry(visit);
                }
            }
        }
    )*};
}

look_through_collections! {
    &T, ?Sized: value => Some(&**value);
    Box<T>, ?Sized: value => Some(&**value);
    Option<T>: value => value.as_ref();
    Nullable<T>: value => value.value();
}

/// `required`: an optional field that has to be there. An explicit null is there.
#[inline]
pub fn required<T>(value: &Option<T>, path: &Path<'_>, violations: &mut Violations) {
    if value.is_none() {
        violations.report(path, codes::REQUIRED, None);
    }
}

/// `minItems`: at least so many elements.
#[inline]
pub fn min_items(value: &(impl Items + ?Sized), limit: u64, path: &Path<'_>, violations: &mut Violations) {
    if value.items().is_some_and(|items| (items.len() as u64) < limit) {
        violations.report(path, codes::MIN_ITEMS, count_limit(limit));
    }
}

/// `maxItems`: at most so many elements.
#[inline]
pub fn max_items(value: &(impl Items + ?Sized), limit: u64, path: &Path<'_>, violations: &mut Violations) {
    if value.items().is_some_and(|items| items.len() as u64 > limit) {
        violations.report(path, codes::MAX_ITEMS, count_limit(limit));
    }
}

/// `uniqueItems`: no two elements are equal. The derive finds out whether they are, by hashing where the elements
/// can be hashed.
#[inline]
pub fn unique_items(are_unique: bool, path: &Path<'_>, violations: &mut Violations) {
    if !are_unique {
        violations.report(path, codes::UNIQUE_ITEMS, None);
    }
}

/// `minProperties`: at least so many entries.
#[inline]
pub fn min_properties(
    value: &(impl Entries + ?Sized),
    limit: u64,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.count().is_some_and(|count| (count as u64) < limit) {
        violations.report(path, codes::MIN_PROPERTIES, count_limit(limit));
    }
}

/// `maxProperties`: at most so many entries.
#[inline]
pub fn max_properties(
    value: &(impl Entries + ?Sized),
    limit: u64,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.count().is_some_and(|count| count as u64 > limit) {
        violations.report(path, codes::MAX_PROPERTIES, count_limit(limit));
    }
}
