//! `#[derive(Validate)]`

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{DeriveInput, Generics, Ident, Member, Type, WhereClause, parse_quote};

use super::mentioned::mentioned;
use super::{anonymous, pattern, rules};
use crate::attr::{Bound, Check, CheckKind, Checks, Constraint, Literal};
use crate::errors::Errors;
use crate::input::{Field, Struct, Wire, crate_path, located, respanned};

/// Everything a check's expansion needs besides the check.
struct Context<'a> {
    krate: &'a TokenStream,
    errors: &'a mut Errors,
}

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let Some(item) = Struct::read(input, "Validate", &mut errors) else {
        let stub = implementation(&crate_path(None), input, &input.generics.clone(), &TokenStream::new());
        return finish(&stub, errors);
    };
    let krate = crate_path(item.container.krate.as_ref());
    let mut context = Context { krate: &krate, errors: &mut errors };
    let fields: Vec<TokenStream> =
        item.fields.iter().map(|field| expand_field(&mut context, field)).collect();
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
    finish(&implementation(&krate, input, &bounded(&krate, &item), &body), errors)
}

/// The implementation and the errors.
fn finish(implementation: &TokenStream, errors: Errors) -> TokenStream {
    let implementation = anonymous(implementation);
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

fn expand_field(context: &mut Context<'_>, field: &Field<'_>) -> TokenStream {
    if field.checks.is_empty() || field.wire == Wire::Skipped {
        return TokenStream::new();
    }
    let path = match &field.wire {
        Wire::Named(name) => Some(quote!(let __path = &__path.field(#name);)),
        Wire::Flattened | Wire::Skipped => None,
    };
    let member = &field.member;
    let value = |span: Span| {
        let member = at(member, span);
        quote_spanned!(located(span)=> &self.#member)
    };
    let checks = expand_checks(context, &field.checks, &value);
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

/// The checks of one value. `value` makes the expression of its reference, at a place.
fn expand_checks(
    context: &mut Context<'_>,
    checks: &Checks,
    value: &dyn Fn(Span) -> TokenStream,
) -> TokenStream {
    checks.in_order().into_iter().map(|check| expand_check(context, check, value)).collect()
}

fn expand_check(
    context: &mut Context<'_>,
    check: &Check,
    value: &dyn Fn(Span) -> TokenStream,
) -> TokenStream {
    let span = located(check.place.0);
    let krate = &respanned(context.krate, span);
    let value = value(span);
    let call = |function: &str, arguments: TokenStream| {
        let function = Ident::new(function, span);
        quote_spanned!(span=> #krate::checks::#function(#value, #arguments __path, __violations);)
    };
    match &check.kind {
        CheckKind::Required => call("required", TokenStream::new()),
        CheckKind::Nested => {
            quote_spanned!(span=> #krate::Validate::validate_at(#value, __path, __violations);)
        }
        CheckKind::Items(checks) => {
            let inner = expand_checks(context, checks, &|span| quote_spanned!(located(span)=> __item));
            quote_spanned!(span=> #krate::__private::for_each_item(#value, __path, |__item, __path| { #inner });)
        }
        CheckKind::Values(checks) => {
            let inner = expand_checks(context, checks, &|span| quote_spanned!(located(span)=> __entry));
            quote_spanned!(span=> #krate::__private::for_each_entry(#value, __path, |__entry, __path| { #inner });)
        }
        CheckKind::Constraint(Constraint::Pattern(text)) => {
            let table = pattern::expand(krate, text, check.value_place, context.errors);
            let call = call("pattern", quote!(&__PATTERN, #text,));
            quote!({ static __PATTERN: #krate::PatternTable<'static> = #table; #call })
        }
        CheckKind::Constraint(Constraint::UniqueItems) => quote_spanned! {span=> {
            #[allow(unused_imports)]
            use #krate::__private::{CompareElements as _, HashElements as _};
            let __unique = (&#krate::__private::Elements(#krate::checks::Items::items(#value))).are_unique();
            #krate::checks::unique_items(__unique, __path, __violations);
        }},
        CheckKind::Constraint(constraint) => {
            let argument = argument(context.krate, constraint);
            let argument = argument.map(|argument| respanned(&quote!(#argument,), check.value_place.0));
            call(function(constraint), argument.unwrap_or_default())
        }
    }
}

/// The function of a constraint in `wirewright::checks`.
fn function(constraint: &Constraint) -> &'static str {
    match constraint {
        Constraint::Enum(_) => "enumeration",
        other => other.word(),
    }
}

/// What its function is told besides the value.
fn argument(krate: &TokenStream, constraint: &Constraint) -> Option<TokenStream> {
    Some(match constraint {
        Constraint::Const(literal) => literal_tokens(krate, literal),
        Constraint::Enum(literals) => {
            let literals = literals.iter().map(|literal| literal_tokens(krate, literal));
            quote!(&[#(#literals),*])
        }
        Constraint::MinLength(count)
        | Constraint::MaxLength(count)
        | Constraint::MinItems(count)
        | Constraint::MaxItems(count)
        | Constraint::MinProperties(count)
        | Constraint::MaxProperties(count) => {
            proc_macro2::Literal::u64_unsuffixed(*count).into_token_stream()
        }
        Constraint::Format(format) => {
            let variant = Ident::new(format_variant(format), Span::call_site());
            quote!(#krate::checks::Format::#variant)
        }
        Constraint::Minimum(bound)
        | Constraint::ExclusiveMinimum(bound)
        | Constraint::Maximum(bound)
        | Constraint::ExclusiveMaximum(bound)
        | Constraint::MultipleOf(bound) => bound_tokens(krate, bound),
        Constraint::Pattern(_) | Constraint::UniqueItems => return None,
    })
}

fn format_variant(format: &str) -> &'static str {
    match format {
        "date-time" => "DateTime",
        "date" => "Date",
        "iso4217" => "Iso4217",
        "iso3166-1-alpha2" => "Iso3166Alpha2",
        _ => "Uri",
    }
}

/// A literal as the runtime takes it.
pub(super) fn literal_tokens(krate: &TokenStream, literal: &Literal) -> TokenStream {
    match literal {
        Literal::Text(_) => quote!(#krate::checks::Literal::Text(#literal)),
        Literal::Integer(_) => quote!(#krate::checks::Literal::Integer(#literal)),
        Literal::Boolean(_) => quote!(#krate::checks::Literal::Boolean(#literal)),
    }
}

/// A bound as the runtime takes it; a decimal is judged by rustc, in a `static`.
fn bound_tokens(krate: &TokenStream, bound: &Bound) -> TokenStream {
    match bound {
        Bound::Integer(_) => quote!(#krate::checks::Bound::Integer(#bound)),
        Bound::Decimal(_) => quote!({
            static __BOUND: #krate::Decimal = #krate::Decimal::literal(#bound);
            #krate::checks::Bound::Decimal(&__BOUND)
        }),
    }
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
        Wire::Named(_) | Wire::Skipped => None,
    }
}

/// The generics, with what the checks of fields of a generic type ask for.
fn bounded(krate: &TokenStream, item: &Struct<'_>) -> Generics {
    let mut generics = item.generics.clone();
    let parameters: BTreeSet<String> =
        item.generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    if parameters.is_empty() {
        return generics;
    }
    let checked = item.fields.iter().filter(|field| field.wire != Wire::Skipped);
    for field in checked {
        let mentioned = mentioned(field.ty, &parameters);
        if mentioned.is_empty() {
            continue;
        }
        if is_nested(&field.checks) {
            require_validate(krate, &mut generics, &mentioned);
        }
        let conditions = generics.make_where_clause();
        field.checks.0.iter().for_each(|check| require_trait(krate, conditions, field.ty, check));
    }
    generics
}

/// Whether values of the field's type, or inside it, are judged by their own type.
fn is_nested(checks: &Checks) -> bool {
    checks.0.iter().any(|check| match &check.kind {
        CheckKind::Nested => true,
        CheckKind::Items(checks) | CheckKind::Values(checks) => is_nested(checks),
        CheckKind::Required | CheckKind::Constraint(_) => false,
    })
}

/// `T: Validate` for each type parameter that a nested field mentions.
fn require_validate(krate: &TokenStream, generics: &mut Generics, mentioned: &BTreeSet<String>) {
    for parameter in generics.type_params_mut() {
        if mentioned.contains(&parameter.ident.to_string()) {
            parameter.bounds.push(parse_quote!(#krate::Validate));
        }
    }
}

/// The trait that a check asks of the field's own type.
fn require_trait(krate: &TokenStream, conditions: &mut WhereClause, ty: &Type, check: &Check) {
    let CheckKind::Constraint(constraint) = &check.kind else { return };
    let name = match constraint {
        Constraint::MinLength(_)
        | Constraint::MaxLength(_)
        | Constraint::Pattern(_)
        | Constraint::Format(_) => "Text",
        Constraint::Const(_) | Constraint::Enum(_) => "Scalar",
        Constraint::Minimum(_)
        | Constraint::ExclusiveMinimum(_)
        | Constraint::Maximum(_)
        | Constraint::ExclusiveMaximum(_)
        | Constraint::MultipleOf(_) => "Numeric",
        // Lists and maps are lists and maps whatever is in them.
        Constraint::MinItems(_)
        | Constraint::MaxItems(_)
        | Constraint::UniqueItems
        | Constraint::MinProperties(_)
        | Constraint::MaxProperties(_) => return,
    };
    let name = Ident::new(name, Span::call_site());
    conditions.predicates.push(parse_quote!(#ty: #krate::checks::#name));
}
