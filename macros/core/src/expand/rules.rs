//! Rules as plain code at the end of `validate_at`.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::validate::literal_tokens;
use crate::attr::{Comparison, Condition, Consequence, FieldPath, Rule};
use crate::errors::{Errors, did_you_mean};
use crate::input::{Struct, Wire, located, respanned};

mod path;

/// What every part of a rule's expansion needs.
struct Context<'a> {
    krate: &'a TokenStream,
    item: &'a Struct<'a>,
}

/// All rules of a struct, in their order.
pub(super) fn expand(krate: &TokenStream, item: &Struct<'_>, errors: &mut Errors) -> TokenStream {
    let rules = &item.container.rules;
    for rule in rules {
        check_fields(item, rule, errors);
        check_presence(item, rule, errors);
        check_literals(item, rule, errors);
    }
    if rules.is_empty() || !errors.is_empty() {
        return TokenStream::new();
    }
    let context = Context { krate, item };
    let rules = rules.iter().map(|rule| context.rule(rule));
    quote! {
        #[allow(unused_imports)]
        use #krate::rules::{AlwaysPresent as _, NullablePresence as _, OptionPresence as _};
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

/// Whether a value is present shows in its type; of a bare type parameter the expansion would take it for always there.
fn check_presence(item: &Struct<'_>, rule: &Rule, errors: &mut Errors) {
    let consequence = match &rule.consequence {
        Consequence::Compare { .. } => Vec::new(),
        consequence => consequence.paths(),
    };
    let condition = rule.when.iter().flat_map(Condition::present_paths);
    for path in condition.chain(consequence) {
        let [step] = path.0.as_slice() else { continue };
        let Some(Type::Path(ty)) = item.field(&step.field).map(|field| field.ty) else { continue };
        if item.generics.type_params().any(|parameter| ty.path.is_ident(&parameter.ident)) {
            let message = format!(
                "whether a value of the type parameter `{0}` is present can't be told; write `Option<{0}>`",
                ty.path.get_ident().map(ToString::to_string).unwrap_or_default()
            );
            errors.at(&step.field, message);
        }
    }
}

/// What this struct's own fields are compared with is what they can be; rustc judges other fields.
fn check_literals(item: &Struct<'_>, rule: &Rule, errors: &mut Errors) {
    let type_of = |path: &FieldPath| match path.0.as_slice() {
        [step] => item.field(&step.field).map(|field| field.ty),
        _ => None,
    };
    let misfits = rule.when.iter().flat_map(|condition| condition.misfits(&type_of));
    misfits.for_each(|error| errors.push(error));
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
                self.test(path, "is_one_of", literals)
            }
            Condition::Compare(path, comparison, literal) => {
                let literal = literal_tokens(krate, literal);
                match comparison {
                    Comparison::Equal => self.test(path, "is_one_of", quote!(&[#literal])),
                    Comparison::NotEqual => self.test(path, "is_not", literal),
                    other => {
                        let comparison = self.comparison(*other);
                        self.test(path, "is_ordered", quote!(#comparison, #literal))
                    }
                }
            }
        }
    }

    /// Whether a function of the runtime says yes to a value that the path reaches.
    fn test(&self, path: &FieldPath, function: &str, arguments: TokenStream) -> TokenStream {
        let function = Ident::new(function, Span::call_site());
        self.reach(path, &|value, span| {
            let krate = self.krate;
            let call = respanned(&quote!(#krate::rules::#function), span);
            quote_spanned!(span=> #call(#value, #arguments))
        })
    }

    fn comparison(&self, comparison: Comparison) -> TokenStream {
        let krate = self.krate;
        let variant = Ident::new(&format!("{comparison:?}"), Span::call_site());
        quote!(#krate::rules::Comparison::#variant)
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
        let walk = self.walk(path, &|span| {
            let present = self.is_present(&quote_spanned!(span=> __value), span);
            quote_spanned! {span=>
                if #not __value.is_some_and(|__value| #present) { #krate::rules::report(__path, #report); }
            }
        });
        quote!({ #walk })
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
        let right_span = right.0.last().map_or_else(Span::call_site, |step| located(step.field.span()));
        let right_value = quote_spanned!(right_span=> __right);
        let right = self.walk(right, &|span| quote_spanned!(span=> __value));
        let left = self.walk(left, &|span| {
            let compares = respanned(&quote!(#krate::rules::compares), span);
            quote_spanned! {span=>
                if !#compares(__value, #comparison, #right_value) { #krate::rules::report(__path, #report); }
            }
        });
        quote!(let __right = { #right }; #left)
    }
}
