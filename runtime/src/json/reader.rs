//! Collects everything in a document that can't be read as what a model asks for: `syntax`, `duplicateKey`, `type`,
//! `encoding` and `required`, in the model's order. What the judge and the derived types share of it.

use std::borrow::Cow;

use super::document::{Kind, Node};
use crate::number::{boolean_from_text, integer_from_text};
use crate::{Decimal, Path, Violation, Violations, codes};

/// What was found so far.
#[derive(Debug, Default)]
pub struct Reader {
    violations: Violations,
}

/// What an object has of a field.
#[derive(Clone, Copy, Debug)]
pub enum Member<'d> {
    /// Nothing.
    Absent,
    /// A value.
    Once(Node<'d>),
    /// More values than one, none of which is looked at.
    Twice,
}

/// The members of an object by the fields of its type.
#[derive(Debug)]
pub struct Members<'d> {
    /// One per field, in the order of the type.
    pub fields: Vec<Member<'d>>,
    /// What is no field, by the bytes of the keys; of equal ones as they come.
    pub unknown: Vec<(Cow<'d, str>, Node<'d>)>,
}

impl<'d> Members<'d> {
    /// The members of an object that can be read. `position` finds a field, one of `count`, by its name or an alias;
    /// it is told which field follows the last one, where the next is most likely.
    pub fn of(
        object: Node<'d>,
        count: usize,
        keep_unknown: bool,
        position: impl Fn(&str, usize) -> Option<usize>,
    ) -> Members<'d> {
        let mut members = Members { fields: vec![Member::Absent; count], unknown: Vec::new() };
        let mut likely = 0;
        for (key, value) in object.entries() {
            let Some(key) = key.string() else { continue };
            let found = position(&key, likely);
            match found.and_then(|index| members.fields.get_mut(index)) {
                Some(member @ Member::Absent) => *member = Member::Once(value),
                Some(member) => *member = Member::Twice,
                None if keep_unknown => members.unknown.push((key, value)),
                None => {}
            }
            likely = found.map_or(likely, |index| index + 1);
        }
        members.unknown.sort_by(|(left, _), (right, _)| left.cmp(right));
        members
    }
}

impl Reader {
    /// Reports that a value can't be read.
    pub fn report(&mut self, path: &Path<'_>, code: &'static str) {
        self.push(Violation::new(path, code, None));
    }

