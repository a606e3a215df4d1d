//! Dates and times that are kept as the text received.

use std::cmp::Ordering;
use std::fmt;

use crate::formats;

/// A date and time with an offset from UTC (RFC 3339), kept as the text received.
///
/// It holds any text: reading never fails for a date. [`DateTime::is_valid`] tells, and validation reports what is
/// not. `==` compares the text; [`DateTime::compare`] the instant.
///
/// # Example
/// ```
/// use wirewright::DateTime;
///
/// let expiry = DateTime::new("2026-01-31T23:59:59+08:00");
/// assert!(expiry.is_valid());
/// assert!(!DateTime::new("tomorrow").is_valid());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct DateTime(String);

impl DateTime {
    /// Whether the text is a date-time; see [`formats::is_date_time`].
    #[must_use]
    pub fn is_valid(&self) -> bool {
        formats::is_date_time(&self.0)
    }

    /// Which is earlier, by the instant; `None` when one of them is not valid.
    #[must_use]
    pub fn compare(&self, other: &DateTime) -> Option<Ordering> {
        formats::compare_date_times(&self.0, &other.0)
    }
}

/// A calendar date, kept as the text received.
///
/// It holds any text: reading never fails for a date. [`Date::is_valid`] tells, and validation reports what is not.
///
/// # Example
/// ```
/// use wirewright::Date;
///
/// assert!(Date::new("2024-02-29").is_valid());
/// assert!(!Date::new("2023-02-29").is_valid());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Date(String);

impl Date {
    /// Whether the text is a date; see [`formats::is_date`].
    #[must_use]
    pub fn is_valid(&self) -> bool {
        formats::is_date(&self.0)
    }

    /// Which is earlier; `None` when one of them is not valid.
    #[must_use]
    pub fn compare(&self, other: &Date) -> Option<Ordering> {
        formats::compare_dates(&self.0, &other.0)
    }
}

macro_rules! text_type {
    ($Type:ident) => {
        impl $Type {
            /// Takes any text.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as received.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as received.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl From<&str> for $Type {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $Type {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl AsRef<str> for $Type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $Type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(&self.0)
            }
        }

        impl fmt::Debug for $Type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, formatter)
            }
        }
    };
}

text_type!(DateTime);
text_type!(Date);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_and_written_back() {
        let read: DateTime = serde_json::from_str(r#""2023-02-30""#).unwrap();
        assert!(!read.is_valid());
        assert_eq!(serde_json::to_string(&read).unwrap(), r#""2023-02-30""#);
    }

    #[test]
    fn compared_by_instant() {
        let (left, right) =
            (DateTime::new("2024-01-01T00:00:00Z"), DateTime::new("2024-01-01T08:00:00+08:00"));
        assert_ne!(left, right);
        assert_eq!(left.compare(&right), Some(Ordering::Equal));
        assert_eq!(Date::new("2024-01-01").compare(&Date::new("x")), None);
    }
}
