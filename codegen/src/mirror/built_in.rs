//! Types that need no declaration: Rust's own, and those that everybody has from wirewright and serde_json.

use syn::Type;
use syn::spanned::Spanned as _;

use super::declared::Declared;
use super::types::{INTEGERS, last_word, text_node};
use super::{FilePlace, Mirror};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::NATIVE;
use crate::source::{Span, Spanned};
use crate::syntax::spec::{ConstraintSpec, Facets};
use crate::syntax::table::suggest;
use crate::syntax::{TypeExpression, TypeExpressionKind};

/// Types that JSON has no twin of, or Swift does not read, and what to use.
const REFUSED: [(&str, &str); 14] = [
    ("u64", "Swift reads integers of 64 bits with a sign: use `i64` or `u32`"),
    ("usize", "Swift reads integers of 64 bits with a sign: use `i64` or `u32`"),
    ("isize", "its size is the machine's: use `i64`"),
    ("u128", "Swift reads integers of 64 bits with a sign: use `i64`, or `wirewright::Decimal`"),
    ("i128", "Swift reads integers of 64 bits with a sign: use `i64`, or `wirewright::Decimal`"),
    ("f64", "the twins count exactly: use `wirewright::Decimal`"),
    ("f32", "the twins count exactly: use `wirewright::Decimal`"),
    ("char", "use `String` with `#[validate(max_length = 1)]`"),
    ("HashSet", "a set in JSON is a list: use `Vec` with `#[validate(unique_items)]`"),
    ("BTreeSet", "a set in JSON is a list: use `Vec` with `#[validate(unique_items)]`"),
    ("Duration", "say what stands in the JSON: an `i64` of milliseconds, or a `String`"),
    ("SystemTime", "use `wirewright::DateTime`"),
    ("PathBuf", "use `String`"),
    ("Result", "use a struct with optional fields"),
];

impl Mirror<'_> {
    /// A type that needs no declaration.
    pub(super) fn built_in(
        &mut self,
        declared: &Declared,
        place: FilePlace,
        ty: &Type,
    ) -> Option<(TypeExpression, Facets)> {
        let span = place.span(ty.span());
        let name = |name: &str| TypeExpression { kind: TypeExpressionKind::Name(name.to_owned()), span };
        let (word, qualifier, plain) = last_word(ty)?;
        if let Some((_, least, most)) = INTEGERS.iter().find(|(integer, ..)| *integer == word && plain) {
            let mut facets = Facets::default();
            if *least != i64::MIN {
                facets.constraints.push(bound("minimum", *least, span));
                facets.constraints.push(bound("maximum", *most, span));
            }
            return Some((name("integer"), facets));
        }
        let foreign = ["Decimal", "DateTime", "Date", "Value"].contains(&word.as_str());
        if let Some(path) =
            declared.imports.foreign(place.file, qualifier.as_deref(), &word).filter(|_| foreign)
        {
            let (message, ours) = (
                format!("`{path}` has no twin in Swift"),
                match word.as_str() {
                    "Value" => "serde_json::Value".to_owned(),
                    _ => format!("wirewright::{word}"),
                },
            );
            self.no_type(place, ty.span(), &message, &format!("use `{ours}`"));
            return None;
        }
        let known = match word.as_str() {
            "String" | "str" if plain => "string",
            "bool" if plain => "boolean",
            "Decimal" if plain => "decimal",
            "DateTime" if plain => "datetime",
            "Date" if plain => "date",
            "Value" if plain => "json",
            _ => {
                self.unknown(declared, place, ty, &word);
                return None;
            }
        };
        let mut facets = Facets::default();
        if known == "decimal" {
            facets.wire = Some(Spanned::new(NATIVE.to_owned(), span));
        }
        Some((name(known), facets))
    }

    fn unknown(&mut self, declared: &Declared, place: FilePlace, ty: &Type, word: &str) {
        if let Some((_, help)) = REFUSED.iter().find(|(refused, _)| *refused == word) {
            return self.no_type(place, ty.span(), &format!("`{word}` has no twin in Swift"), help);
        }
        let message = format!("`{word}` is not known here");
        let span = place.span(ty.span());
        let diagnostic = Diagnostic::new(Code::MirrorType, message, span, "what it is in JSON can't be told");
        let diagnostic = suggest(diagnostic, word, declared.names().iter().map(String::as_str));
        self.report(diagnostic.help(
            "give the sources that declare it, and derive `SwiftMirror` on it; or use a type of the standard library, \
             `serde_json::Value`, or `Decimal`, `DateTime` and `Date` of wirewright",
        ));
    }
}

fn bound(keyword: &'static str, value: i64, span: Span) -> ConstraintSpec {
    ConstraintSpec { keyword: Spanned::new(keyword, span), value: text_node(value.to_string(), span) }
}
