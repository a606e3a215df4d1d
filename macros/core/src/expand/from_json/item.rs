//! A struct with named fields, and how each of them is read.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{
    DeriveInput, ExprPath, GenericArgument, Generics, Ident, LitStr, PathArguments, Type, parse_quote,
};

use super::bounded;
use crate::attr::FromJsonAttribute;
use crate::errors::Errors;
use crate::expand::construct::option_content;
use crate::serde::{Container, Field as SerdeField};

/// A struct with named fields.
pub(super) struct Item<'a> {
    pub(super) krate: &'a TokenStream,
    pub(super) input: &'a DeriveInput,
    pub(super) generics: Generics,
    pub(super) container: Container,
    pub(super) fields: Vec<Member<'a>>,
    /// Values are made by serde's own derive.
    pub(super) by_serde: bool,
}

pub(super) struct Member<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    /// Where its value is collected.
    pub(super) local: Ident,
    pub(super) names: Vec<String>,
    pub(super) serde: SerdeField,
    pub(super) how: How<'a>,
}

/// How a field is read.
pub(super) enum How<'a> {
    /// By its type.
    Type,
    /// By its type, serde being asked for the first mistake.
    Serde,
    /// By an adapter of ours: `wire::As::<…>`.
    Adapter(ExprPath),
    /// By its type, but that no key of a map in it may stand twice, which serde does not mind.
    Strict(TokenStream),
    /// By somebody's function.
    Function(TokenStream),
    /// Not at all.
    Skipped,
    /// From all members that are no fields, by the type of their values.
    Rest(&'a Type),
    /// From the members of the whole, by its own type; only where values are made by serde.
    Flattened,
    /// As [`How::Flattened`], but that it is none where it can't be read: nobody asks why.
    PerhapsFlattened,
}

impl<'a> Item<'a> {
    pub(super) fn read(
        krate: &'a TokenStream,
        input: &'a DeriveInput,
        fields: impl IntoIterator<Item = &'a syn::Field>,
        by_serde: bool,
        errors: &mut Errors,
    ) -> Item<'a> {
        let container = Container::read(&input.attrs);
        if !by_serde {
            refuse_container(&container, input, errors);
        }
        let members = fields
            .into_iter()
            .enumerate()
            .filter_map(|(index, field)| read_member(krate, index, field, &container, by_serde, errors));
        let fields: Vec<Member<'a>> = members.collect();
        let mut rests = fields.iter().filter(|field| matches!(field.how, How::Rest(_)));
        if let Some(second) = rests.nth(1) {
            errors.at(second.ident, "one field takes all that is left");
        }
        Item { krate, input, generics: bounded(krate, &input.generics), container, fields, by_serde }
    }

    /// The fields that have a name in JSON, in the order of their indices.
    pub(super) fn named(&self) -> impl Iterator<Item = &Member<'a>> {
        self.fields
            .iter()
            .filter(|field| !matches!(field.how, How::Skipped | How::Rest(_) | How::PerhapsFlattened))
    }

    pub(super) fn rest(&self) -> Option<(&Member<'a>, &'a Type)> {
        self.fields.iter().find_map(|field| match field.how {
            How::Rest(ty) => Some((field, ty)),
            _ => None,
        })
    }

    /// serde's way: an `Option` that its own type reads, and what has a default.
    pub(super) fn may_be_absent(&self, field: &Member<'_>) -> bool {
        let is_read_by_type = matches!(field.how, How::Type | How::Strict(_) | How::Serde);
        field.serde.default.is_some()
            || self.container.default.is_some()
            || (is_read_by_type && option_content(field.ty).is_some())
    }
}

impl Member<'_> {
    pub(super) fn name(&self) -> &str {
        self.names.first().map(String::as_str).unwrap_or_default()
    }
}

/// The words on a struct of which only serde knows what they mean for reading.
fn words_of_serde(container: &Container) -> impl Iterator<Item = (&str, proc_macro2::Span)> {
    const HARMLESS: [&str; 4] = ["crate", "expecting", "into", "bound"];
    let others = container.others.iter().filter(|word| !HARMLESS.contains(&word.name.as_str()));
    let others = others.map(|word| (word.name.as_str(), word.span));
    let tag = container.tag.as_ref().map(|tag| ("tag", tag.span()));
    let transparent = container.transparent.map(|span| ("transparent", span));
    others.chain(tag).chain(transparent)
}

pub(super) fn is_known_to_serde_alone(container: &Container) -> bool {
    words_of_serde(container).next().is_some()
}

