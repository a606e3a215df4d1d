//! Whether the elements of a list are unique, asked in the best way that their type has.

use std::collections::HashSet;
use std::hash::Hash;

use serde::Serialize;

use crate::canonical;
use crate::checks::Scalar;

/// Asks whether elements are unique. Written `(&&&&Elements(items)).are_unique()`: rustc takes the first of these
/// traits that the elements allow, since each asks for one reference less than the one before.
///
/// | elements | trait | how |
/// | --- | --- | --- |
/// | scalars | [`ScalarElements`] | by value: hashed, a few compared, which takes no memory |
/// | what serde writes | [`SerializeElements`] | hashed by what serde writes, whatever it is: JSON equality in any depth |
/// | what can be hashed | [`HashElements`] | hashed |
/// | any other | [`CompareElements`] | each with each |
pub struct Elements<I>(pub Option<I>);

/// So many elements are compared with each other before hashing pays off; it allocates.
const FEW: usize = 16;

/// Uniqueness of scalars.
pub trait ScalarElements {
    /// Whether no two are equal.
    fn are_unique(&self) -> bool;
}

impl<'a, T, I> ScalarElements for &&&Elements<I>
where
    T: Scalar + Eq + Hash + 'a,
    I: ExactSizeIterator<Item = &'a T> + Clone,
{
    fn are_unique(&self) -> bool {
        by_hash(self.0.clone())
    }
}

/// Uniqueness of what serde writes.
pub trait SerializeElements {
    /// Whether no two mean the same JSON. An element whose `Serialize` fails means none: it is like no other.
    fn are_unique(&self) -> bool;
}

impl<'a, T, I> SerializeElements for &&Elements<I>
where
    T: Serialize + 'a,
    I: ExactSizeIterator<Item = &'a T> + Clone,
{
    fn are_unique(&self) -> bool {
        match self.0.clone() {
            Some(items) if items.len() > 1 => by_meaning(items),
            _ => true,
        }
    }
}

/// Uniqueness of what can be hashed.
pub trait HashElements {
    /// Whether no two are equal.
    fn are_unique(&self) -> bool;
}

impl<'a, T, I> HashElements for &Elements<I>
where
    T: Eq + Hash + 'a,
    I: ExactSizeIterator<Item = &'a T> + Clone,
{
    fn are_unique(&self) -> bool {
        by_hash(self.0.clone())
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

impl<'a, T: 'a, I: Iterator<Item = &'a T> + Clone> CompareElements for Elements<I> {
    type Element = T;

    fn are_unique(&self) -> bool
    where
        T: PartialEq,
    {
        by_comparison(self.0.clone())
    }
}

fn by_hash<'a, T: Eq + Hash + 'a>(items: Option<impl ExactSizeIterator<Item = &'a T> + Clone>) -> bool {
    match items {
        Some(mut items) if items.len() > FEW => {
            let mut seen = HashSet::with_capacity(items.len());
            items.all(|item| seen.insert(item))
        }
        items => by_comparison(items),
    }
}

fn by_meaning<'a, T: Serialize + 'a>(mut items: impl ExactSizeIterator<Item = &'a T>) -> bool {
    let mut seen: HashSet<Box<[u8]>> = HashSet::with_capacity(items.len());
    let mut bytes = Vec::new();
    items.all(|item| {
        bytes.clear();
        canonical::write(&mut bytes, item).is_err() || seen.insert(bytes.as_slice().into())
    })
}

fn by_comparison<'a, T: PartialEq + 'a>(items: Option<impl Iterator<Item = &'a T> + Clone>) -> bool {
    let Some(mut rest) = items else { return true };
    while let Some(first) = rest.next() {
        if rest.clone().any(|other| other == first) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests;
