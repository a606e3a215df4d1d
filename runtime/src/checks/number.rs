//! Constraints on numbers. Everything is exact: nothing becomes a float.

use std::cmp::Ordering;
use std::io::Write;

use super::look_through;
use crate::number::Parts;
use crate::{Decimal, Limit, Path, Violations, codes};

/// What is a number: every integer type and [`Decimal`]. `None` where there is no value.
#[diagnostic::on_unimplemented(
    message = "this says something about numbers, but this is `{Self}`",
    label = "does not fit the type",
    note = "numbers are integers of up to 64 bits and `wirewright::Decimal`; floats are not exact"
)]
pub trait Numeric {
    /// The number.
    fn number(&self) -> Option<Number<'_>>;
}

/// A number of a document.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    /// An integer.
    Integer(i128),
    /// A decimal.
    Decimal(&'a Decimal),
}

/// A bound that numbers are compared with.
#[derive(Clone, Copy, Debug)]
pub enum Bound<'a> {
    /// An integer.
    Integer(i64),
    /// A decimal.
    Decimal(&'a Decimal),
}

look_through!(impl Numeric { fn number -> Option<Number<'_>> });

macro_rules! integers {
    ($($Integer:ty)*) => {$(
        impl Numeric for $Integer {
            #[inline]
            fn number(&self) -> Option<Number<'_>> {
                i128::try_from(*self).ok().map(Number::Integer)
            }
        }
    )*};
}

integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl Numeric for Decimal {
    #[inline]
    fn number(&self) -> Option<Number<'_>> {
        Some(Number::Decimal(self))
    }
}

impl Number<'_> {
    /// Which is less, by value.
    #[inline]
    #[must_use]
    pub fn compare(self, bound: Bound<'_>) -> Ordering {
        match (self, bound) {
            (Number::Integer(left), Bound::Integer(right)) => left.cmp(&i128::from(right)),
            (Number::Decimal(left), Bound::Decimal(right)) => left.cmp(right),
            (Number::Integer(left), Bound::Decimal(right)) => {
                with_digits(left, |left| compare_texts(left, right.as_str()))
            }
            (Number::Decimal(left), Bound::Integer(right)) => {
                with_digits(right.into(), |right| compare_texts(left.as_str(), right))
            }
        }
    }

    /// Which is less, by value; `None` where the text is no number.
    #[inline]
    #[must_use]
    pub(super) fn compare_text(self, text: &str) -> Option<Ordering> {
        Parts::scan(text.as_bytes())?;
        Some(match self {
            Number::Integer(left) => with_digits(left, |left| compare_texts(left, text)),
            Number::Decimal(left) => compare_texts(left.as_str(), text),
        })
    }

    /// Whether this is a whole multiple of the bound; of zero only zero is.
    #[inline]
    #[must_use]
    pub fn is_multiple_of(self, divisor: Bound<'_>) -> bool {
        match (self, divisor) {
            (Number::Integer(value), Bound::Integer(divisor)) => {
                value.checked_rem(divisor.into()).map_or(value == 0, |remainder| remainder == 0)
            }
            (Number::Decimal(value), Bound::Decimal(divisor)) => value.is_multiple_of(divisor),
            (Number::Integer(value), Bound::Decimal(divisor)) => {
                is_multiple_of_mixed(&value.to_string(), divisor.as_str())
            }
            (Number::Decimal(value), Bound::Integer(divisor)) => {
                is_multiple_of_mixed(value.as_str(), &divisor.to_string())
            }
        }
    }
}

/// Decimals and integers are rarely mixed: the integer is made a decimal then.
#[cold]
fn is_multiple_of_mixed(value: &str, divisor: &str) -> bool {
    match (value.parse::<Decimal>(), divisor.parse::<Decimal>()) {
        (Ok(value), Ok(divisor)) => value.is_multiple_of(&divisor),
        _ => false,
    }
}

/// Calls with the integer's digits, which stand on the stack.
fn with_digits<T>(integer: i128, call: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0_u8; 48];
    let mut rest = buffer.as_mut_slice();
    let written = write!(rest, "{integer}").map(|()| rest.len());
    let length = buffer.len() - written.unwrap_or(buffer.len());
    let digits = buffer.get(..length).and_then(|digits| std::str::from_utf8(digits).ok());
    call(digits.unwrap_or("0"))
}

/// Compares two JSON numbers by value; what is none counts as zero.
pub(super) fn compare_texts(left: &str, right: &str) -> Ordering {
    let left = Parts::scan(left.as_bytes()).unwrap_or(Parts::ZERO);
    let right = Parts::scan(right.as_bytes()).unwrap_or(Parts::ZERO);
    left.exact().cmp(&right.exact())
}

impl Bound<'_> {
    /// As a violation's limit.
    fn limit(self) -> Option<Limit> {
        Some(match self {
            Bound::Integer(integer) => Limit::Integer(integer),
            Bound::Decimal(decimal) => Limit::Text(decimal.as_str().to_owned().into()),
        })
    }
}

macro_rules! bounds {
    ($($(#[$doc:meta])* $check:ident, $code:ident: $($broken:ident)|+;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $check(value: &(impl Numeric + ?Sized), bound: Bound<'_>, path: &Path<'_>, violations: &mut Violations) {
            if value.number().is_some_and(|number| matches!(number.compare(bound), $(Ordering::$broken)|+)) {
                violations.report(path, codes::$code, bound.limit());
            }
        }
    )*};
}

bounds! {
    /// `minimum`: not less than.
    minimum, MINIMUM: Less;
    /// `exclusiveMinimum`: greater than.
    exclusive_minimum, EXCLUSIVE_MINIMUM: Less | Equal;
    /// `maximum`: not greater than.
    maximum, MAXIMUM: Greater;
    /// `exclusiveMaximum`: less than.
    exclusive_maximum, EXCLUSIVE_MAXIMUM: Greater | Equal;
}

/// `multipleOf`: a whole multiple of.
#[inline]
pub fn multiple_of(
    value: &(impl Numeric + ?Sized),
    divisor: Bound<'_>,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.number().is_some_and(|number| !number.is_multiple_of(divisor)) {
        violations.report(path, codes::MULTIPLE_OF, divisor.limit());
    }
}
