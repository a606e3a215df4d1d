//! What one value must meet: the inside of `#[validate(…)]` on a field.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Ident, LitInt, Token, parenthesized};

use super::literal::parse_distinct;
use super::parts::parse_parts;
use super::text::{parse_one_of, parse_text};
use super::{Bound, Literal, Place};
use crate::errors::did_you_mean;

/// What a value must meet: `max_length = 64, nested`. Printed and parsed without the surrounding `#[validate(…)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks(pub Vec<Check>);

/// One thing a value must meet, and where that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub kind: CheckKind,
    /// Where its word stands.
    pub place: Place,
    /// Where its value stands; its word's place for a word alone.
    pub value_place: Place,
}

/// The kinds of checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// `required`: an optional field whose absence is a violation.
    Required,
    /// A constraint on the value itself.
    Constraint(Constraint),
    /// `items(…)`: what each element of a list must meet.
    Items(Checks),
    /// `values(…)`: what each value of a map must meet.
    Values(Checks),
    /// `nested`: the value's type has its own validation.
    Nested,
}

/// A constraint. The order of the variants is the order in which violations of one value are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// `constant = "X"`
    Const(Literal),
    /// `one_of("A", "B")`
    Enum(Vec<Literal>),
    /// `min_length = 1`, in Unicode scalar values
    MinLength(u64),
    /// `max_length = 64`, in Unicode scalar values
    MaxLength(u64),
    /// `pattern = "^[A-Z]{3}$"`
    Pattern(String),
    /// `format = "date-time"`
    Format(String),
    /// `minimum = 0`
    Minimum(Bound),
    /// `exclusive_minimum = 0`
    ExclusiveMinimum(Bound),
    /// `maximum = 10`
    Maximum(Bound),
    /// `exclusive_maximum = 10`
    ExclusiveMaximum(Bound),
    /// `multiple_of = 5`
    MultipleOf(Bound),
    /// `min_items = 1`
    MinItems(u64),
    /// `max_items = 10`
    MaxItems(u64),
    /// `unique_items`
    UniqueItems,
    /// `min_properties = 1`
    MinProperties(u64),
    /// `max_properties = 10`
    MaxProperties(u64),
}

impl Checks {
    /// True where nothing is checked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole attribute, `#[validate(…)]`; nothing where nothing is checked.
    pub fn to_attribute(&self) -> TokenStream {
        if self.is_empty() { TokenStream::new() } else { quote!(#[validate(#self)]) }
    }

    /// The checks in the order in which their violations are reported.
    pub(crate) fn in_order(&self) -> Vec<&Check> {
        let mut checks: Vec<&Check> = self.0.iter().collect();
        checks.sort_by_key(|check| check.kind.rank());
        checks
    }
}

impl Check {
    /// The error about a second one of the same word.
    pub(super) fn here_already(&self) -> syn::Error {
        syn::Error::new(self.place.0, format!("`{}` is here already", self.kind.word()))
    }
}

impl FromIterator<Check> for Checks {
    fn from_iter<I: IntoIterator<Item = Check>>(checks: I) -> Checks {
        Checks(checks.into_iter().collect())
    }
}

impl From<CheckKind> for Check {
    fn from(kind: CheckKind) -> Check {
        Check { kind, place: Place::default(), value_place: Place::default() }
    }
}

impl From<Constraint> for Check {
    fn from(constraint: Constraint) -> Check {
        CheckKind::Constraint(constraint).into()
    }
}

impl CheckKind {
    /// The word in the attribute.
    pub fn word(&self) -> &'static str {
        match self {
            CheckKind::Required => "required",
            CheckKind::Constraint(constraint) => constraint.word(),
            CheckKind::Items(_) => "items",
            CheckKind::Values(_) => "values",
            CheckKind::Nested => "nested",
        }
    }

    /// Its place among the checks of one value.
    fn rank(&self) -> usize {
        WORDS.iter().position(|word| *word == self.word()).unwrap_or(WORDS.len())
    }
}

impl Constraint {
    /// The word in the attribute.
    pub fn word(&self) -> &'static str {
        match self {
            Constraint::Const(_) => "constant",
            Constraint::Enum(_) => "one_of",
            Constraint::MinLength(_) => "min_length",
            Constraint::MaxLength(_) => "max_length",
            Constraint::Pattern(_) => "pattern",
            Constraint::Format(_) => "format",
            Constraint::Minimum(_) => "minimum",
            Constraint::ExclusiveMinimum(_) => "exclusive_minimum",
            Constraint::Maximum(_) => "maximum",
            Constraint::ExclusiveMaximum(_) => "exclusive_maximum",
            Constraint::MultipleOf(_) => "multiple_of",
            Constraint::MinItems(_) => "min_items",
            Constraint::MaxItems(_) => "max_items",
            Constraint::UniqueItems => "unique_items",
            Constraint::MinProperties(_) => "min_properties",
            Constraint::MaxProperties(_) => "max_properties",
        }
    }
}

