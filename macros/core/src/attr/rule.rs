//! Rules across fields: `rule(id = "…", message = "…", when(condition), require(path))`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, parenthesized};

use super::parts::parse_parts;
use super::text::parse_text;
use super::{Comparison, Condition, FieldPath, Place, comma_separated};
use crate::errors::did_you_mean;

/// A rule of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Lower-case words joined by `-`; the violation's code is `rule:<id>`.
    pub id: String,
    /// Where the id stands.
    pub place: Place,
    /// The violation's message; `None` for the standard one, ``Rule `id` is not met.``
    pub message: Option<String>,
    /// When it applies; `None` for always.
    pub when: Option<Condition>,
    /// What must hold then.
    pub consequence: Consequence,
}

/// What a rule asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// `require(a, b?.c)`: each is present.
    Require(Vec<FieldPath>),
    /// `forbid(a, b)`: none is present.
    Forbid(Vec<FieldPath>),
    /// `exactly_one_of(a, b)`
    ExactlyOneOf(Vec<FieldPath>),
    /// `at_least_one_of(a, b)`
    AtLeastOneOf(Vec<FieldPath>),
    /// `at_most_one_of(a, b)`
    AtMostOneOf(Vec<FieldPath>),
    /// `require_together(a, b)`: all are present or none.
    RequireTogether(Vec<FieldPath>),
    /// `compare(a < b)`: where both are present they compare so.
    Compare {
        /// The left side; a violation points at it.
        left: FieldPath,
        /// How they must compare.
        comparison: Comparison,
        /// The right side.
        right: FieldPath,
    },
}

impl Consequence {
    /// The word in the attribute.
    pub fn word(&self) -> &'static str {
        match self {
            Consequence::Require(_) => "require",
            Consequence::Forbid(_) => "forbid",
            Consequence::ExactlyOneOf(_) => "exactly_one_of",
            Consequence::AtLeastOneOf(_) => "at_least_one_of",
            Consequence::AtMostOneOf(_) => "at_most_one_of",
            Consequence::RequireTogether(_) => "require_together",
            Consequence::Compare { .. } => "compare",
        }
    }

    /// Its paths, in the order written.
    pub(crate) fn paths(&self) -> Vec<&FieldPath> {
        match self {
            Consequence::Require(paths)
            | Consequence::Forbid(paths)
            | Consequence::ExactlyOneOf(paths)
            | Consequence::AtLeastOneOf(paths)
            | Consequence::AtMostOneOf(paths)
            | Consequence::RequireTogether(paths) => paths.iter().collect(),
            Consequence::Compare { left, right, .. } => vec![left, right],
        }
    }
}

/// What may stand inside `rule(…)`.
const WORDS: [&str; 10] = [
    "id",
    "message",
    "when",
    "require",
    "forbid",
    "exactly_one_of",
    "at_least_one_of",
    "at_most_one_of",
    "require_together",
    "compare",
];

/// The parts of a rule as they come in.
#[derive(Default)]
struct Parts {
    id: Option<LitStr>,
    message: Option<LitStr>,
    when: Option<Condition>,
    consequence: Option<Consequence>,
}

/// Parses and prints what stands between the parentheses of `rule(…)`.
impl Parse for Rule {
    fn parse(input: ParseStream<'_>) -> syn::Result<Rule> {
        let start = input.span();
        let mut parts = Parts::default();
        parse_parts(input, |input| parts.parse_one(input)).or(())?;
        let id = parts.id.ok_or_else(|| syn::Error::new(start, "this rule has no `id`"))?;
        let consequence = parts.consequence.ok_or_else(|| syn::Error::new_spanned(&id, NO_CONSEQUENCE))?;
        let message = parts.message.map(|message| message.value());
        Ok(Rule { id: id.value(), place: Place(id.span()), message, when: parts.when, consequence })
    }
}

impl Parts {
    /// Reads one part.
    fn parse_one(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word: Ident = input.parse()?;
        let twice = || Err(syn::Error::new(word.span(), format!("`{word}` is here already")));
        match word.to_string().as_str() {
            "id" if self.id.is_some() => return twice(),
            "message" if self.message.is_some() => return twice(),
            "when" if self.when.is_some() => return twice(),
            "id" => self.id = Some(parse_id(&word, input)?),
            "message" => self.message = Some(parse_text(&word, input)?),
            "when" => self.when = Some(parse_condition(input)?),
            other if WORDS.contains(&other) && self.consequence.is_some() => {
                return Err(syn::Error::new(word.span(), "a rule has one consequence"));
            }
            _ => self.consequence = Some(parse_consequence(&word, input)?),
        }
        Ok(())
    }
}

