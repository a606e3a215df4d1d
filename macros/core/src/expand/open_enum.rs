//! `#[derive(OpenEnum)]`

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Visibility};

use super::anonymous;
use crate::attr::{KnownVariant, OpenEnumContainer, OpenEnumVariant, Retry};
use crate::errors::Errors;
use crate::input::{crate_path, located, respanned};

/// An enum and what its attributes say.
struct Enum<'a> {
    ident: &'a Ident,
    visibility: &'a Visibility,
    generic: bool,
    container: OpenEnumContainer,
    known: Vec<(&'a Ident, KnownVariant)>,
    unrecognized: Option<CatchAll<'a>>,
}

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let item = Enum::read(input, &mut errors);
    let (krate, import) = crate_path(item.container.krate.as_ref());
    let catch_all = item.unrecognized.as_ref().filter(|_| errors.is_empty());
    let tokens = match catch_all {
        Some(catch_all) => {
            let inherent = expand_inherent(&krate, &item, catch_all.ident);
            let open_enum = expand_trait(&krate, &item, catch_all);
            let conversions = expand_conversions(&krate, item.ident);
            let serde = expand_serde(&krate, item.ident);
            let checks = expand_checks(&krate, item.ident, item.container.closed);
            anonymous(&quote!(#import #inherent #open_enum #conversions #serde #checks))
        }
        None => {
            let stub = expand_stub(&krate, &item);
            anonymous(&quote!(#import #stub))
        }
    };
    let errors = errors.into_compile_errors();
    quote!(#tokens #errors)
}

/// On a field it would say nothing.
fn refuse(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("open_enum")) {
        errors.at(attribute, "`open_enum` belongs to the enum and its variants");
    }
}

/// The variant that keeps any other text.
struct CatchAll<'a> {
    ident: &'a Ident,
    /// Where the type of its content stands.
    content: Span,
}

impl<'a> Enum<'a> {
    /// Reads an enum; every mistake is an error.
    fn read(input: &'a DeriveInput, errors: &mut Errors) -> Enum<'a> {
        let mut item = Enum {
            ident: &input.ident,
            visibility: &input.vis,
            generic: !input.generics.params.is_empty(),
            container: errors.also(OpenEnumContainer::read(&input.attrs)),
            known: Vec::new(),
            unrecognized: None,
        };
        let Data::Enum(data) = &input.data else {
            errors.at(&input.ident, "`OpenEnum` is for enums");
            return item;
        };
        if item.generic {
            errors.at(&input.generics, "an open enum has no generics");
            return item;
        }
        data.variants.iter().for_each(|variant| item.read_variant(variant, errors));
        if item.unrecognized.is_none() && errors.is_empty() {
            errors.at(&input.ident, NO_CATCH_ALL);
        }
        item
    }

    fn read_variant(&mut self, variant: &'a syn::Variant, errors: &mut Errors) {
        for field in &variant.fields {
            refuse(&field.attrs, errors);
        }
        let mistakes = errors.count();
        match errors.also(OpenEnumVariant::read(&variant.attrs)) {
            Some(OpenEnumVariant::Known(known)) => self.add_known(variant, known, errors),
            Some(OpenEnumVariant::Unrecognized) => self.add_unrecognized(variant, errors),
            None if errors.count() > mistakes => {}
            None => {
                errors.at(&variant.ident, "this variant needs its text in JSON: `#[open_enum(\"TEXT\")]`")
            }
        }
    }

    fn add_known(&mut self, variant: &'a syn::Variant, known: KnownVariant, errors: &mut Errors) {
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(&variant.fields, "a known value holds nothing");
        }
        if self.known.iter().any(|(_, earlier)| earlier.text == known.text) {
            errors.push(syn::Error::new(known.place.0, "this value is listed twice"));
        }
        if let (Some(category), None) = (&known.category, &self.container.category) {
            let message = "name the type of the categories on the enum: `#[open_enum(category = Type)]`";
            errors.push(syn::Error::new(category.place(), message));
        }
        self.known.push((&variant.ident, known));
    }

    fn add_unrecognized(&mut self, variant: &'a syn::Variant, errors: &mut Errors) {
        let ident = &variant.ident;
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let content = fields.unnamed.span();
                if self.unrecognized.replace(CatchAll { ident, content }).is_some() {
                    errors.at(ident, "one variant keeps what is not recognized already");
                }
            }
            _ => errors
                .at(ident, "this variant holds the text: `Unrecognized(wirewright::Unrecognized<Self>)`"),
        }
    }

    /// A match arm for each known variant that has the value.
    fn arms(&self, value: impl Fn(&KnownVariant) -> Option<TokenStream>) -> TokenStream {
        let arms = self.known.iter().filter_map(|(ident, known)| {
            let value = value(known)?;
            Some(quote!(Self::#ident => ::core::option::Option::Some(#value),))
        });
        arms.collect()
    }
}

const NO_CATCH_ALL: &str = "an open enum needs a variant for every other text: \
    `#[open_enum(unrecognized)] Unrecognized(wirewright::Unrecognized<Self>)`";

fn expand_inherent(krate: &TokenStream, item: &Enum<'_>, catch_all: &Ident) -> TokenStream {
    let Enum { ident, visibility, .. } = item;
    let variants = item.known.iter().map(|(ident, _)| ident);
    let texts = item.known.iter().map(|(ident, known)| {
        let text = LitStr::new(&known.text, located(known.place.0));
        quote!(Self::#ident => #text,)
    });
    let advice = expand_advice(krate, item);
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #ident {
            /// The values that the API documents, in its order.
            #visibility const KNOWN: &'static [Self] = &[#(Self::#variants),*];

            /// The text in JSON.
            #[must_use]
            #visibility fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(#texts)*
                    Self::#catch_all(__text) => __text.as_str(),
                }
            }

            /// Whether the API documents this value.
            #[must_use]
            #visibility const fn is_recognized(&self) -> ::core::primitive::bool {
                !::core::matches!(self, Self::#catch_all(_))
            }
            #advice
        }
    }
}

