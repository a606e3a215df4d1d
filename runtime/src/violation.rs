//! What is wrong with a value, where, and by which rule.

use std::borrow::Cow;
use std::fmt;

use crate::{Path, codes};

/// One thing that is wrong with a document. Rust and Swift report the same violations in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Violation {
    /// RFC 6901 JSON Pointer of the value: `/order/goods/0/goodsName`; empty for the document itself.
    pub pointer: String,
    /// One of [`codes::ALL`], or `rule:<id>`.
    pub code: Cow<'static, str>,
    /// A fixed English text per code. It never contains a value of the document.
    pub message: Cow<'static, str>,
    /// The limit that the value breaks, where the code has one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub limit: Option<Limit>,
}

/// The limit that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
pub enum Limit {
    /// A length, a count, or the bound of an integer.
    Integer(i64),
    /// The bound of a decimal, a pattern, the keyword of a format, or the text of a constant.
    Text(Cow<'static, str>),
}

impl Violation {
    /// A violation of a published code, with its message.
    ///
    /// ```
    /// use wirewright::{Limit, Path, Violation, codes};
    ///
    /// let violation = Violation::new(&Path::root().field("name"), codes::MAX_LENGTH, Some(Limit::Integer(64)));
    /// assert_eq!(violation.to_string(), "/name: This text is too long. (maxLength, 64)");
    /// ```
    #[must_use]
    pub fn new(path: &Path<'_>, code: &'static str, limit: Option<Limit>) -> Self {
        let message = Cow::Borrowed(codes::message(code).unwrap_or_default());
        Violation { pointer: path.to_pointer(), code: Cow::Borrowed(code), message, limit }
    }

    /// A violation of a rule. `code` is `rule:<id>`.
    #[must_use]
    pub fn of_rule(
        path: &Path<'_>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Violation { pointer: path.to_pointer(), code: code.into(), message: message.into(), limit: None }
    }
}

impl fmt::Display for Violation {
    /// `pointer: message (code, limit)`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { pointer, code, message, limit } = self;
        match limit {
            Some(limit) => write!(formatter, "{pointer}: {message} ({code}, {limit})"),
            None => write!(formatter, "{pointer}: {message} ({code})"),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Integer(integer) => integer.fmt(formatter),
            Limit::Text(text) => text.fmt(formatter),
        }
    }
}

/// All violations of a document, in the spec's order: fields as declared, depth first, then rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// None yet. Allocates nothing.
    #[must_use]
    pub const fn new() -> Self {
        Violations(Vec::new())
    }

    /// Adds one at the end.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    /// In order.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The list itself.
    #[must_use]
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }

    /// `Err` with the violations, `Ok` where there are none.
    ///
    /// # Errors
    /// When there is a violation.
    pub fn into_result(self) -> Result<(), Violations> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Adds a violation of a published code. Never inlined: the way to it is cold.
    #[cold]
    #[inline(never)]
    pub(crate) fn report(&mut self, path: &Path<'_>, code: &'static str, limit: Option<Limit>) {
        self.push(Violation::new(path, code, limit));
    }
}

impl fmt::Display for Violations {
    /// One line per violation.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            violation.fmt(formatter)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Violations(violations.into_iter().collect())
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        self.0.extend(violations);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_per_violation() {
        let root = Path::root();
        let pattern = Limit::Text("^[A-Z]{3}$".into());
        let violations = Violations::from_iter([
            Violation::new(&root.field("currency"), codes::PATTERN, Some(pattern)),
            Violation::of_rule(&root, "rule:one-of", codes::rule_message("one-of")),
        ]);
        let expected = "/currency: This text does not match the pattern. (pattern, ^[A-Z]{3}$)\n\
                        : Rule `one-of` is not met. (rule:one-of)";
        assert_eq!(violations.to_string(), expected);
        assert_eq!(violations.len(), 2);
        assert!(violations.into_result().is_err());
    }

    #[test]
    fn every_code_has_one_message() {
        for (code, message) in codes::ALL {
            assert_eq!(codes::message(code), Some(*message));
            assert!(message.ends_with('.') && !message.contains(['{', '\n']), "{code}");
        }
    }

    #[test]
    fn json_leaves_out_an_absent_limit() {
        let path = Path::root();
        let json = |limit| serde_json::to_string(&Violation::new(&path, codes::CONST, limit)).unwrap();
        let start = r#"{"pointer":"","code":"const","message":"This value is not the one allowed.""#;
        assert_eq!(json(None), format!("{start}}}"));
        assert_eq!(json(Some(Limit::Integer(3))), format!("{start},\"limit\":3}}"));
        assert_eq!(json(Some(Limit::Text("A".into()))), format!("{start},\"limit\":\"A\"}}"));
    }
}
