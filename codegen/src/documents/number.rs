//! Numbers within bounds, and just outside of them.

use wirewright::Decimal;

use super::random::Random;
use crate::model::{Constraint, Number};

/// A decimal as a whole number of units of `10^-scale`.
#[derive(Clone, Copy)]
struct Scaled {
    units: i128,
    scale: u32,
}

/// The numbers that constraints allow, in whole units.
pub(super) struct Bounds {
    scale: u32,
    low: i128,
    high: i128,
    step: i128,
}

impl Bounds {
    /// Of an integer.
    pub(super) fn of_integer(constraints: &[Constraint]) -> Bounds {
        let mut bounds = Bounds { scale: 0, low: i128::from(i64::MIN), high: i128::from(i64::MAX), step: 1 };
        constraints.iter().for_each(|one| bounds.add(one));
        bounds
    }

    /// Of a decimal.
    pub(super) fn of_decimal(constraints: &[Constraint]) -> Bounds {
        let scales = constraints.iter().filter_map(bound).filter_map(scaled).map(|bound| bound.scale);
        let scale = scales.max().unwrap_or_default().max(2);
        let far = 10_i128.pow(scale.min(20)).saturating_mul(1_000_000_000_000);
        let has_step = constraints.iter().any(|one| matches!(one, Constraint::MultipleOf(_)));
        let mut bounds = Bounds { scale, low: -far, high: far, step: 1 };
        constraints.iter().for_each(|one| bounds.add(one));
        // Between two multiples there is nothing to find, else there is.
        debug_assert!(has_step || bounds.step == 1);
        bounds
    }

    fn add(&mut self, constraint: &Constraint) {
        let Some(units) = bound(constraint).and_then(scaled).and_then(|bound| rescale(bound, self.scale))
        else {
            return;
        };
        match constraint {
            Constraint::Minimum(_) => self.low = self.low.max(units),
            Constraint::ExclusiveMinimum(_) => self.low = self.low.max(units + 1),
            Constraint::Maximum(_) => self.high = self.high.min(units),
            Constraint::ExclusiveMaximum(_) => self.high = self.high.min(units - 1),
            Constraint::MultipleOf(_) => self.step = units.max(1),
            _ => {}
        }
    }

    /// A number within the bounds, often at one of them.
    pub(super) fn number(&self, random: &mut Random) -> String {
        let near_zero = |random: &mut Random| random.between(self.low.max(-1000), self.high.min(1000));
        let units = match random.below(5) {
            0 => self.low,
            1 => self.high,
            2 => random.between(self.low, self.high),
            _ => near_zero(random),
        };
        self.text(self.aligned(units))
    }

    /// The lowest one, nearest to zero where nothing says what is lowest.
    pub(super) fn plainest(&self) -> String {
        self.text(self.aligned(0_i128.clamp(self.low.min(self.high), self.high)))
    }

    /// The nearest multiple that is within the bounds.
    fn aligned(&self, units: i128) -> i128 {
        let below = units - units.rem_euclid(self.step);
        if below < self.low { below + self.step } else { below }
    }

    fn text(&self, units: i128) -> String {
        text(Scaled { units, scale: self.scale })
    }
}

/// The number of a constraint.
pub(super) fn bound(constraint: &Constraint) -> Option<&Number> {
    match constraint {
        Constraint::Minimum(bound)
        | Constraint::Maximum(bound)
        | Constraint::ExclusiveMinimum(bound)
        | Constraint::ExclusiveMaximum(bound)
        | Constraint::MultipleOf(bound) => Some(bound),
        _ => None,
    }
}

/// A number that misses a constraint by as little as its kind allows.
pub(super) fn beyond(constraint: &Constraint, current: &str) -> Option<String> {
    let bound = bound(constraint)?;
    let whole = matches!(bound, Number::Integer(_));
    let Some(mut limit) = scaled(bound) else { return Some(bound_text(bound)) };
    // A cent away, or the last digit of the bound.
    if !whole && limit.scale < 2 {
        limit = Scaled { units: rescale(limit, 2)?, scale: 2 };
    }
    let units = match constraint {
        Constraint::Minimum(_) => limit.units.checked_sub(1)?,
        Constraint::Maximum(_) => limit.units.checked_add(1)?,
        Constraint::MultipleOf(_) => return off_step(limit, whole, current),
        _ => limit.units,
    };
    Some(text(Scaled { units, ..limit }))
}

