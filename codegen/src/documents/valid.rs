//! Values that meet the constraints of their types.

use std::collections::BTreeMap;
use std::rc::Rc;

use wirewright::json::{self, Value};

use super::number::Bounds;
use super::random::Random;
use super::text::{Walker, lengths, of_format, of_length};
use crate::model::{
    Constraint, Field, Format, Literal, Model, ObjectId, Required, Scalar, Shape, TypeUse, UnknownFields,
    Wire,
};

/// How deep optional objects nest.
const DEPTH: usize = 4;

/// A type that can't end (a list of itself that must not be empty) is given up here.
const DEEPEST: usize = 40;

/// The most elements that a list has without having to.
const ELEMENTS: u64 = 4;

/// Keys of maps: pointers, escapes, equal but for their bytes.
pub(super) const KEYS: [&str; 12] =
    ["a", "b", "", "é", "e\u{301}", "x/y", "~", "~1", "ключ", "🎉", "\0", "a b"];

/// Texts where anything goes.
pub(super) const TEXTS: [&str; 16] = [
    "",
    "a",
    "abc",
    "é",
    "e\u{301}",
    "🎉",
    "🇩🇪",
    "\n",
    "\u{0}",
    "true",
    "1",
    "null",
    "2024-02-29",
    "https://a",
    "EUR",
    "\\\"/",
];

/// How values are picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// The shortest, the same each time: for people to read.
    Plain,
    /// At random.
    Varied,
}

/// Makes values of a model's types.
pub(crate) struct Maker<'m> {
    pub(crate) model: &'m Model,
    pub(crate) random: Random,
    pub(crate) style: Style,
    /// How many of a hundred optional fields are there.
    pub(crate) density: usize,
    walkers: BTreeMap<String, Rc<Walker>>,
    literals: Vec<String>,
}

