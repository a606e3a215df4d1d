//! Messages on a spec: what is wrong, where, and what would help.
//!
//! Every stage pushes into one [`Diagnostics`] and goes on; [`render`] turns them into text or JSON.

mod code;
pub mod render;

pub use code::{Code, Severity, UnknownCode};

use crate::source::{FileId, Span};
use crate::text::is_hidden;

/// How many diagnostics one run keeps; those beyond are only counted.
pub const MAXIMUM: usize = 1_000;

/// A place and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to say; empty where the headline says it all.
    pub text: String,
}

/// One mistake in a spec.
///
/// ```
/// use wirewright_codegen::diagnostic::{Code, Diagnostic};
/// # let mut sources = wirewright_codegen::source::SourceMap::default();
/// # let file = sources.add("api.yaml", "wirewright: [");
/// let diagnostic = Diagnostic::about_file(Code::YamlSyntax, "cannot read this YAML", file)
///     .help("close the bracket");
/// assert_eq!(diagnostic.code.id(), "WW0101");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of mistake it is.
    pub code: Code,
    /// The headline: one short line that makes sense alone.
    pub message: String,
    /// The place to mend.
    pub primary: Label,
    /// Other places that belong to it.
    pub secondary: Vec<Label>,
    /// What would help, a line each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic with its headline and the text at its caret.
    pub fn new(code: Code, message: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        Diagnostic {
            code,
            message: printable(message.into()),
            primary: Label { span, text: printable(label.into()) },
            secondary: Vec::new(),
            help: Vec::new(),
        }
    }

    /// A diagnostic about a file as a whole: it is rendered with the path and without an excerpt.
    pub fn about_file(code: Code, message: impl Into<String>, file: FileId) -> Self {
        Diagnostic::new(code, message, Span { file, start: 0, end: 0 }, "")
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: printable(label.into()) });
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(printable(text.into()));
        self
    }

    /// Whether it points at a text, not at a file as a whole.
    pub fn has_excerpt(&self) -> bool {
        let span = self.primary.span;
        span.start != 0 || span.end != 0 || !self.primary.text.is_empty()
    }
}

/// The diagnostics of a run, in the order found.
#[must_use = "mistakes in a spec must reach its author"]
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    dropped: usize,
    errors: usize,
}

impl Diagnostics {
    /// No diagnostics yet.
    pub fn new() -> Self {
        Diagnostics::default()
    }

    /// Adds one. Beyond [`MAXIMUM`] it is only counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.errors += usize::from(diagnostic.code.severity() == Severity::Error);
        if self.list.len() < MAXIMUM {
            self.list.push(diagnostic);
        } else {
            self.dropped += 1;
        }
    }

    /// Adds all of another collection, and what that one dropped.
    pub fn append(&mut self, other: Diagnostics) {
        let kept_errors = other.list.iter().filter(|one| one.code.severity() == Severity::Error).count();
        self.dropped += other.dropped;
        self.errors += other.errors.saturating_sub(kept_errors);
        self.extend(other.list);
    }

    /// Whether there is an error; warnings do not count.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many were found and not kept.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// In the order kept.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Sorts by file and place; those at the same place keep their order.
    pub fn sort(&mut self) {
        self.list.sort_by_key(|one| (one.primary.span.file, one.primary.span.start));
    }

    /// The same diagnostics, sorted by file and place.
    pub fn sorted(mut self) -> Self {
        self.sort();
        self
    }

    /// `2 errors, 1 warning`; empty where there is nothing to say.
    pub fn summary(&self) -> String {
        let warnings = (self.list.len() + self.dropped).saturating_sub(self.errors);
        let count = |number: usize, word: &str| match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{number} {word}s")),
        };
        let parts: Vec<String> =
            [count(self.errors, "error"), count(warnings, "warning")].into_iter().flatten().collect();
        parts.join(", ")
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        diagnostics.into_iter().for_each(|one| self.push(one));
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The candidate that `word` was probably meant to be; the first of the nearest ones.
///
/// ```
/// use wirewright_codegen::diagnostic::did_you_mean;
/// assert_eq!(did_you_mean("maxLenght", ["minLength", "maxLength"]), Some("maxLength"));
/// assert_eq!(did_you_mean("colour", ["minLength", "maxLength"]), None);
/// ```
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance is quadratic: nobody mistypes a word of this length.
    if word.len() > LONGEST_WORD {
        return None;
    }
    let letters = letters(word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST_WORD) {
        // Case alone counts as nothing, so that `camelcase` finds `camelCase` before anything else.
        if word.eq_ignore_ascii_case(candidate) {
            return Some(candidate);
        }
        // Most candidates are far off, which their letters alone tell: many wrong names must not take seconds.
        let most = best.map_or(1 + candidate.len() / 4, |(nearest, _)| nearest - 1);
        if most == 0 || least_distance(&letters, &self::letters(candidate)) > most {
            continue;
        }
        let distance = strsim::damerau_levenshtein(word, candidate);
        if distance <= most {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How often each letter occurs, others in buckets.
fn letters(word: &str) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for character in word.chars() {
        let bucket = usize::try_from(u32::from(character) % 32).unwrap_or_default();
        if let Some(count) = counts.get_mut(bucket) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// A lower bound of the distance: each change of a word brings in at most one letter and takes out at most one.
fn least_distance(left: &[u8; 32], right: &[u8; 32]) -> usize {
    let surplus = |some: &[u8; 32], other: &[u8; 32]| -> usize {
        some.iter().zip(other).map(|(some, other)| usize::from(some.saturating_sub(*other))).sum()
    };
    surplus(left, right).max(surplus(right, left))
}

/// Makes text of a spec fit for one line of a terminal: what does not print or turns the line is escaped, long texts cut.
fn printable(text: String) -> String {
    if text.len() <= LONGEST_TEXT && !text.chars().any(is_hidden) {
        return text;
    }
    let mut out = String::new();
    for character in text.chars() {
        if out.len() > LONGEST_TEXT {
            out.push('…');
            break;
        }
        if is_hidden(character) {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    out
}

const LONGEST_WORD: usize = 100;
const LONGEST_TEXT: usize = 1_000;

#[cfg(test)]
mod tests;
