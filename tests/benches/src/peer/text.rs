//! Texts, looked at byte by byte.

use std::collections::HashSet;

/// Fewer Unicode scalar values than this. A text has at most as many as bytes and at least a fourth of them: most are
/// settled without counting.
#[inline]
pub(crate) fn is_shorter(text: &str, minimum: usize) -> bool {
    text.len() < minimum || (text.len().div_ceil(4) < minimum && text.chars().count() < minimum)
}

/// More Unicode scalar values than this.
#[inline]
pub(crate) fn is_longer(text: &str, maximum: usize) -> bool {
    text.len() > maximum && (text.len().div_ceil(4) > maximum || text.chars().count() > maximum)
}

/// `^[A-Z]{3}$`
pub(crate) fn is_currency(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z'])
}

/// `^[A-Za-z0-9-]+$`
pub(crate) fn is_sku(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// `^[^@ ]+@[^@ ]+$`
pub(crate) fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|byte| matches!(byte, b'@' | b' ')) else { return false };
    let (name, rest) = bytes.split_at(at);
    match rest {
        [b'@', host @ ..] => {
            !name.is_empty() && !host.is_empty() && !host.iter().any(|byte| matches!(byte, b'@' | b' '))
        }
        _ => false,
    }
}

/// `^\+[0-9]{4,15}$`
pub(crate) fn is_phone(text: &str) -> bool {
    match text.as_bytes() {
        [b'+', digits @ ..] => (4..=15).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// A scheme, a colon and something after it without spaces and control characters.
pub(crate) fn is_uri(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(colon) = bytes.iter().position(|byte| *byte == b':') else { return false };
    let (scheme, rest) = bytes.split_at(colon);
    let is_scheme = match scheme {
        [first, rest @ ..] => {
            first.is_ascii_alphabetic()
                && rest.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        }
        [] => false,
    };
    is_scheme && rest.len() > 1 && rest.iter().all(|byte| *byte > b' ' && *byte != 0x7f)
}

/// RFC 3339 with an offset. Second 60 is accepted in the last minute of a day in UTC.
pub(crate) fn is_date_time(text: &str) -> bool {
    let [
        y1,
        y2,
        y3,
        y4,
        b'-',
        m1,
        m2,
        b'-',
        d1,
        d2,
        b'T' | b't',
        h1,
        h2,
        b':',
        n1,
        n2,
        b':',
        s1,
        s2,
        rest @ ..,
    ] = text.as_bytes()
    else {
        return false;
    };
    let date = (two(*y1, *y2), two(*y3, *y4), two(*m1, *m2), two(*d1, *d2));
    let time = (two(*h1, *h2), two(*n1, *n2), two(*s1, *s2));
    let (Some(century), Some(year), Some(month), Some(day)) = date else { return false };
    let (Some(hour), Some(minute), Some(second)) = time else { return false };
    let Some(offset) = offset(without_fraction(rest)) else { return false };
    let in_range = (1..=days_of(century * 100 + year, month)).contains(&day)
        && hour <= 23
        && minute <= 59
        && second <= 60;
    in_range && (second < 60 || (hour * 60 + minute - offset).rem_euclid(1440) == 1439)
}

fn days_of(year: i32, month: i32) -> i32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// What follows a dot and at least one digit; all of it where there is no such fraction.
fn without_fraction(text: &[u8]) -> &[u8] {
    match text {
        [b'.', b'0'..=b'9', rest @ ..] => {
            let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
            rest.split_at(end).1
        }
        _ => text,
    }
}

/// `Z` or `±hh:mm`, in minutes.
fn offset(text: &[u8]) -> Option<i32> {
    match text {
        b"Z" | b"z" => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (two(*h1, *h2)?, two(*m1, *m2)?);
            let offset = hours * 60 + minutes;
            let offset = if *sign == b'-' { -offset } else { offset };
            (hours <= 23 && minutes <= 59).then_some(offset)
        }
        _ => None,
    }
}

fn two(tens: u8, ones: u8) -> Option<i32> {
    let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    digits.then(|| i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))
}

/// Whether two of the texts are equal. Few are compared with each other, which is quicker than to hash them.
pub(crate) fn has_duplicates(texts: &[String]) -> bool {
    if texts.len() <= 20 {
        return texts
            .iter()
            .enumerate()
            .any(|(index, text)| texts.iter().take(index).any(|other| other == text));
    }
    let mut seen = HashSet::with_capacity(texts.len());
    !texts.iter().all(|text| seen.insert(text))
}
