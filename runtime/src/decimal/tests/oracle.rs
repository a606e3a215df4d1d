//! Random decimals against arithmetic on digits as it is taught at school.

use proptest::prelude::*;

use super::*;

/// Every number of these tests times 10^SCALE is whole.
const SCALE: i64 = 260;

/// An integer without leading zeros, highest digit first; empty for zero.
type Digits = Vec<u8>;

/// Sign and magnitude, times 10^[`SCALE`].
fn scaled(text: &str) -> (bool, Digits) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let shift = exponent.parse::<i64>().unwrap() - i64::try_from(fraction.len()).unwrap() + SCALE;
    let digits = integer.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let zeros = std::iter::repeat_n(b'0', usize::try_from(shift).unwrap());
    (text.starts_with('-'), strip(digits.chain(zeros).collect()))
}

fn strip(digits: Digits) -> Digits {
    digits.into_iter().skip_while(|digit| *digit == b'0').collect()
}

fn compare_magnitude(left: &Digits, right: &Digits) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (scaled(left), scaled(right));
    let sign = |number: &(bool, Digits)| if number.1.is_empty() { 0 } else { 1 - 2 * i32::from(number.0) };
    sign(&left).cmp(&sign(&right)).then_with(|| match sign(&left) {
        -1 => compare_magnitude(&right.1, &left.1),
        _ => compare_magnitude(&left.1, &right.1),
    })
}

fn subtract(left: &Digits, right: &Digits) -> Digits {
    let mut difference = left.clone();
    let mut borrow = 0;
    for (index, digit) in difference.iter_mut().rev().enumerate() {
        let other = right.iter().rev().nth(index).map_or(0, |digit| digit - b'0') + borrow;
        let own = *digit - b'0';
        borrow = u8::from(own < other);
        *digit = own + 10 * borrow - other + b'0';
    }
    strip(difference)
}

fn is_multiple(value: &str, divisor: &str) -> bool {
    let (value, divisor) = (scaled(value).1, scaled(divisor).1);
    if divisor.is_empty() {
        return value.is_empty();
    }
    let mut remainder = Digits::new();
    for digit in value {
        remainder.push(digit);
        remainder = strip(remainder);
        while compare_magnitude(&remainder, &divisor).is_ge() {
            remainder = subtract(&remainder, &divisor);
        }
    }
    remainder.is_empty()
}

/// The product, by adding up.
fn multiply(left: &str, right: &str) -> String {
    let mut columns = vec![0_u32; left.len() + right.len()];
    for (i, a) in left.bytes().rev().enumerate() {
        for (j, b) in right.bytes().rev().enumerate() {
            columns[i + j] += u32::from(a - b'0') * u32::from(b - b'0');
        }
    }
    let mut carry = 0;
    let mut digits: Vec<char> = Vec::new();
    for column in columns {
        let sum = column + carry;
        digits.push(char::from_digit(sum % 10, 10).unwrap());
        carry = sum / 10;
    }
    let text: String = digits.into_iter().rev().skip_while(|digit| *digit == '0').collect();
    if text.is_empty() { "0".to_owned() } else { text }
}

fn decimal_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
        "-?(0|[1-9][0-9]{0,49})(\\.[0-9]{1,49})?(e-?1?[0-9]{1,2})?",
        "-?[1-9][05]{0,5}(\\.[05]{1,5})?(e-?[0-9])?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order(left in decimal_text(), right in decimal_text()) {
        prop_assert_eq!(decimal(&left).cmp(&decimal(&right)), compare(&left, &right));
    }

    #[test]
    fn equal_numbers_are_equal_and_hash_alike(text in decimal_text(), zeros in 1_usize..5) {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
        let dot = if mantissa.contains('.') { "" } else { "." };
        let other = format!("{mantissa}{dot}{}e{exponent}", "0".repeat(zeros));
        let Ok(other) = other.parse::<Decimal>() else { return Ok(()) };
        prop_assert_eq!(&decimal(&text), &other);
        let hash = |number: &Decimal| {
            let mut hasher = std::hash::DefaultHasher::new();
            number.hash(&mut hasher);
            hasher.finish()
        };
        prop_assert_eq!(hash(&decimal(&text)), hash(&other));
    }

    #[test]
    fn multiples(value in decimal_text(), divisor in decimal_text()) {
        prop_assert_eq!(decimal(&value).is_multiple_of(&decimal(&divisor)), is_multiple(&value, &divisor));
    }

    #[test]
    fn products_are_multiples(left in "[1-9][0-9]{0,49}", right in "[1-9][0-9]{0,48}", shift in -50_i64..50) {
        let product = decimal(&format!("{}e{shift}", multiply(&left, &right)));
        let divisor = decimal(&format!("{right}e{shift}"));
        prop_assert!(product.is_multiple_of(&divisor));
        prop_assert!(product.is_multiple_of(&decimal(&left)) == is_multiple(product.as_str(), &left));
    }

    #[test]
    fn any_text_is_parsed_or_refused(text in "[-+0-9.eE ]{0,12}") {
        let number = text.parse::<Decimal>();
        prop_assert_eq!(number.is_ok(), serde_json::from_str::<serde_json::Number>(&text).is_ok_and(|_| !text.contains(' ')) || overflows(&text));
    }
}

/// serde_json refuses what no float can hold, and takes exponents that we refuse.
fn overflows(text: &str) -> bool {
    text.parse::<Decimal>().is_ok() && text.parse::<f64>().is_ok_and(f64::is_infinite)
}
