//! The checks of one value as calls of the runtime.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

use super::Context;
use crate::attr::{Bound, Check, CheckKind, Checks, Constraint, Literal};
use crate::input::{located, respanned};

/// The checks of one value. `value` makes the expression of its reference, at a place.
pub(super) fn expand_checks(
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
            let table = context.patterns.expand(krate, text, check.value_place, context.errors);
            let call = call("pattern", quote!(&__PATTERN, #text,));
            quote!({ static __PATTERN: #krate::PatternTable<'static> = #table; #call })
        }
        CheckKind::Constraint(Constraint::UniqueItems) => quote_spanned! {span=> {
            #[allow(unused_imports)]
            use #krate::__private::{CompareElements as _, HashElements as _, ScalarElements as _, SerializeElements as _};
            let __unique = (&&&&#krate::__private::Elements(#krate::checks::Items::items(#value))).are_unique();
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
pub(in crate::expand) fn literal_tokens(krate: &TokenStream, literal: &Literal) -> TokenStream {
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
