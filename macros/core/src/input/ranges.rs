//! Bounds that exclude every value.

use std::cmp::Ordering;

use super::number;
use crate::attr::{Bound, Check, CheckKind, Checks, Constraint};
use crate::errors::Errors;

/// Reports bounds that contradict each other, on the upper one.
pub(super) fn check(checks: &Checks, errors: &mut Errors) {
    for check in &checks.0 {
        match &check.kind {
            CheckKind::Constraint(constraint) => {
                let contradiction = checks.0.iter().find_map(|other| contradiction(other, constraint));
                if let Some(message) = contradiction {
                    errors.push(syn::Error::new(check.value_place.0, message));
                }
            }
            CheckKind::Items(inner) | CheckKind::Values(inner) => self::check(inner, errors),
            CheckKind::Required | CheckKind::Nested => {}
        }
    }
}

/// What is wrong with `high`, given a lower bound.
fn contradiction(low: &Check, high: &Constraint) -> Option<String> {
    use Constraint::{MaxItems, MaxLength, MaxProperties, MinItems, MinLength, MinProperties};
    let CheckKind::Constraint(low) = &low.kind else { return None };
    if let (MinLength(least), MaxLength(most))
    | (MinItems(least), MaxItems(most))
    | (MinProperties(least), MaxProperties(most)) = (low, high)
    {
        let message = || format!("`{}` is {least}, but `{}` is {most}", low.word(), high.word());
        return (least > most).then(message);
    }
    let ((lower, lower_open), (upper, upper_open)) = (lower_bound(low)?, upper_bound(high)?);
    let (lower, upper) = (text(lower), text(upper));
    let empty = match number::compare(&lower, &upper) {
        Ordering::Greater => true,
        Ordering::Equal => lower_open || upper_open,
        Ordering::Less => false,
    };
    empty.then(|| format!("no number is above {lower} and below {upper}"))
}

/// A lower bound and whether it excludes the bound itself.
fn lower_bound(constraint: &Constraint) -> Option<(&Bound, bool)> {
    match constraint {
        Constraint::Minimum(bound) => Some((bound, false)),
        Constraint::ExclusiveMinimum(bound) => Some((bound, true)),
        _ => None,
    }
}

fn upper_bound(constraint: &Constraint) -> Option<(&Bound, bool)> {
    match constraint {
        Constraint::Maximum(bound) => Some((bound, false)),
        Constraint::ExclusiveMaximum(bound) => Some((bound, true)),
        _ => None,
    }
}

fn text(bound: &Bound) -> String {
    match bound {
        Bound::Integer(integer) => integer.to_string(),
        Bound::Decimal(text) => text.clone(),
    }
}
