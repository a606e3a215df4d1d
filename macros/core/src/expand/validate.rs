//! `#[derive(Validate)]`

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Data, DeriveInput, Generics, Index, Member};

use super::pattern::Patterns;
use super::{anonymous, rules};
use crate::attr::ValidateContainer;
use crate::errors::Errors;
use crate::input::{Enum, Field, Struct, Variant, Wire, crate_path, is_open_enum, located, respanned};

mod bounds;
mod checks;

use bounds::bounded;
pub(super) use checks::literal_tokens;

/// Everything a check's expansion needs besides the check.
struct Context<'a> {
    krate: &'a TokenStream,
    patterns: Patterns,
    errors: &'a mut Errors,
}

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    match &input.data {
        Data::Enum(data) if is_open_enum(data) => {
            let message = "`OpenEnum` brings validation along: leave out `Validate`";
            syn::Error::new(input.ident.span(), message).into_compile_error()
        }
        Data::Struct(_) => expand_struct(input),
        Data::Enum(_) => expand_enum(input),
        Data::Union(_) => {
            let mut errors = Errors::default();
            let container = errors.also(ValidateContainer::read(&input.attrs));
            let (krate, import) = crate_path(container.krate.as_ref());
            errors.at(&input.ident, "`Validate` is for structs and enums");
            let implementation = implementation(&krate, input, &input.generics.clone(), &TokenStream::new());
            finish(import, &implementation, errors)
        }
    }
}

fn expand_struct(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Struct::read(input, &mut errors) else { return TokenStream::new() };
    let (krate, import) = crate_path(item.container.krate.as_ref());
    let mut context = Context { krate: &krate, patterns: Patterns::default(), errors: &mut errors };
    let fields: Vec<TokenStream> =
        item.fields.iter().map(|field| expand_field(&mut context, field, None)).collect();
    let rules = rules::expand(&krate, &item, &mut errors);
    let wire_names = expand_wire_names(&krate, &item);
    let body = quote! {
        fn validate_at(&self, __path: &#krate::Path<'_>, __violations: &mut #krate::Violations) {
            #(#fields)*
            #rules
        }
        #wire_names
    };
    let body = if errors.is_empty() { body } else { TokenStream::new() };
    let generics = bounded(&krate, item.ident, item.generics, item.fields.iter());
    finish(import, &implementation(&krate, input, &generics, &body), errors)
}

fn expand_enum(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Enum::read(input, &mut errors) else { return TokenStream::new() };
    let (krate, import) = crate_path(item.container.krate.as_ref());
    let mut context = Context { krate: &krate, patterns: Patterns::default(), errors: &mut errors };
    let arms: Vec<TokenStream> =
        item.variants.iter().filter_map(|variant| expand_variant(&mut context, variant)).collect();
    let rest = (arms.len() < item.variants.len()).then(|| quote!(_ => {}));
    let body = quote! {
        fn validate_at(&self, __path: &#krate::Path<'_>, __violations: &mut #krate::Violations) {
            match self {
                #(#arms)*
                #rest
            }
        }
    };
    let body = if errors.is_empty() && !arms.is_empty() { body } else { TokenStream::new() };
    let fields = item.variants.iter().flat_map(|variant| &variant.fields);
    let generics = bounded(&krate, &input.ident, item.generics, fields);
    finish(import, &implementation(&krate, input, &generics, &body), errors)
}

/// The implementation and the errors.
fn finish(import: Option<TokenStream>, implementation: &TokenStream, errors: Errors) -> TokenStream {
    let implementation = anonymous(&quote!(#import #implementation));
    let errors = errors.into_compile_errors();
    quote!(#implementation #errors)
}

/// The `impl`; an empty body is filled with one that finds nothing.
fn implementation(
    krate: &TokenStream,
    input: &DeriveInput,
    generics: &Generics,
    body: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (parameters, arguments, conditions) = generics.split_for_impl();
    let nothing = quote!(fn validate_at(&self, _: &#krate::Path<'_>, _: &mut #krate::Violations) {});
    let body = if body.is_empty() { &nothing } else { body };
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #parameters #krate::Validate for #ident #arguments #conditions {
            #body
        }
    }
}

/// A match arm for a variant that has something to check.
fn expand_variant(context: &mut Context<'_>, variant: &Variant<'_>) -> Option<TokenStream> {
    let checked = variant.fields.iter().enumerate().filter(|(_, field)| is_checked(field));
    let (bindings, checks): (Vec<TokenStream>, Vec<TokenStream>) = checked
        .map(|(index, field)| {
            let name = format_ident!("__{index}");
            let member = &field.member;
            let binding = quote!(#member: #name);
            let value = quote!(#name);
            (binding, expand_field(context, field, Some(&value)))
        })
        .unzip();
    let ident = variant.ident;
    let path = variant.key.as_ref().map(|key| quote!(let __path = &__path.field(#key);));
    let arm = quote!(Self::#ident { #(#bindings,)* .. } => { #path #(#checks)* });
    (!checks.is_empty()).then_some(arm)
}

fn is_checked(field: &Field<'_>) -> bool {
    !field.checks.is_empty() && field.wire != Wire::Skipped
}

/// The checks of a field; `bound` is the name of its reference in a match arm.
fn expand_field(context: &mut Context<'_>, field: &Field<'_>, bound: Option<&TokenStream>) -> TokenStream {
    if !is_checked(field) {
        return TokenStream::new();
    }
    let path = match &field.wire {
        Wire::Named(name) => Some(quote!(let __path = &__path.field(#name);)),
        Wire::Element(index) => {
            let index = Index::from(*index);
            Some(quote!(let __path = &__path.index(#index);))
        }
        Wire::Flattened | Wire::Skipped => None,
    };
    let member = &field.member;
    let value = |span: Span| match bound {
        Some(bound) => respanned(bound, span),
        None => {
            let member = at(member, span);
            quote_spanned!(located(span)=> &self.#member)
        }
    };
    let checks = checks::expand_checks(context, &field.checks, &value);
    quote!({ #path #checks })
}

/// A member, underlined at another place.
fn at(member: &Member, span: Span) -> Member {
    let mut member = member.clone();
    match &mut member {
        Member::Named(ident) => ident.set_span(ident.span().located_at(span)),
        Member::Unnamed(index) => index.span = located(span),
    }
    member
}

/// `__wire_name`, where a field is called otherwise on the wire than in Rust.
fn expand_wire_names(krate: &TokenStream, item: &Struct<'_>) -> TokenStream {
    let entries: Vec<TokenStream> = item.fields.iter().filter_map(wire_name_entry).collect();
    if entries.is_empty() {
        return TokenStream::new();
    }
    quote! {
        fn __wire_name(__field: &'static ::core::primitive::str) -> ::core::option::Option<&'static ::core::primitive::str> {
            #krate::__private::wire_name(__field, &[#(#entries),*])
        }
    }
}

/// `("payment_factor", "paymentFactor")`; an empty name on the wire marks a flattened field.
fn wire_name_entry(field: &Field<'_>) -> Option<TokenStream> {
    let name = field.name();
    match &field.wire {
        Wire::Named(wire) if *wire != name => Some(quote!((#name, ::core::option::Option::Some(#wire)))),
        Wire::Flattened => Some(quote!((#name, ::core::option::Option::None))),
        Wire::Named(_) | Wire::Element(_) | Wire::Skipped => None,
    }
}
