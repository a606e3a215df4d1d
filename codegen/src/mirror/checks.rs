//! `#[validate(…)]` on fields as constraints.

use wirewright_macros_core::attr::{Bound, Check, CheckKind, Checks, Constraint, Literal};

use super::declared::{Declared, Marked, Meaning};
use super::types::{newtype_field, text_node};
use super::{FilePlace, Mirror};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::spec::{ConstraintSpec, Facets};
use crate::syntax::{TypeExpression, TypeExpressionKind};
use crate::yaml::{Node, NodeKind};

/// How many types are looked into for checks.
const MAXIMUM_TYPES: usize = 10_000;

impl Mirror<'_> {
    /// Notes the checks of a value beside its type. Returns whether it is `required`.
    pub(super) fn checks(
        &mut self,
        place: FilePlace,
        checks: &Checks,
        expression: &TypeExpression,
        facets: &mut Facets,
    ) -> bool {
        let own_format = own_format(expression);
        let mut required = false;
        for check in &checks.0 {
            let span = place.span(check.place.0);
            match &check.kind {
                CheckKind::Required => required = true,
                CheckKind::Nested => {}
                CheckKind::Items(inner) => {
                    let (_, slot) = facets.items.get_or_insert_with(|| (span, Box::default()));
                    self.element_checks(place, inner, expression, slot);
                }
                CheckKind::Values(inner) => {
                    let (_, slot) = facets.values.get_or_insert_with(|| (span, Box::default()));
                    self.element_checks(place, inner, expression, slot);
                }
                // What its type says already.
                CheckKind::Constraint(Constraint::Format(format)) if Some(format.as_str()) == own_format => {}
                CheckKind::Constraint(constraint) => add(place, check, constraint, span, facets),
            }
        }
        required
    }

    fn element_checks(
        &mut self,
        place: FilePlace,
        checks: &Checks,
        expression: &TypeExpression,
        facets: &mut Facets,
    ) {
        match &expression.kind {
            TypeExpressionKind::List(element) | TypeExpressionKind::Map(element) => {
                self.checks(place, checks, element, facets)
            }
            // No container: resolving says so.
            TypeExpressionKind::Name(_) => self.checks(place, checks, expression, facets),
        };
    }

    /// Swift judges whatever a field holds; reports where Rust does not, for want of `nested` or of a format.
    pub(super) fn nested(
        &mut self,
        declared: &Declared,
        place: FilePlace,
        checks: &Checks,
        expression: &TypeExpression,
    ) {
        let inner = |kind: fn(&CheckKind) -> Option<&Checks>| {
            checks.0.iter().find_map(|check| kind(&check.kind)).cloned().unwrap_or_default()
        };
        let is_nested = checks.0.iter().any(|check| check.kind == CheckKind::Nested);
        match &expression.kind {
            // All of it is judged, in Rust as well.
            TypeExpressionKind::List(_) | TypeExpressionKind::Map(_) if is_nested => {}
            TypeExpressionKind::List(element) => {
                let items = inner(|kind| if let CheckKind::Items(items) = kind { Some(items) } else { None });
                self.nested(declared, place, &items, element);
            }
            TypeExpressionKind::Map(element) => {
                let values =
                    inner(|kind| if let CheckKind::Values(values) = kind { Some(values) } else { None });
                self.nested(declared, place, &values, element);
            }
            TypeExpressionKind::Name(name) => {
                if let Some(format) = own_format(expression)
                    && !checks
                        .0
                        .iter()
                        .any(|check| matches!(&check.kind, CheckKind::Constraint(Constraint::Format(_))))
                {
                    let message = "dates are judged in Swift, but not in Rust here";
                    let label = format!("without `#[validate(format = \"{format}\")]`");
                    let diagnostic = Diagnostic::new(Code::MirrorNested, message, expression.span, label);
                    self.report(
                        diagnostic.help("add it, so that both find the same (`items(…)` for a list)"),
                    );
                }
                if !is_nested && has_checks(declared, name, place) {
                    let message = format!("`{name}` has checks of its own, which Rust leaves out here");
                    let label = "without `#[validate(nested)]`";
                    let diagnostic = Diagnostic::new(Code::MirrorNested, message, expression.span, label);
                    self.report(diagnostic.help(
                        "Swift judges all that a value holds: add `nested` (`items(nested)` for a list, `values(nested)` for a map), \
                         and derive `Validate` here",
                    ));
                }
            }
        }
    }
}

/// The format that a type brings along in Swift.
fn own_format(expression: &TypeExpression) -> Option<&'static str> {
    match &expression.kind {
        TypeExpressionKind::Name(name) if name == "datetime" => Some("date-time"),
        TypeExpressionKind::Name(name) if name == "date" => Some("date"),
        _ => None,
    }
}

