//! `#[derive(FromJson)]`
//!
//! A struct with named fields gets `Deserialize` along: serde's own would read it from a list, too, and would let
//! keys of a map stand twice. What other types are read from is serde's to say.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, Generics, Type, parse_quote};

use super::anonymous;
use crate::attr::FromJsonAttribute;
use crate::errors::Errors;
use crate::input::{crate_path, is_open_enum, located};
use crate::serde::{Container, Field as SerdeField};

mod check;
mod item;
mod read;

use item::{Item, is_known_to_serde_alone};

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let attribute = errors.also(FromJsonAttribute::read(&input.attrs));
    let (krate, import) = crate_path(attribute.krate.as_ref());
    let body = match &input.data {
        Data::Enum(data) if is_open_enum(data) => {
            errors.at(&input.ident, "`OpenEnum` brings reading along: leave out `FromJson`");
            return errors.into_compile_errors();
        }
        Data::Union(_) => {
            errors.at(&input.ident, "`FromJson` is for structs and enums");
            return errors.into_compile_errors();
        }
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => {
                let by_serde = attribute.serde.is_some();
                Item::read(&krate, input, &fields.named, by_serde, &mut errors).expand()
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => expand_newtype(&krate, input, fields),
            Fields::Unnamed(_) | Fields::Unit => expand_serde(&krate, input),
        },
        Data::Enum(_) => expand_serde(&krate, input),
    };
    let body = if errors.is_empty() { body } else { expand_stub(&krate, input) };
    let body = anonymous(&quote!(#import #body));
    let errors = errors.into_compile_errors();
    // Paths of adapters are as they were written.
    quote!(#[allow(unused_qualifications)] #body #errors)
}

/// What keeps rustc from reporting that a type with a mistake can't be read.
fn expand_stub(krate: &TokenStream, input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let mut generics = bounded(krate, &input.generics);
    let (_, arguments, conditions) = input.generics.split_for_impl();
    let check = expand_serde(krate, input);
    generics.params.insert(0, parse_quote!('de));
    let (parameters, ..) = generics.split_for_impl();
    quote! {
        impl #parameters #krate::__private::serde::Deserialize<'de> for #ident #arguments #conditions {
            fn deserialize<__D: #krate::__private::serde::Deserializer<'de>>(
                _: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                ::core::result::Result::Err(#krate::__private::serde::de::Error::custom(""))
            }
        }
        #check
    }
}

/// Reading is serde's.
fn expand_serde(krate: &TokenStream, input: &DeriveInput) -> TokenStream {
    implementation(krate, input, None, &TokenStream::new())
}

/// A struct that stands for its content.
fn expand_newtype(krate: &TokenStream, input: &DeriveInput, fields: &syn::FieldsUnnamed) -> TokenStream {
    let Some(field) = fields.unnamed.first() else { return TokenStream::new() };
    let serde = SerdeField::read(&field.attrs);
    let container = Container::read(&input.attrs);
    if serde.with.is_some() || serde.deserialize_with.is_some() || !container.others.is_empty() {
        return expand_serde(krate, input);
    }
    let check = check_of(krate, &field.ty);
    implementation(krate, input, None, &quote!(#check(__reader, __node, __path);))
}

/// The `impl`; where the body is empty serde is asked.
fn implementation(
    krate: &TokenStream,
    input: &DeriveInput,
    fields: Option<TokenStream>,
    body: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let generics = bounded(krate, &input.generics);
    let (parameters, arguments, conditions) = generics.split_for_impl();
    let check = (!body.is_empty()).then(|| {
        quote! {
            fn check(
                __reader: &mut #krate::json::Reader,
                __node: #krate::json::Node<'_>,
                __path: &#krate::Path<'_>,
            ) {
                #body
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #parameters #krate::FromJson for #ident #arguments #conditions {
            #fields
            #check
        }
    }
}

/// Every parameter is read.
fn bounded(krate: &TokenStream, generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(#krate::FromJson));
    }
    generics
}

fn check_of(krate: &TokenStream, ty: &Type) -> TokenStream {
    let span = located(ty.span());
    quote_spanned!(span=> <#ty as #krate::FromJson>::check)
}

impl Item<'_> {
    fn expand(&self) -> TokenStream {
        let krate = self.krate;
        if self.by_serde && is_known_to_serde_alone(&self.container) {
            return expand_serde(krate, self.input);
        }
        let names = self.named().map(|field| {
            let names = &field.names;
            quote!(&[#(#names),*])
        });
        let names = quote!(&[#(#names),*]);
        let fields = quote!(const FIELDS: &'static [#krate::__private::reading::Names] = __FIELDS;);
        let check = implementation(krate, self.input, Some(fields), &self.expand_check());
        let deserialize = (!self.by_serde).then(|| self.expand_deserialize());
        quote! {
            const __FIELDS: &[#krate::__private::reading::Names] = #names;
            #deserialize
            #check
        }
    }
}