/// A number between two multiples, beside the current one.
fn off_step(step: Scaled, whole: bool, current: &str) -> Option<String> {
    let current = current.parse::<Decimal>().ok().and_then(|current| scaled_text(current.as_str()));
    let current = current.unwrap_or(Scaled { units: 0, scale: 0 });
    if whole {
        return (step.units > 1).then(|| text(Scaled { units: current.units + 1, scale: 0 }));
    }
    let scale = step.scale.max(current.scale) + 1;
    let (current, step) = (rescale(current, scale)?, rescale(step, scale)?);
    Some(text(Scaled { units: current.checked_add(step / 2)?, scale }))
}

fn scaled(number: &Number) -> Option<Scaled> {
    match number {
        Number::Integer(integer) => Some(Scaled { units: i128::from(*integer), scale: 0 }),
        Number::Decimal(decimal) => scaled_text(decimal.as_str()),
    }
}

fn bound_text(number: &Number) -> String {
    match number {
        Number::Integer(integer) => integer.to_string(),
        Number::Decimal(decimal) => decimal.as_str().to_owned(),
    }
}

/// `None` where the number is too large or too fine to count with.
fn scaled_text(text: &str) -> Option<Scaled> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let units: i128 = format!("{before}{fraction}").parse().ok()?;
    let scale =
        i64::try_from(fraction.len()).ok()?.checked_sub(exponent.trim_start_matches('+').parse().ok()?)?;
    match u32::try_from(scale) {
        Ok(scale) if scale <= 20 => Some(Scaled { units, scale }),
        Ok(_) => None,
        Err(_) => {
            let power = 10_i128.checked_pow(u32::try_from(scale.unsigned_abs()).ok()?)?;
            Some(Scaled { units: units.checked_mul(power)?, scale: 0 })
        }
    }
}

fn rescale(number: Scaled, scale: u32) -> Option<i128> {
    number.units.checked_mul(10_i128.checked_pow(scale.checked_sub(number.scale)?)?)
}

/// Written without zeros at its end.
fn text(number: Scaled) -> String {
    let sign = if number.units < 0 { "-" } else { "" };
    let scale = usize::try_from(number.scale).unwrap_or_default();
    let digits = format!("{:0>width$}", number.units.unsigned_abs(), width = scale + 1);
    let (before, fraction) = digits.split_at(digits.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Number {
        Number::Decimal(text.parse().unwrap())
    }

    #[test]
    fn numbers_are_within_their_bounds() {
        let mut random = Random::new(4);
        let integer = [Constraint::Minimum(Number::Integer(3)), Constraint::MultipleOf(Number::Integer(4))];
        let rate = [
            Constraint::ExclusiveMinimum(decimal("0.5")),
            Constraint::Maximum(decimal("2")),
            Constraint::MultipleOf(decimal("0.05")),
        ];
        for _ in 0..200 {
            let number: i64 = Bounds::of_integer(&integer).number(&mut random).parse().unwrap();
            assert!(number >= 3 && number % 4 == 0, "{number}");
            let text = Bounds::of_decimal(&rate).number(&mut random);
            let number: Decimal = text.parse().unwrap();
            assert!(number > "0.5".parse().unwrap() && number <= "2".parse().unwrap(), "{text}");
            assert!(number.is_multiple_of(&"0.05".parse().unwrap()), "{text}");
        }
        assert_eq!(Bounds::of_integer(&integer).plainest(), "4");
        assert_eq!(Bounds::of_decimal(&rate).plainest(), "0.55");
        assert_eq!(Bounds::of_integer(&[]).plainest(), "0");
    }

    #[test]
    fn the_nearest_numbers_outside() {
        for (constraint, current, expected) in [
            (Constraint::Minimum(Number::Integer(3)), "3", Some("2")),
            (Constraint::ExclusiveMaximum(Number::Integer(3)), "1", Some("3")),
            (Constraint::Maximum(Number::Integer(i64::MAX)), "1", Some("9223372036854775808")),
            (Constraint::MultipleOf(Number::Integer(1)), "1", None),
            (Constraint::MultipleOf(Number::Integer(5)), "10", Some("11")),
            (Constraint::Minimum(decimal("1")), "1", Some("0.99")),
            (Constraint::Maximum(decimal("0.125")), "0", Some("0.126")),
            (Constraint::MultipleOf(decimal("0.01")), "0.05", Some("0.055")),
            (Constraint::MultipleOf(decimal("2e1")), "40", Some("50")),
        ] {
            assert_eq!(beyond(&constraint, current).as_deref(), expected, "{constraint:?}");
        }
    }
}
