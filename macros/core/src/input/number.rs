//! JSON numbers compared by their text: exact, whatever their size.

use std::cmp::Ordering;

/// A number other than zero, as `0.<digits> * 10^power`.
struct Parts {
    negative: bool,
    power: i64,
    digits: String,
}

/// Which is less, by value.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    let sign = |parts: &Option<Parts>| match parts {
        None => 0,
        Some(parts) if parts.negative => -1,
        Some(_) => 1,
    };
    let (left, right) = (Parts::read(left), Parts::read(right));
    let signs = sign(&left).cmp(&sign(&right));
    let (Some(left), Some(right)) = (left, right) else { return signs };
    let magnitudes = left.power.cmp(&right.power).then_with(|| left.digits.cmp(&right.digits));
    signs.then(if left.negative { magnitudes.reverse() } else { magnitudes })
}

impl Parts {
    /// `None` for zero.
    fn read(text: &str) -> Option<Parts> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(unsigned) => (true, unsigned),
            None => (false, text),
        };
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        let zeros = all.len() - digits.len();
        let digits = digits.trim_end_matches('0').to_owned();
        let capped = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
        let exponent = exponent.parse().unwrap_or(capped);
        let place = i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        let power = place.saturating_add(exponent);
        (!digits.is_empty()).then_some(Parts { negative, power, digits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value() {
        let ascending =
            ["-1e2", "-99.9", "-0.010", "0", "1e-5", "0.01", "0.1", "1", "1.0001", "9", "10", "1e9999"];
        for (place, left) in ascending.iter().enumerate() {
            for (other, right) in ascending.iter().enumerate() {
                assert_eq!(compare(left, right), place.cmp(&other), "{left} {right}");
            }
        }
        for (left, right) in
            [("1", "1.0"), ("0", "-0e5"), ("100", "1e2"), ("0.5", "5E-1"), ("1e+2", "100.00")]
        {
            assert_eq!(compare(left, right), Ordering::Equal, "{left} {right}");
        }
    }
}
