//! `validate(into:)`: constraints as calls, one per constraint, then what is inside of the value.

use super::Context;
use super::patterns::Patterns;
use super::types::is_text;
use super::value::Value;
use crate::model::{Constraint, Format, ItemId, Literal, Number, Pattern, Scalar, Shape, TypeUse};
use crate::swift::ast::Statement;
use crate::swift::literal;

/// Where the checks of a value stand.
pub(crate) struct Place<'p> {
    /// The Swift expression of the step: `"currency"`, `index`.
    pub(crate) step: String,
    /// Type and field, to name tables of patterns after.
    pub(crate) owner: &'p str,
    /// How many closures stand around, so that names of elements do not hide one another.
    pub(crate) depth: usize,
}

/// The checks of a value: its constraints in the order of the model, then its content.
pub(crate) fn value_checks<'m>(
    context: &'m Context<'m>,
    ty: &'m TypeUse,
    value: &Value,
    place: &Place<'_>,
    patterns: &mut Patterns<'m>,
) -> Vec<Statement> {
    let mut statements: Vec<Statement> =
        ty.constraints.iter().map(|constraint| check(ty, constraint, value, place, patterns)).collect();
    statements.extend(content_checks(context, ty, value, place, patterns));
    statements
}

fn check<'m>(
    ty: &TypeUse,
    constraint: &'m Constraint,
    value: &Value,
    place: &Place<'_>,
    patterns: &mut Patterns<'m>,
) -> Statement {
    let text = || value.text(&ty.shape).code;
    let own = || value.code.clone();
    let (function, subject, limit) = match constraint {
        Constraint::Const(expected) => ("constant", text(), Some(literal_code(expected, &ty.shape))),
        Constraint::Enum(expected) => ("oneOf", text(), Some(literals_code(expected, &ty.shape))),
        Constraint::MinLength(limit) => ("minLength", text(), Some(count(*limit))),
        Constraint::MaxLength(limit) => ("maxLength", text(), Some(count(*limit))),
        Constraint::Pattern(pattern) => ("pattern", text(), Some(table(ty, pattern, place, patterns))),
        Constraint::Format(format) => ("format", text(), Some(format_case(*format).to_owned())),
        Constraint::Minimum(limit) => ("minimum", own(), Some(bound(limit, &ty.shape))),
        Constraint::ExclusiveMinimum(limit) => ("exclusiveMinimum", own(), Some(bound(limit, &ty.shape))),
        Constraint::Maximum(limit) => ("maximum", own(), Some(bound(limit, &ty.shape))),
        Constraint::ExclusiveMaximum(limit) => ("exclusiveMaximum", own(), Some(bound(limit, &ty.shape))),
        Constraint::MultipleOf(unit) => ("multipleOf", own(), Some(bound(unit, &ty.shape))),
        Constraint::MinItems(limit) => ("minItems", own(), Some(count(*limit))),
        Constraint::MaxItems(limit) => ("maxItems", own(), Some(count(*limit))),
        Constraint::UniqueItems => (unique_check(&ty.shape), own(), None),
        Constraint::MinProperties(limit) => ("minProperties", own(), Some(count(*limit))),
        Constraint::MaxProperties(limit) => ("maxProperties", own(), Some(count(*limit))),
    };
    call(function, [Some(subject), limit], place)
}

fn unique_check(list: &Shape) -> &'static str {
    match list {
        Shape::List { items, .. } if is_text(&items.shape) => "uniqueTexts",
        _ => "uniqueItems",
    }
}

/// A call of the validator: `validator.maxLength(name, 64, at: "name")`.
pub(crate) fn call(
    function: &str,
    arguments: impl IntoIterator<Item = Option<String>>,
    place: &Place<'_>,
) -> Statement {
    let step = format!("at: {}", place.step);
    let arguments = arguments.into_iter().flatten().chain([step]).collect();
    Statement::call(format!("validator.{function}"), arguments)
}

fn table<'m>(ty: &TypeUse, pattern: &'m Pattern, place: &Place<'_>, patterns: &mut Patterns<'m>) -> String {
    format!(".{}", patterns.name(pattern, ty.scalar, place.owner))
}

/// No text or list is longer than the largest number of 64 bits.
fn count(limit: u64) -> String {
    limit.min(i64::MAX.unsigned_abs()).to_string()
}

fn bound(bound: &Number, shape: &Shape) -> String {
    match bound {
        Number::Integer(integer) if is_decimal(shape) => decimal_code(&integer.to_string()),
        Number::Integer(integer) => integer.to_string(),
        Number::Decimal(decimal) => decimal_code(&decimal.to_string()),
    }
}

fn is_decimal(shape: &Shape) -> bool {
    matches!(shape, Shape::Scalar(Scalar::Decimal(_)))
}

fn decimal_code(text: &str) -> String {
    format!("Wire.decimal({})", literal::string(text))
}

/// A literal of the spec, as a value of a shape's type or, of texts, as a string.
pub(crate) fn literal_code(expected: &Literal, shape: &Shape) -> String {
    match expected {
        Literal::Text(text) => literal::string(text),
        Literal::Integer(integer) if is_decimal(shape) => decimal_code(&integer.to_string()),
        Literal::Integer(integer) => integer.to_string(),
        Literal::Decimal(decimal) => decimal_code(&decimal.to_string()),
        Literal::Boolean(boolean) => boolean.to_string(),
    }
}

/// Literals of the spec as a list.
pub(crate) fn literals_code(expected: &[Literal], shape: &Shape) -> String {
    let codes: Vec<String> = expected.iter().map(|literal| literal_code(literal, shape)).collect();
    format!("[{}]", codes.join(", "))
}

fn format_case(format: Format) -> &'static str {
    match format {
        Format::DateTime => ".dateTime",
        Format::Date => ".date",
        Format::Uri => ".uri",
        Format::Iso4217 => ".iso4217",
        Format::Iso3166Alpha2 => ".iso3166Alpha2",
    }
}

/// What is checked inside of a value.
fn content_checks<'m>(
    context: &'m Context<'m>,
    ty: &'m TypeUse,
    value: &Value,
    place: &Place<'_>,
    patterns: &mut Patterns<'m>,
) -> Option<Statement> {
    let (visit, inner) = match &ty.shape {
        Shape::Object(_) => return Some(call("nested", [Some(value.code.clone())], place)),
        Shape::Enum(id) if context.model.enumeration(*id).open => return None,
        Shape::Enum(_) => return Some(call("nested", [Some(value.code.clone())], place)),
        Shape::List { items, .. } => ("elements", items),
        Shape::Map { values } => ("entries", values),
        Shape::Scalar(_) | Shape::Json => return None,
    };
    if inner.constraints.is_empty() && !matches!(inner.shape, Shape::List { .. } | Shape::Map { .. }) {
        return content_checks(context, inner, value, place, patterns);
    }
    let suffix = if place.depth == 0 { String::new() } else { (place.depth + 1).to_string() };
    let element = Value::local(format!("element{suffix}"));
    let inner_place = Place { step: format!("index{suffix}"), owner: place.owner, depth: place.depth + 1 };
    let body = value_checks(context, inner, &element, &inner_place, patterns);
    (!body.is_empty()).then(|| Statement::Block {
        head: format!("validator.{visit}(of: {}, at: {})", value.code, place.step),
        parameters: format!(" validator, {}, {} in", element.code, inner_place.step),
        body,
    })
}

/// The name of an item and of one of its members, to name tables of patterns after.
pub(crate) fn owner(context: &Context<'_>, item: ItemId, index: usize) -> String {
    format!("{}_{}", context.names.item(item), context.names.member(item, index))
}
