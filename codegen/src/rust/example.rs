//! Examples of a spec as Rust expressions.

use std::collections::BTreeSet;

use wirewright::json::Value;

use super::docs::is_printable;
use super::names::{Names, required_ident, setter_ident};
use super::print::literal;
use crate::judge::judge_object;
use crate::model::{Constraint, Field, ItemId, Literal, Model, ObjectId, Required, Scalar, Shape, TypeUse};

/// Columns of a line of an example.
const WIDTH: usize = 96;

/// An expression.
pub(crate) enum Code {
    /// What stands on one line.
    Word(String),
    /// `before a, b after`, then `.with_c(d)`; broken over lines where it is long.
    Group { before: String, items: Vec<(String, Code)>, after: &'static str, setters: Vec<(String, Code)> },
}

impl Code {
    /// The expression between two texts, as lines.
    pub(crate) fn lines(&self, level: usize, before: &str, after: &str) -> Vec<String> {
        let indent = "    ".repeat(level);
        let flat = format!("{indent}{before}{}{after}", self.flat());
        let Code::Group { before: head, items, after: tail, setters } = self else { return vec![flat] };
        if flat.chars().count() <= WIDTH && setters.len() < 2 {
            return vec![flat];
        }
        let mut lines = vec![format!("{indent}{before}{head}")];
        for (name, item) in items {
            lines.extend(item.lines(level + 1, name, ","));
        }
        if items.is_empty() {
            lines.iter_mut().for_each(|line| line.push_str(tail));
        } else {
            lines.push(format!("{indent}{tail}"));
        }
        // As rustfmt does: below the beginning of a call that is on one line, beside the end of one that is not.
        let level = if items.is_empty() { level + 1 } else { level };
        for (setter, value) in setters {
            lines.extend(value.lines(level, &format!(".{setter}("), ")"));
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(after);
        }
        lines
    }

    fn flat(&self) -> String {
        match self {
            Code::Word(word) => word.clone(),
            Code::Group { before, items, after, setters } => {
                let items: Vec<String> =
                    items.iter().map(|(name, item)| name.clone() + &item.flat()).collect();
                let space = if after.starts_with('}') && !items.is_empty() { " " } else { "" };
                let setters: String =
                    setters.iter().map(|(setter, value)| format!(".{setter}({})", value.flat())).collect();
                format!("{before}{space}{}{space}{after}{setters}", items.join(", "))
            }
        }
    }
}

/// Turns JSON into expressions, and remembers which items they name.
pub(crate) struct Examples<'m> {
    pub(crate) model: &'m Model,
    pub(crate) names: &'m Names,
    /// Names to import.
    pub(crate) imports: BTreeSet<String>,
}

/// Whether an expression stands where `Into` is called on it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// In a setter.
    Into,
    /// Where the type itself has to stand.
    Exact,
}

impl Examples<'_> {
    /// An item by its name.
    pub(crate) fn name(&mut self, item: ItemId) -> String {
        let name = self.names.item(item).to_string();
        self.imports.insert(name.clone());
        name
    }

    /// An object: its required fields in order, then what else the example has. `None` where the example holds something
    /// that has no short expression.
    pub(crate) fn object(&mut self, id: ObjectId, value: &Value) -> Option<Code> {
        let object = self.model.object(id);
        let name = self.name(ItemId::Object(id));
        let (mut items, mut setters) = (Vec::new(), Vec::new());
        for (field, ident) in object.fields.iter().zip(self.names.members(ItemId::Object(id))) {
            let given =
                std::iter::once(&field.name.text).chain(&field.aliases).find_map(|name| value.get(name));
            match (field.required, given) {
                (Required::Yes, given) => items.push((format!("{ident}: "), self.required(field, given?)?)),
                (_, None | Some(Value::Null)) => {}
                (_, Some(_)) if field.nullable || field.docs.deprecated.is_some() => {}
                (_, Some(given)) => {
                    let setter = setter_ident(ident).to_string();
                    setters.push((setter, self.value(&field.ty, given, Place::Into)?));
                }
            }
        }
        let (before, after) = if items.is_empty() {
            (format!("{name}::new("), ")")
        } else {
            let required = required_ident(self.names.item(ItemId::Object(id))).to_string();
            self.imports.insert(required.clone());
            (format!("{name}::new({required} {{"), "})")
        };
        Some(Code::Group { before, items, after, setters })
    }

    fn required(&mut self, field: &Field, value: &Value) -> Option<Code> {
        if field.nullable { None } else { self.value(&field.ty, value, Place::Exact) }
    }

    fn value(&mut self, ty: &TypeUse, value: &Value, place: Place) -> Option<Code> {
        match (&ty.shape, value) {
            (Shape::Scalar(scalar), value) => scalar_code(*scalar, value, place).map(Code::Word),
            (Shape::Enum(id), Value::String(text)) => {
                let values = &self.model.enumeration(*id).values;
                let known = values.iter().position(|value| value.name.text == *text);
                let name = self.name(ItemId::Enum(*id));
                let ident = known.map(|index| self.names.member(ItemId::Enum(*id), index));
                ident.map(|ident| Code::Word(format!("{name}::{ident}")))
            }
            (Shape::Object(id), Value::Object(_)) => self.object(*id, value),
            (Shape::List { items, .. }, Value::Array(values)) => {
                let elements = values.iter().map(|value| self.value(items, value, Place::Exact));
                let items = elements.map(|element| Some((String::new(), element?))).collect::<Option<_>>()?;
                Some(Code::Group { before: "vec![".to_owned(), items, after: "]", setters: Vec::new() })
            }
            _ => None,
        }
    }
}

