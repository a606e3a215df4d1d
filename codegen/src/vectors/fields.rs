//! The vectors of fields: each reading error and each constraint, on the value itself and on what a list or map holds.

use wirewright::json::{self, Number, Value};
use wirewright::{Path, codes};

use super::Vector;
use super::cases::{Cases, own};
use crate::documents::places::{is_called, value_at};
use crate::documents::{LONG, broken, rules::mend_around};
use crate::facts::leaf;
use crate::model::{self, Constraint, ObjectId, Required, Scalar, Shape, TypeUse, Wire};

/// A field, and documents to change.
pub(super) struct Field<'c, 'm> {
    pub(super) def: &'m model::Field,
    pub(super) minimal: &'c Value,
    pub(super) complete: &'c Value,
}

impl<'m> Field<'_, 'm> {
    pub(super) fn vectors(&self, cases: &mut Cases<'m>) {
        let pointer = Path::root().field(&self.def.name.text).to_pointer();
        let base = self.base(cases);
        if self.def.required != Required::No {
            let without = without(&base, self.def);
            cases.push_invalid(&format!("{pointer} {}", codes::REQUIRED), without.to_string());
        }
        let Some(at) = position(&base, self.def) else { return };
        if self.def.nullable {
            let null = Spot { base: &base, steps: vec![at], pointer: pointer.clone() };
            null.push(cases, "null", Value::Null);
        }
        self.values(cases, &Spot { base: &base, steps: vec![at], pointer }, &self.def.ty);
    }

    /// A valid document with the field: the smallest one, else the one with everything.
    fn base(&self, cases: &mut Cases<'m>) -> Value {
        let mut base = self.minimal.clone();
        if position(&base, self.def).is_some() {
            return base;
        }
        let value = cases.maker.field(self.def, 1);
        if let Value::Object(entries) = &mut base {
            entries.push((self.def.name.text.clone(), value));
        }
        if cases.is_valid(&base) {
            return base;
        }
        match position(self.complete, self.def) {
            Some(_) => self.complete.clone(),
            None => mend_around(&mut cases.maker, cases.name, self.def, base),
        }
    }

    /// The vectors of a value of a type, then those of what is in it.
    fn values(&self, cases: &mut Cases<'m>, spot: &Spot<'_>, ty: &'m TypeUse) {
        if let Some(wrong) = wrong_type(ty) {
            spot.push(cases, codes::TYPE, wrong);
        }
        if let Some(text) = wrong_encoding(ty) {
            spot.push(cases, codes::ENCODING, Value::String(text.to_owned()));
        }
        if let Shape::Enum(_) = ty.shape {
            spot.push_any(cases, "unknown", Value::String("NEW_VALUE".to_owned()));
        }
        let mut base = spot.base.clone();
        for constraint in &ty.constraints {
            let Some(current) = value_at(&mut base, &spot.steps) else { return };
            if let Some(value) = broken(&mut cases.maker, ty, constraint, current) {
                spot.push(cases, constraint.keyword(), value);
            }
        }
        let (Shape::List { items: inner, .. } | Shape::Map { values: inner }) = &ty.shape else { return };
        let Some((filled, step)) =
            value_at(&mut base, &spot.steps).and_then(|value| first_inside(cases, inner, value))
        else {
            return;
        };
        if let Some(value) = value_at(&mut base, &spot.steps) {
            *value = filled;
        }
        let mut steps = spot.steps.clone();
        steps.push(step.0);
        self.values(
            cases,
            &Spot { base: &base, steps, pointer: format!("{}{}", spot.pointer, step.1) },
            inner,
        );
    }
}

/// A place in a document.
struct Spot<'b> {
    base: &'b Value,
    steps: Vec<usize>,
    pointer: String,
}

impl Spot<'_> {
    fn with(&self, value: Value) -> String {
        let mut document = self.base.clone();
        if let Some(old) = value_at(&mut document, &self.steps) {
            *old = value;
        }
        document.to_string()
    }

    fn push(&self, cases: &mut Cases<'_>, what: &str, value: Value) {
        let name = format!("{} {what}", self.pointer);
        match what {
            "null" => cases.push(&name, self.with(value)),
            _ => cases.push_invalid(&name, self.with(value)),
        }
    }

    /// Also where nothing is wrong with it: what an open enum does not know is kept.
    fn push_any(&self, cases: &mut Cases<'_>, what: &str, value: Value) {
        cases.push(&format!("{} {what}", self.pointer), self.with(value));
    }
}

/// A list or map with something in it, and the way to that.
fn first_inside<'m>(
    cases: &mut Cases<'m>,
    inner: &'m TypeUse,
    value: &Value,
) -> Option<(Value, (usize, String))> {
    let mut value = value.clone();
    let token = match &mut value {
        Value::Array(elements) => {
            if elements.is_empty() {
                elements.push(cases.maker.value(inner, 2));
            }
            Path::root().index(0).to_pointer()
        }
        Value::Object(entries) => {
            if entries.is_empty() {
                entries.push(("a".to_owned(), cases.maker.value(inner, 2)));
            }
            Path::root().field(&entries.first()?.0).to_pointer()
        }
        _ => return None,
    };
    Some((value, (0, token)))
}

fn position(value: &Value, field: &model::Field) -> Option<usize> {
    match value {
        Value::Object(entries) => entries.iter().position(|(key, _)| is_called(field, key)),
        _ => None,
    }
}