fn refuse_container(container: &Container, input: &DeriveInput, errors: &mut Errors) {
    for (word, span) in words_of_serde(container) {
        errors.push(syn::Error::new(span, refusal(word)));
    }
    if let Some(lifetime) = input.generics.lifetimes().next() {
        errors.at(lifetime, "`FromJson` reads values that own what they hold, so there are no lifetimes");
    }
}

fn refusal(word: &str) -> String {
    format!(
        "`FromJson` does not know `{word}`: leave reading to serde with `#[from_json(serde)]` on the type, and derive \
         `serde::Deserialize`"
    )
}

fn read_member<'a>(
    krate: &TokenStream,
    index: usize,
    field: &'a syn::Field,
    container: &Container,
    by_serde: bool,
    errors: &mut Errors,
) -> Option<Member<'a>> {
    let serde = SerdeField::read(&field.attrs);
    let attribute = errors.also(FromJsonAttribute::read(&field.attrs));
    if let Some(path) = &attribute.krate {
        errors.push(syn::Error::new(path.place(), "`crate` belongs to the type"));
    }
    for word in serde.others.iter().filter(|word| word.name == "borrow" && !by_serde) {
        errors.push(syn::Error::new(word.span, refusal("borrow")));
    }
    let ident = field.ident.as_ref()?;
    let how = match how(krate, &field.ty, &serde, attribute.serde.is_some()) {
        Ok(How::Flattened) if !by_serde => {
            let word = "flatten` on anything but a `BTreeMap` or `HashMap";
            errors.push(syn::Error::new(serde.flatten?, refusal(word)));
            return None;
        }
        Ok(How::Flattened) if option_content(&field.ty).is_some() => How::PerhapsFlattened,
        how => errors.keep(how)?,
    };
    let names = match how {
        How::Flattened | How::PerhapsFlattened => Vec::new(),
        _ => {
            let name = container.field_name(&serde, ident).deserialize;
            std::iter::once(name).chain(serde.aliases.iter().map(LitStr::value)).collect()
        }
    };
    Some(Member { ident, ty: &field.ty, local: format_ident!("__{index}"), names, serde, how })
}

fn how<'a>(krate: &TokenStream, ty: &'a Type, serde: &SerdeField, by_serde: bool) -> syn::Result<How<'a>> {
    if serde.skip_deserializing.is_some() {
        return Ok(How::Skipped);
    }
    if serde.flatten.is_some() {
        return Ok(map_values(ty).map_or(How::Flattened, How::Rest));
    }
    if let Some(function) = &serde.deserialize_with {
        return Ok(How::Function(function.parse::<ExprPath>()?.into_token_stream()));
    }
    if let Some(module) = &serde.with {
        let module: ExprPath = module.parse()?;
        let is_adapter = is_adapter(&module);
        return Ok(if is_adapter {
            How::Adapter(module)
        } else {
            How::Function(quote!(#module::deserialize))
        });
    }
    if by_serde {
        return Ok(How::Serde);
    }
    Ok(match strict_adapter(krate, ty) {
        Some(adapter) => How::Strict(quote!(#krate::wire::As::<#adapter>)),
        None => How::Type,
    })
}

/// The adapter of a type that has a map with text as keys in it.
fn strict_adapter(krate: &TokenStream, ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let mut path = path.clone();
    let last = path.path.segments.last_mut()?;
    let is_map = last.ident == "BTreeMap" || last.ident == "HashMap";
    let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return None };
    let mut types = arguments.args.iter_mut().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    if is_map {
        let is_text = matches!(types.next()?, Type::Path(key) if key.path.segments.last()?.ident == "String");
        let values = types.next().filter(|_| is_text)?;
        *values = strict_adapter(krate, values).unwrap_or_else(|| parse_quote!(#krate::wire::Plain));
    } else {
        let content =
            types.next().filter(|_| ["Option", "Vec", "Box"].iter().any(|name| last.ident == name))?;
        *content = strict_adapter(krate, content)?;
    }
    Some(Type::Path(path))
}

/// Whether a path ends with `As::<…>`, which tells what it can't read.
fn is_adapter(path: &ExprPath) -> bool {
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "As" && matches!(last.arguments, PathArguments::AngleBracketed(_)))
}

/// `V` of a type that is written `BTreeMap<K, V>` or `HashMap<K, V>`.
fn map_values(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident != "BTreeMap" && last.ident != "HashMap" {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.iter().nth(1)? {
        GenericArgument::Type(values) => Some(values),
        _ => None,
    }
}