/// Whether anything of a type can be a violation, as Swift sees it.
pub(super) fn has_checks(declared: &Declared, name: &str, place: FilePlace) -> bool {
    let mut open = vec![(name.to_owned(), place)];
    let mut seen: Vec<String> = Vec::new();
    while let Some((name, place)) = open.pop() {
        if seen.contains(&name) || seen.len() > MAXIMUM_TYPES {
            continue;
        }
        seen.push(name.clone());
        let Some(Meaning::Marked(marked)) = declared.look_up(&name, place.file) else { continue };
        if has_own_checks(marked) {
            return true;
        }
        let syn::Data::Struct(data) = &marked.item.data else { continue };
        let mut found = Vec::new();
        data.fields.iter().for_each(|field| words(&field.ty, &mut found));
        open.extend(found.into_iter().map(|word| (word, marked.place)));
    }
    false
}

fn has_own_checks(marked: &Marked) -> bool {
    let item = &marked.item;
    match &item.data {
        syn::Data::Enum(_) => wirewright_macros_core::attr::OpenEnumContainer::read(&item.attrs).0.closed,
        syn::Data::Struct(data) => {
            let container = wirewright_macros_core::attr::ValidateContainer::read(&item.attrs).0;
            let has = |field: &syn::Field| {
                let checks = Checks::read(&field.attrs).0;
                checks.0.iter().any(|check| !matches!(check.kind, CheckKind::Nested))
            };
            !container.rules.is_empty() || data.fields.iter().any(has) || newtype_field(item).is_some_and(has)
        }
        syn::Data::Union(_) => false,
    }
}

/// Every word of a type: enough to find the types that it holds.
pub(super) fn words(ty: &syn::Type, found: &mut Vec<String>) {
    let mut open = vec![quote::ToTokens::to_token_stream(ty).into_iter()];
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(ident) => found.push(ident.to_string()),
                proc_macro2::TokenTree::Group(group) => open.push(group.stream().into_iter()),
                _ => {}
            }
        }
    }
}

/// Adds a constraint. What follows from the Rust type alone gives way to what is written.
fn add(place: FilePlace, check: &Check, constraint: &Constraint, span: Span, facets: &mut Facets) {
    let (keyword, value) = keyword_and_value(constraint, place.span(check.value_place.0));
    let (implied, sign) = match keyword {
        "minimum" | "exclusiveMinimum" => ("minimum", 1),
        "maximum" | "exclusiveMaximum" => ("maximum", -1),
        _ => ("", 0),
    };
    let bound = implied_bound(&facets.constraints, implied);
    if let (
        Some((index, bound)),
        Constraint::Minimum(Bound::Integer(own))
        | Constraint::ExclusiveMinimum(Bound::Integer(own))
        | Constraint::Maximum(Bound::Integer(own))
        | Constraint::ExclusiveMaximum(Bound::Integer(own)),
    ) = (bound, constraint)
    {
        // What is wider than the type never fails in Rust.
        if sign * i128::from(*own) < sign * i128::from(bound) {
            return;
        }
        facets.constraints.remove(index);
    }
    facets.constraints.push(ConstraintSpec { keyword: Spanned::new(keyword, span), value });
}

/// The bound that an integer's type brings along: it stands where the type does, and says so by its keyword's place.
fn implied_bound(constraints: &[ConstraintSpec], keyword: &str) -> Option<(usize, i64)> {
    let index = constraints
        .iter()
        .position(|other| other.keyword.value == keyword && other.keyword.span == other.value.span)?;
    let NodeKind::Scalar(scalar) = &constraints.get(index)?.value.kind else { return None };
    scalar.text.parse().ok().map(|bound| (index, bound))
}

fn keyword_and_value(constraint: &Constraint, span: Span) -> (&'static str, Node) {
    let text = |text: String| text_node(text, span);
    match constraint {
        Constraint::Const(value) => ("const", text(literal(value))),
        Constraint::Enum(values) => {
            let values = values.iter().map(|value| text(literal(value))).collect();
            ("enum", Node { span, kind: NodeKind::Sequence(values) })
        }
        Constraint::MinLength(count) => ("minLength", text(count.to_string())),
        Constraint::MaxLength(count) => ("maxLength", text(count.to_string())),
        Constraint::Pattern(pattern) => ("pattern", text(pattern.clone())),
        Constraint::Format(format) => ("format", text(format.clone())),
        Constraint::Minimum(number) => ("minimum", text(bound(number))),
        Constraint::ExclusiveMinimum(number) => ("exclusiveMinimum", text(bound(number))),
        Constraint::Maximum(number) => ("maximum", text(bound(number))),
        Constraint::ExclusiveMaximum(number) => ("exclusiveMaximum", text(bound(number))),
        Constraint::MultipleOf(number) => ("multipleOf", text(bound(number))),
        Constraint::MinItems(count) => ("minItems", text(count.to_string())),
        Constraint::MaxItems(count) => ("maxItems", text(count.to_string())),
        Constraint::UniqueItems => ("uniqueItems", text("true".to_owned())),
        Constraint::MinProperties(count) => ("minProperties", text(count.to_string())),
        Constraint::MaxProperties(count) => ("maxProperties", text(count.to_string())),
    }
}

/// A value to compare with, as a spec writes it.
pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => text.clone(),
        Literal::Integer(integer) => integer.to_string(),
        Literal::Boolean(boolean) => boolean.to_string(),
    }
}

fn bound(bound: &Bound) -> String {
    match bound {
        Bound::Integer(integer) => integer.to_string(),
        Bound::Decimal(text) => text.clone(),
    }
}
