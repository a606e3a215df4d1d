//! Literals of attributes: values to compare with, and bounds.

use proc_macro2::{Literal as Token, Punct, Spacing, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::{Lit, LitInt, LitStr, Token};

use super::parts::parse_parts;

/// A value to compare with: `"CARD"`, `3`, `-1`, `true`. A decimal is written as text: `"0.01"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Text; of a decimal field, its number as text.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A boolean.
    Boolean(bool),
}

impl Parse for Literal {
    fn parse(input: ParseStream<'_>) -> syn::Result<Literal> {
        if input.peek(Token![-]) {
            return parse_integer(input).map(Literal::Integer);
        }
        match input.parse::<Lit>()? {
            Lit::Str(text) => Ok(Literal::Text(text.value())),
            Lit::Bool(boolean) => Ok(Literal::Boolean(boolean.value)),
            Lit::Int(integer) => integer_value(&integer, false).map(Literal::Integer),
            other => Err(syn::Error::new_spanned(other, LITERAL_EXPECTED)),
        }
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Literal::Text(text) => tokens.append(Token::string(text)),
            Literal::Integer(integer) => integer_tokens(*integer, tokens),
            Literal::Boolean(boolean) => boolean.to_tokens(tokens),
        }
    }
}

/// Reads `"A", "B"`, no value twice.
pub(super) fn parse_distinct(input: ParseStream<'_>) -> syn::Result<Vec<Literal>> {
    let mut literals = Vec::new();
    let errors = parse_parts(input, |input| {
        let span = input.span();
        let literal: Literal = input.parse()?;
        if literals.contains(&literal) {
            return Err(syn::Error::new(span, "this value is listed twice"));
        }
        literals.push(literal);
        Ok(())
    });
    errors.or(literals)
}

/// The bound of a number: `10`, `-1`, or a decimal as text: `"0.01"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The bound of an integer.
    Integer(i64),
    /// The bound of a decimal, in JSON's grammar of numbers.
    Decimal(String),
}

impl Parse for Bound {
    fn parse(input: ParseStream<'_>) -> syn::Result<Bound> {
        if !input.peek(LitStr) {
            return parse_integer(input).map(Bound::Integer);
        }
        let text: LitStr = input.parse()?;
        check_decimal(&text.value()).map_err(|message| syn::Error::new_spanned(&text, message))?;
        Ok(Bound::Decimal(text.value()))
    }
}

impl ToTokens for Bound {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Bound::Integer(integer) => integer_tokens(*integer, tokens),
            Bound::Decimal(text) => tokens.append(Token::string(text)),
        }
    }
}

/// What is wrong with the text of a decimal.
pub(super) fn check_decimal(text: &str) -> Result<(), String> {
    if !is_json_number(text) {
        return Err(format!("`{text}` is not a decimal; write it as in JSON: \"0.01\""));
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let digits = mantissa.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if digits > 100 {
        return Err("a decimal has at most 100 digits".to_owned());
    }
    if !exponent.parse::<i64>().is_ok_and(|exponent| exponent.abs() <= 10_000) {
        return Err("the exponent of a decimal is at most 10000 either way".to_owned());
    }
    Ok(())
}

/// Reads an integer of 64 bits with an optional sign.
fn parse_integer(input: ParseStream<'_>) -> syn::Result<i64> {
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    match input.parse::<Lit>()? {
        Lit::Int(integer) => integer_value(&integer, negative),
        Lit::Float(float) => Err(syn::Error::new_spanned(float, "write a decimal as text: \"0.01\"")),
        other => Err(syn::Error::new_spanned(other, "expected a number")),
    }
}

/// The value of an integer token; the sign belongs to it, since the least integer has no positive twin.
fn integer_value(literal: &LitInt, negative: bool) -> syn::Result<i64> {
    if !literal.suffix().is_empty() {
        return Err(syn::Error::new_spanned(literal, "expected an integer without a suffix"));
    }
    let sign = if negative { "-" } else { "" };
    format!("{sign}{}", literal.base10_digits())
        .parse()
        .map_err(|_| syn::Error::new_spanned(literal, "this number does not fit 64 bits"))
}

/// Prints an integer as people write it: a sign and digits, no suffix.
fn integer_tokens(integer: i64, tokens: &mut TokenStream) {
    if integer < 0 {
        tokens.append(Punct::new('-', Spacing::Alone));
    }
    tokens.append(Token::u64_unsuffixed(integer.unsigned_abs()));
}

/// JSON's grammar of numbers, which is that of decimals.
fn is_json_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

const LITERAL_EXPECTED: &str = "expected a text, an integer or a boolean; write a decimal as text: \"0.01\"";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_json() {
        for good in ["0", "-0", "0.01", "12", "-1.5e10", "1E+2", "0e0"] {
            assert!(is_json_number(good), "{good}");
        }
        for bad in ["", "-", "01", ".5", "5.", "1e", "+1", "1_000", "NaN", "--1", "1e+-2"] {
            assert!(!is_json_number(bad), "{bad}");
        }
    }
}
