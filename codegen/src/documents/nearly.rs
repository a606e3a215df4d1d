//! Documents that are valid but for a few places: just outside of a constraint, a field too few, a rule turned over.

use wirewright::json::{Number, Value};

use super::number::beyond;
use super::places::{Place, Root, places, value_at};
use super::rules::{flip_rule, ruled_objects};
use super::text::nearly_of_format;
use super::valid::{Maker, TEXTS, literal_text};
use crate::model::{Constraint, Literal, Scalar, Shape, TypeUse, Wire};

/// Lengths and counts beyond this are not built just to be one too long.
pub(crate) const LONG: u64 = 4096;

/// Texts that stand for a number or a flag, or nearly so.
const ENCODINGS: [&str; 20] = [
    "1",
    "-0",
    "0",
    "01",
    "+1",
    " 1",
    "1 ",
    "1.0",
    "1.",
    ".5",
    "1e2",
    "1E+02",
    "1e10001",
    "9223372036854775808",
    "",
    "true",
    "True",
    "false",
    "1,5",
    "１",
];

/// Changes one place of a document.
pub(super) fn edit(maker: &mut Maker<'_>, root: Root, value: &mut Value) {
    let rules = ruled_objects(maker.model, root, value);
    if maker.random.chance(40)
        && let Some((steps, id)) = maker.random.pick(&rules).cloned()
        && let Some(object) = value_at(value, &steps)
    {
        if let Some(rule) = maker.random.pick(&maker.model.object(id).rules) {
            // A condition and what follows from it.
            for _ in 0..=maker.random.below(3) {
                flip_rule(maker, rule, object);
            }
        }
        return;
    }
    let places = places(maker.model, root, value);
    let constrained: Vec<&Place<'_>> = places.iter().filter(|place| is_constrained(place)).collect();
    let picked = match maker.random.chance(65) {
        true => maker.random.pick(&constrained).copied(),
        false => None,
    };
    if let Some(place) = picked.or_else(|| maker.random.pick(&places)).cloned() {
        edit_place(maker, &place, value);
    }
}

fn is_constrained(place: &Place<'_>) -> bool {
    place.ty.is_some_and(|ty| !ty.constraints.is_empty() || matches!(ty.shape, Shape::Enum(_)))
}

fn edit_place<'m>(maker: &mut Maker<'m>, place: &Place<'m>, document: &mut Value) {
    if maker.random.chance(20) {
        return remove(place, document);
    }
    let Some(value) = value_at(document, &place.steps) else { return };
    if let (Some(object), Value::Object(entries)) = (place.object, &mut *value) {
        // A field more, or another one.
        if let Some(field) = maker.random.pick(&maker.model.object(object).fields) {
            entries.retain(|(key, _)| *key != field.name.text);
            entries.push((field.name.text.clone(), maker.field(field, place.steps.len())));
        }
        return;
    }
    let Some(ty) = place.ty else {
        *value = Value::String(maker.random.text(&TEXTS).to_owned());
        return;
    };
    let is_encoded =
        matches!(ty.shape, Shape::Scalar(Scalar::Boolean(_) | Scalar::Integer(_) | Scalar::Decimal(_)));
    if is_encoded && maker.random.chance(15) {
        *value = Value::String(maker.random.text(&ENCODINGS).to_owned());
        return;
    }
    let constraint = maker.random.pick(&ty.constraints);
    let broken = constraint.and_then(|one| broken(maker, ty, one, value));
    *value = match broken {
        Some(broken) => broken,
        None if maker.random.chance(25) => Value::Null,
        None => other_value(maker, ty, place.steps.len()),
    };
}

/// A value of the type, of another enum, or a list with an element twice.
fn other_value<'m>(maker: &mut Maker<'m>, ty: &'m TypeUse, depth: usize) -> Value {
    match &ty.shape {
        Shape::Enum(id) => {
            let known = maker.enumeration(*id);
            let text = match &known {
                Value::String(text) => text.as_str(),
                _ => "",
            };
            Value::String(match maker.random.below(3) {
                0 => format!("{text} "),
                1 => text.to_lowercase(),
                _ => "NEW".to_owned(),
            })
        }
        Shape::List { .. } => {
            let mut list = maker.value(ty, depth);
            if let Value::Array(elements) = &mut list
                && let Some(element) = maker.random.pick(elements).cloned()
            {
                elements.push(element);
            }
            list
        }
        _ => maker.value(ty, depth),
    }
}

/// Takes a value out of what it stands in.
fn remove(place: &Place<'_>, document: &mut Value) {
    let Some((last, above)) = place.steps.split_last() else { return };
    match value_at(document, above) {
        Some(Value::Object(entries)) if *last < entries.len() => {
            entries.remove(*last);
        }
        Some(Value::Array(elements)) if *last < elements.len() => {
            elements.remove(*last);
        }
        _ => {}
    }
}

