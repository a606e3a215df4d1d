//! Rules across fields. Paths are resolved: each step names a field of the object it stands in.

use super::{Docs, Literal, ObjectId};
use crate::source::Span;

/// A rule of an object.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its id; the violation's code is `rule:<id>`. Lower-case words joined by `-`.
    pub id: String,
    /// Documentation.
    pub docs: Docs,
    /// When it applies; `None` for always. `unless` is a [`Condition::Not`].
    pub condition: Option<Condition>,
    /// What must hold then.
    pub consequence: Consequence,
    /// The place of the id.
    pub span: Span,
}

/// When a rule applies.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A test of the values that a path reaches; through lists it holds when one element passes.
    Test {
        /// The path from the rule's object.
        path: FieldPath,
        /// The test.
        test: Test,
    },
}

/// A test of one value. All but `Present(false)` fail where the value is absent.
#[derive(Clone, Debug)]
pub enum Test {
    /// Equal to one of these (`is` has one).
    In(Vec<Literal>),
    /// There (and not null), or absent.
    Present(bool),
    /// Compares as said with a number.
    Compare(Comparison, Literal),
}

/// A comparison of numbers or dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `lessThan`
    LessThan,
    /// `lessThanOrEqual`
    LessThanOrEqual,
    /// `greaterThan`
    GreaterThan,
    /// `greaterThanOrEqual`
    GreaterThanOrEqual,
    /// `equal`
    Equal,
    /// `notEqual`
    NotEqual,
}

impl Comparison {
    /// All comparisons.
    pub const ALL: [Comparison; 6] = [
        Comparison::LessThan,
        Comparison::LessThanOrEqual,
        Comparison::GreaterThan,
        Comparison::GreaterThanOrEqual,
        Comparison::Equal,
        Comparison::NotEqual,
    ];

    /// The comparison of a word in a spec.
    pub fn from_keyword(word: &str) -> Option<Self> {
        Comparison::ALL.into_iter().find(|comparison| comparison.keyword() == word)
    }

    /// The word in a spec.
    pub fn keyword(self) -> &'static str {
        match self {
            Comparison::LessThan => "lessThan",
            Comparison::LessThanOrEqual => "lessThanOrEqual",
            Comparison::GreaterThan => "greaterThan",
            Comparison::GreaterThanOrEqual => "greaterThanOrEqual",
            Comparison::Equal => "equal",
            Comparison::NotEqual => "notEqual",
        }
    }
}

/// What a rule asks for.
#[derive(Clone, Debug)]
pub enum Consequence {
    /// Each is present; a violation per missing one, at its own pointer.
    Require(Vec<FieldPath>),
    /// None is present; a violation per present one, at its own pointer.
    Forbid(Vec<FieldPath>),
    /// One violation, at the object.
    ExactlyOneOf(Vec<FieldPath>),
    /// One violation, at the object.
    AtLeastOneOf(Vec<FieldPath>),
    /// One violation, at the object.
    AtMostOneOf(Vec<FieldPath>),
    /// Either all are present or none; a violation per missing one, at its own pointer.
    RequireTogether(Vec<FieldPath>),
    /// Both present implies that they compare so; one violation, at `left`.
    Compare {
        /// The left side.
        left: FieldPath,
        /// How they must compare.
        comparison: Comparison,
        /// The right side.
        right: FieldPath,
    },
}

/// A path from an object down to a field.
#[derive(Clone, Debug)]
pub struct FieldPath {
    /// At least one.
    pub steps: Vec<Step>,
    /// The place of the path in the spec.
    pub span: Span,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The object that has the field.
    pub object: ObjectId,
    /// Index of the field in that object.
    pub field: usize,
    /// `[*]`: goes on with every element of the list.
    pub each: bool,
}
