//! The fields of a struct or a variant, each with its place in JSON.

use proc_macro2::Span;
use syn::{Fields, Ident, Index, Member};

use super::{Field, Wire, ranges};
use crate::attr::Checks;
use crate::errors::Errors;
use crate::serde::{self, WireName};

/// What a field without a name of its own is called.
type Name<'a> = dyn Fn(&serde::Field, &Ident) -> WireName + 'a;

/// Reads the fields. `transparent`: the one field that is there stands for the whole.
pub(super) fn read<'a>(
    fields: &'a Fields,
    transparent: bool,
    name: &Name<'_>,
    errors: &mut Errors,
) -> Vec<Field<'a>> {
    let serde: Vec<_> = fields.iter().map(|field| serde::Field::read(&field.attrs)).collect();
    let wires: Vec<Wire> = fields
        .iter()
        .enumerate()
        .map(|(index, field)| match (serde.get(index), &field.ident) {
            (None, _) => Wire::Skipped,
            (Some(of), _) if of.is_skipped() => Wire::Skipped,
            (Some(of), _) if of.flatten.is_some() || transparent => Wire::Flattened,
            (Some(of), Some(ident)) => Wire::Named(written(of, name(of, ident))),
            (Some(_), None) if fields.len() == 1 => Wire::Flattened,
            (Some(of), None) => Wire::Element(place_in_list(&serde, of, index)),
        })
        .collect();
    let parts = fields.iter().zip(fields.members()).zip(wires.into_iter().zip(serde));
    let read: Vec<Field<'a>> = parts
        .map(|((field, member), (wire, serde))| {
            let checks = errors.also(Checks::read(&field.attrs));
            ranges::check(&checks, errors);
            checks.misfits(&field.ty).into_iter().for_each(|error| errors.push(error));
            let member = at_call_site(member);
            Field { member, ty: &field.ty, attributes: &field.attrs, wire, checks, serde }
        })
        .collect();
    check_places(&read, errors);
    read
}

/// The name that serde writes; of a field that it only reads, that one.
fn written(field: &serde::Field, name: WireName) -> String {
    if field.skip_serializing.is_some() { name.deserialize } else { name.serialize }
}

/// The index among the elements that serde writes; of a field that it only reads, among those read.
fn place_in_list(fields: &[serde::Field], field: &serde::Field, index: usize) -> usize {
    let only_read = field.skip_serializing.is_some();
    let counts = |other: &&serde::Field| match only_read {
        true => other.skip_deserializing.is_none(),
        false => other.skip_serializing.is_none(),
    };
    fields.iter().take(index).filter(counts).count()
}

fn at_call_site(member: Member) -> Member {
    match member {
        Member::Unnamed(Index { index, .. }) => Member::Unnamed(Index { index, span: Span::call_site() }),
        named => named,
    }
}

/// Every check has a place that a violation can point at.
fn check_places(fields: &[Field<'_>], errors: &mut Errors) {
    let mut moving = None;
    for field in fields {
        let Some(check) = field.checks.0.first() else {
            moving = moving.or(moves_others(field));
            continue;
        };
        if field.wire == Wire::Skipped {
            let message = format!("serde skips `{}`, so no document has it", field.name());
            errors.push(syn::Error::new(check.place.0, message));
        }
        if let Some(text) = moving.take() {
            errors.at(text, "this moves the elements behind it, so their checks have no fixed place");
        }
        moving = moving.or(moves_others(field));
    }
}

/// `skip_serializing_if` in a list.
fn moves_others<'a>(field: &'a Field<'_>) -> Option<&'a syn::LitStr> {
    field.serde.skip_serializing_if.as_ref().filter(|_| matches!(field.wire, Wire::Element(_)))
}
