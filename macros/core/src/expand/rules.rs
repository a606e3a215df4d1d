//! Rules as plain code at the end of `validate_at`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::validate::literal_tokens;
use crate::attr::{Comparison, Condition, Consequence, FieldPath, Rule, Step};
use crate::errors::{Errors, did_you_mean};
use crate::input::{Struct, Wire, located};

/// What every part of a rule's expansion needs.
struct Context<'a> {
    krate: &'a TokenStream,
    item: &'a Struct<'a>,
}

/// All rules of a struct, in their order.
pub(super) fn expand(krate: &TokenStream, item: &Struct<'_>, errors: &mut Errors) -> TokenStream {
    let rules = &item.container.rules;
    rules.iter().for_each(|rule| check_fields(item, rule, errors));
    if rules.is_empty() || !errors.is_empty() {
        return TokenStream::new();
    }
    let context = Context { krate, item };
    let rules = rules.iter().map(|rule| context.rule(rule));
    quote! {
        #[allow(unused_imports)]
        use #krate::rules::{AlwaysPresent as _, OptionPresence as _};
        #(#rules)*
    }
}

/// The first step of each path names a field of this struct; rustc judges the other steps.
fn check_fields(item: &Struct<'_>, rule: &Rule, errors: &mut Errors) {
    let condition = rule.when.iter().flat_map(Condition::paths);
    for step in condition.chain(rule.consequence.paths()).filter_map(|path| path.0.first()) {
        let name = step.field.unraw().to_string();
        match item.field(&step.field) {
            Some(field) if field.wire == Wire::Skipped => {
                errors.at(&step.field, format!("serde skips `{name}`, so no document has it"));
            }
            Some(_) => {}
            None => {
                let names: Vec<String> = item.fields.iter().map(|field| field.name()).collect();
                let hint = did_you_mean(&name, names.iter().map(String::as_str));
                errors.at(&step.field, format!("`{}` has no field `{name}`{hint}", item.ident));
            }
        }
    }
}