/// The nearest value that breaks a constraint; `None` where there is none, or none of a sensible size.
pub(crate) fn broken<'m>(
    maker: &mut Maker<'m>,
    ty: &'m TypeUse,
    constraint: &Constraint,
    value: &Value,
) -> Option<Value> {
    match constraint {
        Constraint::Const(literal) => other_literal(ty, std::slice::from_ref(literal)),
        Constraint::Enum(literals) => other_literal(ty, literals),
        Constraint::MinLength(limit) => {
            let text = text_of(value)?;
            let length = usize::try_from(limit.checked_sub(1)?).ok()?;
            Some(Value::String(text.chars().take(length).collect()))
        }
        Constraint::MaxLength(limit) if *limit < LONG => {
            Some(Value::String(longer(&text_of(value)?, *limit)))
        }
        Constraint::Pattern(pattern) => {
            let text = text_of(value)?;
            mismatches(&text).into_iter().find(|text| !pattern.table.is_match(text)).map(Value::String)
        }
        Constraint::Format(format) => {
            Some(Value::String(maker.random.text(nearly_of_format(*format)).to_owned()))
        }
        Constraint::Minimum(_)
        | Constraint::Maximum(_)
        | Constraint::ExclusiveMinimum(_)
        | Constraint::ExclusiveMaximum(_)
        | Constraint::MultipleOf(_) => number(ty, &beyond(constraint, &text_of(value)?)?),
        Constraint::MinItems(limit) | Constraint::MinProperties(limit) if *limit < LONG => {
            resized(maker, ty, value, usize::try_from(limit.checked_sub(1)?).ok()?)
        }
        Constraint::MaxItems(limit) | Constraint::MaxProperties(limit) if *limit < LONG => {
            resized(maker, ty, value, usize::try_from(*limit).ok()? + 1)
        }
        Constraint::UniqueItems => {
            let mut value = resized(maker, ty, value, 1)?;
            if let Value::Array(elements) = &mut value {
                elements.extend(elements.first().cloned());
            }
            Some(value)
        }
        Constraint::MaxLength(_)
        | Constraint::MinItems(_)
        | Constraint::MinProperties(_)
        | Constraint::MaxItems(_)
        | Constraint::MaxProperties(_) => None,
    }
}

/// The text of a scalar, or of a number.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// A text with a character more than the limit.
fn longer(text: &str, limit: u64) -> String {
    let mut longer: String = text.to_owned();
    let last = text.chars().last().filter(|last| last.is_alphanumeric()).unwrap_or('a');
    let missing = (limit + 1).saturating_sub(text.chars().count() as u64);
    longer.extend(std::iter::repeat_n(last, usize::try_from(missing).unwrap_or_default()));
    longer
}

/// Texts that differ from one by little.
fn mismatches(text: &str) -> Vec<String> {
    let mut chars = text.chars();
    chars.next();
    let mut texts = vec![chars.as_str().to_owned(), text.to_lowercase(), text.to_uppercase()];
    texts.extend([format!("{text}\n"), format!("{text} "), format!("~{text}"), format!("é{text}")]);
    texts.extend(["", "-", "a", "A", "0", "é", " "].map(str::to_owned));
    texts.sort_by_key(|other| (other.is_empty(), other.len().abs_diff(text.len())));
    texts
}

/// A value of the type that is none of these.
fn other_literal(ty: &TypeUse, literals: &[Literal]) -> Option<Value> {
    let known: Vec<String> = literals.iter().map(literal_text).collect();
    let first = known.first()?;
    if let Some(Literal::Boolean(boolean)) = literals.first() {
        return Some(Value::Bool(!boolean));
    }
    let is_text = matches!(literals.first(), Some(Literal::Text(_)));
    let numbers = (0..100).map(|number| number.to_string());
    let texts = [first.to_lowercase(), format!("{first}x")].into_iter().filter(|_| is_text);
    let other = texts.chain(numbers).find(|text| !known.contains(text))?;
    if is_text { Some(Value::String(other)) } else { number(ty, &other) }
}

/// A number as its type writes it.
fn number(ty: &TypeUse, text: &str) -> Option<Value> {
    let wire = match ty.shape {
        Shape::Scalar(Scalar::Integer(wire) | Scalar::Decimal(wire)) => wire,
        _ => Wire::Native,
    };
    match wire {
        Wire::String => Some(Value::String(text.to_owned())),
        Wire::Native | Wire::Either => Number::from_text(text).map(Value::Number),
    }
}

/// A list or a map with another number of elements or entries, each of them valid.
fn resized<'m>(maker: &mut Maker<'m>, ty: &'m TypeUse, value: &Value, count: usize) -> Option<Value> {
    match (&ty.shape, value) {
        (Shape::List { items, .. }, Value::Array(elements)) => {
            let mut elements: Vec<Value> = elements.iter().take(count).cloned().collect();
            while elements.len() < count {
                elements.push(maker.value(items, 1));
            }
            Some(Value::Array(elements))
        }
        (Shape::Map { values }, Value::Object(entries)) => {
            let mut entries: Vec<(String, Value)> = entries.iter().take(count).cloned().collect();
            for number in 0.. {
                if entries.len() >= count {
                    break;
                }
                let key = format!("k{number}");
                if entries.iter().all(|(known, _)| *known != key) {
                    entries.push((key, maker.value(values, 1)));
                }
            }
            Some(Value::Object(entries))
        }
        _ => None,
    }
}
