//! Dates and times as RFC 3339 writes them.

use std::cmp::Ordering;

/// A point in time. A leap second is the same as the second after it, as in POSIX time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moment<'a> {
    /// Since the start of the year 0000, in UTC, leap seconds not counted.
    seconds: i64,
    /// Digits after the dot, without zeros at their end: their order as text is their order as numbers.
    fraction: &'a [u8],
}

const MINUTES_PER_DAY: i64 = 24 * 60;

/// Whether this is a `date-time` of RFC 3339: `2026-02-28T23:59:59.5+08:00`.
///
/// Seconds are required, a fraction of any length is optional, the offset is `Z` or `±hh:mm` up to 23:59. `T` and
/// `Z` may be small, as the RFC says; a space instead of the `T` is not accepted. The date must exist. Second 60 is
/// accepted where a leap second can be: in the last minute of a day in UTC, on any day, since the table of leap
/// seconds grows.
///
/// # Example
/// ```
/// use wirewright::formats::is_date_time;
///
/// assert!(is_date_time("2019-11-27T12:01:01+08:00"));
/// assert!(!is_date_time("2019-02-29T12:01:01Z"));
/// assert!(is_date_time("1999-01-01T07:59:60+08:00"));
/// ```
#[must_use]
pub fn is_date_time(text: &str) -> bool {
    moment(text).is_some()
}

/// Whether this is a calendar date that exists, years 0000 to 9999: `2024-02-29`.
#[must_use]
pub fn is_date(text: &str) -> bool {
    matches!(date(text.as_bytes()), Some((_, [])))
}

/// Which of two date-times is earlier, by the instant they name; `None` when one of them is not valid. A leap second
/// counts as the first second of the minute after it.
///
/// # Example
/// ```
/// use std::cmp::Ordering;
/// use wirewright::formats::compare_date_times;
///
/// let order = compare_date_times("2024-01-01T08:00:00+08:00", "2024-01-01T00:00:00.000Z");
/// assert_eq!(order, Some(Ordering::Equal));
/// ```
#[must_use]
pub fn compare_date_times(left: &str, right: &str) -> Option<Ordering> {
    Some(moment(left)?.cmp(&moment(right)?))
}

/// Which of two dates is earlier; `None` when one of them is not valid.
#[must_use]
pub fn compare_dates(left: &str, right: &str) -> Option<Ordering> {
    (is_date(left) && is_date(right)).then(|| left.cmp(right))
}

fn moment(text: &str) -> Option<Moment<'_>> {
    let (days, rest) = date(text.as_bytes())?;
    let [
        b'T' | b't',
        hour_tens,
        hour_ones,
        b':',
        minute_tens,
        minute_ones,
        b':',
        second_tens,
        second_ones,
        rest @ ..,
    ] = rest
    else {
        return None;
    };
    let hour = number(&[*hour_tens, *hour_ones], 23)?;
    let minute = number(&[*minute_tens, *minute_ones], 59)?;
    let second = number(&[*second_tens, *second_ones], 60)?;
    let (fraction, rest) = fraction(rest)?;
    let minute = days * MINUTES_PER_DAY + hour * 60 + minute - offset(rest)?;
    let is_last_of_day = minute.rem_euclid(MINUTES_PER_DAY) == MINUTES_PER_DAY - 1;
    (second < 60 || is_last_of_day).then_some(Moment { seconds: minute * 60 + second, fraction })
}

/// Days since the first day of the year 0000, and what follows the date.
fn date(text: &[u8]) -> Option<(i64, &[u8])> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] = text else { return None };
    let year = number(&[*y1, *y2, *y3, *y4], 9999)?;
    let month = number(&[*m1, *m2], 12)?;
    let day = number(&[*d1, *d2], 31)?;
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (days_before, length) = match month {
        1 => (0, 31),
        2 => (31, 28),
        3 => (59, 31),
        4 => (90, 30),
        5 => (120, 31),
        6 => (151, 30),
        7 => (181, 31),
        8 => (212, 31),
        9 => (243, 30),
        10 => (273, 31),
        11 => (304, 30),
        12 => (334, 31),
        _ => return None,
    };
    let leap_day = i64::from(is_leap_year);
    let length = if month == 2 { length + leap_day } else { length };
    if day < 1 || day > length {
        return None;
    }
    // Leap years among the years before this one; the year 0 is one of them.
    let leap_years = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    let leap_day = if month > 2 { leap_day } else { 0 };
    Some((year * 365 + leap_years + days_before + leap_day + day - 1, rest))
}

