//! What expanded rules call: steps along paths, presence, tests and comparisons.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;
use std::sync::Arc;

use crate::checks::{Items, Literal, Numeric, Scalar, ScalarRef};
use crate::{Date, DateTime, Decimal, Nullable, Path, Validate, Violation, Violations};

/// What a `?` in a path goes into, to find a `V`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not optional",
    label = "remove this `?`",
    note = "`?` in a rule's path goes into an `Option` or a `Nullable`"
)]
pub trait Optional<V> {
    /// The value, where there is one.
    fn value(&self) -> Option<&V>;
}

impl<V> Optional<V> for Option<V> {
    #[inline]
    fn value(&self) -> Option<&V> {
        self.as_ref()
    }
}

impl<V> Optional<V> for Nullable<V> {
    #[inline]
    fn value(&self) -> Option<&V> {
        Nullable::value(self)
    }
}

/// `?`: goes into an optional value.
#[inline]
pub fn inside<V, T: Optional<V>>(value: Option<&T>) -> Option<&V> {
    value.and_then(T::value)
}

/// `[*]` in a condition: whether a test holds for one element.
#[inline]
pub fn any_element<T: Items>(value: Option<&T>, test: impl FnMut(&T::Item) -> bool) -> bool {
    value.and_then(T::items).into_iter().flatten().any(test)
}

/// `[*]` in a consequence: visits each element with its path.
#[inline]
pub fn for_each_element<T: Items>(
    value: Option<&T>,
    path: &Path<'_>,
    mut visit: impl FnMut(Option<&T::Item>, &Path<'_>),
) {
    for (index, element) in value.and_then(T::items).into_iter().flatten().enumerate() {
        visit(Some(element), &path.index(index));
    }
}

/// How many are true.
#[inline]
pub fn count(present: &[bool]) -> usize {
    present.iter().filter(|present| **present).count()
}

/// The path of a field, by its identifier; `owner` tells the type that has the field and need not be there.
#[inline]
pub fn member<'b, T: Validate>(path: &'b Path<'b>, owner: Option<&T>, field: &'static str) -> Path<'b> {
    let _ = owner;
    path.member(T::__wire_name, field)
}

/// Asks whether a value is present. Written `(&&Presence(&value)).is_present()`: rustc looks for the method on
/// `&Presence`, then on `&&Presence`, then on `Presence`, so each trait answers where the ones before it do not.
pub struct Presence<'a, T>(pub &'a T);

/// Presence of what may be null: null is absent.
pub trait NullablePresence {
    /// There, and not null.
    fn is_present(&self) -> bool;
}

impl<T> NullablePresence for &Presence<'_, Option<Nullable<T>>> {
    #[inline]
    fn is_present(&self) -> bool {
        matches!(self.0, Some(Nullable::Value(_)))
    }
}

impl<T> NullablePresence for &Presence<'_, Nullable<T>> {
    #[inline]
    fn is_present(&self) -> bool {
        matches!(self.0, Nullable::Value(_))
    }
}

/// Presence of an `Option`.
pub trait OptionPresence {
    /// There.
    fn is_present(&self) -> bool;
}

impl<T> OptionPresence for &&Presence<'_, Option<T>> {
    #[inline]
    fn is_present(&self) -> bool {
        self.0.is_some()
    }
}

/// Presence of what is always there.
pub trait AlwaysPresent {
    /// True.
    #[inline]
    fn is_present(&self) -> bool {
        true
    }
}

impl<T> AlwaysPresent for Presence<'_, T> {}

/// How two values must compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    LessThan,
    /// `<=`
    LessThanOrEqual,
    /// `>`
    GreaterThan,
    /// `>=`
    GreaterThanOrEqual,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
}

impl Comparison {
    /// Whether values of this order compare so.
    #[must_use]
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Comparison::LessThan => ordering.is_lt(),
            Comparison::LessThanOrEqual => ordering.is_le(),
            Comparison::GreaterThan => ordering.is_gt(),
            Comparison::GreaterThanOrEqual => ordering.is_ge(),
            Comparison::Equal => ordering.is_eq(),
            Comparison::NotEqual => ordering.is_ne(),
        }
    }
}

/// `path == literal`, `path in [literals]`: the value is there and one of these.
#[inline]
pub fn is_one_of(value: &(impl Scalar + ?Sized), literals: &[Literal<'_>]) -> bool {
    value.scalar().is_some_and(|scalar| literals.iter().any(|literal| scalar.is(*literal)))
}

/// `path != literal`: the value is there and another.
#[inline]
pub fn is_not(value: &(impl Scalar + ?Sized), literal: Literal<'_>) -> bool {
    value.scalar().is_some_and(|scalar| !scalar.is(literal))
}

/// `path < literal`: the value is there and compares so. Only numbers compare so.
#[inline]
pub fn is_ordered(value: &(impl Numeric + ?Sized), comparison: Comparison, literal: Literal<'_>) -> bool {
    value
        .number()
        .and_then(|number| ScalarRef::Number(number).compare_literal(literal))
        .is_some_and(|ordering| comparison.holds(ordering))
}

/// What has an order among others of its kind.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be compared",
    label = "does not fit the type",
    note = "`compare` takes two numbers, two `DateTime`s or two `Date`s"
)]
pub trait Ordered: Scalar {
    /// Its kind: [`Numbers`], [`DateTimes`] or [`Dates`].
    type Kind;
}