/// `category`, `action` and `retry`, where a variant has one.
fn expand_advice(krate: &TokenStream, item: &Enum<'_>) -> TokenStream {
    let visibility = item.visibility;
    let method = |doc: &str, name: &str, ty: TokenStream, arms: TokenStream| {
        let name = Ident::new(name, Span::call_site());
        quote! {
            #[doc = #doc]
            #[must_use]
            #visibility const fn #name(&self) -> ::core::option::Option<#ty> {
                match self {
                    #arms
                    _ => ::core::option::Option::None,
                }
            }
        }
    };
    let category = item.container.category.as_ref().map(|ty| {
        let arms = item.arms(|known| known.category.as_ref().map(ToTokens::to_token_stream));
        method(" The category of a documented value.", "category", quote!(#ty), arms)
    });
    let action = item.known.iter().any(|(_, known)| known.action.is_some()).then(|| {
        let arms = item.arms(|known| known.action.as_ref().map(ToTokens::to_token_stream));
        let doc = " What to do when this value is met, where the API says so.";
        method(doc, "action", quote!(&'static ::core::primitive::str), arms)
    });
    let retry = item.known.iter().any(|(_, known)| known.retry.is_some()).then(|| {
        let arms = item.arms(|known| known.retry.map(|retry| retry_tokens(krate, retry)));
        let doc = " Whether the same call may be made again, where the API says so.";
        method(doc, "retry", quote!(#krate::Retry), arms)
    });
    quote!(#category #action #retry)
}

fn retry_tokens(krate: &TokenStream, retry: Retry) -> TokenStream {
    match retry {
        Retry::Never => quote!(#krate::Retry::Never),
        Retry::Same => quote!(#krate::Retry::Same),
        Retry::New => quote!(#krate::Retry::New),
    }
}

fn expand_trait(krate: &TokenStream, item: &Enum<'_>, catch_all: &CatchAll<'_>) -> TokenStream {
    let ident = item.ident;
    let CatchAll { ident: catch_all, content } = catch_all;
    let unrecognized = respanned(&quote!(#krate::__private::unrecognized(__text)), *content);
    let texts = item.known.iter().map(|(ident, known)| {
        let text = LitStr::new(&known.text, located(known.place.0));
        quote!(#text => Self::#ident,)
    });
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #krate::OpenEnum for #ident {
            const KNOWN: &'static [Self] = Self::KNOWN;

            fn as_str(&self) -> &::core::primitive::str {
                Self::as_str(self)
            }

            fn from_text(__text: #krate::__private::Cow<'_, ::core::primitive::str>) -> Self {
                match &*__text {
                    #(#texts)*
                    _ => Self::#catch_all(#unrecognized),
                }
            }

            fn is_recognized(&self) -> ::core::primitive::bool {
                Self::is_recognized(self)
            }
        }
    }
}

fn expand_conversions(krate: &TokenStream, ident: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __formatter.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = ::core::convert::Infallible;

            fn from_str(__text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(::core::convert::From::from(__text))
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<&::core::primitive::str> for #ident {
            fn from(__text: &::core::primitive::str) -> Self {
                #krate::OpenEnum::from_text(#krate::__private::Cow::Borrowed(__text))
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#krate::__private::String> for #ident {
            fn from(__text: #krate::__private::String) -> Self {
                #krate::OpenEnum::from_text(#krate::__private::Cow::Owned(__text))
            }
        }
    }
}

fn expand_serde(krate: &TokenStream, ident: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl #krate::__private::serde::Serialize for #ident {
            fn serialize<__S: #krate::__private::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> #krate::__private::serde::Deserialize<'de> for #ident {
            fn deserialize<__D: #krate::__private::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                #krate::__private::deserialize_open_enum(__deserializer)
            }
        }

        #[automatically_derived]
        impl #krate::FromJson for #ident {
            fn check(
                __reader: &mut #krate::json::Reader,
                __node: #krate::json::Node<'_>,
                __path: &#krate::Path<'_>,
            ) {
                __reader.text(__node, __path);
            }
        }
    }
}

fn expand_checks(krate: &TokenStream, ident: &Ident, closed: bool) -> TokenStream {
    let membership = match closed {
        true => quote!(#krate::__private::closed_enum(self, __path, __violations);),
        false => quote!(let _ = (__path, __violations);),
    };
    quote! {
        #[automatically_derived]
        impl #krate::Validate for #ident {
            #[inline]
            fn validate_at(&self, __path: &#krate::Path<'_>, __violations: &mut #krate::Violations) {
                #membership
            }
        }

        #[automatically_derived]
        impl #krate::checks::Text for #ident {
            #[inline]
            fn text(&self) -> ::core::option::Option<&::core::primitive::str> {
                ::core::option::Option::Some(self.as_str())
            }
        }

        #[automatically_derived]
        impl #krate::checks::Scalar for #ident {
            #[inline]
            fn scalar(&self) -> ::core::option::Option<#krate::checks::ScalarRef<'_>> {
                ::core::option::Option::Some(#krate::checks::ScalarRef::Text(self.as_str()))
            }
        }
    }
}

/// What stands in where the derive failed, so that rustc does not report every use of the enum as well.
fn expand_stub(krate: &TokenStream, item: &Enum<'_>) -> TokenStream {
    let ident = item.ident;
    if item.generic {
        return TokenStream::new();
    }
    let span = located(ident.span());
    let category = item.container.category.as_ref().map(
        |ty| quote!(pub fn category(&self) -> ::core::option::Option<#ty> { ::core::option::Option::None }),
    );
    let conversions = expand_conversions(krate, ident);
    let serde = expand_serde(krate, ident);
    let checks = expand_checks(krate, ident, false);
    quote_spanned! {span=>
        impl #ident {
            pub const KNOWN: &'static [Self] = &[];
            pub fn as_str(&self) -> &::core::primitive::str { "" }
            pub fn is_recognized(&self) -> ::core::primitive::bool { false }
            #category
            pub fn action(&self) -> ::core::option::Option<&'static ::core::primitive::str> { ::core::option::Option::None }
            pub fn retry(&self) -> ::core::option::Option<#krate::Retry> { ::core::option::Option::None }
        }
        impl #krate::OpenEnum for #ident {
            const KNOWN: &'static [Self] = &[];
            fn as_str(&self) -> &::core::primitive::str { "" }
            fn from_text(_: #krate::__private::Cow<'_, ::core::primitive::str>) -> Self { loop {} }
            fn is_recognized(&self) -> ::core::primitive::bool { false }
        }
        #conversions #serde #checks
    }
}
