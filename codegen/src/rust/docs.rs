//! Texts of the spec as doc comments: plain text with backtick code spans in, markdown that renders as that text out.
//!
//! Whatever markdown or rustdoc would read as markup is escaped, so that no text warns, links or becomes a doc test.

use wirewright::json;

use crate::model::{Docs, Field};
use crate::text::is_hidden;

/// Columns that a line of a doc comment may take, without its indentation and slashes.
const WIDTH: usize = 100;

/// The lines of a doc comment, without slashes: the text, or `otherwise` where the spec has none, then the notes,
/// which are sentences.
pub(crate) fn doc_lines(text: &str, otherwise: &str, notes: &Notes) -> Vec<String> {
    let mut lines = if text.trim().is_empty() { vec![otherwise.to_owned()] } else { text_lines(text) };
    for paragraph in [&notes.advice, &notes.origin].into_iter().filter(|paragraph| !paragraph.is_empty()) {
        lines.push(String::new());
        lines.extend(wrap(&paragraph.join(" ")));
    }
    lines
}

/// Sentences that follow after a documentation, in two paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// What else a reader wants to know.
    pub(crate) advice: Vec<String>,
    /// Where it stands in the spec, and where the spec has it from.
    pub(crate) origin: Vec<String>,
}

/// Where an item stands in the spec, and where the spec has it from.
pub(crate) fn item_notes(docs: &Docs) -> Notes {
    let place = (!docs.place.is_empty()).then(|| format!("Spec: {}.", code_span(&docs.place)));
    Notes { origin: place.into_iter().chain(source_note(docs)).collect(), ..Notes::default() }
}

/// What a field's reader wants to know besides its documentation.
pub(crate) fn field_notes(field: &Field) -> Notes {
    let examples: Vec<String> = field.examples.iter().filter_map(code_value).take(3).collect();
    let examples = (!examples.is_empty()).then(|| format!("For example {}.", examples.join(", ")));
    let default = field.default.as_ref().and_then(default_note);
    Notes {
        advice: default.into_iter().chain(examples).collect(),
        origin: source_note(&field.docs).into_iter().collect(),
    }
}

/// Where the spec has a fact from.
pub(crate) fn source_note(docs: &Docs) -> Option<String> {
    docs.source.as_deref().map(|source| format!("Source: {}", sentence(source)))
}

/// An escaped text on one line, with a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let text = escape(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}

/// What is assumed where a value is absent.
pub(crate) fn default_note(default: &json::Value) -> Option<String> {
    code_value(default).map(|value| format!("Where it is absent, {value} is assumed."))
}

/// A text as a code span; with the backticks in it left out, since a doc comment gains nothing from them.
pub(crate) fn code_span(text: &str) -> String {
    let clean: String = text.chars().filter(|letter| *letter != '`').map(printable).collect();
    format!("`{clean}`")
}

/// A scalar value as a code span; `None` for what a code span would not show as it is.
fn code_value(value: &json::Value) -> Option<String> {
    let text = match value {
        json::Value::String(text) => text.clone(),
        json::Value::Bool(boolean) => boolean.to_string(),
        json::Value::Number(number) => number.to_string(),
        json::Value::Null | json::Value::Array(_) | json::Value::Object(_) => return None,
    };
    let shown = !text.is_empty() && text.trim() == text && text.len() <= 60;
    (shown && text.chars().all(|letter| letter != '`' && printable(letter) == letter))
        .then(|| format!("`{text}`"))
}

/// The lines of a text of the spec.
fn text_lines(text: &str) -> Vec<String> {
    text.trim().lines().flat_map(|line| wrap(&escape(line.trim()))).collect()
}

/// Breaks an escaped line at spaces outside code spans, and escapes what means something at the head of a line.
fn wrap(escaped: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words_of(escaped) {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| escape_head(&line)).collect()
}

/// Splits at spaces that stand in no code span.
fn words_of(escaped: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    let mut after_backslash = false;
    let is_gap = move |letter: char| {
        if letter == '`' && !after_backslash {
            in_code = !in_code;
        }
        after_backslash = letter == '\\' && !after_backslash && !in_code;
        letter == ' ' && !in_code
    };
    escaped.split(is_gap).filter(|word| !word.is_empty())
}

/// A line may not begin like a heading, a list, or the rule under a heading.
fn escape_head(line: &str) -> String {
    let (marker, _) = line.split_once(' ').unwrap_or((line, ""));
    let digits = marker.chars().take_while(char::is_ascii_digit).count();
    let is_number = digits > 0 && matches!(marker.get(digits..), Some("." | ")"));
    let is_bullet =
        matches!(marker, "-" | "+") || !marker.is_empty() && marker.chars().all(|letter| letter == '#');
    let is_rule = !line.is_empty() && ["-", "="].iter().any(|mark| line.replace(mark, "").trim().is_empty());
    match (is_number, is_bullet || is_rule) {
        (true, _) => {
            let (number, rest) = line.split_at(digits);
            format!("{number}\\{rest}")
        }
        (false, true) => format!("\\{line}"),
        (false, false) => line.to_owned(),
    }
}

