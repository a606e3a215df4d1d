//! What tells everything that can't be read of a struct with named fields.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use super::check_of;
use super::item::{How, Item, Member};
use crate::input::located;

impl Item<'_> {
    pub(super) fn expand_check(&self) -> TokenStream {
        let krate = self.krate;
        let fields = self.named().map(|field| {
            let presence = match field.how {
                How::Flattened => "flattened",
                _ if self.may_be_absent(field) => "optional",
                _ => "required",
            };
            let presence = Ident::new(presence, proc_macro2::Span::call_site());
            let check = self.expand_field_check(field);
            quote!(#krate::__private::reading::Field::#presence(#check))
        });
        let flattened =
            self.fields.iter().filter(|field| matches!(field.how, How::Flattened | How::PerhapsFlattened));
        let flattened = flattened.map(|field| field.ty);
        let rest = match self.rest() {
            Some((_, ty)) => {
                let check = check_of(krate, ty);
                quote!(::core::option::Option::Some((#check, &[#(<#flattened as #krate::FromJson>::FIELDS),*])))
            }
            None => quote!(::core::option::Option::None),
        };
        quote! {
            #krate::__private::reading::check_object(
                __reader,
                __node,
                __path,
                __FIELDS,
                &[#(#fields),*],
                #rest,
            );
        }
    }

    fn expand_field_check(&self, field: &Member<'_>) -> TokenStream {
        let (krate, ty) = (self.krate, field.ty);
        match &field.how {
            How::Adapter(adapter) => quote!(#adapter::check::<#ty>),
            How::Strict(adapter) => quote!(#adapter::check::<#ty>),
            How::Function(function) => quote! {
                |__reader, __node, __path| {
                    #krate::__private::reading::check_with::<#ty>(__reader, __node, __path, |__deserializer| {
                        #function(__deserializer)
                    });
                }
            },
            How::Serde => {
                let span = located(ty.span());
                quote_spanned!(span=> #krate::__private::reading::check_with_serde::<#ty>)
            }
            How::Type | How::Flattened | How::PerhapsFlattened | How::Skipped | How::Rest(_) => {
                check_of(krate, ty)
            }
        }
    }
}
