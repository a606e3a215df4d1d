//! What can only be judged once the model stands: constraints that no value meets, examples and defaults that are
//! not valid.

mod samples;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Constraint, Model, Number, Shape, TypeUse};
use crate::resolve::Resolved;

/// Checks a model; reports and changes nothing.
pub fn check(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    let model = &resolved.model;
    for ty in type_uses(model) {
        check_type(ty, diagnostics);
    }
    samples::check_samples(resolved, diagnostics);
}

/// Every use of a type that a spec can write constraints at.
fn type_uses(model: &Model) -> impl Iterator<Item = &TypeUse> {
    let scalars = model.scalars.iter().map(|scalar| &scalar.ty);
    let fields = model.objects.iter().flat_map(|object| &object.fields).map(|field| &field.ty);
    let entries = model.options.iter().flat_map(|options| &options.entries).map(|entry| &entry.ty);
    scalars.chain(fields).chain(entries)
}

fn check_type(ty: &TypeUse, diagnostics: &mut Diagnostics) {
    let mut ty = ty;
    loop {
        // A named scalar's own constraints are checked where it is declared.
        check_bounds(ty, diagnostics);
        ty = match &ty.shape {
            Shape::List { items, .. } => items,
            Shape::Map { values } => values,
            Shape::Scalar(_) | Shape::Enum(_) | Shape::Object(_) | Shape::Json => return,
        };
    }
}

/// Reports bounds that exclude every value.
fn check_bounds(ty: &TypeUse, diagnostics: &mut Diagnostics) {
    for (least, most) in
        [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")]
    {
        let bound =
            |keyword: &str| ty.constraints.iter().find_map(|constraint| count_bound(constraint, keyword));
        if let (Some(low), Some(high)) = (bound(least), bound(most))
            && low > high
        {
            report(ty, &format!("`{least}` is {low}, but `{most}` is {high}"), diagnostics);
        }
    }
    let lower = ty.constraints.iter().filter_map(lower_bound);
    for (low, low_open) in lower {
        for (high, high_open) in ty.constraints.iter().filter_map(upper_bound) {
            let empty = match compare(low, high) {
                Some(order) => order.is_gt() || (order.is_eq() && (low_open || high_open)),
                None => false,
            };
            if empty {
                report(
                    ty,
                    &format!("no number is above {} and below {}", shown(low), shown(high)),
                    diagnostics,
                );
            }
        }
    }
}

fn report(ty: &TypeUse, message: &str, diagnostics: &mut Diagnostics) {
    let diagnostic =
        Diagnostic::new(Code::EmptyRange, message, ty.span, "no value meets this type's constraints");
    diagnostics.push(diagnostic.help("the bounds contradict each other: change one"));
}

fn count_bound(constraint: &Constraint, keyword: &str) -> Option<u64> {
    match (constraint, keyword) {
        (Constraint::MinLength(bound), "minLength")
        | (Constraint::MaxLength(bound), "maxLength")
        | (Constraint::MinItems(bound), "minItems")
        | (Constraint::MaxItems(bound), "maxItems")
        | (Constraint::MinProperties(bound), "minProperties")
        | (Constraint::MaxProperties(bound), "maxProperties") => Some(*bound),
        _ => None,
    }
}

/// A lower bound and whether it excludes the bound itself.
fn lower_bound(constraint: &Constraint) -> Option<(&Number, bool)> {
    match constraint {
        Constraint::Minimum(bound) => Some((bound, false)),
        Constraint::ExclusiveMinimum(bound) => Some((bound, true)),
        _ => None,
    }
}

fn upper_bound(constraint: &Constraint) -> Option<(&Number, bool)> {
    match constraint {
        Constraint::Maximum(bound) => Some((bound, false)),
        Constraint::ExclusiveMaximum(bound) => Some((bound, true)),
        _ => None,
    }
}

fn compare(low: &Number, high: &Number) -> Option<std::cmp::Ordering> {
    match (low, high) {
        (Number::Integer(low), Number::Integer(high)) => Some(low.cmp(high)),
        (Number::Decimal(low), Number::Decimal(high)) => Some(low.cmp(high)),
        _ => None,
    }
}

fn shown(number: &Number) -> String {
    match number {
        Number::Integer(number) => number.to_string(),
        Number::Decimal(number) => number.to_string(),
    }
}