fn scalar_code(scalar: Scalar, value: &Value, place: Place) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(boolean) => boolean.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    let quoted = || is_printable(&text).then(|| literal(&text));
    match (scalar, place) {
        (Scalar::String | Scalar::Url | Scalar::DateTime | Scalar::Date, Place::Into) => quoted(),
        (Scalar::String | Scalar::Url, Place::Exact) => quoted().map(|text| text + ".to_owned()"),
        (Scalar::DateTime | Scalar::Date, Place::Exact) => quoted().map(|text| text + ".into()"),
        (Scalar::Boolean(_), _) => text.parse::<bool>().ok().map(|boolean| boolean.to_string()),
        // A setter takes any integer: without a word of its type it would be an `i32`.
        (Scalar::Integer(_), Place::Into) if text.parse::<i32>().is_err() => {
            text.parse::<i64>().ok().map(|integer| format!("{integer}_i64"))
        }
        (Scalar::Integer(_), _) => text.parse::<i64>().ok().map(|integer| integer.to_string()),
        (Scalar::Decimal(_), _) => quoted().map(|text| text + ".parse::<wirewright::Decimal>()?"),
    }
}

/// The example of an object: one that the spec gives, else one made of the examples of the fields that it needs. `None`
/// where the spec does not say enough for a valid one.
pub(crate) fn example_of(model: &Model, id: ObjectId) -> Option<Value> {
    let example = made_up(model, id, 0)?;
    judge_object(model, id, &example).is_empty().then_some(example)
}

/// Examples are not made up deeper than this.
const DEEPEST: usize = 8;

fn made_up(model: &Model, id: ObjectId, depth: usize) -> Option<Value> {
    let object = model.object(id);
    if let Some(example) = object.examples.first() {
        return Some(example.clone());
    }
    if depth > DEEPEST {
        return None;
    }
    let needed = object.fields.iter().filter(|field| field.required != Required::No);
    let entry = |field: &Field| {
        let value = field.examples.first().cloned().or_else(|| typical(model, &field.ty, depth))?;
        Some((field.name.text.clone(), value))
    };
    needed.map(entry).collect::<Option<Vec<_>>>().map(Value::Object)
}

/// A value of a type, by what the spec says of the type.
fn typical(model: &Model, ty: &TypeUse, depth: usize) -> Option<Value> {
    if let Some(Constraint::Const(literal)) = ty.constraints.first() {
        return match literal {
            Literal::Text(text) => Some(Value::String(text.clone())),
            _ => None,
        };
    }
    match (&ty.shape, ty.scalar) {
        (_, Some(scalar)) => model.scalar(scalar).examples.first().cloned(),
        (Shape::Enum(id), None) => {
            model.enumeration(*id).values.first().map(|value| Value::String(value.name.text.clone()))
        }
        (Shape::Object(id), None) => made_up(model, *id, depth + 1),
        (Shape::List { items, .. }, None) => {
            typical(model, items, depth + 1).map(|value| Value::Array(vec![value]))
        }
        (Shape::Scalar(Scalar::Boolean(_)), None) => Some(Value::Bool(true)),
        (Shape::Scalar(_) | Shape::Map { .. } | Shape::Json, None) => None,
    }
}