/// Whether a check is called so.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.contains(&word)
}

/// Every word, in the order of reports.
const WORDS: [&str; 20] = [
    "required",
    "constant",
    "one_of",
    "min_length",
    "max_length",
    "pattern",
    "format",
    "minimum",
    "exclusive_minimum",
    "maximum",
    "exclusive_maximum",
    "multiple_of",
    "min_items",
    "max_items",
    "unique_items",
    "min_properties",
    "max_properties",
    "items",
    "values",
    "nested",
];

impl Parse for Checks {
    fn parse(input: ParseStream<'_>) -> syn::Result<Checks> {
        let mut checks = Vec::<Check>::new();
        let errors = parse_parts(input, |input| {
            let check: Check = input.parse()?;
            if checks.iter().any(|earlier| earlier.kind.word() == check.kind.word()) {
                return Err(check.here_already());
            }
            checks.push(check);
            Ok(())
        });
        errors.or(Checks(checks))
    }
}

impl Parse for Check {
    fn parse(input: ParseStream<'_>) -> syn::Result<Check> {
        let word = input.call(Ident::parse_any)?;
        let start = if input.peek(Token![=]) { after_equals(input) } else { word.span() };
        let kind = match word.to_string().as_str() {
            "required" => CheckKind::Required,
            "nested" => CheckKind::Nested,
            "items" => CheckKind::Items(parse_group(input)?),
            "values" => CheckKind::Values(parse_group(input)?),
            _ => CheckKind::Constraint(parse_constraint(&word, input)?),
        };
        Ok(Check { kind, place: Place(word.span()), value_place: Place(start) })
    }
}

/// The place of what follows `=`.
fn after_equals(input: ParseStream<'_>) -> Span {
    let ahead = input.fork();
    let equals = ahead.parse::<Token![=]>().map(|equals| equals.span());
    if ahead.is_empty() { equals.unwrap_or_else(|_| input.span()) } else { ahead.span() }
}

/// Reads what follows a constraint's word.
fn parse_constraint(word: &Ident, input: ParseStream<'_>) -> syn::Result<Constraint> {
    Ok(match word.to_string().as_str() {
        "constant" => Constraint::Const(parse_value(input)?),
        "one_of" => Constraint::Enum(parse_literals(input)?),
        "min_length" => Constraint::MinLength(parse_count(word, input)?),
        "max_length" => Constraint::MaxLength(parse_count(word, input)?),
        "pattern" => Constraint::Pattern(parse_text(word, input)?.value()),
        "format" => Constraint::Format(parse_format(word, input)?),
        "minimum" => Constraint::Minimum(parse_value(input)?),
        "exclusive_minimum" => Constraint::ExclusiveMinimum(parse_value(input)?),
        "maximum" => Constraint::Maximum(parse_value(input)?),
        "exclusive_maximum" => Constraint::ExclusiveMaximum(parse_value(input)?),
        "multiple_of" => Constraint::MultipleOf(parse_divisor(input)?),
        "min_items" => Constraint::MinItems(parse_count(word, input)?),
        "max_items" => Constraint::MaxItems(parse_count(word, input)?),
        "unique_items" => Constraint::UniqueItems,
        "min_properties" => Constraint::MinProperties(parse_count(word, input)?),
        "max_properties" => Constraint::MaxProperties(parse_count(word, input)?),
        other @ ("rule" | "crate") => {
            return Err(syn::Error::new(word.span(), format!("`{other}` belongs to the type")));
        }
        // A spec's own words, which are Rust's keywords.
        other @ ("const" | "enum") => {
            let ours = if other == "const" { "constant" } else { "one_of" };
            let message = format!("a field has no check `{other}`, did you mean `{ours}`?");
            return Err(syn::Error::new(word.span(), message));
        }
        unknown => {
            let hint = did_you_mean(unknown, WORDS);
            return Err(syn::Error::new(word.span(), format!("a field has no check `{unknown}`{hint}")));
        }
    })
}

