//! Constraints on text.

use super::{count_limit, look_through};
use crate::{Date, DateTime, Limit, Path, PatternTable, Violations, codes, formats};

/// What has text: strings, dates and times, open enums. `None` where there is no value.
#[diagnostic::on_unimplemented(
    message = "this says something about text, but this is `{Self}`",
    label = "does not fit the type",
    note = "for the elements of a list write it in `items(…)`, for the values of a map in `values(…)`"
)]
pub trait Text {
    /// The text as it stands in JSON.
    fn text(&self) -> Option<&str>;
}

look_through!(impl Text { fn text -> Option<&str> });

impl Text for str {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for String {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for DateTime {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

impl Text for Date {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

/// `minLength`: at least so many Unicode scalar values.
#[inline]
pub fn min_length(value: &(impl Text + ?Sized), limit: u64, path: &Path<'_>, violations: &mut Violations) {
    if value.text().is_some_and(|text| is_shorter(text, limit)) {
        violations.report(path, codes::MIN_LENGTH, count_limit(limit));
    }
}

/// `maxLength`: at most so many Unicode scalar values.
#[inline]
pub fn max_length(value: &(impl Text + ?Sized), limit: u64, path: &Path<'_>, violations: &mut Violations) {
    if value.text().is_some_and(|text| is_longer(text, limit)) {
        violations.report(path, codes::MAX_LENGTH, count_limit(limit));
    }
}

/// A scalar value takes one to four bytes: most texts are settled by their size, and only the others are counted.
#[inline]
fn is_shorter(text: &str, limit: u64) -> bool {
    let size = text.len() as u64;
    size < limit || (size.div_ceil(4) < limit && count(text) < limit)
}

/// See [`is_shorter`].
#[inline]
fn is_longer(text: &str, limit: u64) -> bool {
    let size = text.len() as u64;
    size > limit && (size.div_ceil(4) > limit || count(text) > limit)
}

#[cold]
fn count(text: &str) -> u64 {
    text.chars().count() as u64
}

/// `pattern`: the text contains a match. `source` is the pattern as written.
#[inline]
pub fn pattern(
    value: &(impl Text + ?Sized),
    table: &PatternTable<'_>,
    source: &str,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    if value.text().is_some_and(|text| !table.is_match(text)) {
        violations.report(path, codes::PATTERN, Some(Limit::Text(source.to_owned().into())));
    }
}

/// The forms that `format` knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `date-time`: RFC 3339 with an offset.
    DateTime,
    /// `date`: a calendar date.
    Date,
    /// `uri`: a scheme, a colon and something after it.
    Uri,
    /// `iso4217`: a currency code in force.
    Iso4217,
    /// `iso3166-1-alpha2`: a country code of two letters.
    Iso3166Alpha2,
}

impl Format {
    /// The word in specs and attributes, which is the violation's limit.
    #[must_use]
    pub const fn keyword(self) -> &'static str {
        match self {
            Format::DateTime => "date-time",
            Format::Date => "date",
            Format::Uri => "uri",
            Format::Iso4217 => "iso4217",
            Format::Iso3166Alpha2 => "iso3166-1-alpha2",
        }
    }

    /// Whether the text has this form.
    #[inline]
    #[must_use]
    pub fn is_met(self, text: &str) -> bool {
        match self {
            Format::DateTime => formats::is_date_time(text),
            Format::Date => formats::is_date(text),
            Format::Uri => formats::is_uri(text),
            Format::Iso4217 => formats::is_iso4217(text),
            Format::Iso3166Alpha2 => formats::is_iso3166_alpha2(text),
        }
    }
}

/// `format`: the text has this form.
#[inline]
pub fn format(value: &(impl Text + ?Sized), format: Format, path: &Path<'_>, violations: &mut Violations) {
    if value.text().is_some_and(|text| !format.is_met(text)) {
        violations.report(path, codes::FORMAT, Some(Limit::Text(format.keyword().into())));
    }
}
