//! `#[derive(Redact)]`

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Member};

use super::anonymous;
use super::mentioned::mentioned;
use crate::attr::is_redacted;
use crate::errors::Errors;

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    refuse_redact(&input.attrs, &mut errors);
    let (body, shown) = match &input.data {
        Data::Struct(data) => expand_struct(&input.ident, &data.fields, &mut errors),
        Data::Enum(data) => {
            let arms = data.variants.iter().map(|variant| {
                refuse_redact(&variant.attrs, &mut errors);
                expand_variant(&variant.ident, &variant.fields, &mut errors)
            });
            let (arms, shown): (TokenStream, TokenStream) = arms.unzip();
            let value = if data.variants.is_empty() { quote!(*self) } else { quote!(self) };
            (quote!(match #value { #arms }), shown)
        }
        Data::Union(_) => {
            errors.at(&input.ident, "`Redact` is for structs and enums");
            (TokenStream::new(), TokenStream::new())
        }
    };
    let body = if errors.is_empty() { body } else { quote!(__formatter.write_str("")) };
    let implementation = implementation(input, &bounded(&input.generics, shown), &body);
    let errors = errors.into_compile_errors();
    quote!(#implementation #errors)
}

fn implementation(input: &DeriveInput, generics: &Generics, body: &TokenStream) -> TokenStream {
    let ident = &input.ident;
    let (parameters, arguments, conditions) = generics.split_for_impl();
    anonymous(&quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #parameters ::core::fmt::Debug for #ident #arguments #conditions {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    })
}

/// What is shown asks for `Debug` of the parameters in it; a secret asks for nothing.
fn bounded(generics: &Generics, shown: TokenStream) -> Generics {
    let mut generics = generics.clone();
    let parameters: BTreeSet<String> =
        generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    let mentioned = mentioned(shown, &parameters);
    for parameter in generics.type_params_mut() {
        if mentioned.contains(&parameter.ident.to_string()) {
            parameter.bounds.push(syn::parse_quote!(::core::fmt::Debug));
        }
    }
    generics
}

/// On a type or a variant it would hide nothing.
fn refuse_redact(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("redact")) {
        errors.at(attribute, "`redact` belongs to fields");
    }
}

/// The body and the types of what it shows.
fn expand_struct(ident: &Ident, fields: &Fields, errors: &mut Errors) -> (TokenStream, TokenStream) {
    expand_fields(ident, fields, &|_, member| quote!(&self.#member), errors)
}

/// A match arm and the types of what it shows.
fn expand_variant(ident: &Ident, fields: &Fields, errors: &mut Errors) -> (TokenStream, TokenStream) {
    let value = |index, _: &Member| format_ident!("__{index}").to_token_stream();
    let (calls, shown) = expand_fields(ident, fields, &value, errors);
    let bindings = fields.iter().zip(fields.members()).enumerate();
    let bindings =
        bindings.filter(|(_, (field, _))| !is_redacted(&field.attrs).0).map(|(index, (_, member))| {
            let name = format_ident!("__{index}");
            quote!(#member: #name)
        });
    (quote!(Self::#ident { #(#bindings,)* .. } => #calls,), shown)
}

/// Calls of `Formatter`'s builders. A redacted field shows the same text whatever it holds, be it `None`.
fn expand_fields(
    ident: &Ident,
    fields: &Fields,
    value: &dyn Fn(usize, &Member) -> TokenStream,
    errors: &mut Errors,
) -> (TokenStream, TokenStream) {
    let mut shown = TokenStream::new();
    let mut calls = TokenStream::new();
    for (index, (field, member)) in fields.iter().zip(fields.members()).enumerate() {
        let value = match errors.also(is_redacted(&field.attrs)) {
            true => quote!(&::core::format_args!("[redacted]")),
            false => {
                field.ty.to_tokens(&mut shown);
                value(index, &member)
            }
        };
        calls.extend(match &field.ident {
            Some(name) => {
                let name = name.unraw().to_string();
                quote!(.field(#name, #value))
            }
            None => quote!(.field(#value)),
        });
    }
    let is_tuple = matches!(fields, Fields::Unnamed(_));
    let builder = format_ident!("{}", if is_tuple { "debug_tuple" } else { "debug_struct" });
    let name = ident.unraw().to_string();
    (quote!(__formatter.#builder(#name)#calls.finish()), shown)
}