fn without(value: &Value, field: &model::Field) -> Value {
    match value {
        Value::Object(entries) => {
            Value::Object(entries.iter().filter(|(key, _)| !is_called(field, key)).cloned().collect())
        }
        other => other.clone(),
    }
}

/// A value that no document of the type has.
fn wrong_type(ty: &TypeUse) -> Option<Value> {
    match &ty.shape {
        Shape::Json => None,
        Shape::Scalar(Scalar::Integer(_)) => Number::from_text("0.5").map(Value::Number),
        Shape::Scalar(Scalar::Boolean(_)) => Number::from_text("1").map(Value::Number),
        Shape::Scalar(Scalar::Decimal(_)) => Some(Value::Bool(true)),
        Shape::Scalar(_) | Shape::Enum(_) => Number::from_text("1").map(Value::Number),
        Shape::Object(_) | Shape::Map { .. } => Some(Value::Array(Vec::new())),
        Shape::List { accept_single: false, .. } => Some(Value::Object(Vec::new())),
        Shape::List { items, .. } => wrong_type(items),
    }
}

/// A text that does not encode a value of the type, where texts may.
fn wrong_encoding(ty: &TypeUse) -> Option<&'static str> {
    match ty.shape {
        Shape::Scalar(Scalar::Integer(Wire::Native) | Scalar::Boolean(Wire::Native)) => None,
        Shape::Scalar(Scalar::Integer(_)) => Some("01"),
        Shape::Scalar(Scalar::Boolean(_)) => Some("True"),
        Shape::Scalar(Scalar::Decimal(_)) => Some("1."),
        _ => None,
    }
}

/// A valid document in which as many values as possible are as long or large as they may be.
pub(super) fn at_the_limits(cases: &mut Cases<'_>, id: ObjectId, complete: &Value) -> Value {
    let mut value = complete.clone();
    for field in &cases.model.object(id).fields {
        let Some(at) = position(&value, field) else { continue };
        for constraint in &field.ty.constraints {
            let mut changed = value.clone();
            if let Some(old) = value_at(&mut changed, &[at])
                && let Some(limit) = limit(&field.ty, constraint, old)
            {
                *old = limit;
                if cases.is_valid(&changed) {
                    value = changed;
                }
            }
        }
    }
    value
}

fn limit(ty: &TypeUse, constraint: &Constraint, current: &Value) -> Option<Value> {
    match (constraint, current) {
        (Constraint::MaxLength(limit), Value::String(text)) if *limit < LONG => {
            // An emoji is one character of four bytes and of two units of UTF-16.
            let length = usize::try_from(*limit).ok()?;
            let filler = std::iter::repeat('🎉');
            Some(Value::String(text.chars().chain(filler).take(length).collect()))
        }
        (Constraint::Minimum(number) | Constraint::Maximum(number), _) => {
            let text = match number {
                model::Number::Integer(integer) => integer.to_string(),
                model::Number::Decimal(decimal) => decimal.as_str().to_owned(),
            };
            match ty.shape {
                Shape::Scalar(Scalar::Integer(Wire::String) | Scalar::Decimal(Wire::String)) => {
                    Some(Value::String(text))
                }
                _ => Number::from_text(text).map(Value::Number),
            }
        }
        _ => None,
    }
}

/// Two vectors for each field that has objects in it: the shortest with a reading error in such an object, and the shortest
/// with anything else.
pub(super) fn nested(cases: &mut Cases<'_>, id: ObjectId) {
    let Some(complete) = cases.vectors.get(1).or(cases.vectors.first()) else { return };
    let Ok(complete) = json::parse(&complete.document) else { return };
    for field in &cases.model.object(id).fields {
        let Shape::Object(inner) = leaf(&field.ty) else { continue };
        let vectors = own(cases.model, *inner, &cases.model.object(*inner).name.text).vectors;
        for reading in [true, false] {
            let of_kind = |vector: &&Vector| {
                let inside = vector.name.starts_with('/') || vector.name.starts_with(codes::RULE_PREFIX);
                let first = vector.violations.first();
                inside && first.is_some_and(|violation| READING.contains(&&*violation.code) == reading)
            };
            let shortest = vectors.iter().filter(of_kind).min_by_key(|vector| vector.document.len());
            if let Some(wrong) = shortest {
                inside(cases, field, &complete, wrong);
            }
        }
    }
}

const READING: [&str; 4] = [codes::TYPE, codes::ENCODING, codes::DUPLICATE_KEY, codes::REQUIRED];

/// A vector of an object in the place of one in a document.
fn inside<'m>(cases: &mut Cases<'m>, field: &'m model::Field, complete: &Value, wrong: &Vector) {
    let (Some(at), Ok(value)) = (position(complete, field), json::parse(&wrong.document)) else { return };
    let mut document = complete.clone();
    let mut steps = vec![at];
    let mut pointer = Path::root().field(&field.name.text).to_pointer();
    let mut ty = &field.ty;
    while let Shape::List { items: inner, .. } | Shape::Map { values: inner } = &ty.shape {
        let Some(value) = value_at(&mut document, &steps) else { return };
        let Some((filled, (step, token))) = first_inside(cases, inner, value) else { return };
        *value = filled;
        steps.push(step);
        pointer += &token;
        ty = inner;
    }
    if let Some(old) = value_at(&mut document, &steps) {
        *old = value;
    }
    let separator = if wrong.name.starts_with('/') { "" } else { " " };
    cases.push_invalid(&format!("{pointer}{separator}{}", wrong.name), document.to_string());
}
