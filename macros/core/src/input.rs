//! A struct as the expansions see it: fields with their names on the wire and their parsed attributes.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Index, Member, Type, Visibility};

use crate::attr::{Checks, ItemPath, ValidateContainer};
use crate::errors::Errors;
use crate::serde;

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
    /// Reads a struct. `None`, with an error, where the item is none; other mistakes leave out what they concern.
    pub(crate) fn read(input: &'a DeriveInput, derive: &str, errors: &mut Errors) -> Option<Struct<'a>> {
        let Data::Struct(data) = &input.data else {
            let hint = if derive == "Validate" { "; enums of texts derive `OpenEnum`" } else { "" };
            errors.at(&input.ident, format!("`{derive}` is for structs{hint}"));
            return None;
        };
        if matches!(&data.fields, Fields::Unnamed(fields) if fields.unnamed.len() != 1) {
            errors.at(
                &input.ident,
                format!("`{derive}` is for structs with named fields or a single unnamed one"),
            );
            return None;
        }
        let serde = serde::Container::read(&input.attrs);
        let container = errors.also(ValidateContainer::read(&input.attrs));
        check_rule_ids(&container, errors);
        let fields = data.fields.iter().enumerate();
        let fields = fields.map(|(index, field)| read_field(index, field, &serde, errors)).collect();
        let DeriveInput { ident, vis: visibility, generics, .. } = input;
        Some(Struct { ident, visibility, generics, fields, container })
    }

    /// Reads a struct with named fields, leaving `#[validate(…)]` to that derive.
    pub(crate) fn read_plain(
        input: &'a DeriveInput,
        derive: &str,
        errors: &mut Errors,
    ) -> Option<Struct<'a>> {
        let item = Struct::read(input, derive, &mut Errors::default());
        match item {
            Some(item) if item.fields.iter().all(|field| matches!(field.member, Member::Named(_))) => {
                Some(item)
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

fn read_field<'a>(
    index: usize,
    field: &'a syn::Field,
    container: &serde::Container,
    errors: &mut Errors,
) -> Field<'a> {
    let serde = serde::Field::read(&field.attrs);
    let member = match &field.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::Unnamed(Index {
            index: u32::try_from(index).unwrap_or_default(),
            span: Span::call_site(),
        }),
    };
    let wire = match &field.ident {
        _ if serde.is_skipped() => Wire::Skipped,
        Some(ident) if serde.flatten.is_none() && container.transparent.is_none() => {
            Wire::Named(container.field_name(&serde, ident).serialize)
        }
        _ => Wire::Flattened,
    };
    let checks = errors.also(Checks::read(&field.attrs));
    Field { member, ty: &field.ty, attributes: &field.attrs, wire, checks, serde }
}

/// Where wirewright is found.
pub(crate) fn crate_path(renamed: Option<&ItemPath>) -> TokenStream {
    renamed.map_or_else(|| quote!(::wirewright), |path| quote!(#path))
}

/// Tokens of ours, underlined at another place: rustc then points at what the user wrote.
pub(crate) fn respanned(tokens: &TokenStream, span: Span) -> TokenStream {
    let span = located(span);
    let respan = |token| match token {
        TokenTree::Group(group) => {
            let mut group = Group::new(group.delimiter(), respanned(&group.stream(), span));
            group.set_span(span);
            TokenTree::Group(group)
        }
        mut other => {
            other.set_span(span);
            other
        }
    };
    tokens.clone().into_iter().map(respan).collect()
}

/// The place of a token, resolved as the derive's own code: `self` and local names mean the expansion's.
pub(crate) fn located(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}
