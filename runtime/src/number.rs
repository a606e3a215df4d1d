//! The text of a JSON number, taken apart without turning it into a float: what [`Decimal`](crate::Decimal) and the
//! JSON reader compare numbers with.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// Exponents beyond this magnitude are not counted any more, only told apart by their text.
const EXPONENT_CAP: i64 = 1_000_000_000_000_000;

/// The parts of a number as written. `None` of [`Parts::scan`] means that the text is not a JSON number.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    negative: bool,
    /// Digits with at most one dot among them.
    mantissa: &'a [u8],
    exponent: Exponent<'a>,
}

#[derive(Clone, Copy)]
struct Exponent<'a> {
    /// At most [`EXPONENT_CAP`] in magnitude.
    value: i64,
    /// The text, when the value was capped; empty otherwise.
    capped: &'a [u8],
}

impl<'a> Parts<'a> {
    /// What stands in for a text that cannot occur.
    pub(crate) const ZERO: Parts<'static> =
        Parts { negative: false, mantissa: b"0", exponent: Exponent { value: 0, capped: b"" } };

    /// Takes a number apart: JSON's grammar, all of `text`.
    pub(crate) const fn scan(text: &'a [u8]) -> Option<Self> {
        let (negative, unsigned) = match text {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, text),
        };
        let after_integer = match unsigned {
            [b'0', rest @ ..] => rest,
            [b'1'..=b'9', rest @ ..] => skip_digits(rest),
            _ => return None,
        };
        let after_mantissa = match after_integer {
            [b'.', b'0'..=b'9', rest @ ..] => skip_digits(rest),
            _ => after_integer,
        };
        let (mantissa, _) = unsigned.split_at(unsigned.len() - after_mantissa.len());
        match scan_exponent(after_mantissa) {
            Some(exponent) => Some(Parts { negative, mantissa, exponent }),
            None => None,
        }
    }

    /// The exponent as written, 0 without one.
    pub(crate) const fn exponent(&self) -> i64 {
        self.exponent.value
    }

    /// The digits of the mantissa, not counting zeros at its front.
    pub(crate) const fn count_digits(&self) -> usize {
        let mut rest = self.mantissa;
        let mut count = 0;
        while let [byte, tail @ ..] = rest {
            if *byte != b'.' && (count > 0 || *byte != b'0') {
                count += 1;
            }
            rest = tail;
        }
        count
    }

    /// The number without what does not change its value.
    pub(crate) fn exact(self) -> Exact<'a> {
        let digits = || self.mantissa.iter().filter(|byte| **byte != b'.');
        let leading = digits().take_while(|byte| **byte == b'0').count();
        let total = digits().count();
        if leading == total {
            return Exact { negative: false, mantissa: b"", leading: 0, count: 0, top: 0, capped: b"" };
        }
        let trailing = digits().rev().take_while(|byte| **byte == b'0').count();
        let integer = self.mantissa.iter().take_while(|byte| **byte != b'.').count();
        let shift = as_i64(integer).saturating_sub(as_i64(leading));
        let capped = self.exponent.capped;
        Exact {
            negative: self.negative,
            mantissa: self.mantissa,
            leading,
            count: total - leading - trailing,
            top: if capped.is_empty() {
                self.exponent.value.saturating_add(shift)
            } else {
                self.exponent.value
            },
            capped,
        }
    }
}

/// A number's value: `0.d₁d₂d₃… × 10^top` with the first and the last digit not zero. Equal and ordered by value.
#[derive(Clone, Copy)]
pub(crate) struct Exact<'a> {
    negative: bool,
    mantissa: &'a [u8],
    leading: usize,
    count: usize,
    top: i64,
    capped: &'a [u8],
}

impl<'a> Exact<'a> {
    /// The significant digits, 0 to 9; none for zero.
    pub(crate) fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        let digits = self.mantissa.iter().filter(|byte| **byte != b'.').map(|byte| byte.wrapping_sub(b'0'));
        digits.skip(self.leading).take(self.count)
    }

    /// The power of ten that the last significant digit stands for.
    pub(crate) fn lowest_power(&self) -> i64 {
        self.top.saturating_sub(as_i64(self.count))
    }

    /// -1, 0 or 1.
    pub(crate) fn sign(&self) -> i8 {
        match (self.count, self.negative) {
            (0, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        }
    }

    fn compare_magnitude(&self, other: &Exact<'_>) -> Ordering {
        let by_digits = || self.digits().cmp(other.digits());
        self.top.cmp(&other.top).then_with(by_digits).then_with(|| self.capped.cmp(other.capped))
    }
}

