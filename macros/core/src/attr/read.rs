//! From the attributes of an item, a field or a variant to what they say: all of one kind together.
//!
//! Each answers what it could read and one error, of several places if need be, about what it could not. What the
//! parts mean together, such as two rules of one id, is not judged here.

use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Meta};

use super::{Checks, FromJsonAttribute, OpenEnumContainer, OpenEnumVariant, SwiftName, ValidateContainer};
use crate::errors::Errors;

/// What was read, and what was wrong.
pub type Read<T> = (T, Option<syn::Error>);

impl ValidateContainer {
    /// `#[validate(…)]` on a struct or an enum.
    pub fn read(attributes: &[Attribute]) -> Read<ValidateContainer> {
        let mut errors = Errors::default();
        let mut container = ValidateContainer::default();
        let parse = ValidateContainer::parse_what_is_right;
        for more in what_is_right(attributes, "validate", parse, &mut errors) {
            if let (Some(_), Some(path)) = (&container.krate, &more.krate) {
                errors.push(syn::Error::new(path.place(), "`crate` is here already"));
            }
            container.krate = container.krate.or(more.krate);
            container.rules.extend(more.rules);
        }
        (container, errors.into_error())
    }
}

impl Checks {
    /// `#[validate(…)]` on a field.
    pub fn read(attributes: &[Attribute]) -> Read<Checks> {
        let mut errors = Errors::default();
        let mut checks = Checks::default();
        for more in parts::<Checks>(attributes, "validate", &mut errors) {
            for check in more.0 {
                if checks.0.iter().any(|known| known.kind.word() == check.kind.word()) {
                    errors.push(check.here_already());
                }
                checks.0.push(check);
            }
        }
        (checks, errors.into_error())
    }
}

impl OpenEnumContainer {
    /// `#[open_enum(…)]` on an enum.
    pub fn read(attributes: &[Attribute]) -> Read<OpenEnumContainer> {
        let mut errors = Errors::default();
        let mut container = OpenEnumContainer::default();
        let parse = OpenEnumContainer::parse_what_is_right;
        for more in what_is_right(attributes, "open_enum", parse, &mut errors) {
            let twice = [
                (container.category.as_ref().and(more.category.as_ref()), "category"),
                (container.krate.as_ref().and(more.krate.as_ref()), "crate"),
            ];
            for (path, word) in twice {
                if let Some(path) = path {
                    errors.push(syn::Error::new(path.place(), format!("`{word}` is here already")));
                }
            }
            container.closed |= more.closed;
            container.category = container.category.or(more.category);
            container.krate = container.krate.or(more.krate);
        }
        (container, errors.into_error())
    }
}

impl OpenEnumVariant {
    /// `#[open_enum(…)]` on a variant; `None` without an error where there is none.
    pub fn read(attributes: &[Attribute]) -> Read<Option<OpenEnumVariant>> {
        one(attributes, "open_enum", "a variant has one `#[open_enum(…)]`")
    }
}

impl FromJsonAttribute {
    /// `#[from_json(…)]` on a type or a field.
    pub fn read(attributes: &[Attribute]) -> Read<FromJsonAttribute> {
        let mut errors = Errors::default();
        let mut attribute = FromJsonAttribute::default();
        let parse = FromJsonAttribute::parse_what_is_right;
        for more in what_is_right(attributes, "from_json", parse, &mut errors) {
            attribute.serde = attribute.serde.or(more.serde);
            attribute.krate = attribute.krate.or(more.krate);
        }
        (attribute, errors.into_error())
    }
}

impl SwiftName {
    /// `#[swift(name = "…")]`; `None` without an error where there is none.
    pub fn read(attributes: &[Attribute]) -> Read<Option<SwiftName>> {
        one(attributes, "swift", "a name in Swift is given once")
    }
}

/// Whether there is a `#[redact]`.
pub fn is_redacted(attributes: &[Attribute]) -> Read<bool> {
    let mut errors = Errors::default();
    let redacted: Vec<_> = named(attributes, "redact").collect();
    for attribute in &redacted {
        if !matches!(attribute.meta, Meta::Path(_)) {
            errors.at(attribute, "expected `#[redact]` alone");
        }
    }
    if let Some(second) = redacted.get(1).filter(|_| errors.is_empty()) {
        errors.at(second, "`redact` is here already");
    }
    (!redacted.is_empty(), errors.into_error())
}

fn named<'a>(attributes: &'a [Attribute], name: &'static str) -> impl Iterator<Item = &'a Attribute> {
    attributes.iter().filter(move |attribute| attribute.path().is_ident(name))
}

/// The inside of each attribute of this name.
fn parts<T: Parse>(attributes: &[Attribute], name: &'static str, errors: &mut Errors) -> Vec<T> {
    named(attributes, name).filter_map(|attribute| errors.keep(inside(attribute, T::parse))).collect()
}

/// The inside of each attribute of this name, as far as it is right.
fn what_is_right<T>(
    attributes: &[Attribute],
    name: &'static str,
    parse: fn(ParseStream<'_>) -> (T, Errors),
    errors: &mut Errors,
) -> Vec<T> {
    let mut found = Vec::new();
    for attribute in named(attributes, name) {
        let read = errors.keep(inside(attribute, |input: ParseStream<'_>| Ok(parse(input))));
        let Some((value, mistakes)) = read else { continue };
        errors.also(((), mistakes.into_error()));
        found.push(value);
    }
    found
}

/// The inside of the only attribute of this name.
fn one<T: Parse>(attributes: &[Attribute], name: &'static str, twice: &str) -> Read<Option<T>> {
    let mut errors = Errors::default();
    let mut attributes = named(attributes, name);
    let first = attributes.next().and_then(|attribute| errors.keep(inside(attribute, T::parse)));
    if let Some(second) = attributes.next() {
        errors.at(second, twice);
    }
    (first, errors.into_error())
}

/// The inside of an attribute that has parentheses.
fn inside<T>(attribute: &Attribute, parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            attribute.parse_args_with(parse)
        }
        meta => {
            let path = meta.path().to_token_stream();
            Err(syn::Error::new_spanned(meta, format!("expected `#[{path}(…)]`")))
        }
    }
}
