//! `#[derive(Redact)]`

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Fields};

use super::anonymous;
use crate::attr::is_redacted;
use crate::errors::Errors;

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let body = match &input.data {
        Data::Struct(data) => expand_fields(&input.ident.to_string(), &data.fields, &mut errors),
        Data::Enum(_) | Data::Union(_) => {
            errors.at(&input.ident, "`Redact` is for structs");
            TokenStream::new()
        }
    };
    let body = if errors.is_empty() { body } else { quote!(__formatter.write_str("")) };
    let ident = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(::core::fmt::Debug));
    }
    let (parameters, arguments, conditions) = generics.split_for_impl();
    let implementation = anonymous(&quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #parameters ::core::fmt::Debug for #ident #arguments #conditions {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    });
    let errors = errors.into_compile_errors();
    quote!(#implementation #errors)
}

/// Calls of `Formatter`'s builders. A redacted field shows the same text whatever it holds, be it `None`.
fn expand_fields(name: &str, fields: &Fields, errors: &mut Errors) -> TokenStream {
    let mut fields = fields.iter().zip(fields.members()).map(|(field, member)| {
        let value = match errors.also(is_redacted(&field.attrs)) {
            true => quote!(&::core::format_args!("[redacted]")),
            false => quote!(&self.#member),
        };
        (field.ident.as_ref().map(|ident| ident.to_string().trim_start_matches("r#").to_owned()), value)
    });
    let named: Vec<_> = fields.by_ref().collect();
    let calls = named.iter().map(|(name, value)| match name {
        Some(name) => quote!(.field(#name, #value)),
        None => quote!(.field(#value)),
    });
    let is_named = named.first().is_none_or(|(name, _)| name.is_some());
    let builder = format_ident!("{}", if is_named { "debug_struct" } else { "debug_tuple" });
    quote!(__formatter.#builder(#name)#(#calls)*.finish())
}