impl<'m> Maker<'m> {
    pub(crate) fn new(model: &'m Model, seed: u64, style: Style) -> Maker<'m> {
        let literals = super::rules::literals(model);
        Maker { model, random: Random::new(seed), style, density: 0, walkers: BTreeMap::new(), literals }
    }

    fn is_plain(&self) -> bool {
        self.style == Style::Plain
    }

    pub(crate) fn object(&mut self, id: ObjectId, depth: usize) -> Value {
        let def = self.model.object(id);
        let density = if depth > DEPTH { 0 } else { self.density >> depth.saturating_sub(1) };
        let mut entries = Vec::new();
        for field in &def.fields {
            if field.required != Required::No || self.random.chance(density) {
                let value = self.field(field, depth);
                entries.push((self.key(field), value));
            }
        }
        if def.unknown_fields == UnknownFields::Keep && self.random.chance(density) {
            entries.push(("unknown".to_owned(), self.json(2)));
        }
        if !self.is_plain() && self.random.chance(20) {
            self.random.shuffle(&mut entries);
        }
        Value::Object(entries)
    }

    /// The name of a field; sometimes another one that is read as well.
    fn key(&mut self, field: &Field) -> String {
        let alias =
            if self.is_plain() || self.random.chance(70) { None } else { self.random.pick(&field.aliases) };
        alias.unwrap_or(&field.name.text).clone()
    }

    pub(crate) fn field(&mut self, field: &'m Field, depth: usize) -> Value {
        if field.nullable && !self.is_plain() && self.random.chance(15) {
            return Value::Null;
        }
        self.value(&field.ty, depth + 1)
    }

    pub(crate) fn value(&mut self, ty: &'m TypeUse, depth: usize) -> Value {
        if depth > DEEPEST {
            return Value::Null;
        }
        match &ty.shape {
            Shape::Scalar(scalar) => self.scalar(*scalar, &ty.constraints),
            Shape::Enum(id) => match self.literal(&ty.constraints) {
                Some(literal) => Value::String(literal_text(&literal)),
                None => self.enumeration(*id),
            },
            Shape::Object(id) => self.object(*id, depth),
            Shape::List { items, accept_single } => self.list(ty, items, *accept_single, depth),
            Shape::Map { values } => self.map(ty, values, depth),
            Shape::Json => self.json(2),
        }
    }

    pub(super) fn enumeration(&mut self, id: crate::model::EnumId) -> Value {
        let def = self.model.enumeration(id);
        let known = if self.is_plain() { def.values.first() } else { self.random.pick(&def.values) };
        let known = known.map(|value| value.name.text.clone()).unwrap_or_default();
        let unknown = def.open && !self.is_plain() && self.random.chance(10);
        Value::String(if unknown {
            self.random.text(&["NEW", "", "good", "e\u{301}"]).to_owned()
        } else {
            known
        })
    }

    fn list(&mut self, ty: &'m TypeUse, items: &'m TypeUse, accept_single: bool, depth: usize) -> Value {
        let (low, high) = counts(&ty.constraints);
        let unique = ty.constraints.contains(&Constraint::UniqueItems);
        if accept_single && low <= 1 && !self.is_plain() && self.random.chance(25) {
            match self.value(items, depth + 1) {
                // These two mean something else here.
                Value::Array(_) | Value::Null => {}
                single => return single,
            }
        }
        let mut elements: Vec<Value> = Vec::new();
        let wanted = self.count(low, high, depth);
        for _ in 0..wanted.saturating_mul(4) {
            if elements.len() as u64 == wanted {
                break;
            }
            let element = self.value(items, depth + 1);
            if !unique || elements.iter().all(|other| !other.is_same(&element)) {
                elements.push(element);
            }
        }
        Value::Array(elements)
    }

    fn map(&mut self, ty: &'m TypeUse, values: &'m TypeUse, depth: usize) -> Value {
        let (low, high) = counts(&ty.constraints);
        let mut keys: Vec<String> = KEYS.iter().map(|key| (*key).to_owned()).collect();
        let wanted = usize::try_from(self.count(low, high, depth)).unwrap_or_default();
        keys.extend((keys.len()..wanted).map(|number| format!("key{number}")));
        if !self.is_plain() {
            self.random.shuffle(&mut keys);
        }
        Value::Object(keys.into_iter().take(wanted).map(|key| (key, self.value(values, depth + 1))).collect())
    }

    fn count(&mut self, low: u64, high: u64, depth: usize) -> u64 {
        let high = high.min(low.max(if depth > DEPTH { 1 } else { ELEMENTS }).max(low));
        if self.is_plain() {
            return high.min(low.max(1));
        }
        let between = usize::try_from(high.saturating_sub(low)).unwrap_or_default() + 1;
        low + self.random.below(between) as u64
    }

    /// One of those that `const` or `enum` allows.
    fn literal(&mut self, constraints: &[Constraint]) -> Option<Literal> {
        let plain = self.is_plain();
        constraints.iter().find_map(|one| match one {
            Constraint::Const(literal) => Some(literal.clone()),
            Constraint::Enum(literals) if plain => literals.first().cloned(),
            Constraint::Enum(literals) => self.random.pick(literals).cloned(),
            _ => None,
        })
    }

    fn scalar(&mut self, scalar: Scalar, constraints: &[Constraint]) -> Value {
        let literal = self.literal(constraints);
        match scalar {
            Scalar::Boolean(wire) => {
                let any = self.is_plain() || self.random.chance(50);
                let boolean = literal.map_or(any, |literal| literal == Literal::Boolean(true));
                let text = self.as_text(wire);
                if text { Value::String(boolean.to_string()) } else { Value::Bool(boolean) }
            }
            Scalar::Integer(wire) => {
                let bounds = Bounds::of_integer(constraints);
                let number = literal.map_or_else(|| self.number(&bounds), |literal| literal_text(&literal));
                if self.as_text(wire) { Value::String(number) } else { self.spelled(number) }
            }
            Scalar::Decimal(wire) => {
                let bounds = Bounds::of_decimal(constraints);
                let number = literal.map_or_else(|| self.number(&bounds), |literal| literal_text(&literal));
                // Decimals are always read from both.
                let text = match wire {
                    Wire::Native if !self.is_plain() => self.random.chance(30),
                    _ => self.as_text(wire),
                };
                if text { Value::String(number) } else { self.spelled(number) }
            }
            Scalar::String | Scalar::DateTime | Scalar::Date | Scalar::Url => Value::String(match literal {
                Some(literal) => literal_text(&literal),
                None => self.text(constraints),
            }),
        }
    }

    fn number(&mut self, bounds: &Bounds) -> String {
        if self.is_plain() { bounds.plainest() } else { bounds.number(&mut self.random) }
    }

    fn as_text(&mut self, wire: Wire) -> bool {
        match wire {
            Wire::Native => false,
            Wire::String if self.is_plain() => true,
            Wire::Either if self.is_plain() => false,
            Wire::String | Wire::Either => self.random.chance(50),
        }
    }

    /// A JSON number, sometimes spelled as nobody does.
    fn spelled(&mut self, number: String) -> Value {
        let odd = !self.is_plain() && self.random.chance(8);
        let plain = !number.contains(['.', 'e', 'E']);
        let text = match (odd, plain, self.random.below(3)) {
            (true, true, 0) => format!("{number}.0"),
            (true, true, 1) => format!("{number}0e-1"),
            (true, _, _) => format!("{number}E+0"),
            _ => number,
        };
        json::Number::from_text(text).map_or(Value::Null, Value::Number)
    }

    pub(super) fn text(&mut self, constraints: &[Constraint]) -> String {
        let (low, high) = lengths(constraints);
        let format = constraints.iter().find_map(|one| match one {
            Constraint::Format(format) => Some(*format),
            _ => None,
        });
        let pattern = constraints.iter().find_map(|one| match one {
            Constraint::Pattern(pattern) => Some(pattern),
            _ => None,
        });
        if let Some(pattern) = pattern {
            let walker = self.walker(&pattern.text, &pattern.table);
            let found = match self.style {
                Style::Plain => walker.plainest(low.max(1).min(high)),
                Style::Varied => walker.text(low, high, &mut self.random),
            };
            return found.unwrap_or_default();
        }
        match format {
            Some(format) if self.is_plain() => plain_format(format).to_owned(),
            Some(format) => of_format(format, &mut self.random),
            None if self.is_plain() => "a".repeat(usize::try_from(low.max(1).min(high)).unwrap_or(1)),
            None => self.free_text(low, high),
        }
    }

    fn free_text(&mut self, low: u64, high: u64) -> String {
        let known = match self.random.below(4) {
            0 => self.random.pick(&self.literals).cloned(),
            1 => Some(self.random.text(&TEXTS).to_owned()),
            _ => None,
        };
        let fits = |text: &String| (low..=high).contains(&(text.chars().count() as u64));
        known.filter(fits).unwrap_or_else(|| of_length(low, high, &mut self.random))
    }

    fn walker(&mut self, text: &str, table: &wirewright_macros_core::pattern::Table) -> Rc<Walker> {
        let made = self.walkers.entry(text.to_owned()).or_insert_with(|| Rc::new(Walker::new(table)));
        Rc::clone(made)
    }

    /// Any JSON.
    pub(super) fn json(&mut self, depth: usize) -> Value {
        if self.is_plain() {
            return Value::Object(Vec::new());
        }
        match self.random.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::Null,
            1 => Value::Bool(self.random.chance(50)),
            2 | 3 => {
                let number = self.random.text(&[
                    "0",
                    "-0",
                    "1",
                    "1.0",
                    "1e2",
                    "0.1",
                    "9007199254740993",
                    "1E-400",
                    "-2.50",
                ]);
                json::Number::from_text(number).map_or(Value::Null, Value::Number)
            }
            4 => Value::String(self.random.text(&TEXTS).to_owned()),
            5 | 6 => Value::Array((0..self.random.below(4)).map(|_| self.json(depth - 1)).collect()),
            _ => {
                let keys = KEYS.iter().take(self.random.below(KEYS.len()));
                Value::Object(keys.map(|key| ((*key).to_owned(), self.json(depth - 1))).collect())
            }
        }
    }
}

fn plain_format(format: Format) -> &'static str {
    match format {
        Format::DateTime => "2026-01-31T12:00:00Z",
        Format::Date => "2026-01-31",
        Format::Uri => "https://a.example",
        Format::Iso4217 => "EUR",
        Format::Iso3166Alpha2 => "DE",
    }
}

/// A list or map that has to have more than so many is not made.
const MANY: u64 = 32;

/// The numbers of elements or entries that constraints allow.
fn counts(constraints: &[Constraint]) -> (u64, u64) {
    let mut counts = (0, u64::MAX);
    for one in constraints {
        match one {
            Constraint::MinItems(limit) | Constraint::MinProperties(limit) => counts.0 = (*limit).min(MANY),
            Constraint::MaxItems(limit) | Constraint::MaxProperties(limit) => counts.1 = *limit,
            _ => {}
        }
    }
    counts
}

/// A literal as it stands in a text.
pub(crate) fn literal_text(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => text.clone(),
        Literal::Integer(integer) => integer.to_string(),
        Literal::Decimal(decimal) => decimal.as_str().to_owned(),
        Literal::Boolean(boolean) => boolean.to_string(),
    }
}
