//! The attributes of fields and types: serde's, and ours through the types that the derives parse them with.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use wirewright_macros_core::attr;
use wirewright_macros_core::rename::camel_case;

use super::Context;
use super::names::Ident;
use super::types::field_adapter;
use crate::model::{
    Comparison, Condition, Consequence, Constraint, Field, FieldPath, ItemId, Literal, Number, Required,
    Rule, Shape, Test, TypeUse,
};

/// Whether `rename_all = "camelCase"` says for a field what would have to be said for it alone otherwise.
pub(crate) fn is_camel_case(field: &Ident, wire: &str) -> bool {
    field.plain() != wire && camel_case(field.plain()) == wire
}

/// What stands in `#[serde(…)]` at a field.
pub(crate) fn serde_arguments(
    context: &Context<'_>,
    field: &Field,
    ident: &Ident,
    renames_all: bool,
) -> TokenStream {
    let mut parts: Vec<TokenStream> =
        rename_argument(ident, &field.name.text, renames_all).into_iter().collect();
    parts.extend(field.aliases.iter().map(|alias| quote!(alias = #alias)));
    let adapter = field_adapter(context, field);
    if field.required != Required::Yes {
        // Without an adapter, an absent `Option` is `None` anyway.
        parts.extend(adapter.iter().map(|_| quote!(default)));
        let is_none = format!("{}::is_none", context.prelude.option);
        parts.push(quote!(skip_serializing_if = #is_none));
    }
    parts.extend(adapter.map(|adapter| quote!(with = #adapter)));
    quote!(#(#parts),*)
}

/// `rename = "…"` where the identifier alone does not say the name on the wire.
pub(crate) fn rename_argument(ident: &Ident, wire: &str, renames_all: bool) -> Option<TokenStream> {
    let by_default = if renames_all { camel_case(ident.plain()) } else { ident.plain().to_owned() };
    (by_default != *wire).then(|| quote!(rename = #wire))
}

/// What stands in `#[validate(…)]` at a field.
pub(crate) fn field_checks(context: &Context<'_>, field: &Field) -> TokenStream {
    let required = (field.required == Required::OnSend).then_some(attr::CheckKind::Required);
    let checks = required.into_iter().map(attr::Check::from).chain(value_checks(context, &field.ty).0);
    attr::Checks(checks.collect()).to_token_stream()
}

/// What stands in `#[validate(…)]` at an option.
pub(crate) fn entry_checks(context: &Context<'_>, ty: &TypeUse) -> TokenStream {
    value_checks(context, ty).to_token_stream()
}

/// What a value must meet: its constraints, then its content.
pub(crate) fn value_checks(context: &Context<'_>, ty: &TypeUse) -> attr::Checks {
    let constraints = ty.constraints.iter().map(|constraint| attr::Check::from(constraint_attr(constraint)));
    let content = match &ty.shape {
        Shape::Object(_) => Some(attr::CheckKind::Nested),
        Shape::Enum(id) => (!context.model.enumeration(*id).open).then_some(attr::CheckKind::Nested),
        Shape::List { items, .. } => content_check(value_checks(context, items), attr::CheckKind::Items),
        Shape::Map { values } => content_check(value_checks(context, values), attr::CheckKind::Values),
        Shape::Scalar(_) | Shape::Json => None,
    };
    constraints.chain(content.map(attr::Check::from)).collect()
}

/// A list of what has its own validation has it itself: `nested` stands for `items(nested)`.
fn content_check(checks: attr::Checks, wrap: fn(attr::Checks) -> attr::CheckKind) -> Option<attr::CheckKind> {
    match checks.0.as_slice() {
        [] => None,
        [only] if only.kind == attr::CheckKind::Nested => Some(attr::CheckKind::Nested),
        _ => Some(wrap(checks)),
    }
}

fn constraint_attr(constraint: &Constraint) -> attr::Constraint {
    match constraint {
        Constraint::Const(literal) => attr::Constraint::Const(literal_attr(literal)),
        Constraint::Enum(literals) => attr::Constraint::Enum(literals.iter().map(literal_attr).collect()),
        Constraint::MinLength(length) => attr::Constraint::MinLength(*length),
        Constraint::MaxLength(length) => attr::Constraint::MaxLength(*length),
        Constraint::Pattern(pattern) => attr::Constraint::Pattern(pattern.text.clone()),
        Constraint::Format(format) => attr::Constraint::Format(format.keyword().to_owned()),
        Constraint::Minimum(bound) => attr::Constraint::Minimum(bound_attr(bound)),
        Constraint::ExclusiveMinimum(bound) => attr::Constraint::ExclusiveMinimum(bound_attr(bound)),
        Constraint::Maximum(bound) => attr::Constraint::Maximum(bound_attr(bound)),
        Constraint::ExclusiveMaximum(bound) => attr::Constraint::ExclusiveMaximum(bound_attr(bound)),
        Constraint::MultipleOf(bound) => attr::Constraint::MultipleOf(bound_attr(bound)),
        Constraint::MinItems(count) => attr::Constraint::MinItems(*count),
        Constraint::MaxItems(count) => attr::Constraint::MaxItems(*count),
        Constraint::UniqueItems => attr::Constraint::UniqueItems,
        Constraint::MinProperties(count) => attr::Constraint::MinProperties(*count),
        Constraint::MaxProperties(count) => attr::Constraint::MaxProperties(*count),
    }
}

fn bound_attr(bound: &Number) -> attr::Bound {
    match bound {
        Number::Integer(integer) => attr::Bound::Integer(*integer),
        Number::Decimal(decimal) => attr::Bound::Decimal(decimal.to_string()),
    }
}

fn literal_attr(literal: &Literal) -> attr::Literal {
    match literal {
        Literal::Text(text) => attr::Literal::Text(text.clone()),
        Literal::Integer(integer) => attr::Literal::Integer(*integer),
        Literal::Decimal(decimal) => attr::Literal::Text(decimal.to_string()),
        Literal::Boolean(boolean) => attr::Literal::Boolean(*boolean),
    }
}

/// What stands in `#[validate(…)]` at a struct, one attribute per rule.
pub(crate) fn rule_arguments(context: &Context<'_>, rule: &Rule) -> TokenStream {
    let rule = attr::Rule {
        id: rule.id.clone(),
        place: attr::Place::default(),
        message: rule.docs.text.lines().next().filter(|line| !line.trim().is_empty()).map(str::to_owned),
        when: rule.condition.as_ref().map(|condition| condition_attr(context, condition)),
        consequence: consequence_attr(context, &rule.consequence),
    };
    quote!(rule(#rule))
}

fn condition_attr(context: &Context<'_>, condition: &Condition) -> attr::Condition {
    let all = |parts: &[Condition]| parts.iter().map(|part| condition_attr(context, part)).collect();
    match condition {
        Condition::All(parts) => attr::Condition::All(all(parts)),
        Condition::Any(parts) => attr::Condition::Any(all(parts)),
        Condition::Not(part) => attr::Condition::Not(Box::new(condition_attr(context, part))),
        Condition::Test { path, test } => test_attr(path_attr(context, path), test),
    }
}

fn test_attr(path: attr::FieldPath, test: &Test) -> attr::Condition {
    match test {
        Test::In(literals) => match literals.as_slice() {
            [only] => attr::Condition::Compare(path, attr::Comparison::Equal, literal_attr(only)),
            _ => attr::Condition::In(path, literals.iter().map(literal_attr).collect()),
        },
        Test::Present(true) => attr::Condition::Present(path),
        Test::Present(false) => attr::Condition::Absent(path),
        Test::Compare(comparison, literal) => {
            attr::Condition::Compare(path, comparison_attr(*comparison), literal_attr(literal))
        }
    }
}

pub(crate) fn comparison_attr(comparison: Comparison) -> attr::Comparison {
    match comparison {
        Comparison::LessThan => attr::Comparison::LessThan,
        Comparison::LessThanOrEqual => attr::Comparison::LessThanOrEqual,
        Comparison::GreaterThan => attr::Comparison::GreaterThan,
        Comparison::GreaterThanOrEqual => attr::Comparison::GreaterThanOrEqual,
        Comparison::Equal => attr::Comparison::Equal,
        Comparison::NotEqual => attr::Comparison::NotEqual,
    }
}

fn consequence_attr(context: &Context<'_>, consequence: &Consequence) -> attr::Consequence {
    let all = |paths: &[FieldPath]| paths.iter().map(|path| path_attr(context, path)).collect();
    match consequence {
        Consequence::Require(paths) => attr::Consequence::Require(all(paths)),
        Consequence::Forbid(paths) => attr::Consequence::Forbid(all(paths)),
        Consequence::ExactlyOneOf(paths) => attr::Consequence::ExactlyOneOf(all(paths)),
        Consequence::AtLeastOneOf(paths) => attr::Consequence::AtLeastOneOf(all(paths)),
        Consequence::AtMostOneOf(paths) => attr::Consequence::AtMostOneOf(all(paths)),
        Consequence::RequireTogether(paths) => attr::Consequence::RequireTogether(all(paths)),
        Consequence::Compare { left, comparison, right } => attr::Consequence::Compare {
            left: path_attr(context, left),
            comparison: comparison_attr(*comparison),
            right: path_attr(context, right),
        },
    }
}

/// A path with a `?` for each `Option` and `Nullable` that it goes on through.
fn path_attr(context: &Context<'_>, path: &FieldPath) -> attr::FieldPath {
    let last = path.steps.len().saturating_sub(1);
    let step = |(index, step): (usize, &crate::model::Step)| {
        let object = ItemId::Object(step.object);
        let ident = context.names.member(object, step.field).token();
        let layers = context.model.object(step.object).fields.get(step.field).map_or(0, layers);
        let goes_on = step.each || index < last;
        let made = attr::Step::new(ident).optional(if goes_on { layers } else { 0 });
        if step.each { made.each() } else { made }
    };
    attr::FieldPath(path.steps.iter().enumerate().map(step).collect())
}

/// How many `Option`s and `Nullable`s surround a field's value.
fn layers(field: &Field) -> usize {
    usize::from(field.required != Required::Yes) + usize::from(field.nullable)
}