/// One line of plain text with code spans and addresses, as markdown.
fn escape(line: &str) -> String {
    let line: String = line.chars().map(printable).collect();
    let mut out = String::with_capacity(line.len());
    let mut rest = line.as_str();
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let piece = code_span_at(rest).or_else(|| address_at(rest)).unwrap_or(letter.len_utf8());
        let (text, tail) = rest.split_at(piece);
        if piece > letter.len_utf8() {
            out.push_str(&if letter == '`' { text.to_owned() } else { format!("<{text}>") });
        } else {
            push_escaped(&mut out, before, letter, tail.chars().next());
        }
        before = letter;
        rest = tail;
    }
    out
}

/// Escapes one character where markdown would take it for markup.
fn push_escaped(out: &mut String, before: char, letter: char, after: Option<char>) {
    let markup = match letter {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
        // Inside a word an underscore is no emphasis.
        '_' => {
            !(before.is_ascii_alphanumeric() && after.is_some_and(|letter| letter.is_ascii_alphanumeric()))
        }
        _ => false,
    };
    if markup {
        out.push('\\');
    }
    out.push(letter);
}

/// Length of the code span at the head: one backtick, at least one other character, one backtick.
fn code_span_at(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('`')?;
    let length = inner.find('`').filter(|length| *length > 0)?;
    let closed_by_one = !inner.get(length + 1..).is_some_and(|tail| tail.starts_with('`'));
    (closed_by_one && !inner.get(..length)?.trim().is_empty()).then_some(length + 2)
}

/// Length of the web address at the head, without the punctuation of the sentence around it.
fn address_at(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let end = text.find(|letter: char| letter.is_whitespace() || "<>`\"\\[]{}|^".contains(letter));
    let address =
        text.get(..end.unwrap_or(text.len()))?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
    (address.len() > scheme.len()).then_some(address.len())
}

/// Control characters and those that turn the direction of a line become spaces: rustc refuses them in comments.
fn printable(letter: char) -> char {
    if is_hidden(letter) { ' ' } else { letter }
}

/// Whether a text shows as it is in a comment.
pub(crate) fn is_printable(text: &str) -> bool {
    text.chars().all(|letter| printable(letter) == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_code_spans_are_kept() {
        for (text, expected) in [
            ("Plain text.", "Plain text."),
            ("`a < b` but c < d", "`a < b` but c \\< d"),
            ("Vec<T> and [link](x)", "Vec\\<T\\> and \\[link\\](x)"),
            ("SDK_START_OF_LOADING and _this_", "SDK_START_OF_LOADING and \\_this\\_"),
            ("2 * 3 & a|b ~c~ \\d", "2 \\* 3 \\& a\\|b \\~c\\~ \\\\d"),
            ("an ` alone", "an \\` alone"),
            ("``two``", "\\`\\`two\\`\\`"),
            ("See https://a.example/x_y?b=1.", "See <https://a.example/x_y?b=1>."),
            ("(http://a.example)", "(<http://a.example>)"),
            ("https:// alone", "https:// alone"),
            ("# no heading", "\\# no heading"),
            ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"),
            ("===", "\\==="),
            ("- - -", "\\- - -"),
            ("2.2.8 and -1", "2.2.8 and -1"),
            ("a\u{202e}b\tc", "a b c"),
        ] {
            assert_eq!(text_lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn lines_stay_apart_and_lose_their_indentation() {
        assert_eq!(
            text_lines("one\n\n    two\n```\nfn\n```"),
            ["one", "", "two", "\\`\\`\\`", "fn", "\\`\\`\\`"]
        );
    }

    #[test]
    fn long_lines_are_wrapped_outside_code_spans() {
        let text = format!("{} `a b` end", "x".repeat(WIDTH - 6));
        assert_eq!(text_lines(&text), ["x".repeat(WIDTH - 6) + " `a b`", "end".to_owned()]);
    }

    #[test]
    fn notes_follow_after_a_blank_line() {
        let docs = Docs {
            source: Some("some\nwhere".to_owned()),
            place: "a.yaml#/types/A".to_owned(),
            ..Docs::default()
        };
        let lines = doc_lines(" ", "A type.", &item_notes(&docs));
        assert_eq!(lines, ["A type.", "", "Spec: `a.yaml#/types/A`. Source: some where."]);
    }
}
