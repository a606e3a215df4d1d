//! Random JSON documents for the objects of a model: valid examples with a few parts changed, and documents from nothing.
//! What they are follows from the model and the seed alone.

#![expect(clippy::indexing_slicing, reason = "a helper of tests: what is picked is there")]

use wirewright::json::Value;
use wirewright_codegen::model::{
    Condition, Constraint, Field, ItemId, Literal, Model, Number, ObjectId, Required, Scalar, Shape, Test,
    TypeUse, Wire,
};

use crate::dangerous::Random;

/// How deep generated objects nest.
const DEPTH: usize = 3;

/// Makes documents of one object type.
pub struct Documents<'m> {
    model: &'m Model,
    object: ObjectId,
    examples: Vec<Value>,
    random: Random,
    /// Texts that mean something to the model, and others.
    texts: Vec<String>,
}

/// Texts at the edges of formats and lengths.
const TEXTS: [&str; 34] = [
    "",
    "a",
    "ab",
    "abc",
    "abcd",
    "é",
    "e\u{301}",
    "🎉",
    "🎉🎉",
    "🇩🇪",
    "abcab",
    "c",
    "abx",
    "7x",
    "x7",
    "\n",
    "ab\n",
    "AB",
    "AB12",
    "ABCDE",
    "ab12",
    "2026-11-24",
    "2026-02-29",
    "2024-02-29",
    "2026-11-24T00:00:00Z",
    "2026-11-24T23:59:60Z",
    "2026-11-24T01:00:00+01:00",
    "2026-11-24 00:00:00",
    "https://a",
    "https:",
    "a:b",
    "EUR",
    "XYZ",
    "DE",
];

/// Times in another order than their texts.
const TIMES: [&str; 5] = [
    "2026-11-24T00:00:00Z",
    "2026-11-24T00:00:00.5Z",
    "2026-11-24T01:00:00+01:00",
    "2026-11-23T23:00:00-02:00",
    "2025-01-01T00:00:00Z",
];

