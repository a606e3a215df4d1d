//! An item as the expansions see it: fields with their places in JSON and their parsed attributes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Member, Type, Visibility};

use crate::attr::{Checks, ItemPath, ValidateContainer};
use crate::errors::Errors;
use crate::serde;

mod enums;
mod fields;
mod number;
mod ranges;
mod tokens;

pub(crate) use enums::{Enum, Variant, is_open_enum};
pub(crate) use tokens::{located, respanned};

/// A struct and what its attributes say.
pub(crate) struct Struct<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) container: ValidateContainer,
}

/// A field and what its attributes say.
pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) wire: Wire,
    pub(crate) checks: Checks,
    pub(crate) serde: serde::Field,
}

/// Where a field stands in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    /// Under this name.
    Named(String),
    /// The element of a list.
    Element(usize),
    /// In place of its struct, or among its struct's fields.
    Flattened,
    /// Nowhere.
    Skipped,
}

impl Field<'_> {
    /// Its identifier without `r#`; digits for the field of a tuple struct.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => ident.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

impl<'a> Struct<'a> {
    /// Reads a struct. `None` where the item is none; mistakes leave out what they concern.
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Option<Struct<'a>> {
        let Data::Struct(data) = &input.data else { return None };
        let serde = serde::Container::read(&input.attrs);
        let mut container = errors.also(ValidateContainer::read(&input.attrs));
        match &data.fields {
            Fields::Named(_) => check_rule_ids(&container, errors),
            Fields::Unnamed(_) | Fields::Unit => refuse_rules(&mut container, errors),
        }
        let name = |field: &serde::Field, ident: &Ident| serde.field_name(field, ident);
        let fields = fields::read(&data.fields, serde.transparent.is_some(), &name, errors);
        let DeriveInput { ident, vis: visibility, generics, .. } = input;
        Some(Struct { ident, visibility, generics, fields, container })
    }

    /// Reads a struct with named fields, leaving `#[validate(…)]` to that derive.
    pub(crate) fn read_plain(
        input: &'a DeriveInput,
        derive: &str,
        errors: &mut Errors,
    ) -> Option<Struct<'a>> {
        match &input.data {
            Data::Struct(data) if !matches!(data.fields, Fields::Unnamed(_)) => {
                Struct::read(input, &mut Errors::default())
            }
            _ => {
                errors.at(&input.ident, format!("`{derive}` is for structs with named fields"));
                None
            }
        }
    }

    /// The field of this name, `r#` aside.
    pub(crate) fn field(&self, name: &Ident) -> Option<&Field<'a>> {
        let name = name.unraw().to_string();
        self.fields.iter().find(|field| field.name() == name)
    }
}

/// A violation names its rule, so ids are unique in a type.
fn check_rule_ids(container: &ValidateContainer, errors: &mut Errors) {
    for (index, rule) in container.rules.iter().enumerate() {
        if container.rules.iter().take(index).any(|earlier| earlier.id == rule.id) {
            let message = format!("two rules of this type have the id `{}`", rule.id);
            errors.push(syn::Error::new(rule.place.0, message));
        }
    }
}

/// Paths begin with a field's name.
fn refuse_rules(container: &mut ValidateContainer, errors: &mut Errors) {
    for rule in std::mem::take(&mut container.rules) {
        errors.push(syn::Error::new(rule.place.0, "rules are for structs with named fields"));
    }
}

/// Where wirewright is found: its path in an expansion, and the import that gives it this name. One import is one error
/// where the path that was given leads nowhere; each use would be one, too.
pub(crate) fn crate_path(renamed: Option<&ItemPath>) -> (TokenStream, Option<TokenStream>) {
    match renamed {
        None => (quote!(::wirewright), None),
        Some(path) if path.is_keyword() => (quote!(#path), None),
        Some(path) => (quote!(__wirewright), Some(quote!(use #path as __wirewright;))),
    }
}
