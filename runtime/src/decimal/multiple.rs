//! Exact divisibility, with a remainder of fixed size instead of big integers.

use crate::number::Exact;

/// Words of the remainder, lowest first: 384 bits hold ten times a divisor of 100 digits (336 bits).
const WORDS: usize = 6;

/// A divisor below 10^100 has fewer factors 2 and fewer factors 5 than this. More zeros at the end of the dividend
/// change nothing.
const ENOUGH_ZEROS: i64 = 340;

/// Whether `value` is a whole multiple of `divisor`.
pub(super) fn is_multiple(value: &Exact<'_>, divisor: &Exact<'_>) -> bool {
    if value.sign() == 0 || divisor.sign() == 0 {
        return value.sign() == 0;
    }
    // The last digits are not zero: a value with a digit below the divisor's last one cannot be a multiple.
    let zeros = value.lowest_power().saturating_sub(divisor.lowest_power());
    if zeros < 0 {
        return false;
    }
    let modulus = divisor.digits().fold(Wide::default(), Wide::append_digit);
    let zeros = usize::try_from(zeros.min(ENOUGH_ZEROS)).unwrap_or(0);
    let dividend = value.digits().chain(std::iter::repeat_n(0, zeros));
    let remainder =
        dividend.fold(Wide::default(), |remainder, digit| remainder.append_digit(digit).reduce(&modulus));
    remainder == Wide::default()
}

/// An unsigned integer of 384 bits.
#[derive(Clone, Copy, Default, PartialEq)]
struct Wide([u64; WORDS]);

impl Wide {
    /// Ten times this plus the digit.
    fn append_digit(mut self, digit: u8) -> Self {
        let mut carry = u128::from(digit);
        for word in &mut self.0 {
            let product = u128::from(*word) * 10 + carry;
            let (low, high) = split(product);
            *word = low;
            carry = u128::from(high);
        }
        self
    }

    /// The remainder of this, which is below ten times the modulus.
    fn reduce(mut self, modulus: &Wide) -> Self {
        while self.0.iter().rev().ge(modulus.0.iter().rev()) {
            self.subtract(modulus);
        }
        self
    }

    fn subtract(&mut self, other: &Wide) {
        let mut borrow = false;
        for (word, subtrahend) in self.0.iter_mut().zip(other.0) {
            let (difference, first) = word.overflowing_sub(subtrahend);
            let (difference, second) = difference.overflowing_sub(u64::from(borrow));
            *word = difference;
            borrow = first || second;
        }
    }
}

/// The low and the high half.
#[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
fn split(value: u128) -> (u64, u64) {
    (value as u64, (value >> 64) as u64)
}
