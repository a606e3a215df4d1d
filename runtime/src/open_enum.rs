//! Enums that a new value of the server does not break.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An enum that keeps the text of a value it does not know. Derive it:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use wirewright::{OpenEnum, Unrecognized};
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
/// enum ResultStatus {
///     /// It succeeded.
///     #[open_enum("S")]
///     Success,
///     /// It failed.
///     #[open_enum("F")]
///     Failure,
///     /// Any other text.
///     #[open_enum(unrecognized)]
///     Unrecognized(Unrecognized<Self>),
/// }
///
/// assert_eq!(ResultStatus::from("S"), ResultStatus::Success);
/// let surprise = ResultStatus::from("NEW");
/// assert!(!surprise.is_recognized());
/// assert_eq!(surprise.as_str(), "NEW");
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an open enum",
    note = "derive `wirewright::OpenEnum` on it; the keys of a map are text or open enums"
)]
pub trait OpenEnum: Sized + 'static {
    /// The values that the API documents, in its order.
    const KNOWN: &'static [Self];

    /// The text in JSON.
    fn as_str(&self) -> &str;

    /// The value of a text: byte for byte one of the known, or else unrecognized.
    fn from_text(text: Cow<'_, str>) -> Self;

    /// Whether this is one of [`OpenEnum::KNOWN`].
    fn is_recognized(&self) -> bool;
}

/// The text of a value that enum `E` does not know. Only `E`'s own parsing makes one, so it is never the text of a
/// known value.
pub struct Unrecognized<E> {
    text: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> Unrecognized<E> {
    /// The text as received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// For the parsing of `E`, which has compared the text with all it knows.
    #[cfg(feature = "serde")]
    pub(crate) fn new(text: Cow<'_, str>) -> Self {
        Unrecognized { text: text.into(), of: PhantomData }
    }
}

// By hand: derives would ask the same of `E`.
impl<E> Clone for Unrecognized<E> {
    fn clone(&self) -> Self {
        Unrecognized { text: self.text.clone(), of: PhantomData }
    }
}

impl<E> fmt::Debug for Unrecognized<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}

impl<E> fmt::Display for Unrecognized<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl<E> PartialEq for Unrecognized<E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<E> Eq for Unrecognized<E> {}

impl<E> PartialOrd for Unrecognized<E> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> Ord for Unrecognized<E> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<E> Hash for Unrecognized<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<E> AsRef<str> for Unrecognized<E> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Whether and how a call that ended with a code may be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Not at all: the same request ends the same way.
    Never,
    /// Send the same request again, with the same idempotency key.
    Same,
    /// Send a corrected or new request, with a new idempotency key.
    New,
}
