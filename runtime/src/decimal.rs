//! Exact decimals: amounts, rates, anything that must not become a float.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::number::Parts;

mod multiple;
#[cfg(feature = "serde")]
mod serde;

#[cfg(feature = "serde")]
pub(crate) use self::serde::{Accepted, DECIMAL_TOKEN, NUMBER_TOKEN, RAW_TOKEN, read, read_one_or_many};

/// An exact decimal number. It keeps the text it was made from and compares by value: `1.0 == 1.00`, `1e2 == 100`.
///
/// The grammar is that of a JSON number: no `+` in front, no leading zeros, digits on both sides of a dot. At most
/// [`Self::MAX_DIGITS`] digits (zeros at the front not counted, zeros at the end are), an exponent of at most
/// [`Self::MAX_EXPONENT`] either way.
///
/// # Example
/// ```
/// use wirewright::Decimal;
///
/// let price: Decimal = "19.90".parse()?;
/// assert_eq!(price, "19.9".parse()?);
/// assert_eq!(price.to_string(), "19.90");
/// assert!(price > Decimal::from(19_i64));
/// assert!(price.is_multiple_of(&"0.05".parse()?));
/// # Ok::<(), wirewright::ParseDecimalError>(())
/// ```
#[derive(Clone)]
pub struct Decimal {
    /// A JSON number within the limits.
    text: Cow<'static, str>,
}

impl Decimal {
    /// The most digits, zeros at the front not counted.
    pub const MAX_DIGITS: usize = 100;

    /// The largest magnitude of the exponent as written.
    pub const MAX_EXPONENT: i64 = 10_000;

    /// The number written in source code. In a `const` or `static` a mistake in it is a compile error.
    ///
    /// # Panics
    /// When the text is not a decimal; use [`str::parse`] for text that is not a literal.
    ///
    /// # Example
    /// ```
    /// use wirewright::Decimal;
    ///
    /// static CENT: Decimal = Decimal::literal("0.01");
    /// assert!(CENT.is_positive());
    /// ```
    #[must_use]
    #[expect(clippy::panic, reason = "meant for constants, where a panic is the compile error")]
    pub const fn literal(text: &'static str) -> Self {
        match check(text) {
            Ok(()) => Decimal { text: Cow::Borrowed(text) },
            Err(_) => panic!("not a decimal: a JSON number of at most 100 digits, exponent at most 10000"),
        }
    }

    /// The text it was made from.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is greater than zero.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        self.parts().exact().sign() > 0
    }

    /// Whether it is zero, however written.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.parts().exact().sign() == 0
    }

    /// Whether this number is `divisor` times a whole number. Exact. Zero is a multiple of everything, and nothing
    /// but zero is a multiple of zero.
    #[must_use]
    pub fn is_multiple_of(&self, divisor: &Decimal) -> bool {
        multiple::is_multiple(&self.parts().exact(), &divisor.parts().exact())
    }

    /// The number that this text is, taken over without a copy.
    ///
    /// # Errors
    /// When the text is not a JSON number or exceeds the limits.
    pub fn from_text(text: String) -> Result<Self, ParseDecimalError> {
        check(&text)?;
        Ok(Decimal { text: Cow::Owned(text) })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::scan(self.text.as_bytes()).unwrap_or(Parts::ZERO)
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        check(text)?;
        Ok(Decimal { text: Cow::Owned(text.to_owned()) })
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Decimal { text: Cow::Owned(value.to_string()) }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Decimal({})", self.text)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().exact().cmp(&other.parts().exact())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().exact().hash(state);
    }
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDecimalError {
    /// The text is not a JSON number.
    Syntax,
    /// More than [`Decimal::MAX_DIGITS`] digits.
    TooManyDigits,
    /// The exponent is beyond [`Decimal::MAX_EXPONENT`].
    ExponentOutOfRange,
}

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParseDecimalError::Syntax => formatter.write_str("not a decimal number"),
            ParseDecimalError::TooManyDigits => {
                write!(formatter, "a decimal has at most {} digits", Decimal::MAX_DIGITS)
            }
            ParseDecimalError::ExponentOutOfRange => {
                write!(formatter, "the exponent of a decimal is at most {} either way", Decimal::MAX_EXPONENT)
            }
        }
    }
}

impl std::error::Error for ParseDecimalError {}

const fn check(text: &str) -> Result<(), ParseDecimalError> {
    match Parts::scan(text.as_bytes()) {
        None => Err(ParseDecimalError::Syntax),
        Some(parts) if parts.count_digits() > Decimal::MAX_DIGITS => Err(ParseDecimalError::TooManyDigits),
        Some(parts)
            if parts.exponent() > Decimal::MAX_EXPONENT || parts.exponent() < -Decimal::MAX_EXPONENT =>
        {
            Err(ParseDecimalError::ExponentOutOfRange)
        }
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
