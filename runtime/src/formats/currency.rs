//! The currencies of ISO 4217.

use super::letters::{Lasts, has, place, with};

/// A currency or fund that ISO 4217 lists as in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// Three capital letters.
    pub code: &'static str,
    /// The number, of at most three digits.
    pub number: u16,
    /// Decimal places of the smallest unit; `None` for metals, units of account and the like.
    pub exponent: Option<u8>,
}

/// The currency with this code, which is in capital letters.
///
/// # Example
/// ```
/// use wirewright::formats::currency;
///
/// assert_eq!(currency("JPY").and_then(|yen| yen.exponent), Some(0));
/// assert_eq!(currency("jpy"), None);
/// ```
#[must_use]
pub fn currency(code: &str) -> Option<&'static Currency> {
    let place = CURRENCIES.binary_search_by(|currency| currency.code.cmp(code)).ok()?;
    CURRENCIES.get(place)
}

/// Of each two first letters, the third ones.
static BY_FIRST_LETTERS: [[Lasts; 26]; 26] = by_first_letters();

#[expect(clippy::indexing_slicing, reason = "runs in the compiler")]
const fn by_first_letters() -> [[Lasts; 26]; 26] {
    let mut sets = [[0; 26]; 26];
    let mut index = 0;
    while index < CURRENCIES.len() {
        let code = CURRENCIES[index].code.as_bytes();
        let (first, second) = (place(code[0]) as usize, place(code[1]) as usize);
        sets[first][second] = with(sets[first][second], code[2]);
        index += 1;
    }
    sets
}

/// Whether this is the code of one of [`CURRENCIES`].
#[inline]
pub(super) fn is_code(text: &str) -> bool {
    match text.as_bytes() {
        [first, second, third] => {
            let sets = BY_FIRST_LETTERS.get(usize::from(place(*first)));
            has(sets.and_then(|sets| sets.get(usize::from(place(*second)))), *third)
        }
        _ => false,
    }
}

const fn new(code: &'static str, number: u16, exponent: Option<u8>) -> Currency {
    Currency { code, number, exponent }
}