/// Reads `= "card-needs-factor"`.
fn parse_id(word: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let id = parse_text(word, input)?;
    if is_rule_id(&id.value()) {
        return Ok(id);
    }
    let message = format!(
        "`{}` can't be the id of a rule; use lower-case ASCII words and digits joined by `-`, like `card-needs-factor`",
        id.value()
    );
    Err(syn::Error::new_spanned(id, message))
}

/// Reads `(condition)`.
fn parse_condition(input: ParseStream<'_>) -> syn::Result<Condition> {
    let content;
    parenthesized!(content in input);
    let condition = content.parse()?;
    if content.is_empty() {
        Ok(condition)
    } else {
        Err(content.error("expected one condition; combine with `all(…)`"))
    }
}

/// Reads what follows a consequence's word.
fn parse_consequence(word: &Ident, input: ParseStream<'_>) -> syn::Result<Consequence> {
    Ok(match word.to_string().as_str() {
        "require" => Consequence::Require(parse_paths(word, input)?),
        "forbid" => Consequence::Forbid(parse_paths(word, input)?),
        "exactly_one_of" => Consequence::ExactlyOneOf(parse_paths(word, input)?),
        "at_least_one_of" => Consequence::AtLeastOneOf(parse_paths(word, input)?),
        "at_most_one_of" => Consequence::AtMostOneOf(parse_paths(word, input)?),
        "require_together" => Consequence::RequireTogether(parse_paths(word, input)?),
        "compare" => parse_compare(input)?,
        unknown => {
            let hint = did_you_mean(unknown, WORDS);
            return Err(syn::Error::new(word.span(), format!("a rule has no key `{unknown}`{hint}")));
        }
    })
}

/// Reads `(a, b?.c)`: paths to fields, none twice, as many as the word needs.
fn parse_paths(word: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<FieldPath>> {
    let content;
    parenthesized!(content in input);
    let mut paths = Vec::<FieldPath>::new();
    let errors = parse_parts(&content, |input| {
        let path: FieldPath = input.parse()?;
        let last = path.0.last();
        if let Some(each) = last.and_then(|step| step.each) {
            return Err(syn::Error::new(each.0, ENDS_IN_ELEMENTS));
        }
        if paths.contains(&path) {
            let place = last.map_or_else(|| word.span(), |step| step.field.span());
            return Err(syn::Error::new(place, format!("`{word}` names this field twice")));
        }
        paths.push(path);
        Ok(())
    });
    errors.or(())?;
    let least = if word == "require" || word == "forbid" { 1 } else { 2 };
    if paths.len() < least {
        let plural = if least > 1 { "s" } else { "" };
        return Err(syn::Error::new(word.span(), format!("`{word}` needs at least {least} field{plural}")));
    }
    Ok(paths)
}

const ENDS_IN_ELEMENTS: &str =
    "this path must end in a field, not in the elements of a list; drop the last `[*]`";

const NO_CONSEQUENCE: &str = "a rule needs a consequence; add one of `require`, `forbid`, `exactly_one_of`, \
    `at_least_one_of`, `at_most_one_of`, `require_together` or `compare`";

/// Reads `(left < right)`.
fn parse_compare(input: ParseStream<'_>) -> syn::Result<Consequence> {
    let content;
    parenthesized!(content in input);
    let left: FieldPath = content.parse()?;
    let comparison = content.parse()?;
    let right: FieldPath = content.parse()?;
    if !content.is_empty() {
        return Err(content.error("expected one comparison"));
    }
    let each = [&left, &right].into_iter().flat_map(|path| &path.0).find_map(|step| step.each);
    match each {
        Some(place) => {
            Err(syn::Error::new(place.0, "this path must lead to one value; it goes through a list"))
        }
        None => Ok(Consequence::Compare { left, comparison, right }),
    }
}

/// Lower-case words of letters and digits, joined by `-`, a letter first.
fn is_rule_id(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    id.split('-').all(word)
}

impl ToTokens for Rule {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Rule { id, message, when, consequence, .. } = self;
        let message = message.iter();
        let when = when.iter();
        tokens.extend(quote!(id = #id, #(message = #message,)* #(when(#when),)* #consequence));
    }
}

impl ToTokens for Consequence {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let word = Ident::new(self.word(), proc_macro2::Span::call_site());
        let inner = match self {
            Consequence::Compare { left, comparison, right } => quote!(#left #comparison #right),
            other => comma_separated(other.paths()),
        };
        tokens.extend(quote!(#word(#inner)));
    }
}
