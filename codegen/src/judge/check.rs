//! Values that were read against the model: constraints, then what they contain, then rules.

use wirewright::checks::{self, Bound, Entries};
use wirewright::{Path, PatternTable, Violation, Violations, codes};

use super::canonical::are_unique;
use super::read::{Object, Read};
use super::rules;
use crate::model::{
    Constraint, EnumDef, Format, Literal, Model, Number, ObjectDef, Pattern, Required, Shape, TypeUse,
};

/// Checks a value that was read, and everything in it.
pub(super) fn value(
    model: &Model,
    ty: &TypeUse,
    read: &Read<'_>,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    for one in &ty.constraints {
        constraint(model, ty, one, read, path, violations);
    }
    match (&ty.shape, read) {
        (Shape::Enum(id), Read::Text(text)) => closed_enum(model.enumeration(*id), text, path, violations),
        (Shape::Object(id), Read::Object(read)) => object(model, model.object(*id), read, path, violations),
        (Shape::List { items, .. }, Read::List(elements)) => {
            for (index, element) in elements.iter().enumerate() {
                value(model, items, element, &path.index(index), violations);
            }
        }
        (Shape::Map { values }, Read::Map(_)) => {
            read.for_each_entry(|key, entry| value(model, values, entry, &path.field(key), violations));
        }
        _ => {}
    }
}

fn closed_enum(def: &EnumDef, text: &str, path: &Path<'_>, violations: &mut Violations) {
    if !def.open && !def.values.iter().any(|known| known.name.text == text) {
        violations.push(Violation::new(path, codes::ENUM, None));
    }
}

fn object(model: &Model, def: &ObjectDef, read: &Object<'_>, path: &Path<'_>, violations: &mut Violations) {
    for (field, read) in def.fields.iter().zip(&read.fields) {
        let path = path.field(&field.name.text);
        if matches!(read, Read::Absent) && field.required == Required::OnSend {
            violations.push(Violation::new(&path, codes::REQUIRED, None));
        }
        value(model, &field.ty, read, &path, violations);
    }
    for rule in &def.rules {
        rules::rule(model, rule, read, path, violations);
    }
}

/// Asks the runtime's function of the constraint. What a constraint does not apply to, it lets pass.
fn constraint(
    model: &Model,
    ty: &TypeUse,
    constraint: &Constraint,
    read: &Read<'_>,
    path: &Path<'_>,
    violations: &mut Violations,
) {
    match constraint {
        Constraint::Const(one) => checks::constant(read, literal(one), path, violations),
        Constraint::Enum(many) => checks::enumeration(read, &literals(many), path, violations),
        Constraint::MinLength(limit) => checks::min_length(read, *limit, path, violations),
        Constraint::MaxLength(limit) => checks::max_length(read, *limit, path, violations),
        Constraint::Pattern(one) => checks::pattern(read, &table(one), &one.text, path, violations),
        Constraint::Format(one) => checks::format(read, format(*one), path, violations),
        Constraint::Minimum(number) => checks::minimum(read, bound(number), path, violations),
        Constraint::ExclusiveMinimum(number) => {
            checks::exclusive_minimum(read, bound(number), path, violations)
        }
        Constraint::Maximum(number) => checks::maximum(read, bound(number), path, violations),
        Constraint::ExclusiveMaximum(number) => {
            checks::exclusive_maximum(read, bound(number), path, violations)
        }
        Constraint::MultipleOf(number) => checks::multiple_of(read, bound(number), path, violations),
        Constraint::MinItems(limit) => checks::min_items(read, *limit, path, violations),
        Constraint::MaxItems(limit) => checks::max_items(read, *limit, path, violations),
        Constraint::UniqueItems => checks::unique_items(are_unique(model, ty, read), path, violations),
        Constraint::MinProperties(limit) => checks::min_properties(read, *limit, path, violations),
        Constraint::MaxProperties(limit) => checks::max_properties(read, *limit, path, violations),
    }
}

pub(super) fn literals(literals: &[Literal]) -> Vec<checks::Literal<'_>> {
    literals.iter().map(literal).collect()
}

pub(super) fn literal(literal: &Literal) -> checks::Literal<'_> {
    match literal {
        Literal::Text(text) => checks::Literal::Text(text),
        Literal::Integer(integer) => checks::Literal::Integer(*integer),
        Literal::Decimal(decimal) => checks::Literal::Text(decimal.as_str()),
        Literal::Boolean(boolean) => checks::Literal::Boolean(*boolean),
    }
}

fn bound(number: &Number) -> Bound<'_> {
    match number {
        Number::Integer(integer) => Bound::Integer(*integer),
        Number::Decimal(decimal) => Bound::Decimal(decimal),
    }
}

fn format(format: Format) -> checks::Format {
    match format {
        Format::DateTime => checks::Format::DateTime,
        Format::Date => checks::Format::Date,
        Format::Uri => checks::Format::Uri,
        Format::Iso4217 => checks::Format::Iso4217,
        Format::Iso3166Alpha2 => checks::Format::Iso3166Alpha2,
    }
}

fn table(pattern: &Pattern) -> PatternTable<'_> {
    let table = &pattern.table;
    PatternTable::wide(table.dead_row(), table.stride, &table.classes, &pattern.rows)
}
