//! Constraints that name values: `const` and `enum`. Rules compare with the same literals.

use std::cmp::Ordering;

use super::number::compare_texts;
use super::{Bound, Number, Numeric, look_through};
use crate::{Date, DateTime, Decimal, Limit, Path, Violations, codes};

/// What can be compared with a literal: text, numbers, booleans, dates. `None` where there is no value.
#[diagnostic::on_unimplemented(
    message = "this says something about scalars and enums, but this is `{Self}`",
    label = "does not fit the type",
    note = "scalars are text, booleans, dates, integers of up to 64 bits and `wirewright::Decimal`"
)]
pub trait Scalar {
    /// The value.
    fn scalar(&self) -> Option<ScalarRef<'_>>;
}

/// A value without parts.
#[derive(Clone, Copy, Debug)]
pub enum ScalarRef<'a> {
    /// Text.
    Text(&'a str),
    /// An integer or a decimal.
    Number(Number<'a>),
    /// A boolean.
    Boolean(bool),
    /// A date and time.
    DateTime(&'a DateTime),
    /// A date.
    Date(&'a Date),
}

/// A value written in a spec or an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal<'a> {
    /// Text; compared with a decimal, the number that it spells.
    Text(&'a str),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

look_through!(impl Scalar { fn scalar -> Option<ScalarRef<'_>> });

macro_rules! scalars {
    ($($Type:ty: $value:ident => $scalar:expr;)*) => {$(
        impl Scalar for $Type {
            #[inline]
            fn scalar(&self) -> Option<ScalarRef<'_>> {
                let $value = self;
                Some($scalar)
            }
        }
    )*};
}

scalars! {
    str: text => ScalarRef::Text(text);
    String: text => ScalarRef::Text(text);
    bool: boolean => ScalarRef::Boolean(*boolean);
    DateTime: time => ScalarRef::DateTime(time);
    Date: date => ScalarRef::Date(date);
    Decimal: decimal => ScalarRef::Number(Number::Decimal(decimal));
}

macro_rules! integers {
    ($($Integer:ty)*) => {$(
        impl Scalar for $Integer {
            #[inline]
            fn scalar(&self) -> Option<ScalarRef<'_>> {
                self.number().map(ScalarRef::Number)
            }
        }
    )*};
}

integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl ScalarRef<'_> {
    /// Whether this is the literal: text by its bytes, numbers by value.
    #[inline]
    #[must_use]
    pub fn is(self, literal: Literal<'_>) -> bool {
        match (self, literal) {
            (ScalarRef::Text(text), Literal::Text(literal)) => text == literal,
            (ScalarRef::DateTime(time), Literal::Text(literal)) => time.as_str() == literal,
            (ScalarRef::Date(date), Literal::Text(literal)) => date.as_str() == literal,
            (ScalarRef::Boolean(boolean), Literal::Boolean(literal)) => boolean == literal,
            (ScalarRef::Number(_), _) => self.compare_literal(literal) == Some(Ordering::Equal),
            _ => false,
        }
    }

    /// How this number compares with the literal; `None` where they cannot be compared.
    #[inline]
    #[must_use]
    pub fn compare_literal(self, literal: Literal<'_>) -> Option<Ordering> {
        match (self, literal) {
            (ScalarRef::Number(number), Literal::Integer(literal)) => {
                Some(number.compare(Bound::Integer(literal)))
            }
            (ScalarRef::Number(number), Literal::Text(literal)) => number.compare_text(literal),
            _ => None,
        }
    }

    /// How two values of a document compare: numbers by value, dates by the calendar, date-times by the instant,
    /// text by its bytes. `None` where they cannot be compared or a date is not valid.
    #[must_use]
    pub fn compare(self, other: ScalarRef<'_>) -> Option<Ordering> {
        match (self, other) {
            (ScalarRef::Number(left), ScalarRef::Number(right)) => Some(compare_numbers(left, right)),
            (ScalarRef::DateTime(left), ScalarRef::DateTime(right)) => left.compare(right),
            (ScalarRef::Date(left), ScalarRef::Date(right)) => left.compare(right),
            (ScalarRef::Text(left), ScalarRef::Text(right)) => Some(left.cmp(right)),
            (ScalarRef::Boolean(left), ScalarRef::Boolean(right)) => Some(left.cmp(&right)),
            _ => None,
        }
    }
}

fn compare_numbers(left: Number<'_>, right: Number<'_>) -> Ordering {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => left.cmp(&right),
        (left, Number::Decimal(right)) => left.compare(Bound::Decimal(right)),
        (Number::Decimal(left), Number::Integer(right)) => compare_texts(left.as_str(), &right.to_string()),
    }
}

impl Literal<'_> {
    /// As a violation's limit.
    fn limit(self) -> Limit {
        match self {
            Literal::Text(text) => Limit::Text(text.to_owned().into()),
            Literal::Integer(integer) => Limit::Integer(integer),
            Literal::Boolean(boolean) => Limit::Text(if boolean { "true" } else { "false" }.into()),
        }
    }
}

/// `const`: the value is this one.
#[inline]
pub fn constant(
    value: &(impl Scalar + ?Sized),
    literal: Literal<'_>,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.scalar().is_some_and(|scalar| !scalar.is(literal)) {
        violations.report(path, codes::CONST, Some(literal.limit()));
    }
}

/// `enum`: the value is one of these.
#[inline]
pub fn enumeration(
    value: &(impl Scalar + ?Sized),
    literals: &[Literal<'_>],
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.scalar().is_some_and(|scalar| !literals.iter().any(|literal| scalar.is(*literal))) {
        violations.report(path, codes::ENUM, None);
    }
}