    /// Adds what was found otherwise.
    pub(crate) fn push(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// How many places were reported.
    #[must_use]
    pub fn count(&self) -> usize {
        self.violations.len()
    }

    /// All that was found.
    #[must_use]
    pub fn into_violations(self) -> Violations {
        self.violations
    }

    /// A value of one kind.
    fn expect(&mut self, node: Node<'_>, path: &Path<'_>, is_expected: bool) {
        if node.is_unreadable() {
            self.report(path, codes::SYNTAX);
        } else if !is_expected {
            self.report(path, codes::TYPE);
        }
    }

    /// A scalar: what its JSON type says, or, where `texts` are read, what a string encodes.
    fn scalar<T>(&mut self, node: Node<'_>, path: &Path<'_>, native: Option<T>, text: Option<Option<T>>) {
        match text {
            Some(None) if node.kind() == Kind::String && !node.is_unreadable() => {
                self.report(path, codes::ENCODING);
            }
            Some(Some(_)) => {}
            _ => self.expect(node, path, native.is_some()),
        }
    }

    /// A string, a date, a URL or the value of an enum.
    pub fn text(&mut self, node: Node<'_>, path: &Path<'_>) {
        self.expect(node, path, node.kind() == Kind::String);
    }

    /// A boolean; where `texts` are read, also as one.
    pub fn boolean(&mut self, node: Node<'_>, texts: bool, path: &Path<'_>) {
        self.scalar(
            node,
            path,
            node.boolean(),
            texts.then(|| node.string().and_then(|text| boolean_from_text(&text))),
        );
    }

    /// An integer; where `texts` are read, also as one.
    pub fn integer(&mut self, node: Node<'_>, texts: bool, path: &Path<'_>) {
        self.scalar(
            node,
            path,
            node.integer(),
            texts.then(|| node.string().and_then(|text| integer_from_text(&text))),
        );
    }

    /// A decimal; where `texts` are read, also as one.
    pub fn decimal(&mut self, node: Node<'_>, texts: bool, path: &Path<'_>) {
        self.scalar(
            node,
            path,
            node.decimal(),
            texts.then(|| node.string().and_then(|text| text.parse().ok())),
        );
    }

    /// Any value that serde_json has room for: its numbers are integers of 64 bits and doubles.
    pub fn json(&mut self, node: Node<'_>, path: &Path<'_>) {
        if node.is_unreadable() {
            return self.report(path, codes::SYNTAX);
        }
        if node.kind() == Kind::Number && node.double().is_none() {
            self.report(path, codes::TYPE);
        }
        for (index, element) in node.elements().enumerate() {
            self.json(element, &path.index(index));
        }
        for (key, value) in node.entries() {
            self.json(value, &path.field(&key.string().unwrap_or_default()));
        }
    }

    /// A list; with `single` a bare value is one of a single element.
    pub fn list(
        &mut self,
        node: Node<'_>,
        single: bool,
        path: &Path<'_>,
        mut check: impl FnMut(&mut Reader, Node<'_>, &Path<'_>),
    ) {
        let is_array = node.kind() == Kind::Array;
        let is_bare = single && !matches!(node.kind(), Kind::Array | Kind::Null);
        if node.is_unreadable() || !(is_array || is_bare) {
            return self.expect(node, path, false);
        }
        if is_bare {
            return check(self, node, &path.index(0));
        }
        for (index, element) in node.elements().enumerate() {
            check(self, element, &path.index(index));
        }
    }

    /// A map. Its entries come by the bytes of their keys.
    pub fn map(
        &mut self,
        node: Node<'_>,
        path: &Path<'_>,
        mut check: impl FnMut(&mut Reader, Node<'_>, &Path<'_>),
    ) {
        if node.is_unreadable() || node.kind() != Kind::Object {
            return self.expect(node, path, false);
        }
        let entries = Members::of(node, 0, true, |_, _| None).unknown;
        for same in entries.chunk_by(|(left, _), (right, _)| left == right) {
            match same {
                [(key, value)] => check(self, *value, &path.field(key)),
                [(key, _), ..] => self.report(&path.field(key), codes::DUPLICATE_KEY),
                [] => {}
            }
        }
    }

    /// Whether a value is an object whose members can be looked at; where it is not, that is reported.
    pub fn object(&mut self, node: Node<'_>, path: &Path<'_>) -> bool {
        let before = self.count();
        self.expect(node, path, node.kind() == Kind::Object);
        self.count() == before
    }

    /// A field of an object. `check` looks at its value; where the field may be absent it lets null pass, too.
    pub fn field(
        &mut self,
        member: Member<'_>,
        required: bool,
        path: &Path<'_>,
        check: impl FnOnce(&mut Reader, Node<'_>, &Path<'_>),
    ) {
        match member {
            Member::Absent if required => self.report(path, codes::REQUIRED),
            Member::Absent => {}
            Member::Twice => self.report(path, codes::DUPLICATE_KEY),
            Member::Once(node) if required && node.kind() == Kind::Null => {
                let mut null = Reader::default();
                check(&mut null, node, path);
                // Null is not of the type: it is as if nothing were there.
                if null.count() > 0 {
                    self.report(path, codes::REQUIRED);
                }
            }
            Member::Once(node) => check(self, node, path),
        }
    }
}

impl Node<'_> {
    /// The value of `true` and `false`.
    #[must_use]
    pub fn boolean(self) -> Option<bool> {
        (self.kind() == Kind::Bool).then(|| self.text() == "true")
    }

    /// The integer that a number is, however it is written: `12`, `12.0`, `1.2e1`. `None` beyond 64 bits, signed.
    #[must_use]
    pub fn integer(self) -> Option<i64> {
        let text = self.number()?;
        text.parse().ok().or_else(|| whole(text))
    }

    /// The exact decimal that a number is; `None` beyond the limits of [`Decimal`].
    #[must_use]
    pub fn decimal(self) -> Option<Decimal> {
        self.number()?.parse().ok()
    }

    /// The double nearest to a number; `None` where it overflows.
    #[must_use]
    pub fn double(self) -> Option<f64> {
        self.number()?.parse().ok().filter(|double: &f64| double.is_finite())
    }

    /// The text of a number.
    fn number(&self) -> Option<&str> {
        (self.kind() == Kind::Number).then(|| self.text())
    }
}

/// The integer that a number with a fraction or an exponent is.
fn whole(text: &str) -> Option<i64> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()),
        None => (text, Some(0)),
    };
    let (before, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{before}{fraction}");
    let significant = digits.trim_end_matches('0');
    if matches!(significant, "" | "-") {
        return Some(0);
    }
    // One place to the right per digit of the fraction, one to the left per zero that was cut off.
    let cut = i64::try_from(digits.len() - significant.len()).ok()?;
    let scale = exponent?.checked_sub(i64::try_from(fraction.len()).ok()?)?.checked_add(cut)?;
    let power = 10_i64.checked_pow(u32::try_from(scale).ok()?)?;
    significant.parse::<i64>().ok()?.checked_mul(power)
}
