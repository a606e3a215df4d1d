//! Constraints on values. Adding one starts here: the compiler then lists every place that must know it.

use wirewright::Decimal;

use wirewright_macros_core::pattern::Table;

/// What a value must meet. The order of the variants is the order in which violations of one value are reported.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// The value equals this one.
    Const(Literal),
    /// The value is one of these.
    Enum(Vec<Literal>),
    /// At least so many Unicode scalar values.
    MinLength(u64),
    /// At most so many Unicode scalar values.
    MaxLength(u64),
    /// The text contains a match.
    Pattern(Pattern),
    /// The text has this form.
    Format(Format),
    /// Not less than.
    Minimum(Number),
    /// Greater than.
    ExclusiveMinimum(Number),
    /// Not greater than.
    Maximum(Number),
    /// Less than.
    ExclusiveMaximum(Number),
    /// A whole multiple of.
    MultipleOf(Number),
    /// At least so many elements.
    MinItems(u64),
    /// At most so many elements.
    MaxItems(u64),
    /// No two elements equal.
    UniqueItems,
    /// At least so many entries.
    MinProperties(u64),
    /// At most so many entries.
    MaxProperties(u64),
}

impl Constraint {
    /// Its keyword in a spec, which is also the code of its violation.
    pub fn keyword(&self) -> &'static str {
        match self {
            Constraint::Const(_) => "const",
            Constraint::Enum(_) => "enum",
            Constraint::MinLength(_) => "minLength",
            Constraint::MaxLength(_) => "maxLength",
            Constraint::Pattern(_) => "pattern",
            Constraint::Format(_) => "format",
            Constraint::Minimum(_) => "minimum",
            Constraint::ExclusiveMinimum(_) => "exclusiveMinimum",
            Constraint::Maximum(_) => "maximum",
            Constraint::ExclusiveMaximum(_) => "exclusiveMaximum",
            Constraint::MultipleOf(_) => "multipleOf",
            Constraint::MinItems(_) => "minItems",
            Constraint::MaxItems(_) => "maxItems",
            Constraint::UniqueItems => "uniqueItems",
            Constraint::MinProperties(_) => "minProperties",
            Constraint::MaxProperties(_) => "maxProperties",
        }
    }

    /// The place of its keyword in the order in which constraints of one value are checked.
    pub fn rank(&self) -> usize {
        match self {
            Constraint::Const(_) => 0,
            Constraint::Enum(_) => 1,
            Constraint::MinLength(_) => 2,
            Constraint::MaxLength(_) => 3,
            Constraint::Pattern(_) => 4,
            Constraint::Format(_) => 5,
            Constraint::Minimum(_) => 6,
            Constraint::ExclusiveMinimum(_) => 7,
            Constraint::Maximum(_) => 8,
            Constraint::ExclusiveMaximum(_) => 9,
            Constraint::MultipleOf(_) => 10,
            Constraint::MinItems(_) => 11,
            Constraint::MaxItems(_) => 12,
            Constraint::UniqueItems => 13,
            Constraint::MinProperties(_) => 14,
            Constraint::MaxProperties(_) => 15,
        }
    }
}

/// A bound: an integer for integers, any decimal for decimals. Positive for `multipleOf`.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// The bound of an integer.
    Integer(i64),
    /// The bound of a decimal.
    Decimal(Decimal),
}

/// A value written in the spec to compare with.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Text: of a string, datetime, date, url or enum.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A decimal.
    Decimal(Decimal),
    /// A boolean.
    Boolean(bool),
}

/// A pattern and the table that both languages run for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// As written in the spec.
    pub text: String,
    /// The automaton.
    pub table: Box<Table>,
    /// The automaton as the runtime reads it, for the judge.
    pub rows: Vec<u16>,
}

impl Pattern {
    /// A pattern that was compiled to this table.
    #[must_use]
    pub fn new(text: &str, table: Table) -> Pattern {
        Pattern { text: text.to_owned(), rows: table.rows(), table: Box::new(table) }
    }
}

/// `format:` of a text; `datetime`, `date` and `url` have theirs in their constraints, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 3339 with an offset.
    DateTime,
    /// A calendar date.
    Date,
    /// A scheme, a colon and something after it.
    Uri,
    /// A currency code in force.
    Iso4217,
    /// A country code of two letters.
    Iso3166Alpha2,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 5] =
        [Format::DateTime, Format::Date, Format::Uri, Format::Iso4217, Format::Iso3166Alpha2];

    /// The format of a word in a spec.
    pub fn from_keyword(word: &str) -> Option<Self> {
        Format::ALL.into_iter().find(|format| format.keyword() == word)
    }

    /// The word in a spec, which is also the violation's limit.
    pub fn keyword(self) -> &'static str {
        match self {
            Format::DateTime => "date-time",
            Format::Date => "date",
            Format::Uri => "uri",
            Format::Iso4217 => "iso4217",
            Format::Iso3166Alpha2 => "iso3166-1-alpha2",
        }
    }
}