impl Ord for Exact<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| match self.sign() {
            -1 => other.compare_magnitude(self),
            _ => self.compare_magnitude(other),
        })
    }
}

impl PartialOrd for Exact<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact<'_> {}

impl Hash for Exact<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.sign(), self.top, self.capped).hash(state);
        self.digits().for_each(|digit| digit.hash(state));
    }
}

/// The boolean that a text encodes.
#[cfg(any(feature = "json", feature = "serde"))]
pub(crate) fn boolean_from_text(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The integer, if this is the one text that is written for it.
#[cfg(any(feature = "json", feature = "serde"))]
pub(crate) fn integer_from_text(text: &str) -> Option<i64> {
    match text.as_bytes() {
        b"0" | [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => text.parse().ok(),
        _ => None,
    }
}

const fn skip_digits(mut text: &[u8]) -> &[u8] {
    while let [b'0'..=b'9', tail @ ..] = text {
        text = tail;
    }
    text
}

/// What follows the mantissa: nothing, or `e`, an optional sign and digits.
const fn scan_exponent(text: &[u8]) -> Option<Exponent<'_>> {
    let (negative, mut rest) = match text {
        [] => return Some(Exponent { value: 0, capped: b"" }),
        [b'e' | b'E', b'-', rest @ ..] => (true, rest),
        [b'e' | b'E', b'+', rest @ ..] | [b'e' | b'E', rest @ ..] => (false, rest),
        _ => return None,
    };
    if rest.is_empty() {
        return None;
    }
    while let [b'0', tail @ ..] = rest {
        rest = tail;
    }
    let digits = rest;
    let mut value = 0;
    while let [digit @ b'0'..=b'9', tail @ ..] = rest {
        value = if value < EXPONENT_CAP { value * 10 + (*digit - b'0') as i64 } else { value };
        rest = tail;
    }
    if !rest.is_empty() {
        return None;
    }
    let is_capped = value >= EXPONENT_CAP;
    value = if is_capped { EXPONENT_CAP } else { value };
    Some(Exponent {
        value: if negative { -value } else { value },
        capped: if is_capped { digits } else { b"" },
    })
}

fn as_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact<'_> {
        Parts::scan(text.as_bytes()).unwrap().exact()
    }

    #[test]
    fn the_grammar_is_json_s() {
        for text in ["0", "-0", "1", "10", "0.0", "-1.50", "1e5", "1E+05", "1e-5", "123.456e7"] {
            assert!(Parts::scan(text.as_bytes()).is_some(), "{text}");
        }
        for text in [
            "", "-", "+1", "01", "00", ".5", "1.", "1.e5", "1e", "1e+", "1e5.0", " 1", "1 ", "0x1", "NaN",
            "1_0", "--1", "1e--5",
        ] {
            assert!(Parts::scan(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn equal_values_are_equal_however_written() {
        for (left, right) in [
            ("1", "1.0"),
            ("100", "1e2"),
            ("0", "-0"),
            ("0", "0.000e5"),
            ("0.001", "1e-3"),
            ("12.50", "125e-1"),
            ("-10", "-1E+1"),
            ("0e99999999999999999999", "0"),
            ("1e99999999999999999999", "1e099999999999999999999"),
        ] {
            assert!(exact(left) == exact(right), "{left} == {right}");
        }
    }

    #[test]
    fn ordered_by_value() {
        let ascending = [
            "-1e99999999999999999999",
            "-1e30",
            "-100",
            "-99.9",
            "-1.5",
            "-1.49",
            "-1",
            "-0.1",
            "-1e-99999999999999999999",
            "0",
            "1e-99999999999999999999",
            "1e-300",
            "0.1",
            "0.11",
            "0.2",
            "1",
            "1.0000001",
            "9",
            "10",
            "1e30",
            "1e99999999999999999999",
        ];
        for pair in ascending.windows(2) {
            assert!(exact(pair[0]) < exact(pair[1]), "{} < {}", pair[0], pair[1]);
            assert!(exact(pair[0]) != exact(pair[1]), "{} != {}", pair[0], pair[1]);
        }
    }
}
