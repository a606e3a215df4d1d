//! An enum as serde writes it: where what each variant holds stands in JSON.

use syn::{Attribute, Data, DataEnum, DeriveInput, Generics, Ident};

use super::{Field, Wire, fields, refuse_rules};
use crate::attr::ValidateContainer;
use crate::errors::Errors;
use crate::serde::{self, Container, Representation};

/// An enum and what its attributes say.
pub(crate) struct Enum<'a> {
    pub(crate) generics: &'a Generics,
    pub(crate) variants: Vec<Variant<'a>>,
    pub(crate) container: ValidateContainer,
}

/// A variant and where its content stands.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// The key of its content; `None` where the content stands in place of the enum.
    pub(crate) key: Option<String>,
    pub(crate) fields: Vec<Field<'a>>,
}

impl<'a> Enum<'a> {
    /// Reads an enum. `None` where the item is none; mistakes leave out what they concern.
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Option<Enum<'a>> {
        let Data::Enum(data) = &input.data else { return None };
        let mut container = errors.also(ValidateContainer::read(&input.attrs));
        refuse_rules(&mut container, errors);
        let serde = Container::read(&input.attrs);
        let variants = data.variants.iter().map(|variant| read_variant(variant, &serde, errors)).collect();
        Some(Enum { generics: &input.generics, variants, container })
    }
}

fn read_variant<'a>(variant: &'a syn::Variant, container: &Container, errors: &mut Errors) -> Variant<'a> {
    for attribute in validate_attributes(&variant.attrs) {
        errors.at(attribute, "checks belong to the fields of a variant");
    }
    let serde = serde::Variant::read(&variant.attrs);
    let name = container.variant_name(&serde, &variant.ident);
    let name = if serde.skip_serializing.is_some() { name.deserialize } else { name.serialize };
    let key = match container.representation() {
        _ if serde.untagged.is_some() => None,
        Representation::External => Some(name),
        Representation::Adjacent { content, .. } => Some(content),
        Representation::Internal { .. } | Representation::Untagged => None,
    };
    let field_name = |field: &serde::Field, ident: &Ident| container.variant_field_name(&serde, field, ident);
    let fields = fields::read(&variant.fields, false, &field_name, errors);
    if serde.is_skipped() {
        refuse_checks(&variant.ident, &fields, errors);
    }
    Variant { ident: &variant.ident, key, fields }
}

/// No document has a skipped variant.
fn refuse_checks(variant: &Ident, fields: &[Field<'_>], errors: &mut Errors) {
    let held = fields.iter().filter(|field| field.wire != Wire::Skipped);
    for check in held.filter_map(|field| field.checks.0.first()) {
        let message = format!("serde skips `{variant}`, so no document has it");
        errors.push(syn::Error::new(check.place.0, message));
    }
}

fn validate_attributes(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("validate"))
}

/// Whether `OpenEnum` reads this enum.
pub(crate) fn is_open_enum(data: &DataEnum) -> bool {
    let mut attributes = data.variants.iter().flat_map(|variant| &variant.attrs);
    attributes.any(|attribute| attribute.path().is_ident("open_enum"))
}
