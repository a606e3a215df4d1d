//! What the `format` keyword of a spec checks. Plain functions on text; the same rules stand in generated Swift.

mod country;
mod currency;
mod letters;
mod time;

pub use country::COUNTRIES;
pub use currency::{CURRENCIES, Currency, currency};
pub use time::{compare_date_times, compare_dates, is_date, is_date_time};

/// Whether this is a URI in the sense of the spec language: a scheme, a colon and something after it.
///
/// The scheme is a letter and any number of letters, digits, `+`, `-` and `.` (RFC 3986, section 3.1). After the
/// colon stands at least one character; none of them is a control character, a space or DEL (U+0000 to U+0020,
/// U+007F). Nothing else is asked for: app links have no host, and characters beyond ASCII occur.
///
/// # Example
/// ```
/// use wirewright::formats::is_uri;
///
/// assert!(is_uri("https://merchant.example/return?id=1"));
/// assert!(is_uri("imeituan:pay"));
/// assert!(!is_uri("//merchant.example"));
/// ```
#[must_use]
pub fn is_uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_scheme_byte = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = bytes.iter().take_while(|byte| is_scheme_byte(byte)).count();
    match bytes.split_at_checked(length) {
        Some(([first, ..], [b':', rest @ ..])) => {
            // No way out of this loop, so that it goes by many bytes at a time.
            let is_clean = rest.iter().fold(true, |so_far, byte| so_far & (*byte > b' ') & (*byte != 0x7F));
            first.is_ascii_alphabetic() && !rest.is_empty() && is_clean
        }
        _ => false,
    }
}

/// Whether this is the code of a currency in force (ISO 4217), in capital letters; see [`CURRENCIES`].
#[inline]
#[must_use]
pub fn is_iso4217(text: &str) -> bool {
    currency::is_code(text)
}

/// Whether this is an officially assigned country code of two capital letters (ISO 3166-1 alpha-2); see
/// [`COUNTRIES`].
#[inline]
#[must_use]
pub fn is_iso3166_alpha2(text: &str) -> bool {
    country::is_code(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris() {
        for text in ["a:b", "https://größe/订单", "x-app.v1+2:?", "tel:+49", "A:%20", "urn:uuid:1", "a::"]
        {
            assert!(is_uri(text), "{text:?}");
        }
        for text in [
            "", ":", "a:", ":a", "a", "1a:b", "a b:c", "a:b c", "a:b\n", "a:\u{7f}", "é:b", "/a:b", " a:b",
            "a_b:c", "-a:b",
        ] {
            assert!(!is_uri(text), "{text:?}");
        }
    }

    #[test]
    fn codes() {
        for code in ["USD", "EUR", "XCG", "ZWG", "VES", "XXX"] {
            assert!(is_iso4217(code), "{code}");
        }
        for code in ["", "usd", "US", "USDX", "DEM", "BGN", "ZWL", "ÜSD", "USD "] {
            assert!(!is_iso4217(code), "{code}");
        }
        for code in ["DE", "BR", "SX", "AX"] {
            assert!(is_iso3166_alpha2(code), "{code}");
        }
        for code in ["", "de", "DEU", "UK", "EU", "XK", "AN", "D"] {
            assert!(!is_iso3166_alpha2(code), "{code}");
        }
    }
}