impl<'m> Documents<'m> {
    /// Documents of the object of this name.
    pub fn new(model: &'m Model, object: &str, random: Random) -> Documents<'m> {
        let ids = model.modules.iter().flat_map(|module| &module.items);
        let mut objects = ids.filter_map(|id| match id {
            ItemId::Object(id) => Some(*id),
            _ => None,
        });
        let object =
            objects.find(|id| model.object(*id).name.text == object).expect("an object of the model");
        let mut texts: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
        texts.extend(literals(model));
        Documents { model, object, examples: model.object(object).examples.clone(), random, texts }
    }

    /// The next document.
    pub fn next_document(&mut self) -> String {
        let mut value = match self.examples.is_empty() || self.random.chance(5) {
            true => self.object(self.object, 0),
            false => self.random.pick(&self.examples.clone()).clone(),
        };
        let changes = [0, 1, 1, 2, 3, 5, 9][self.random.below(7)];
        for _ in 0..changes {
            self.change(self.object, &mut value, 0);
        }
        value.to_string()
    }

    /// Changes one field of an object, or something inside of one.
    fn change(&mut self, object: ObjectId, value: &mut Value, depth: usize) {
        let Value::Object(entries) = value else { return };
        let fields = &self.model.object(object).fields;
        let field = self.random.pick(fields);
        let at = entries.iter().position(|(key, _)| *key == field.name.text);
        if let Some(at) = at.filter(|_| self.random.chance(40))
            && self.change_inside(&field.ty, &mut entries[at].1, depth)
        {
            return;
        }
        if let Some(at) = at.filter(|_| self.random.chance(25)) {
            entries.remove(at);
            return;
        }
        let new = self.field_value(field, depth);
        match at {
            Some(at) => entries[at].1 = new,
            None => entries.push((field.name.text.clone(), new)),
        }
    }

    fn change_inside(&mut self, ty: &TypeUse, value: &mut Value, depth: usize) -> bool {
        match (&ty.shape, value) {
            (Shape::Object(object), value @ Value::Object(_)) => {
                self.change(*object, value, depth + 1);
                true
            }
            (Shape::List { items, .. }, Value::Array(list)) => {
                match self.random.below(3) {
                    0 if !list.is_empty() => {
                        let element = self.random.pick(list).clone();
                        list.push(element);
                    }
                    1 if !list.is_empty() => {
                        let at = self.random.below(list.len());
                        list.remove(at);
                    }
                    _ => list.push(self.value(items, depth + 1)),
                }
                true
            }
            (Shape::Map { values }, Value::Object(entries)) => {
                let key = *self.random.pick(&["a", "b", "", "é", "x/y", "~", "zz"]);
                entries.retain(|(known, _)| known != key);
                let value = self.value(values, depth + 1);
                entries.push((key.to_owned(), value));
                true
            }
            _ => false,
        }
    }

    fn object(&mut self, object: ObjectId, depth: usize) -> Value {
        let mut entries = Vec::new();
        for field in &self.model.object(object).fields {
            if field.required == Required::Yes || self.random.chance(30) {
                entries.push((field.name.text.clone(), self.field_value(field, depth)));
            }
        }
        Value::Object(entries)
    }

    fn field_value(&mut self, field: &Field, depth: usize) -> Value {
        let null = if field.nullable { 30 } else { 3 };
        if self.random.chance(null) { Value::Null } else { self.value(&field.ty, depth) }
    }

    fn value(&mut self, ty: &TypeUse, depth: usize) -> Value {
        // Now and then something of another kind altogether.
        if self.random.chance(1) {
            return self.json();
        }
        match &ty.shape {
            Shape::Scalar(scalar) => self.scalar(*scalar, &ty.constraints),
            Shape::Enum(id) => {
                let values = &self.model.enumeration(*id).values;
                let known = self.random.pick(values).name.text.clone();
                let other = ["NEW", "", "good", "WEB "][self.random.below(4)];
                Value::String(if self.random.chance(80) { known } else { other.to_owned() })
            }
            Shape::Object(object) if depth < DEPTH => self.object(*object, depth + 1),
            Shape::Object(object) => Value::Object(
                self.model
                    .object(*object)
                    .fields
                    .iter()
                    .filter(|field| field.required == Required::Yes)
                    .map(|field| (field.name.text.clone(), self.value(&field.ty, depth)))
                    .collect(),
            ),
            Shape::List { items, accept_single } => {
                if *accept_single && self.random.chance(30) {
                    return self.value(items, depth + 1);
                }
                let count = self.random.below(if depth < DEPTH { 5 } else { 2 });
                Value::Array((0..count).map(|_| self.value(items, depth + 1)).collect())
            }
            Shape::Map { values } => {
                let keys = ["a", "b", "", "é", "x/y", "~"];
                let count = self.random.below(if depth < DEPTH { 4 } else { 2 });
                Value::Object(
                    keys.iter()
                        .take(count)
                        .map(|key| ((*key).to_owned(), self.value(values, depth + 1)))
                        .collect(),
                )
            }
            Shape::Json => self.json(),
        }
    }

    fn scalar(&mut self, scalar: Scalar, constraints: &[Constraint]) -> Value {
        match scalar {
            Scalar::Boolean(wire) => {
                let text = ["true", "false"][self.random.below(2)];
                match wire != Wire::Native && self.random.chance(50) {
                    true => Value::String(text.to_owned()),
                    false => Value::Bool(text == "true"),
                }
            }
            Scalar::Integer(wire) => {
                let number = self.integer(constraints).to_string();
                self.number(number, wire)
            }
            Scalar::Decimal(wire) => {
                let near: Vec<String> =
                    constraints.iter().filter_map(bound).map(|bound| bound.to_string()).collect();
                let others = ["0", "0.5", "-0.5", "1.25", "0.3", "0.05", "2", "-100", "0.75"];
                let text = match near.is_empty() || self.random.chance(60) {
                    true => (*self.random.pick(&others)).to_owned(),
                    false => self.random.pick(&near).clone(),
                };
                self.number(text, wire)
            }
            Scalar::DateTime if self.random.chance(70) => {
                Value::String(TIMES[self.random.below(TIMES.len())].to_owned())
            }
            Scalar::String | Scalar::DateTime | Scalar::Date | Scalar::Url => {
                Value::String(self.random.pick(&self.texts.clone()).clone())
            }
        }
    }

    fn integer(&mut self, constraints: &[Constraint]) -> i64 {
        let bounds: Vec<i64> = constraints.iter().filter_map(integer_bound).collect();
        let around = [-1, 0, 1][self.random.below(3)];
        match bounds.is_empty() || self.random.chance(40) {
            true => *self.random.pick(&[0, 1, -1, 2, 4, 7, 100, i64::MAX, i64::MIN]),
            false => self.random.pick(&bounds).saturating_add(around),
        }
    }

    fn number(&mut self, text: String, wire: Wire) -> Value {
        if wire != Wire::Native && self.random.chance(50) {
            return Value::String(text);
        }
        number(&text)
    }

    fn json(&mut self) -> Value {
        let texts = ["null", "true", "1", "-2", "\"1\"", "\"\"", "[1]", "{\"a\":1}", "{}", "[]", "0.5"];
        crate::json(texts[self.random.below(texts.len())])
    }
}

fn number(text: &str) -> Value {
    match crate::json(text) {
        Value::Number(number) => Value::Number(number),
        other => panic!("{other} is no number"),
    }
}

/// The bound of a decimal.
fn bound(constraint: &Constraint) -> Option<&wirewright::Decimal> {
    match constraint {
        Constraint::Minimum(Number::Decimal(bound))
        | Constraint::Maximum(Number::Decimal(bound))
        | Constraint::ExclusiveMinimum(Number::Decimal(bound))
        | Constraint::ExclusiveMaximum(Number::Decimal(bound))
        | Constraint::MultipleOf(Number::Decimal(bound)) => Some(bound),
        _ => None,
    }
}

/// The bound of an integer.
fn integer_bound(constraint: &Constraint) -> Option<i64> {
    match constraint {
        Constraint::Minimum(Number::Integer(bound))
        | Constraint::Maximum(Number::Integer(bound))
        | Constraint::ExclusiveMinimum(Number::Integer(bound))
        | Constraint::ExclusiveMaximum(Number::Integer(bound))
        | Constraint::MultipleOf(Number::Integer(bound))
        | Constraint::Const(Literal::Integer(bound)) => Some(*bound),
        _ => None,
    }
}

/// Texts that constraints and rules of a model name.
fn literals(model: &Model) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |literals: &[Literal]| {
        found.extend(literals.iter().filter_map(|literal| match literal {
            Literal::Text(text) => Some(text.clone()),
            _ => None,
        }));
    };
    for object in &model.objects {
        for constraint in object.fields.iter().flat_map(|field| &field.ty.constraints) {
            match constraint {
                Constraint::Const(literal) => add(std::slice::from_ref(literal)),
                Constraint::Enum(literals) => add(literals),
                _ => {}
            }
        }
        let mut open: Vec<&Condition> =
            object.rules.iter().filter_map(|rule| rule.condition.as_ref()).collect();
        while let Some(condition) = open.pop() {
            match condition {
                Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
                Condition::Not(part) => open.push(part),
                Condition::Test { test: Test::In(literals), .. } => add(literals),
                Condition::Test { .. } => {}
            }
        }
    }
    found
}