impl Context<'_> {
    fn rule(&self, rule: &Rule) -> TokenStream {
        let code = format!("rule:{}", rule.id);
        let standard = || format!("Rule `{}` is not met.", rule.id);
        let message = rule.message.clone().unwrap_or_else(standard);
        let report = quote!(#code, #message, __violations);
        let consequence = self.consequence(&rule.consequence, &report);
        match &rule.when {
            Some(condition) => {
                let condition = self.condition(condition);
                quote!(if #condition { #consequence })
            }
            None => quote!({ #consequence }),
        }
    }

    fn condition(&self, condition: &Condition) -> TokenStream {
        let krate = self.krate;
        match condition {
            Condition::All(parts) => {
                let parts = parts.iter().map(|part| self.condition(part));
                quote!((#(#parts)&&*))
            }
            Condition::Any(parts) => {
                let parts = parts.iter().map(|part| self.condition(part));
                quote!((#(#parts)||*))
            }
            Condition::Not(condition) => {
                let condition = self.condition(condition);
                quote!(!#condition)
            }
            Condition::Present(path) => self.present(path),
            Condition::Absent(path) => {
                let present = self.present(path);
                quote!(!#present)
            }
            Condition::In(path, literals) => {
                let literals = literals.iter().map(|literal| literal_tokens(krate, literal));
                let literals = quote!(&[#(#literals),*]);
                self.reach(path, &|value| quote!(#krate::rules::is_one_of(#value, #literals)))
            }
            Condition::Compare(path, comparison, literal) => {
                let literal = literal_tokens(krate, literal);
                self.reach(path, &|value| match comparison {
                    Comparison::Equal => quote!(#krate::rules::is_one_of(#value, &[#literal])),
                    Comparison::NotEqual => quote!(#krate::rules::is_not(#value, #literal)),
                    other => {
                        let comparison = self.comparison(*other);
                        quote!(#krate::rules::is_ordered(#value, #comparison, #literal))
                    }
                })
            }
        }
    }

    fn comparison(&self, comparison: Comparison) -> TokenStream {
        let krate = self.krate;
        let variant = Ident::new(&format!("{comparison:?}"), Span::call_site());
        quote!(#krate::rules::Comparison::#variant)
    }

    /// Whether something is present at the path; through lists, in one element at least.
    fn present(&self, path: &FieldPath) -> TokenStream {
        let krate = self.krate;
        self.reach(path, &|value| quote!((&#krate::rules::Presence(#value)).is_present()))
    }

    /// An expression: whether the test holds for a value that the path reaches.
    fn reach(&self, path: &FieldPath, test: &dyn Fn(TokenStream) -> TokenStream) -> TokenStream {
        self.reach_steps(&path.0, &quote!(self), test)
    }

    fn reach_steps(
        &self,
        steps: &[Step],
        owner: &TokenStream,
        test: &dyn Fn(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        let [step, rest @ ..] = steps else { return test(quote!(#owner)) };
        let field = &step.field;
        let span = located(field.span());
        let value = quote_spanned!(span=> #owner.#field);
        if step.layers.is_empty() && step.each.is_none() {
            return if rest.is_empty() {
                test(quote!(&#value))
            } else {
                self.reach_steps(rest, &value, test)
            };
        }
        let value = self.inside(quote!(::core::option::Option::Some(&#value)), step);
        let inner = self.reach_steps(rest, &quote!(__value), test);
        match step.each {
            Some(_) => quote_spanned!(span=> #krate::rules::any_element(#value, |__value| #inner)),
            None => quote_spanned!(span=> #value.is_some_and(|__value| #inner)),
        }
    }

    /// One `inside` per `?`, at the place of the `?`.
    fn inside(&self, value: TokenStream, step: &Step) -> TokenStream {
        let krate = self.krate;
        step.layers
            .iter()
            .fold(value, |value, layer| quote_spanned!(located(layer.0)=> #krate::rules::inside(#value)))
    }

    fn consequence(&self, consequence: &Consequence, report: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let count_is = |paths: &[FieldPath], wrong: TokenStream| {
            let present = paths.iter().map(|path| self.present(path));
            quote!(if #krate::rules::count(&[#(#present),*]) #wrong { #krate::rules::report(__path, #report); })
        };
        match consequence {
            Consequence::Require(paths) => {
                paths.iter().map(|path| self.report_if(path, false, report)).collect()
            }
            Consequence::Forbid(paths) => {
                paths.iter().map(|path| self.report_if(path, true, report)).collect()
            }
            Consequence::ExactlyOneOf(paths) => count_is(paths, quote!(!= 1)),
            Consequence::AtLeastOneOf(paths) => count_is(paths, quote!(== 0)),
            Consequence::AtMostOneOf(paths) => count_is(paths, quote!(> 1)),
            Consequence::RequireTogether(paths) => {
                let present = paths.iter().map(|path| self.present(path));
                let missing: TokenStream =
                    paths.iter().map(|path| self.report_if(path, false, report)).collect();
                quote!(if #(#present)||* { #missing })
            }
            Consequence::Compare { left, comparison, right } => {
                self.compare(left, *comparison, right, report)
            }
        }
    }

    /// Reports every place of the path where a value is present (or is not).
    fn report_if(&self, path: &FieldPath, present: bool, report: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let not = (!present).then(|| quote!(!));
        self.walk(path, &|value| {
            let present =
                quote!(#value.is_some_and(|__value| (&#krate::rules::Presence(__value)).is_present()));
            quote!(if #not #present { #krate::rules::report(__path, #report); })
        })
    }

    fn compare(
        &self,
        left: &FieldPath,
        comparison: Comparison,
        right: &FieldPath,
        report: &TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        let comparison = self.comparison(comparison);
        let right = self.walk(right, &|value| value);
        let left = self.walk(left, &|value| {
            quote!(if !#krate::rules::compares(#value, #comparison, __right) {
                #krate::rules::report(__path, #report);
            })
        });
        quote!(let __right = #right; #left)
    }

    /// A block that walks the path and ends in `last`, which is given the `Option` of the value and finds its
    /// `__path`. It goes on where nothing is there, since what is missing has a path, too.
    fn walk(&self, path: &FieldPath, last: &dyn Fn(TokenStream) -> TokenStream) -> TokenStream {
        let [first, rest @ ..] = path.0.as_slice() else { return TokenStream::new() };
        let field = &first.field;
        let path = match self.item.field(field).map(|field| &field.wire) {
            Some(Wire::Named(name)) => quote!(let __path = &__path.field(#name);),
            _ => TokenStream::new(),
        };
        let value = quote_spanned!(located(field.span())=> ::core::option::Option::Some(&self.#field));
        let rest = self.walk_steps(first, rest, value, last);
        quote!({ #path #rest })
    }

    /// Goes on from `value`, the `Option` of the field of `step`, with the steps after it.
    fn walk_steps(
        &self,
        step: &Step,
        rest: &[Step],
        value: TokenStream,
        last: &dyn Fn(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let krate = self.krate;
        let value = self.inside(value, step);
        let next = match rest {
            [] => last(quote!(__value)),
            [next, rest @ ..] => {
                let field = &next.field;
                let name = field.unraw().to_string();
                let value = quote_spanned!(located(field.span())=> __value.map(|__value| &__value.#field));
                let rest = self.walk_steps(next, rest, value, last);
                quote_spanned! {located(field.span())=>
                    let __path = &#krate::rules::member(__path, __value, #name);
                    #rest
                }
            }
        };
        match step.each {
            Some(_) => quote!(#krate::rules::for_each_element(#value, __path, |__value, __path| { #next });),
            None => {
                let value = value.into_token_stream();
                quote!(let __value = #value; #next)
            }
        }
    }
}
