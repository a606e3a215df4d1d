//! `#[derive(FromJson)]`
//!
//! A struct with named fields gets `Deserialize` along: serde's own would read it from a list, too, and would let
//! keys of a map stand twice. What other types are read from is serde's to say.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{
    Data, DeriveInput, ExprPath, Fields, GenericArgument, Generics, Ident, LitStr, PathArguments, Type,
    parse_quote,
};

use super::anonymous;
use super::construct::option_content;
use crate::attr::FromJsonAttribute;
use crate::errors::Errors;
use crate::input::{crate_path, is_open_enum, located};
use crate::serde::{Container, DefaultValue, Field as SerdeField};

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

/// A struct with named fields.
struct Item<'a> {
    krate: &'a TokenStream,
    input: &'a DeriveInput,
    generics: Generics,
    container: Container,
    fields: Vec<Member<'a>>,
    /// Values are made by serde's own derive.
    by_serde: bool,
}

struct Member<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    /// Where its value is collected.
    local: Ident,
    names: Vec<String>,
    serde: SerdeField,
    how: How<'a>,
}

/// How a field is read.
enum How<'a> {
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
}

impl<'a> Item<'a> {
    fn read(
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

    fn expand_deserialize(&self) -> TokenStream {
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

    /// The fields that have a name in JSON, in the order of their indices.
    fn named(&self) -> impl Iterator<Item = &Member<'a>> {
        self.fields.iter().filter(|field| !matches!(field.how, How::Skipped | How::Rest(_)))
    }

    fn rest(&self) -> Option<(&Member<'a>, &'a Type)> {
        self.fields.iter().find_map(|field| match field.how {
            How::Rest(ty) => Some((field, ty)),
            _ => None,
        })
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
                    let mut __with: ::core::option::Option<__With #arguments> = ::core::option::Option::None;
                    if #local.is_some() {
                        return ::core::result::Result::Err(
                            #krate::__private::serde::de::Error::duplicate_field(#name),
                        );
                    }
                    #krate::__private::reading::field(&mut __with, #name, &mut __members)?;
                    #local = __with.map(|__with| __with.0);
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

    /// serde's way: an `Option` that its own type reads, and what has a default.
    fn may_be_absent(&self, field: &Member<'_>) -> bool {
        let is_read_by_type = matches!(field.how, How::Type | How::Strict(_) | How::Serde);
        field.serde.default.is_some()
            || self.container.default.is_some()
            || (is_read_by_type && option_content(field.ty).is_some())
    }

    fn expand_check(&self) -> TokenStream {
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
        let flattened = self.fields.iter().filter(|field| matches!(field.how, How::Flattened));
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
            How::Type | How::Flattened | How::Skipped | How::Rest(_) => check_of(krate, ty),
        }
    }
}

impl Member<'_> {
    fn name(&self) -> &str {
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

fn is_known_to_serde_alone(container: &Container) -> bool {
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
        // A flattened `Option` is none where it can't be read.
        Ok(How::Flattened) if option_content(&field.ty).is_some() => return None,
        how => errors.keep(how)?,
    };
    let names = match how {
        How::Flattened => Vec::new(),
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
