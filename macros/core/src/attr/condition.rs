//! Conditions of rules: `all(kind == "CARD", not(present(factor)), amount?.value < 10)`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, bracketed, parenthesized};

use super::literal::{check_decimal, parse_distinct};
use super::{FieldPath, Literal, comma_separated, parse_list};

/// When a rule applies. Where a path leads nowhere, every test but [`Condition::Absent`] fails; through lists a
/// test holds when one element passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// `all(a, b)`: every one holds.
    All(Vec<Condition>),
    /// `any(a, b)`: at least one holds.
    Any(Vec<Condition>),
    /// `not(a)`: it does not hold.
    Not(Box<Condition>),
    /// `present(path)`: there is a value, and it is not null.
    Present(FieldPath),
    /// `absent(path)`: there is none.
    Absent(FieldPath),
    /// `path in ["A", "B"]`
    In(FieldPath, Vec<Literal>),
    /// `path == "CARD"`, `path < 3`
    Compare(FieldPath, Comparison, Literal),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    LessThan,
    /// `<=`
    LessThanOrEqual,
    /// `>`
    GreaterThan,
    /// `>=`
    GreaterThanOrEqual,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
}

impl Condition {
    /// The paths that it tests, in the order written.
    pub(crate) fn paths(&self) -> Vec<&FieldPath> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(Condition::paths).collect()
            }
            Condition::Not(condition) => condition.paths(),
            Condition::Present(path)
            | Condition::Absent(path)
            | Condition::In(path, _)
            | Condition::Compare(path, _, _) => vec![path],
        }
    }
}

impl Condition {
    /// The paths that it asks for presence.
    pub(crate) fn present_paths(&self) -> Vec<&FieldPath> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(Condition::present_paths).collect()
            }
            Condition::Not(condition) => condition.present_paths(),
            Condition::Present(path) | Condition::Absent(path) => vec![path],
            Condition::In(..) | Condition::Compare(..) => Vec::new(),
        }
    }
}

impl Parse for Condition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Condition> {
        if !(input.peek(Ident) && input.peek2(syn::token::Paren)) {
            return parse_test(input);
        }
        let word: Ident = input.parse()?;
        match word.to_string().as_str() {
            "all" => parse_list(input).map(Condition::All),
            "any" => parse_list(input).map(Condition::Any),
            "not" => parse_one(input).map(|condition| Condition::Not(Box::new(condition))),
            "present" => parse_one(input).map(Condition::Present),
            "absent" => parse_one(input).map(Condition::Absent),
            _ => Err(syn::Error::new(
                word.span(),
                "expected a test, `all`, `any`, `not`, `present` or `absent`",
            )),
        }
    }
}

/// Reads `(one)`.
fn parse_one<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    let content;
    parenthesized!(content in input);
    let one = content.parse()?;
    if content.is_empty() { Ok(one) } else { Err(content.error("expected `)`")) }
}

/// Reads `path == literal` or `path in [literals]`.
fn parse_test(input: ParseStream<'_>) -> syn::Result<Condition> {
    let path: FieldPath = input.parse()?;
    if !input.peek(Token![in]) {
        let comparison = input.parse()?;
        let span = input.span();
        let literal = input.parse()?;
        check_comparison(comparison, &literal).map_err(|message| syn::Error::new(span, message))?;
        return Ok(Condition::Compare(path, comparison, literal));
    }
    input.parse::<Token![in]>()?;
    let content;
    let bracket = bracketed!(content in input);
    let literals = parse_distinct(&content)?;
    if literals.is_empty() {
        return Err(syn::Error::new(bracket.span.join(), "expected at least one value"));
    }
    Ok(Condition::In(path, literals))
}

/// `==` and `!=` compare anything, the others numbers.
fn check_comparison(comparison: Comparison, literal: &Literal) -> Result<(), String> {
    match (comparison, literal) {
        (Comparison::Equal | Comparison::NotEqual, _) | (_, Literal::Integer(_)) => Ok(()),
        (_, Literal::Text(text)) => check_decimal(text),
        (_, Literal::Boolean(_)) => Err("only numbers compare so".to_owned()),
    }
}

impl Parse for Comparison {
    fn parse(input: ParseStream<'_>) -> syn::Result<Comparison> {
        let lookahead = input.lookahead1();
        if lookahead.peek(Token![<=]) {
            input.parse::<Token![<=]>().map(|_| Comparison::LessThanOrEqual)
        } else if lookahead.peek(Token![<]) {
            input.parse::<Token![<]>().map(|_| Comparison::LessThan)
        } else if lookahead.peek(Token![>=]) {
            input.parse::<Token![>=]>().map(|_| Comparison::GreaterThanOrEqual)
        } else if lookahead.peek(Token![>]) {
            input.parse::<Token![>]>().map(|_| Comparison::GreaterThan)
        } else if lookahead.peek(Token![==]) {
            input.parse::<Token![==]>().map(|_| Comparison::Equal)
        } else if lookahead.peek(Token![!=]) {
            input.parse::<Token![!=]>().map(|_| Comparison::NotEqual)
        } else {
            Err(lookahead.error())
        }
    }
}

impl ToTokens for Condition {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Condition::All(parts) => {
                let parts = comma_separated(parts);
                quote!(all(#parts))
            }
            Condition::Any(parts) => {
                let parts = comma_separated(parts);
                quote!(any(#parts))
            }
            Condition::Not(condition) => quote!(not(#condition)),
            Condition::Present(path) => quote!(present(#path)),
            Condition::Absent(path) => quote!(absent(#path)),
            Condition::In(path, literals) => quote!(#path in [#(#literals),*]),
            Condition::Compare(path, comparison, literal) => quote!(#path #comparison #literal),
        });
    }
}

impl ToTokens for Comparison {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Comparison::LessThan => quote!(<),
            Comparison::LessThanOrEqual => quote!(<=),
            Comparison::GreaterThan => quote!(>),
            Comparison::GreaterThanOrEqual => quote!(>=),
            Comparison::Equal => quote!(==),
            Comparison::NotEqual => quote!(!=),
        });
    }
}
