//! Paths of rules as code: expressions that look for a value, and statements that visit every place.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::Context;
use crate::attr::{FieldPath, Step};
use crate::input::{Wire, located, respanned};

impl Context<'_> {
    /// Whether something is present at the path; through lists, in one element at least.
    pub(super) fn present(&self, path: &FieldPath) -> TokenStream {
        self.reach(path, &|value, span| self.is_present(&value, span))
    }

    /// Whether the value of this reference is present.
    pub(super) fn is_present(&self, value: &TokenStream, span: Span) -> TokenStream {
        let krate = self.krate;
        let presence = respanned(&quote!(#krate::rules::Presence), span);
        quote_spanned!(span=> (&&#presence(#value)).is_present())
    }

    /// An expression: whether the test, given a reference and a place, holds for a value that the path reaches.
    pub(super) fn reach(
        &self,
        path: &FieldPath,
        test: &dyn Fn(TokenStream, Span) -> TokenStream,
    ) -> TokenStream {
        self.reach_steps(&path.0, &quote!(self), test)
    }

    fn reach_steps(
        &self,
        steps: &[Step],
        owner: &TokenStream,
        test: &dyn Fn(TokenStream, Span) -> TokenStream,
    ) -> TokenStream {
        let [step, rest @ ..] = steps else { return TokenStream::new() };
        let span = located(step.field.span());
        let owner = respanned(owner, span);
        let field = &step.field;
        let value = quote_spanned!(span=> #owner.#field);
        if step.layers.is_empty() && step.each.is_none() {
            return match rest {
                [] => test(quote_spanned!(span=> &#value), span),
                _ => self.reach_steps(rest, &value, test),
            };
        }
        let some = quote_spanned!(after_field(step)=> ::core::option::Option::Some(&#value));
        let value = self.inside(some, step);
        let inner = match rest {
            [] => test(quote_spanned!(span=> __value), span),
            _ => self.reach_steps(rest, &quote!(__value), test),
        };
        match step.each {
            Some(each) => {
                let krate = self.krate;
                let any_element = respanned(&quote!(#krate::rules::any_element), each.0);
                quote_spanned!(located(each.0)=> #any_element(#value, |__value| #inner))
            }
            None => quote_spanned!(span=> #value.is_some_and(|__value| #inner)),
        }
    }

    /// One `inside` per `?`, at the place of the `?`.
    fn inside(&self, value: TokenStream, step: &Step) -> TokenStream {
        let krate = self.krate;
        step.layers.iter().fold(value, |value, layer| {
            let inside = respanned(&quote!(#krate::rules::inside), layer.0);
            quote_spanned!(located(layer.0)=> #inside(#value))
        })
    }

    /// Statements that walk the path and end in `last`, which finds the `Option` of the value in `__value` and its
    /// path in `__path`. They go on where nothing is there, since what is missing has a path, too.
    pub(super) fn walk(&self, path: &FieldPath, last: &dyn Fn(Span) -> TokenStream) -> TokenStream {
        let [first, rest @ ..] = path.0.as_slice() else { return TokenStream::new() };
        let field = &first.field;
        let path = match self.item.field(field).map(|field| &field.wire) {
            Some(Wire::Named(name)) => quote!(let __path = &__path.field(#name);),
            _ => TokenStream::new(),
        };
        let value = quote_spanned!(located(field.span())=> self.#field);
        let value = quote_spanned!(after_field(first)=> ::core::option::Option::Some(&#value));
        let rest = self.walk_steps(first, rest, value, last);
        quote!(#path #rest)
    }

    /// Goes on from `value`, the `Option` of the field of `step`, with the steps after it.
    fn walk_steps(
        &self,
        step: &Step,
        rest: &[Step],
        value: TokenStream,
        last: &dyn Fn(Span) -> TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        let value = self.inside(value, step);
        let next = match rest {
            [] => last(located(step.field.span())),
            [next, rest @ ..] => {
                let field = &next.field;
                let span = located(field.span());
                let name = field.unraw().to_string();
                let member = respanned(&quote!(#krate::rules::member), span);
                let value = quote_spanned!(span=> __value.#field);
                let value = quote_spanned!(after_field(next)=> __value.map(|__value| &#value));
                let rest = self.walk_steps(next, rest, value, last);
                quote_spanned!(span=> let __path = &#member(__path, __value, #name); #rest)
            }
        };
        match step.each {
            Some(each) => {
                let for_each_element = respanned(&quote!(#krate::rules::for_each_element), each.0);
                quote_spanned! {located(each.0)=>
                    #for_each_element(#value, __path, |__value, __path| { #next });
                }
            }
            None => quote_spanned!(located(step.field.span())=> let __value = #value; #next),
        }
    }
}

/// The place of the first `?` or `[*]` after a field, where rustc underlines what does not fit it; the field's own
/// place where it has none.
fn after_field(step: &Step) -> Span {
    let place = step.layers.first().copied().or(step.each);
    located(place.map_or_else(|| step.field.span(), |place| place.0))
}
