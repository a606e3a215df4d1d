//! Constraints on lists and maps, and on whether there is a value at all.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::BuildHasher;
use std::rc::Rc;
use std::sync::Arc;

use super::count_limit;
use crate::{Nullable, OpenEnum, Path, Violations, codes};

/// What is a list. `None` where there is no value.
#[diagnostic::on_unimplemented(
    message = "this says something about lists, but this is `{Self}`",
    label = "does not fit the type",
    note = "lists are `Vec`, slices, arrays, `VecDeque`, `BTreeSet` and `HashSet`; `values(…)` is for the values of a map"
)]
pub trait Items {
    /// The type of the elements.
    type Item;

    /// The elements, in the order in which serde writes them.
    fn items(&self) -> Option<impl ExactSizeIterator<Item = &Self::Item> + Clone>;
}

/// Calls a macro with every type that is a list, each behind the generics that it has beside its elements.
macro_rules! for_each_list {
    ($implement:ident) => {
        $implement! {
            [] [T];
            [] Vec<T>;
            [] VecDeque<T>;
            [] BTreeSet<T>;
            [, S] HashSet<T, S>;
            [, const N: usize] [T; N];
        }
    };
}
pub(crate) use for_each_list;

macro_rules! lists {
    ($([$($generics:tt)*] $List:ty;)*) => {$(
        impl<T $($generics)*> Items for $List {
            type Item = T;

            #[inline]
            fn items(&self) -> Option<impl ExactSizeIterator<Item = &T> + Clone> {
                Some(self.iter())
            }
        }
    )*};
}

for_each_list!(lists);

/// What is a map with text as keys. There are no entries where there is no value.
#[diagnostic::on_unimplemented(
    message = "this says something about maps, but this is `{Self}`",
    label = "does not fit the type",
    note = "maps are `BTreeMap` and `HashMap` with text as keys; `items(…)` is for the elements of a list"
)]
pub trait Entries {
    /// The type of the values.
    type Value;

    /// How many entries there are; `None` where there is no value.
    fn count(&self) -> Option<usize>;

    /// Calls with each key and value, by the order of the keys' bytes.
    fn for_each_entry(&self, visit: impl FnMut(&str, &Self::Value));
}

/// What a map's keys may be: text.
#[diagnostic::on_unimplemented(message = "the keys of a map are text, but these are `{Self}`")]
pub trait Key {
    /// Whether the order of keys is that of their bytes.
    #[doc(hidden)]
    const IN_ORDER: bool = true;

    /// The text.
    fn key(&self) -> &str;
}

macro_rules! keys {
    ($($Key:ty)*) => {$(
        impl Key for $Key {
            #[inline]
            fn key(&self) -> &str {
                self
            }
        }
    )*};
}

keys!(String &str Box<str> Rc<str> Arc<str> Cow<'_, str>);

/// Enums may be ordered by their variants.
impl<E: OpenEnum> Key for E {
    const IN_ORDER: bool = false;

    #[inline]
    fn key(&self) -> &str {
        self.as_str()
    }
}

impl<K: Key, V> Entries for BTreeMap<K, V> {
    type Value = V;

    #[inline]
    fn count(&self) -> Option<usize> {
        Some(self.len())
    }

    #[inline]
    fn for_each_entry(&self, mut visit: impl FnMut(&str, &V)) {
        if K::IN_ORDER {
            self.iter().for_each(|(key, value)| visit(key.key(), value));
        } else {
            sorted(self).into_iter().for_each(|(key, value)| visit(key, value));
        }
    }
}

impl<K: Key, V, S: BuildHasher> Entries for HashMap<K, V, S> {
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
fn sorted<'a, K: Key + 'a, V>(map: impl IntoIterator<Item = (&'a K, &'a V)>) -> Vec<(&'a str, &'a V)> {
    let mut entries: Vec<_> = map.into_iter().map(|(key, value)| (key.key(), value)).collect();
    entries.sort_by_key(|(key, _)| *key);
    entries
}

macro_rules! look_through_collections {
    ($($Outer:ty $(, ?$Sized:ident $(+ $ToOwned:ident)?)?: $value:ident => $inner:expr;)*) => {$(
        impl<T: Items $(+ ?$Sized $(+ $ToOwned)?)?> Items for $Outer {
            type Item = T::Item;

            #[inline]
            fn items(&self) -> Option<impl ExactSizeIterator<Item = &T::Item> + Clone> {
                let $value = self;
                $inner?.items()
            }
        }

        impl<T: Entries $(+ ?$Sized $(+ $ToOwned)?)?> Entries for $Outer {
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
    Rc<T>, ?Sized: value => Some(&**value);
    Arc<T>, ?Sized: value => Some(&**value);
    Cow<'_, T>, ?Sized + ToOwned: value => Some(&**value);
    Option<T>: value => value.as_ref();
    Nullable<T>: value => value.value();
}

/// What may be absent: an `Option`.
#[diagnostic::on_unimplemented(
    message = "`required` says something about optional fields, but this is `{Self}`",
    label = "does not fit the type",
    note = "without `Option` a field is required to begin with"
)]
pub trait Optional {
    /// Whether it is absent.
    fn is_absent(&self) -> bool;
}

impl<T> Optional for Option<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// `required`: an optional field that has to be there. An explicit null is there.
#[inline]
pub fn required(value: &impl Optional, path: &Path<'_>, violations: &mut Violations) {
    if value.is_absent() {
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
    if value.items().is_some_and(|items| (items.len() as u64) > limit) {
        violations.report(path, codes::MAX_ITEMS, count_limit(limit));
    }
}

/// `uniqueItems`: no two elements are equal. The derive finds out whether they are, in time that is linear in what the
/// list holds:
///
/// - [scalars](super::Scalar) that are `Eq` and `Hash` are compared by value;
/// - elements that serde writes are equal where what it writes is the same JSON: numbers by value, keys in any order.
///   One whose `Serialize` fails is equal to no other. A `HashSet` is written as a list in no fixed order, so let sets
///   within elements be `BTreeSet`s;
/// - others are hashed, or else each is compared with each.
///
/// Of elements whose type is a parameter the bounds decide: say `T: Serialize` to have them compared as JSON.
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
