//! `#[derive(Construct)]`

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{
    Attribute, ConstParam, DeriveInput, GenericArgument, GenericParam, Generics, Ident, Member,
    PathArguments, Type, TypeParam, Visibility,
};

use super::mentioned::mentioned;
use crate::errors::Errors;
use crate::input::{Field, Struct};
use crate::serde::DefaultValue;

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Struct::read_plain(input, "Construct", &mut errors) else {
        return errors.into_compile_errors();
    };
    let (required, optional): (Vec<_>, Vec<_>) = item.fields.iter().partition(|field| is_required(field));
    let (declaration, constructor) = if required.is_empty() {
        (expand_default(&item), expand_new(&item))
    } else {
        (expand_required(&item, &required), expand_new_from(&item, &required, &optional))
    };
    let setters = optional.iter().map(|field| expand_setter(item.visibility, field));
    let ident = item.ident;
    let (parameters, arguments, conditions) = item.generics.split_for_impl();
    quote! {
        #declaration

        #[automatically_derived]
        #[allow(deprecated, non_snake_case)]
        impl #parameters #ident #arguments #conditions {
            #constructor
            #(#setters)*
        }
    }
}

/// Whether a value has to be given from the start.
fn is_required(field: &Field<'_>) -> bool {
    let read_without = field.serde.default.is_some()
        || field.serde.flatten.is_some()
        || field.serde.skip_deserializing.is_some();
    option_content(field.ty).is_none() && !read_without
}

/// `T` of a type that is written `Option<T>`.
pub(super) fn option_content(ty: &Type) -> Option<&Type> {
    let path = match ty {
        Type::Path(path) => path,
        // A macro puts the types that it was given into groups that no one sees.
        Type::Group(group) => return option_content(&group.elem),
        _ => return None,
    };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(content) if arguments.args.len() == 1 => Some(content),
        _ => None,
    }
}

/// `Amount` -> `AmountRequired`
fn required_ident(item: &Struct<'_>) -> Ident {
    format_ident!("{}Required", item.ident.unraw(), span = item.ident.span())
}

/// The struct of the required fields. It has no `Debug`: some of them may be secret.
fn expand_required(item: &Struct<'_>, required: &[&Field<'_>]) -> TokenStream {
    let ident = required_ident(item);
    let visibility = item.visibility;
    let (generics, _) = required_generics(item, required);
    let (parameters, conditions) = (&generics.params, &generics.where_clause);
    let fields = required.iter().map(|field| {
        let (attributes, member, ty) = (docs(field.attributes), &field.member, field.ty);
        quote!(#(#attributes)* #visibility #member: #ty)
    });
    let doc = format!(" The required fields of [`{0}`], to start from: [`{0}::new`].", item.ident.unraw());
    quote! {
        #[doc = #doc]
        #visibility struct #ident<#parameters> #conditions {
            #(#fields,)*
        }
    }
}

/// The generics that the required fields mention, without defaults, and their arguments.
fn required_generics(item: &Struct<'_>, required: &[&Field<'_>]) -> (Generics, Vec<TokenStream>) {
    let names: BTreeSet<String> = item.generics.params.iter().map(parameter_name).collect();
    let types: Vec<&Type> = required.iter().map(|field| field.ty).collect();
    let kept = mentioned(quote!(#(#types)*), &names);
    let mut generics = item.generics.clone();
    let parameters =
        generics.params.into_iter().filter(|parameter| kept.contains(&parameter_name(parameter)));
    generics.params = parameters.map(without_default).collect();
    if let Some(clause) = &mut generics.where_clause {
        let predicates = std::mem::take(&mut clause.predicates).into_iter();
        clause.predicates =
            predicates.filter(|predicate| mentioned(predicate, &names).is_subset(&kept)).collect();
    }
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(lifetime) => {
            let lifetime = &lifetime.lifetime;
            quote!(#lifetime)
        }
        GenericParam::Type(TypeParam { ident, .. }) | GenericParam::Const(ConstParam { ident, .. }) => {
            quote!(#ident)
        }
    });
    let arguments = arguments.collect();
    (generics, arguments)
}

fn parameter_name(parameter: &GenericParam) -> String {
    match parameter {
        GenericParam::Lifetime(lifetime) => lifetime.lifetime.ident.to_string(),
        GenericParam::Type(ty) => ty.ident.to_string(),
        GenericParam::Const(constant) => constant.ident.to_string(),
    }
}

/// A default may mention a parameter that was left out; the constructor names every argument anyway.
fn without_default(mut parameter: GenericParam) -> GenericParam {
    match &mut parameter {
        GenericParam::Type(ty) => ty.default = None,
        GenericParam::Const(constant) => constant.default = None,
        GenericParam::Lifetime(_) => {}
    }
    parameter
}

fn expand_new_from(item: &Struct<'_>, required: &[&Field<'_>], optional: &[&Field<'_>]) -> TokenStream {
    let visibility = item.visibility;
    let ident = required_ident(item);
    let (_, arguments) = required_generics(item, required);
    let given = required.iter().map(|field| {
        let member = &field.member;
        quote!(#member: __required.#member)
    });
    let absent = optional.iter().map(|field| initial(field));
    quote! {
        /// Starts from the required fields; everything else is absent.
        #visibility fn new(__required: #ident<#(#arguments),*>) -> Self {
            Self { #(#given,)* #(#absent,)* }
        }
    }
}

fn expand_new(item: &Struct<'_>) -> TokenStream {
    let visibility = item.visibility;
    let absent = item.fields.iter().map(initial);
    quote! {
        /// Starts with everything absent.
        #visibility fn new() -> Self {
            Self { #(#absent,)* }
        }
    }
}

fn expand_default(item: &Struct<'_>) -> TokenStream {
    let ident = item.ident;
    let (parameters, arguments, conditions) = item.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for #ident #arguments #conditions {
            fn default() -> Self {
                Self::new()
            }
        }
    }
}

/// What an optional field starts with: what reading puts there when it is absent.
fn initial(field: &Field<'_>) -> TokenStream {
    let member = &field.member;
    match &field.serde.default {
        Some(DefaultValue::Function(function)) => quote!(#member: #function()),
        Some(DefaultValue::Trait(_)) | None => quote!(#member: ::core::default::Default::default()),
    }
}

fn expand_setter(visibility: &Visibility, field: &Field<'_>) -> TokenStream {
    let Member::Named(ident) = &field.member else { return TokenStream::new() };
    // A field such as `_3ds` is set by `with_3ds`: two underscores in a row are no snake case.
    let name = ident.unraw().to_string();
    let setter = format_ident!("with_{}", name.trim_start_matches('_'), span = ident.span());
    let doc = format!(" Sets `{}`.", ident.unraw());
    let attributes = docs(field.attributes);
    let deprecated = field.attributes.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let (ty, value) = match option_content(field.ty) {
        Some(content) => {
            (content, quote!(::core::option::Option::Some(::core::convert::Into::into(__value))))
        }
        None => (field.ty, quote!(::core::convert::Into::into(__value))),
    };
    let blank = (!attributes.is_empty()).then(|| quote!(#[doc = ""]));
    quote! {
        #[doc = #doc]
        #blank
        #(#attributes)*
        #(#deprecated)*
        #[must_use]
        #visibility fn #setter(mut self, __value: impl ::core::convert::Into<#ty>) -> Self {
            self.#ident = #value;
            self
        }
    }
}

/// The documentation among attributes.
fn docs(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).collect()
}
