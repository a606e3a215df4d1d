//! Rules of an object, in a document that could be read.

use std::borrow::Cow;

use wirewright::{Path, Violation, Violations, codes, rules};

use super::check::{literal, literals};
use super::read::{Object, Read};
use crate::model::{Comparison, Condition, Consequence, FieldPath, Model, Rule, Step, Test};

/// Checks one rule of an object at `path`.
pub(super) fn rule(
    model: &Model,
    rule: &Rule,
    object: &Object<'_>,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    let applies = |condition| Judge { model, object }.condition(condition);
    if rule.condition.as_ref().is_none_or(applies) {
        Judge { model, object }.consequence(&rule.consequence, path, &mut |path| {
            violations.push(Violation::of_rule(path, code(rule), message(rule)));
        });
    }
}

fn code(rule: &Rule) -> Cow<'static, str> {
    Cow::Owned(format!("{}{}", codes::RULE_PREFIX, rule.id))
}

fn message(rule: &Rule) -> Cow<'static, str> {
    match rule.docs.text.lines().next() {
        Some(line) if !line.is_empty() => Cow::Owned(line.to_owned()),
        _ => Cow::Owned(codes::rule_message(&rule.id)),
    }
}

/// An object and the model it belongs to.
#[derive(Clone, Copy)]
struct Judge<'a, 'b> {
    model: &'a Model,
    object: &'a Object<'b>,
}

impl<'b> Judge<'_, 'b> {
    fn condition(self, condition: &Condition) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().all(|part| self.condition(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.condition(part)),
            Condition::Not(part) => !self.condition(part),
            Condition::Test { path, test } => self.test(path, test),
        }
    }

    fn test(self, path: &FieldPath, test: &Test) -> bool {
        match test {
            Test::Present(expected) => self.is_present(path) == *expected,
            Test::In(values) => self.reaches(path, |read| rules::is_one_of(read, &literals(values))),
            Test::Compare(Comparison::Equal, value) => {
                self.reaches(path, |read| rules::is_one_of(read, &[literal(value)]))
            }
            Test::Compare(Comparison::NotEqual, value) => {
                self.reaches(path, |read| rules::is_not(read, literal(value)))
            }
            Test::Compare(comparison, value) => {
                self.reaches(path, |read| rules::is_ordered(read, ordering(*comparison), literal(value)))
            }
        }
    }

    /// Whether the path reaches a value that passes.
    fn reaches(self, path: &FieldPath, passes: impl Fn(&Read<'b>) -> bool) -> bool {
        let mut passed = false;
        self.walk(path, &Path::root(), &mut |read, _| passed |= passes(read));
        passed
    }

    /// Whether the path reaches a value that is there.
    fn is_present(self, path: &FieldPath) -> bool {
        self.reaches(path, is_present)
    }

    fn consequence(self, consequence: &Consequence, path: &Path<'_>, report: &mut dyn FnMut(&Path<'_>)) {
        match consequence {
            Consequence::Require(paths) => {
                paths.iter().for_each(|one| self.report_where(one, path, false, report));
            }
            Consequence::Forbid(paths) => {
                paths.iter().for_each(|one| self.report_where(one, path, true, report));
            }
            Consequence::ExactlyOneOf(paths) => {
                if self.count(paths) != 1 {
                    report(path);
                }
            }
            Consequence::AtLeastOneOf(paths) => {
                if self.count(paths) == 0 {
                    report(path);
                }
            }
            Consequence::AtMostOneOf(paths) => {
                if self.count(paths) > 1 {
                    report(path);
                }
            }
            Consequence::RequireTogether(paths) => {
                if self.count(paths) > 0 {
                    paths.iter().for_each(|one| self.report_where(one, path, false, report));
                }
            }
            Consequence::Compare { left, comparison, right } => {
                self.compare(left, *comparison, right, path, report);
            }
        }
    }

    /// How many of the paths reach something.
    fn count(self, paths: &[FieldPath]) -> usize {
        paths.iter().filter(|path| self.is_present(path)).count()
    }

    /// Reports every place of the path where something is there, or where nothing is.
    fn report_where(
        self,
        way: &FieldPath,
        path: &Path<'_>,
        present: bool,
        report: &mut dyn FnMut(&Path<'_>),
    ) {
        self.walk(way, path, &mut |read, place| {
            if is_present(read) == present {
                report(place);
            }
        });
    }

    fn compare(
        self,
        left: &FieldPath,
        comparison: Comparison,
        right: &FieldPath,
        path: &Path<'_>,
        report: &mut dyn FnMut(&Path<'_>),
    ) {
        self.walk(left, path, &mut |left, place| {
            let mut holds = true;
            self.walk(right, path, &mut |right, _| {
                holds &= rules::compares(Some(left), ordering(comparison), Some(right));
            });
            if !holds {
                report(place);
            }
        });
    }

    /// Visits what a path reaches, with the place of each: the field itself where it is absent, too, but no elements
    /// of a list that is not there.
    fn walk(self, way: &FieldPath, path: &Path<'_>, visit: &mut dyn FnMut(&Read<'b>, &Path<'_>)) {
        self.steps(&way.steps, Some(self.object), path, visit);
    }

    fn steps(
        self,
        steps: &[Step],
        object: Option<&Object<'b>>,
        path: &Path<'_>,
        visit: &mut dyn FnMut(&Read<'b>, &Path<'_>),
    ) {
        let Some((step, rest)) = steps.split_first() else { return };
        let Some(field) = self.model.object(step.object).fields.get(step.field) else { return };
        let path = path.field(&field.name.text);
        let read = object.and_then(|object| object.fields.get(step.field)).unwrap_or(&Read::Absent);
        match read {
            Read::List(elements) if step.each => {
                for (index, element) in elements.iter().enumerate() {
                    self.onwards(rest, element, &path.index(index), visit);
                }
            }
            _ if step.each => {}
            read => self.onwards(rest, read, &path, visit),
        }
    }

    fn onwards(
        self,
        rest: &[Step],
        read: &Read<'b>,
        path: &Path<'_>,
        visit: &mut dyn FnMut(&Read<'b>, &Path<'_>),
    ) {
        match read {
            read if rest.is_empty() => visit(read, path),
            Read::Object(object) => self.steps(rest, Some(object), path, visit),
            _ => self.steps(rest, None, path, visit),
        }
    }
}

fn is_present(read: &Read<'_>) -> bool {
    !matches!(read, Read::Absent | Read::Null)
}

fn ordering(comparison: Comparison) -> rules::Comparison {
    match comparison {
        Comparison::LessThan => rules::Comparison::LessThan,
        Comparison::LessThanOrEqual => rules::Comparison::LessThanOrEqual,
        Comparison::GreaterThan => rules::Comparison::GreaterThan,
        Comparison::GreaterThanOrEqual => rules::Comparison::GreaterThanOrEqual,
        Comparison::Equal => rules::Comparison::Equal,
        Comparison::NotEqual => rules::Comparison::NotEqual,
    }
}
