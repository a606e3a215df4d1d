//! Options of an SDK that takes a dictionary of texts: what generated options are written to and read from it with.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::{Date, DateTime, Decimal, OpenEnum};

/// A value that an SDK's dictionary holds as text.
pub trait OptionValue: Sized {
    /// The text: `true` and `false`, plain digits, and everything else as it is.
    fn to_text(&self) -> Cow<'_, str>;

    /// The value that is written as exactly this text.
    fn from_text(text: &str) -> Option<Self>;
}

/// Puts an option into a dictionary, in the place of what may be there; does nothing where it is not set.
pub fn insert<T: OptionValue>(dictionary: &mut BTreeMap<String, String>, key: &str, value: &Option<T>) {
    if let Some(value) = value {
        dictionary.insert(key.to_owned(), value.to_text().into_owned());
    }
}

/// Takes an option out of a dictionary. A text that is no value of it stays there.
///
/// ```
/// let mut dictionary = [("sandbox".to_owned(), "true".to_owned()), ("retries".to_owned(), "07".to_owned())].into();
/// assert_eq!(wirewright::options::take::<bool>(&mut dictionary, "sandbox"), Some(true));
/// assert_eq!(wirewright::options::take::<i64>(&mut dictionary, "retries"), None);
/// assert_eq!(dictionary.keys().collect::<Vec<_>>(), ["retries"]);
/// ```
pub fn take<T: OptionValue>(dictionary: &mut BTreeMap<String, String>, key: &str) -> Option<T> {
    let value = T::from_text(dictionary.get(key)?)?;
    dictionary.remove(key);
    Some(value)
}

impl<E: OpenEnum> OptionValue for E {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_str())
    }

    fn from_text(text: &str) -> Option<Self> {
        Some(OpenEnum::from_text(Cow::Borrowed(text)))
    }
}

impl OptionValue for bool {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl OptionValue for i64 {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn from_text(text: &str) -> Option<Self> {
        // `+5` and `07` parse too, but would be written back as other texts.
        text.parse().ok().filter(|number: &i64| number.to_string() == text)
    }
}

impl OptionValue for Decimal {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

macro_rules! texts {
    ($($Type:ty),*) => {$(
        impl OptionValue for $Type {
            fn to_text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_str())
            }

            fn from_text(text: &str) -> Option<Self> {
                Some(text.into())
            }
        }
    )*};
}

texts!(String, DateTime, Date);

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: OptionValue>(text: &str) -> Option<String> {
        T::from_text(text).map(|value| value.to_text().into_owned())
    }

    #[test]
    fn values_are_written_as_they_were_read() {
        for text in ["true", "false"] {
            assert_eq!(read::<bool>(text).as_deref(), Some(text));
        }
        for text in ["0", "-5", "9223372036854775807"] {
            assert_eq!(read::<i64>(text).as_deref(), Some(text));
        }
        for text in ["0.10", "-1e3"] {
            assert_eq!(read::<Decimal>(text).as_deref(), Some(text));
        }
        for text in ["", " e\u{301} "] {
            assert_eq!(read::<String>(text).as_deref(), Some(text));
            assert_eq!(read::<DateTime>(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_texts_are_no_values() {
        for text in ["True", "1", "", " true"] {
            assert_eq!(read::<bool>(text), None, "{text}");
        }
        for text in ["+5", "07", "-0", "9223372036854775808", "1.0", ""] {
            assert_eq!(read::<i64>(text), None, "{text}");
        }
        assert_eq!(read::<Decimal>(".5"), None);
    }

    #[test]
    fn what_is_set_wins_when_writing() {
        let mut dictionary = BTreeMap::from([("a".to_owned(), "maybe".to_owned())]);
        insert::<bool>(&mut dictionary, "a", &None);
        assert_eq!(dictionary["a"], "maybe");
        insert(&mut dictionary, "a", &Some(true));
        assert_eq!(dictionary["a"], "true");
    }
}
