//! JSON to values of the model's types. A mistake stays in the value, at its place.

use std::collections::BTreeMap;

use wirewright::checks::{Entries, Items, Number, Numeric, Scalar as Comparable, ScalarRef, Text};
use wirewright::json::{self, Value};
use wirewright::rules::{Anything, Ordered};
use wirewright::{Date, DateTime, Decimal, codes};

use crate::model::{Field, Model, ObjectDef, Required, Scalar, Shape, TypeUse, UnknownFields, Wire};

/// What was read.
pub(super) enum Read<'a> {
    /// The key is not there, or null where null means the same.
    Absent,
    /// An explicit null that is part of the contract.
    Null,
    /// It could not be read; why, as a code of a violation.
    Broken(&'static str),
    /// A string, a URL or the value of an enum.
    Text(&'a str),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A decimal.
    Decimal(Decimal),
    /// A point in time, valid or not.
    DateTime(DateTime),
    /// A date, valid or not.
    Date(Date),
    /// A list.
    List(Vec<Read<'a>>),
    /// Entries by their keys' bytes.
    Map(Vec<(&'a str, Read<'a>)>),
    /// An object.
    Object(Object<'a>),
    /// A value of type `json`.
    Json(&'a Value),
}

/// An object that was read.
pub(super) struct Object<'a> {
    /// One per field of the model's object, in its order.
    pub(super) fields: Vec<Read<'a>>,
    /// Unknown entries that the type keeps.
    pub(super) kept: Vec<&'a (String, Value)>,
}

/// Reads a value.
pub(super) fn value<'a>(model: &Model, ty: &TypeUse, value: &'a Value) -> Read<'a> {
    match (&ty.shape, value) {
        (Shape::Scalar(scalar), _) => read_scalar(*scalar, value),
        (Shape::Enum(_), Value::String(text)) => Read::Text(text),
        (Shape::Object(id), Value::Object(entries)) => {
            Read::Object(object(model, model.object(*id), entries))
        }
        (Shape::List { items, .. }, Value::Array(elements)) => {
            Read::List(elements.iter().map(|element| self::value(model, items, element)).collect())
        }
        (Shape::List { items, accept_single: true }, element) if *element != Value::Null => {
            Read::List(vec![self::value(model, items, element)])
        }
        (Shape::Map { values }, Value::Object(entries)) => Read::Map(map(model, values, entries)),
        (Shape::Json, any) => Read::Json(any),
        _ => Read::Broken(codes::TYPE),
    }
}

fn read_scalar(scalar: Scalar, value: &Value) -> Read<'_> {
    let (wire, native) = match (scalar, value) {
        (Scalar::String | Scalar::Url, Value::String(text)) => return Read::Text(text),
        (Scalar::DateTime, Value::String(text)) => return Read::DateTime(DateTime::new(text.as_str())),
        (Scalar::Date, Value::String(text)) => return Read::Date(Date::new(text.as_str())),
        (Scalar::Boolean(wire), Value::Bool(boolean)) => (wire, Some(Read::Boolean(*boolean))),
        (Scalar::Integer(wire), Value::Number(number)) => (wire, integer(number).map(Read::Integer)),
        (Scalar::Decimal(wire), Value::Number(number)) => (wire, number.to_decimal().ok().map(Read::Decimal)),
        (Scalar::Boolean(wire) | Scalar::Integer(wire) | Scalar::Decimal(wire), _) => (wire, None),
        _ => return Read::Broken(codes::TYPE),
    };
    match (native, value) {
        (Some(read), _) => read,
        (None, Value::String(text)) if wire != Wire::Native => {
            decode(scalar, text).unwrap_or(Read::Broken(codes::ENCODING))
        }
        (None, _) => Read::Broken(codes::TYPE),
    }
}

/// The value that a text stands for, of which only one spelling counts.
fn decode<'a>(scalar: Scalar, text: &str) -> Option<Read<'a>> {
    match scalar {
        Scalar::Boolean(_) => match text {
            "true" => Some(Read::Boolean(true)),
            "false" => Some(Read::Boolean(false)),
            _ => None,
        },
        Scalar::Integer(_) => {
            let integer: i64 = text.parse().ok()?;
            (integer.to_string() == text).then_some(Read::Integer(integer))
        }
        Scalar::Decimal(_) => text.parse().ok().map(Read::Decimal),
        Scalar::String | Scalar::Url | Scalar::DateTime | Scalar::Date => None,
    }
}

/// The integer that a number is: `12`, and `12.0` and `1.2e1`, which JSON does not tell from it.
fn integer(number: &json::Number) -> Option<i64> {
    number.as_i64().or_else(|| whole(number.as_str()))
}

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

/// The value of each field of an object, under its name or one of its aliases.
fn object<'a>(model: &Model, def: &ObjectDef, entries: &'a [(String, Value)]) -> Object<'a> {
    let mut found: Vec<Vec<&'a Value>> = def.fields.iter().map(|_| Vec::new()).collect();
    let mut kept = Vec::new();
    for entry in entries {
        let position = def.fields.iter().position(|field| is_called(field, &entry.0));
        match position.and_then(|position| found.get_mut(position)) {
            Some(values) => values.push(&entry.1),
            None if def.unknown_fields == UnknownFields::Keep => kept.push(entry),
            None => {}
        }
    }
    let fields =
        def.fields.iter().zip(found).map(|(field, values)| read_field(model, field, &values)).collect();
    Object { fields, kept }
}

