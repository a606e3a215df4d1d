//! `Deserialize` of a struct with named fields.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Generics, parse_quote};

use super::item::{How, Item, Member};
use crate::serde::DefaultValue;

impl Item<'_> {
    pub(super) fn expand_deserialize(&self) -> TokenStream {
        let krate = self.krate;
        let read = self.expand_read();
        let (ident, generics) = (&self.input.ident, self.generics_with_de());
        let (_, arguments, conditions) = self.generics.split_for_impl();
        let (parameters, ..) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #parameters #krate::__private::serde::Deserialize<'de> for #ident #arguments #conditions {
                fn deserialize<__D: #krate::__private::serde::Deserializer<'de>>(
                    __deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    #krate::__private::reading::deserialize_object(__deserializer)
                }
            }

            #[automatically_derived]
            #[allow(deprecated)]
            impl #parameters #krate::__private::reading::ReadMembers<'de> for #ident #arguments #conditions {
                #read
            }
        }
    }

    fn generics_with_de(&self) -> Generics {
        let mut generics = self.generics.clone();
        generics.params.insert(0, parse_quote!('de));
        generics
    }

    fn expand_read(&self) -> TokenStream {
        let krate = self.krate;
        let locals = self.named().map(|field| {
            let (local, ty) = (&field.local, field.ty);
            quote!(let mut #local: ::core::option::Option<#ty> = ::core::option::Option::None;)
        });
        let rest = self.rest().map(|(field, _)| {
            let (local, ty) = (&field.local, field.ty);
            quote!(let mut #local: #ty = ::core::default::Default::default();)
        });
        let default = self.container.default.as_ref().map(|default| match default {
            DefaultValue::Function(function) => quote!(let __default: Self = #function();),
            DefaultValue::Trait(_) => quote!(let __default: Self = ::core::default::Default::default();),
        });
        let members = self.expand_members();
        let fields = self.fields.iter().map(|field| self.expand_value(field));
        let names = match self.rest() {
            Some(_) => quote!(::core::option::Option::None),
            None => {
                let names = self.named().flat_map(|field| &field.names);
                quote!(::core::option::Option::Some(&[#(#names),*]))
            }
        };
        quote! {
            const NAMES: ::core::option::Option<&'static [&'static str]> = #names;

            fn read_members<__M: #krate::__private::serde::de::MapAccess<'de>>(
                mut __members: __M,
            ) -> ::core::result::Result<Self, __M::Error> {
                #(#locals)*
                #rest
                #members
                #default
                ::core::result::Result::Ok(Self { #(#fields),* })
            }
        }
    }

    /// The loop through all members.
    fn expand_members(&self) -> TokenStream {
        let krate = self.krate;
        let arms: Vec<(Literal, TokenStream)> = self
            .named()
            .enumerate()
            .map(|(index, field)| (Literal::usize_unsuffixed(index), self.expand_member(field)))
            .collect();
        let (indices, reads): (Vec<_>, Vec<_>) = arms.into_iter().unzip();
        let key = quote!(#krate::__private::reading::Key { fields: __FIELDS, next: &mut __next });
        let next = quote!(#krate::__private::serde::de::MapAccess::next_key_seed);
        match self.rest() {
            None => quote! {
                let mut __next = 0;
                while let ::core::option::Option::Some(__key) = #next(&mut __members, #key)? {
                    match __key {
                        #(::core::option::Option::Some(#indices) => #reads,)*
                        _ => #krate::__private::reading::ignore(&mut __members)?,
                    }
                }
            },
            Some((Member { local, .. }, ty)) => quote! {
                let mut __next = 0;
                while let ::core::option::Option::Some(__key) =
                    #next(&mut __members, #krate::__private::reading::KeyOrText(#key))?
                {
                    match __key {
                        #(::core::result::Result::Ok(#indices) => #reads,)*
                        ::core::result::Result::Ok(_) => {}
                        ::core::result::Result::Err(__key) => {
                            let __value: #ty =
                                #krate::__private::serde::de::MapAccess::next_value(&mut __members)?;
                            #local.insert(::core::convert::From::from(__key), __value);
                        }
                    }
                }
            },
        }
    }

    /// Reads the value of one field.
    fn expand_member(&self, field: &Member<'_>) -> TokenStream {
        let krate = self.krate;
        let Member { local, ty, .. } = field;
        let name = field.name();
        match &field.how {
            How::Adapter(adapter) => quote!(#adapter::field(&mut #local, #name, &mut __members)?),
            How::Strict(adapter) => quote!(#adapter::field(&mut #local, #name, &mut __members)?),
            How::Function(function) => {
                let (ident, generics) = (&self.input.ident, self.generics_with_de());
                let (parameters, _, conditions) = self.generics.split_for_impl();
                let (with_de, ..) = generics.split_for_impl();
                let (_, arguments, _) = self.generics.split_for_impl();
                quote! {{
                    struct __With #parameters (#ty, ::core::marker::PhantomData<fn() -> #ident #arguments>) #conditions;
                    impl #with_de #krate::__private::serde::Deserialize<'de> for __With #arguments #conditions {
                        fn deserialize<__D: #krate::__private::serde::Deserializer<'de>>(
                            __deserializer: __D,
                        ) -> ::core::result::Result<Self, __D::Error> {
                            #function(__deserializer).map(|__value| __With(__value, ::core::marker::PhantomData))
                        }
                    }
                    #krate::__private::reading::field_within(
                        &mut #local,
                        #name,
                        &mut __members,
                        |__with: __With #arguments| __with.0,
                    )?
                }}
            }
            _ => quote!(#krate::__private::reading::field(&mut #local, #name, &mut __members)?),
        }
    }

    /// What a field is in the end.
    fn expand_value(&self, field: &Member<'_>) -> TokenStream {
        let (krate, Member { ident, local, serde, .. }) = (self.krate, field);
        let name = field.name();
        let default = match (&serde.default, &self.container.default) {
            (Some(DefaultValue::Function(function)), _) => Some(quote!(#function())),
            (Some(DefaultValue::Trait(_)), _) => Some(quote!(::core::default::Default::default())),
            (None, Some(_)) => Some(quote!(__default.#ident)),
            (None, None) => None,
        };
        let value = match (&field.how, default) {
            (How::Rest(_), _) => quote!(#local),
            (How::Skipped, default) => default.unwrap_or_else(|| quote!(::core::default::Default::default())),
            (_, Some(default)) => match &serde.default {
                Some(DefaultValue::Trait(_)) => quote!(#local.unwrap_or_default()),
                _ => quote!(#local.unwrap_or_else(|| #default)),
            },
            _ if self.may_be_absent(field) => quote!(#local.unwrap_or_default()),
            _ => quote!(#krate::__private::reading::required(#local, #name)?),
        };
        quote!(#ident: #value)
    }
}
