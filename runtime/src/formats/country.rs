//! The countries of ISO 3166-1.

use super::letters::{Lasts, has, place, with};

/// Of each first letter, the second ones.
static BY_FIRST_LETTER: [Lasts; 26] = by_first_letter();

#[expect(clippy::indexing_slicing, reason = "runs in the compiler")]
const fn by_first_letter() -> [Lasts; 26] {
    let mut sets = [0; 26];
    let mut index = 0;
    while index < COUNTRIES.len() {
        let code = COUNTRIES[index].as_bytes();
        let first = place(code[0]) as usize;
        sets[first] = with(sets[first], code[1]);
        index += 1;
    }
    sets
}

/// Whether this is one of [`COUNTRIES`].
#[inline]
pub(super) fn is_code(text: &str) -> bool {
    match text.as_bytes() {
        [first, second] => has(BY_FIRST_LETTER.get(usize::from(place(*first))), *second),
        _ => false,
    }
}

/// The officially assigned codes of two letters, sorted.
#[rustfmt::skip]
pub static COUNTRIES: &[&str] = &[
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
    "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
    "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
    "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
    "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
    "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
    "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
    "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
    "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
    "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
    "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_and_complete() {
        assert!(COUNTRIES.is_sorted_by(|left, right| left < right));
        assert_eq!(COUNTRIES.len(), 249);
    }

    #[test]
    fn agrees_with_iso_country() {
        let letters = || 'A'..='Z';
        for code in letters().flat_map(|first| letters().map(move |second| format!("{first}{second}"))) {
            let expected = code.parse::<iso_currency::Country>().is_ok();
            assert_eq!(COUNTRIES.contains(&code.as_str()), expected, "{code}");
            assert_eq!(is_code(&code), expected, "{code}");
        }
    }

    #[test]
    fn only_two_capital_letters_are_a_code() {
        for code in ["", "D", "DEU", "de", "dE", "De", "D\u{7f}", "D[", "D`", "@E", "[E", "é"] {
            assert!(!is_code(code), "{code:?}");
        }
    }
}