fn is_called(field: &Field, key: &str) -> bool {
    field.name.text == key || field.aliases.iter().any(|alias| alias == key)
}

fn read_field<'a>(model: &Model, field: &Field, values: &[&'a Value]) -> Read<'a> {
    match values {
        [] => Read::Absent,
        [Value::Null] if field.nullable => Read::Null,
        // Null is a JSON value like any other: it only reads as absent where the field may be absent.
        [null @ Value::Null] if matches!(field.ty.shape, Shape::Json) && field.required == Required::Yes => {
            Read::Json(null)
        }
        [Value::Null] => Read::Absent,
        [value] => self::value(model, &field.ty, value),
        _ => Read::Broken(codes::DUPLICATE_KEY),
    }
}

fn map<'a>(model: &Model, values: &TypeUse, entries: &'a [(String, Value)]) -> Vec<(&'a str, Read<'a>)> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.entry(key.as_str())
            .and_modify(|read| *read = Read::Broken(codes::DUPLICATE_KEY))
            .or_insert_with(|| self::value(model, values, value));
    }
    map.into_iter().collect()
}

/// The value as JSON of one spelling, to compare with others; `None` where a part of it could not be read.
pub(super) fn canonical(model: &Model, ty: &TypeUse, read: &Read<'_>) -> Option<Value> {
    Some(match (read, &ty.shape) {
        (Read::Absent | Read::Null, _) => Value::Null,
        (Read::Broken(_), _) => return None,
        (Read::Text(text), _) => Value::String((*text).to_owned()),
        (Read::DateTime(time), _) => Value::String(time.as_str().to_owned()),
        (Read::Date(date), _) => Value::String(date.as_str().to_owned()),
        (Read::Boolean(boolean), _) => Value::Bool(*boolean),
        (Read::Integer(integer), _) => Value::Number(json::Number::from(*integer)),
        (Read::Decimal(decimal), _) => Value::Number(json::Number::from(decimal)),
        (Read::Json(any), _) => (*any).clone(),
        (Read::List(elements), Shape::List { items, .. }) => {
            Value::Array(elements.iter().map(|read| canonical(model, items, read)).collect::<Option<_>>()?)
        }
        (Read::Map(entries), Shape::Map { values }) => {
            let entry =
                |(key, read): &(&str, Read<'_>)| Some(((*key).to_owned(), canonical(model, values, read)?));
            Value::Object(entries.iter().map(entry).collect::<Option<_>>()?)
        }
        (Read::Object(object), Shape::Object(id)) => {
            let mut entries = Vec::new();
            for (field, read) in model.object(*id).fields.iter().zip(&object.fields) {
                let value = canonical(model, &field.ty, read)?;
                if !matches!(read, Read::Absent) {
                    entries.push((field.name.text.clone(), value));
                }
            }
            entries.extend(object.kept.iter().map(|entry| (*entry).clone()));
            Value::Object(entries)
        }
        (Read::List(_) | Read::Map(_) | Read::Object(_), _) => return None,
    })
}

impl Text for Read<'_> {
    fn text(&self) -> Option<&str> {
        match self {
            Read::Text(text) => Some(text),
            Read::DateTime(time) => Some(time.as_str()),
            Read::Date(date) => Some(date.as_str()),
            _ => None,
        }
    }
}

impl Numeric for Read<'_> {
    fn number(&self) -> Option<Number<'_>> {
        match self {
            Read::Integer(integer) => integer.number(),
            Read::Decimal(decimal) => decimal.number(),
            _ => None,
        }
    }
}

impl Comparable for Read<'_> {
    fn scalar(&self) -> Option<ScalarRef<'_>> {
        match self {
            Read::Text(text) => text.scalar(),
            Read::Boolean(boolean) => boolean.scalar(),
            Read::Integer(integer) => integer.scalar(),
            Read::Decimal(decimal) => decimal.scalar(),
            Read::DateTime(time) => time.scalar(),
            Read::Date(date) => date.scalar(),
            _ => None,
        }
    }
}

/// The model has seen to it that two values can be compared.
impl Ordered for Read<'_> {
    type Kind = Anything;
}

impl<'a> Items for Read<'a> {
    type Item = Read<'a>;

    fn items(&self) -> Option<impl ExactSizeIterator<Item = &Read<'a>> + Clone> {
        match self {
            Read::List(elements) => Some(elements.iter()),
            _ => None,
        }
    }
}

impl<'a> Entries for Read<'a> {
    type Value = Read<'a>;

    fn count(&self) -> Option<usize> {
        match self {
            Read::Map(entries) => Some(entries.len()),
            _ => None,
        }
    }

    fn for_each_entry(&self, mut visit: impl FnMut(&str, &Read<'a>)) {
        if let Read::Map(entries) = self {
            entries.iter().for_each(|(key, value)| visit(key, value));
        }
    }
}