/// Reads `= value`.
fn parse_value<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// Reads `= 64`.
fn parse_count(word: &Ident, input: ParseStream<'_>) -> syn::Result<u64> {
    input.parse::<Token![=]>()?;
    let span = input.span();
    let whole = input.parse::<LitInt>().ok().filter(|literal| literal.suffix().is_empty());
    let count = whole.and_then(|literal| literal.base10_parse().ok());
    count.ok_or_else(|| syn::Error::new(span, format!("`{word}` takes a whole number, not negative")))
}

/// Reads `= 5`, a number above zero.
fn parse_divisor(input: ParseStream<'_>) -> syn::Result<Bound> {
    input.parse::<Token![=]>()?;
    let span = input.span();
    let bound = input.parse()?;
    let positive = match &bound {
        Bound::Integer(integer) => *integer > 0,
        Bound::Decimal(text) => !text.starts_with('-') && mantissa(text).any(|digit| digit != '0'),
    };
    if positive {
        Ok(bound)
    } else {
        Err(syn::Error::new(span, "`multiple_of` takes a number greater than zero"))
    }
}

/// The digits of a number before its exponent.
fn mantissa(text: &str) -> impl Iterator<Item = char> {
    text.chars().take_while(|character| !matches!(character, 'e' | 'E')).filter(char::is_ascii_digit)
}

/// Reads `= "date-time"`.
fn parse_format(word: &Ident, input: ParseStream<'_>) -> syn::Result<String> {
    parse_one_of(word, input, &FORMATS).map(str::to_owned)
}

/// The formats that the runtime can check.
const FORMATS: [&str; 5] = ["date-time", "date", "uri", "iso4217", "iso3166-1-alpha2"];

/// Reads `("A", "B")`, at least one.
fn parse_literals(input: ParseStream<'_>) -> syn::Result<Vec<Literal>> {
    let content;
    let parenthesis = parenthesized!(content in input);
    let literals = parse_distinct(&content)?;
    if literals.is_empty() {
        return Err(syn::Error::new(parenthesis.span.join(), "an empty `one_of` allows nothing"));
    }
    Ok(literals)
}

/// Reads `(checks)`, at least one.
fn parse_group(input: ParseStream<'_>) -> syn::Result<Checks> {
    let content;
    let parenthesis = parenthesized!(content in input);
    let checks: Checks = content.parse()?;
    if checks.is_empty() {
        return Err(syn::Error::new(parenthesis.span.join(), "expected at least one check"));
    }
    if let Some(check) = checks.0.iter().find(|check| check.kind == CheckKind::Required) {
        return Err(syn::Error::new(check.place.0, "`required` belongs to fields, not to elements"));
    }
    Ok(checks)
}

impl ToTokens for Checks {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let checks = &self.0;
        tokens.extend(quote!(#(#checks),*));
    }
}

impl ToTokens for Check {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let word = Ident::new(self.kind.word(), self.place.0);
        match &self.kind {
            CheckKind::Required | CheckKind::Nested => word.to_tokens(tokens),
            CheckKind::Constraint(constraint) => constraint.to_tokens(tokens),
            CheckKind::Items(checks) | CheckKind::Values(checks) => tokens.extend(quote!(#word(#checks))),
        }
    }
}

impl ToTokens for Constraint {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let word = Ident::new(self.word(), Span::call_site());
        tokens.extend(match self {
            Constraint::UniqueItems => quote!(#word),
            Constraint::Const(literal) => quote!(#word = #literal),
            Constraint::Enum(literals) => quote!(#word(#(#literals),*)),
            Constraint::Pattern(text) | Constraint::Format(text) => quote!(#word = #text),
            Constraint::MinLength(count)
            | Constraint::MaxLength(count)
            | Constraint::MinItems(count)
            | Constraint::MaxItems(count)
            | Constraint::MinProperties(count)
            | Constraint::MaxProperties(count) => {
                let count = proc_macro2::Literal::u64_unsuffixed(*count);
                quote!(#word = #count)
            }
            Constraint::Minimum(bound)
            | Constraint::ExclusiveMinimum(bound)
            | Constraint::Maximum(bound)
            | Constraint::ExclusiveMaximum(bound)
            | Constraint::MultipleOf(bound) => quote!(#word = #bound),
        });
    }
}
