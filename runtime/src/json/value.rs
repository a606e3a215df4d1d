//! What a document is made of, and when two values are the same.

use std::cmp::Ordering;
use std::fmt;

use crate::decimal::{Decimal, ParseDecimalError};
use crate::number::Parts;

/// A JSON value.
///
/// `==` compares what was written: `1.0` and `1` differ, and so do objects whose keys stand in another order. For
/// the meaning of JSON Schema use [`Value::is_same`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(Number),
    /// Text, with its escapes resolved.
    String(String),
    /// Elements in order.
    Array(Vec<Value>),
    /// Entries in order, duplicate keys included.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The value of a key in an object; the last one when the key stands there several times.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(entries) => {
                entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Whether both mean the same: numbers by exact value, objects without regard to the order of keys.
    #[must_use]
    pub fn is_same(&self, other: &Value) -> bool {
        self.compare(other).is_eq()
    }

    /// A total order that agrees with [`Value::is_same`]; good for sorting, and meaningful within numbers and texts.
    /// Keys that stand several times in an object are compared in the order written.
    #[must_use]
    pub fn compare(&self, other: &Value) -> Ordering {
        match (self, other) {
            (Value::Bool(left), Value::Bool(right)) => left.cmp(right),
            (Value::Number(left), Value::Number(right)) => left.compare(right),
            (Value::String(left), Value::String(right)) => left.cmp(right),
            (Value::Array(left), Value::Array(right)) => {
                compare_lists(left.iter(), right.iter(), |a, b| a.compare(b))
            }
            (Value::Object(left), Value::Object(right)) => {
                let by_entry = |a: &&(String, Value), b: &&(String, Value)| {
                    a.0.cmp(&b.0).then_with(|| a.1.compare(&b.1))
                };
                compare_lists(sorted_by_key(left), sorted_by_key(right), |a, b| by_entry(&a, &b))
            }
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Value::Null => 0,
            Value::Bool(_) => 1,
            Value::Number(_) => 2,
            Value::String(_) => 3,
            Value::Array(_) => 4,
            Value::Object(_) => 5,
        }
    }
}

/// A number of any size and precision, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number that this text is; `None` when it is not a JSON number.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        Parts::scan(text.as_bytes()).is_some().then_some(Number(text))
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The integer, when it is written as one (`-12`; not `12.0`, not `1e3`) and fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The exact decimal.
    ///
    /// # Errors
    /// When the number exceeds the limits of [`Decimal`].
    pub fn to_decimal(&self) -> Result<Decimal, ParseDecimalError> {
        self.0.parse()
    }

    /// Orders by value, exactly. (Exponents of sixteen digits and more are not added to; they only differ.)
    #[must_use]
    pub fn compare(&self, other: &Number) -> Ordering {
        self.parts().exact().cmp(&other.parts().exact())
    }

    fn parts(&self) -> Parts<'_> {
        Parts::scan(self.0.as_bytes()).unwrap_or(Parts::ZERO)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number(value.to_string())
    }
}

impl From<&Decimal> for Number {
    fn from(value: &Decimal) -> Self {
        Number(value.as_str().to_owned())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn sorted_by_key(entries: &[(String, Value)]) -> impl Iterator<Item = &(String, Value)> {
    let mut sorted: Vec<&(String, Value)> = entries.iter().collect();
    sorted.sort_by(|left, right| left.0.cmp(&right.0));
    sorted.into_iter()
}

/// Lexicographic; stops at the first difference.
fn compare_lists<Item>(
    left: impl Iterator<Item = Item>,
    mut right: impl Iterator<Item = Item>,
    compare: impl Fn(Item, Item) -> Ordering,
) -> Ordering {
    for item in left {
        let Some(other) = right.next() else { return Ordering::Greater };
        let order = compare(item, other);
        if order.is_ne() {
            return order;
        }
    }
    if right.next().is_some() { Ordering::Less } else { Ordering::Equal }
}
