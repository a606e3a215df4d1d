//! An explicit `null` where it means something.

#[cfg(feature = "serde")]
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value or an explicit `null`.
///
/// Where a contract tells `null` from an absent key, the field is an `Option<Nullable<T>>`. serde reads `null` as
/// `None` for any `Option`: such a field needs `#[serde(default, with = "wirewright::wire::As::<…>")]` with the
/// adapter [`Option<Nullable<_>>`](crate::wire).
///
/// # Example
/// ```
/// use wirewright::Nullable;
///
/// let read: Nullable<i64> = serde_json::from_str("null")?;
/// assert_eq!(read, Nullable::Null);
/// assert_eq!(serde_json::to_string(&Nullable::Value(5))?, "5");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// `null`.
    Null,
    /// Anything else.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value by reference.
    pub const fn as_ref(&self) -> Nullable<&T> {
        match self {
            Nullable::Null => Nullable::Null,
            Nullable::Value(value) => Nullable::Value(value),
        }
    }

    /// The value by reference, `None` for null.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Nullable::Null => None,
            Nullable::Value(value) => Some(value),
        }
    }

    /// The value, `None` for null.
    pub fn into_option(self) -> Option<T> {
        match self {
            Nullable::Null => None,
            Nullable::Value(value) => Some(value),
        }
    }

    /// Whether it is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Nullable::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Nullable::Value(value)
    }
}

#[cfg(feature = "serde")]
impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Nullable::Null, Nullable::Value))
    }
}