/// List one of ISO 4217, funds, metals and `XXX` included, by code; as of 2026: without the Bulgarian lev (`BGN`),
/// the Croatian kuna, `ANG` (now `XCG`), `CUC`, `SLL` and `ZWL` (now `ZWG`). Both `VED` and `VES` are in force.
pub static CURRENCIES: &[Currency] = &[
    new("AED", 784, Some(2)),
    new("AFN", 971, Some(2)),
    new("ALL", 8, Some(2)),
    new("AMD", 51, Some(2)),
    new("AOA", 973, Some(2)),
    new("ARS", 32, Some(2)),
    new("AUD", 36, Some(2)),
    new("AWG", 533, Some(2)),
    new("AZN", 944, Some(2)),
    new("BAM", 977, Some(2)),
    new("BBD", 52, Some(2)),
    new("BDT", 50, Some(2)),
    new("BHD", 48, Some(3)),
    new("BIF", 108, Some(0)),
    new("BMD", 60, Some(2)),
    new("BND", 96, Some(2)),
    new("BOB", 68, Some(2)),
    new("BOV", 984, Some(2)),
    new("BRL", 986, Some(2)),
    new("BSD", 44, Some(2)),
    new("BTN", 64, Some(2)),
    new("BWP", 72, Some(2)),
    new("BYN", 933, Some(2)),
    new("BZD", 84, Some(2)),
    new("CAD", 124, Some(2)),
    new("CDF", 976, Some(2)),
    new("CHE", 947, Some(2)),
    new("CHF", 756, Some(2)),
    new("CHW", 948, Some(2)),
    new("CLF", 990, Some(4)),
    new("CLP", 152, Some(0)),
    new("CNY", 156, Some(2)),
    new("COP", 170, Some(2)),
    new("COU", 970, Some(2)),
    new("CRC", 188, Some(2)),
    new("CUP", 192, Some(2)),
    new("CVE", 132, Some(2)),
    new("CZK", 203, Some(2)),
    new("DJF", 262, Some(0)),
    new("DKK", 208, Some(2)),
    new("DOP", 214, Some(2)),
    new("DZD", 12, Some(2)),
    new("EGP", 818, Some(2)),
    new("ERN", 232, Some(2)),
    new("ETB", 230, Some(2)),
    new("EUR", 978, Some(2)),
    new("FJD", 242, Some(2)),
    new("FKP", 238, Some(2)),
    new("GBP", 826, Some(2)),
    new("GEL", 981, Some(2)),
    new("GHS", 936, Some(2)),
    new("GIP", 292, Some(2)),
    new("GMD", 270, Some(2)),
    new("GNF", 324, Some(0)),
    new("GTQ", 320, Some(2)),
    new("GYD", 328, Some(2)),
    new("HKD", 344, Some(2)),
    new("HNL", 340, Some(2)),
    new("HTG", 332, Some(2)),
    new("HUF", 348, Some(2)),
    new("IDR", 360, Some(2)),
    new("ILS", 376, Some(2)),
    new("INR", 356, Some(2)),
    new("IQD", 368, Some(3)),
    new("IRR", 364, Some(2)),
    new("ISK", 352, Some(0)),
    new("JMD", 388, Some(2)),
    new("JOD", 400, Some(3)),
    new("JPY", 392, Some(0)),
    new("KES", 404, Some(2)),
    new("KGS", 417, Some(2)),
    new("KHR", 116, Some(2)),
    new("KMF", 174, Some(0)),
    new("KPW", 408, Some(2)),
    new("KRW", 410, Some(0)),
    new("KWD", 414, Some(3)),
    new("KYD", 136, Some(2)),
    new("KZT", 398, Some(2)),
    new("LAK", 418, Some(2)),
    new("LBP", 422, Some(2)),
    new("LKR", 144, Some(2)),
    new("LRD", 430, Some(2)),
    new("LSL", 426, Some(2)),
    new("LYD", 434, Some(3)),
    new("MAD", 504, Some(2)),
    new("MDL", 498, Some(2)),
    new("MGA", 969, Some(2)),
    new("MKD", 807, Some(2)),
    new("MMK", 104, Some(2)),
    new("MNT", 496, Some(2)),
    new("MOP", 446, Some(2)),
    new("MRU", 929, Some(2)),
    new("MUR", 480, Some(2)),
    new("MVR", 462, Some(2)),
    new("MWK", 454, Some(2)),
    new("MXN", 484, Some(2)),
    new("MXV", 979, Some(2)),
    new("MYR", 458, Some(2)),
    new("MZN", 943, Some(2)),
    new("NAD", 516, Some(2)),
    new("NGN", 566, Some(2)),
    new("NIO", 558, Some(2)),
    new("NOK", 578, Some(2)),
    new("NPR", 524, Some(2)),
    new("NZD", 554, Some(2)),
    new("OMR", 512, Some(3)),
    new("PAB", 590, Some(2)),
    new("PEN", 604, Some(2)),
    new("PGK", 598, Some(2)),
    new("PHP", 608, Some(2)),
    new("PKR", 586, Some(2)),
    new("PLN", 985, Some(2)),
    new("PYG", 600, Some(0)),
    new("QAR", 634, Some(2)),
    new("RON", 946, Some(2)),
    new("RSD", 941, Some(2)),
    new("RUB", 643, Some(2)),
    new("RWF", 646, Some(0)),
    new("SAR", 682, Some(2)),
    new("SBD", 90, Some(2)),
    new("SCR", 690, Some(2)),
    new("SDG", 938, Some(2)),
    new("SEK", 752, Some(2)),
    new("SGD", 702, Some(2)),
    new("SHP", 654, Some(2)),
    new("SLE", 925, Some(2)),
    new("SOS", 706, Some(2)),
    new("SRD", 968, Some(2)),
    new("SSP", 728, Some(2)),
    new("STN", 930, Some(2)),
    new("SVC", 222, Some(2)),
    new("SYP", 760, Some(2)),
    new("SZL", 748, Some(2)),
    new("THB", 764, Some(2)),
    new("TJS", 972, Some(2)),
    new("TMT", 934, Some(2)),
    new("TND", 788, Some(3)),
    new("TOP", 776, Some(2)),
    new("TRY", 949, Some(2)),
    new("TTD", 780, Some(2)),
    new("TWD", 901, Some(2)),
    new("TZS", 834, Some(2)),
    new("UAH", 980, Some(2)),
    new("UGX", 800, Some(0)),
    new("USD", 840, Some(2)),
    new("USN", 997, Some(2)),
    new("UYI", 940, Some(0)),
    new("UYU", 858, Some(2)),
    new("UYW", 927, Some(4)),
    new("UZS", 860, Some(2)),
    new("VED", 926, Some(2)),
    new("VES", 928, Some(2)),
    new("VND", 704, Some(0)),
    new("VUV", 548, Some(0)),
    new("WST", 882, Some(2)),
    new("XAD", 396, Some(2)),
    new("XAF", 950, Some(0)),
    new("XAG", 961, None),
    new("XAU", 959, None),
    new("XBA", 955, None),
    new("XBB", 956, None),
    new("XBC", 957, None),
    new("XBD", 958, None),
    new("XCD", 951, Some(2)),
    new("XCG", 532, Some(2)),
    new("XDR", 960, None),
    new("XOF", 952, Some(0)),
    new("XPD", 964, None),
    new("XPF", 953, Some(0)),
    new("XPT", 962, None),
    new("XSU", 994, None),
    new("XTS", 963, None),
    new("XUA", 965, None),
    new("XXX", 999, None),
    new("YER", 886, Some(2)),
    new("ZAR", 710, Some(2)),
    new("ZMW", 967, Some(2)),
    new("ZWG", 924, Some(2)),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Where we know better than the oracle, which takes `VES` for replaced by `VED`; the standard lists both.
    const IN_FORCE_FOR_US: &str = "VES";

    #[test]
    fn agrees_with_iso_currency() {
        let letters = || b'A'..=b'Z';
        for (first, second, third) in
            letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| (a, b, c))))
        {
            let code = String::from_utf8(vec![first, second, third]).unwrap();
            let expected = iso_currency::Currency::from_code(&code)
                .filter(|currency| currency.is_superseded().is_none() || code == IN_FORCE_FOR_US);
            let found = currency(&code);
            assert_eq!(is_code(&code), found.is_some(), "{code}");
            assert_eq!(
                found.map(|found| found.number),
                expected.map(|expected| expected.numeric()),
                "{code}"
            );
            let exponents =
                (found.and_then(|found| found.exponent), expected.and_then(|expected| expected.exponent()));
            assert_eq!(exponents.0.map(u16::from), exponents.1, "{code}");
        }
    }

    #[test]
    fn only_three_capital_letters_are_a_code() {
        for code in ["", "EU", "EURO", "eur", "EUr", "E[R", "@UR", "EU\u{7f}", "EU@", "é€"] {
            assert!(!is_code(code), "{code:?}");
        }
    }

    #[test]
    fn sorted_for_the_search() {
        assert!(CURRENCIES.is_sorted_by(|left, right| left.code < right.code));
        assert_eq!(CURRENCIES.len(), 178);
    }
}