/// The kind of integers and decimals.
pub enum Numbers {}
/// The kind of points in time.
pub enum DateTimes {}
/// The kind of days.
pub enum Dates {}
/// A kind that shows at run time only.
pub enum Anything {}

/// That two values are of one kind.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{Kind}` can't be compared",
    label = "does not fit the type",
    note = "`compare` takes two numbers, two `DateTime`s or two `Date`s"
)]
pub trait Same<Kind> {}

impl Same<Numbers> for Numbers {}
impl Same<DateTimes> for DateTimes {}
impl Same<Dates> for Dates {}
impl<Kind> Same<Anything> for Kind {}

macro_rules! ordered {
    ($($Kind:ty: $($Type:ty)+;)*) => {$($(impl Ordered for $Type {
        type Kind = $Kind;
    })+)*};
}

ordered! {
    Numbers: i8 i16 i32 i64 isize u8 u16 u32 u64 usize Decimal;
    DateTimes: DateTime;
    Dates: Date;
}

macro_rules! ordered_inside {
    ($([$($bounds:tt)*] $Outer:ty;)*) => {$(
        impl<T: Ordered $($bounds)*> Ordered for $Outer {
            type Kind = T::Kind;
        }
    )*};
}

ordered_inside! {
    [+ ?Sized] &T;
    [+ ?Sized] Box<T>;
    [+ ?Sized] Rc<T>;
    [+ ?Sized] Arc<T>;
    [+ ?Sized + ToOwned] Cow<'_, T>;
    [] Option<T>;
    [] Nullable<T>;
}

/// What can be compared with an `R`. One bound for both sides: what fits neither is one error.
pub trait ComparesWith<R: ?Sized>: Scalar {}

impl<L: Ordered + ?Sized, R: Ordered + ?Sized> ComparesWith<R> for L where L::Kind: Same<R::Kind> {}

/// `compare(left < right)`: false where both are there, can be compared, and do not compare so.
#[inline]
pub fn compares<L: ComparesWith<R> + ?Sized, R: Scalar + ?Sized>(
    left: Option<&L>,
    comparison: Comparison,
    right: Option<&R>,
) -> bool {
    let scalars = left.and_then(L::scalar).zip(right.and_then(R::scalar));
    scalars.and_then(|(left, right)| left.compare(right)).is_none_or(|ordering| comparison.holds(ordering))
}

/// Adds the violation of a rule. `code` is `rule:<id>`.
#[cold]
#[inline(never)]
pub fn report(path: &Path<'_>, code: &'static str, message: &'static str, violations: &mut Violations) {
    violations.push(Violation::of_rule(path, Cow::Borrowed(code), Cow::Borrowed(message)));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As expansions ask.
    macro_rules! present {
        ($value:expr) => {
            (&&Presence(&$value)).is_present()
        };
    }

    #[test]
    fn presence_of_every_kind_of_field() {
        assert!(present!(1_u8));
        assert!(present!(Some(1_u8)));
        assert!(!present!(None::<u8>));
        assert!(!present!(Nullable::<u8>::Null));
        assert!(present!(Nullable::Value(1_u8)));
        assert!(!present!(Some(Nullable::<u8>::Null)));
        assert!(!present!(None::<Nullable<u8>>));
        assert!(present!(Some(Nullable::Value(1_u8))));
        assert!(present!(Vec::<u8>::new()));
    }

    #[test]
    fn comparisons_hold() {
        let holds = |comparison: Comparison| {
            [Ordering::Less, Ordering::Equal, Ordering::Greater].map(|order| comparison.holds(order))
        };
        assert_eq!(holds(Comparison::LessThan), [true, false, false]);
        assert_eq!(holds(Comparison::LessThanOrEqual), [true, true, false]);
        assert_eq!(holds(Comparison::GreaterThan), [false, false, true]);
        assert_eq!(holds(Comparison::GreaterThanOrEqual), [false, true, true]);
        assert_eq!(holds(Comparison::Equal), [false, true, false]);
        assert_eq!(holds(Comparison::NotEqual), [true, false, true]);
    }

    #[test]
    fn what_cannot_be_compared_breaks_nothing() {
        assert!(compares(Some(&1_u8), Comparison::LessThan, Some(&2_u8)));
        assert!(!compares(Some(&2_u8), Comparison::LessThan, Some(&2_u8)));
        assert!(compares(None::<&u8>, Comparison::LessThan, Some(&2_u8)));
        assert!(compares(Some(&Some(9_u8)), Comparison::LessThan, Some(&None::<u8>)));
        assert!(compares(Some(&Date::new("x")), Comparison::LessThan, Some(&Date::new("2024-01-01"))));
    }
}