/// The digits after a dot if there is one, and what follows.
fn fraction(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let [b'.', rest @ ..] = text else { return Some((&[], text)) };
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = rest.split_at_checked(length).filter(|(digits, _)| !digits.is_empty())?;
    let zeros = digits.iter().rev().take_while(|digit| **digit == b'0').count();
    Some((digits.get(..length - zeros)?, rest))
}

/// The offset from UTC in minutes; all of the text.
fn offset(text: &[u8]) -> Option<i64> {
    match text {
        b"Z" | b"z" => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let minutes = number(&[*h1, *h2], 23)? * 60 + number(&[*m1, *m2], 59)?;
            Some(if *sign == b'-' { -minutes } else { minutes })
        }
        _ => None,
    }
}

fn number(digits: &[u8], maximum: i64) -> Option<i64> {
    let mut value = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(*digit - b'0');
    }
    (value <= maximum).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_times() {
        for text in [
            "2019-11-27T12:01:01+08:00",
            "2019-11-27T12:01:01Z",
            "2019-11-27t12:01:01z",
            "2019-11-27T12:01:01.1-00:00",
            "2019-11-27T12:01:01.123456789012345678901234567890Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59+23:59",
            "2000-02-29T00:00:00Z",
            "1998-12-31T23:59:60Z",
            "1998-12-31T15:59:60.123-08:00",
            "2016-12-31T23:59:60+00:00",
        ] {
            assert!(is_date_time(text), "{text}");
        }
        for text in [
            "",
            "2019-11-27",
            "2019-11-27T12:01:01",
            "2019-11-27T12:01Z",
            "2019-11-27 12:01:01Z",
            "2019-11-27T24:00:00Z",
            "2019-11-27T12:60:01Z",
            "2019-11-27T12:01:61Z",
            "2019-11-27T12:01:60Z",
            "1998-12-31T22:59:60Z",
            "1998-12-31T23:58:60Z",
            "2023-02-30T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2019-13-01T00:00:00Z",
            "2019-00-01T00:00:00Z",
            "2019-01-00T00:00:00Z",
            "2019-11-27T12:01:01.Z",
            "2019-11-27T12:01:01,5Z",
            "2019-11-27T12:01:01+0800",
            "2019-11-27T12:01:01+08",
            "2019-11-27T12:01:01+24:00",
            "2019-11-27T12:01:01+08:60",
            "2019-11-27T12:01:01Zjunk",
            " 2019-11-27T12:01:01Z",
            "2019-11-27T12:01:01Z\n",
            "19-11-27T12:01:01Z",
            "+2019-11-27T12:01:01Z",
            "２019-11-27T12:01:01Z",
            "2019-11-27T12:01:0éZ",
            "2019-4-06T12:01:01Z",
        ] {
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn dates() {
        for text in ["2024-02-29", "2000-02-29", "0000-02-29", "9999-12-31"] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "2023-02-29",
            "2100-02-29",
            "2024-04-31",
            "2024-1-01",
            "2024-01-01Z",
            "",
            "2024-01-32",
            "2024-13-01",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn days_are_counted_without_gaps() {
        let mut expected = 0;
        for year in 0..2200 {
            for month in 1..=12 {
                for day in 1..=31 {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    if let Some((days, _)) = date(text.as_bytes()) {
                        assert_eq!(days, expected, "{text}");
                        expected += 1;
                    }
                }
            }
        }
        assert_eq!(expected, 803_534);
    }

    #[test]
    fn ordered_by_instant() {
        let ascending = [
            "0000-01-01T00:00:00+23:59",
            "1998-12-31T23:59:59.9Z",
            "1998-12-31T23:59:60Z",
            "1999-01-01T07:59:60.01+08:00",
            "1999-01-01T00:00:00.45Z",
            "1999-01-01T00:00:00.5Z",
            "1999-01-01T00:00:00.51Z",
            "2024-03-01T00:00:00Z",
        ];
        for pair in ascending.windows(2) {
            assert_eq!(compare_date_times(pair[0], pair[1]), Some(Ordering::Less), "{pair:?}");
        }
        let equal = compare_date_times("2024-02-29T23:30:00.50-01:00", "2024-03-01T00:30:00.5Z");
        assert_eq!(equal, Some(Ordering::Equal));
        let leap = compare_date_times("1998-12-31T23:59:60.5Z", "1999-01-01T00:00:00.5Z");
        assert_eq!(leap, Some(Ordering::Equal));
        assert_eq!(compare_date_times("2024-02-30T23:30:00Z", "2024-03-01T00:30:00Z"), None);
        assert_eq!(compare_dates("2024-02-29", "2024-03-01"), Some(Ordering::Less));
        assert_eq!(compare_dates("2024-02-30", "2024-03-01"), None);
    }
}
