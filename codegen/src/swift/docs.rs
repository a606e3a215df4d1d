//! Texts of the spec as DocC comments: plain text with backtick code spans in, Markdown that shows that text out.

use wirewright::json;

use crate::model::{Docs, Field};
use crate::text::is_hidden;

/// Columns of a line of text, without indentation and slashes.
const WIDTH: usize = 100;

/// Lines of a doc comment, without slashes: the text, or `otherwise` where there is none, then the notes.
pub(crate) fn doc_lines(docs: &Docs, otherwise: &str, notes: Vec<String>) -> Vec<String> {
    let text = if docs.text.trim().is_empty() { otherwise } else { &docs.text };
    let mut lines: Vec<String> = text.trim().lines().flat_map(|line| wrap(&escape(line.trim()))).collect();
    // A note for Xcode and a sentence for everybody; no `@available`, which would warn in our own code.
    let deprecation = docs.deprecated.as_ref().map(|deprecation| match &deprecation.reason {
        Some(reason) => format!("Deprecated: {}", escape(&reason.replace(['\r', '\n'], " "))),
        None => "Deprecated.".to_owned(),
    });
    for paragraph in deprecation.into_iter().chain((!notes.is_empty()).then(|| notes.join(" "))) {
        lines.push(String::new());
        lines.extend(wrap(&paragraph));
    }
    lines
}

/// Where an item stands in the spec, and where the spec has it from.
pub(crate) fn item_notes(docs: &Docs) -> Vec<String> {
    let place = (!docs.place.is_empty()).then(|| format!("Spec: {}.", code_span(&docs.place)));
    place.into_iter().chain(source_note(docs)).collect()
}

/// What a field's reader wants to know besides its documentation.
pub(crate) fn field_notes(field: &Field) -> Vec<String> {
    let mut notes: Vec<String> = field.default.as_ref().and_then(default_note).into_iter().collect();
    let examples: Vec<String> = field.examples.iter().filter_map(code_value).take(3).collect();
    if !examples.is_empty() && !field.sensitive {
        notes.push(format!("For example {}.", examples.join(", ")));
    }
    notes.extend(source_note(&field.docs));
    notes
}

/// What is assumed where a value is absent.
pub(crate) fn default_note(default: &json::Value) -> Option<String> {
    code_value(default).map(|value| format!("Where it is absent, {value} is assumed."))
}

fn source_note(docs: &Docs) -> Option<String> {
    let source = docs.source.as_deref()?;
    Some(format!("Source: {}.", escape(source.replace(['\r', '\n'], " ").trim_end_matches('.'))))
}

/// A text as a code span; backticks in it are left out.
pub(crate) fn code_span(text: &str) -> String {
    let clean: String = text.chars().filter(|letter| *letter != '`').flat_map(printable).collect();
    format!("`{clean}`")
}

/// A scalar value as a code span; `None` for what a code span would not show as it is.
fn code_value(value: &json::Value) -> Option<String> {
    let text = match value {
        json::Value::String(text) => text.clone(),
        json::Value::Bool(boolean) => boolean.to_string(),
        json::Value::Number(number) => number.as_str().to_owned(),
        json::Value::Null | json::Value::Array(_) | json::Value::Object(_) => return None,
    };
    let shown = !text.is_empty() && text.trim() == text && text.len() <= 60 && !text.contains('`');
    (shown && !text.chars().any(is_hidden)).then(|| format!("`{text}`"))
}

/// Escapes what Markdown would take for markup; code spans stay.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut parts = text.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        // A span that is not closed is no span.
        let is_closed = parts.peek().is_some();
        match (is_code, is_closed) {
            // Two backticks would begin a link to a symbol.
            (true, true) if part.is_empty() => escaped.push_str("\\`\\`"),
            (true, true) => {
                let inner: String = part.chars().flat_map(printable).collect();
                escaped.push_str(&format!("`{inner}`"));
            }
            (true, false) => escaped.push_str(&format!("\\`{}", escape_plain(part))),
            (false, _) => escaped.push_str(&escape_plain(part)),
        }
        is_code = !is_code;
    }
    escaped
}

fn escape_plain(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | '*' | '_' | '<' | '>' | '[' | ']' | '&' | '~' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.extend(printable(letter));
    }
    escaped
}

/// A letter as it is shown: what would break a line, or turn its direction, as its number.
pub(crate) fn printable(letter: char) -> impl Iterator<Item = char> {
    let shown = match letter {
        '\t' => " ".to_owned(),
        _ if !is_hidden(letter) => letter.to_string(),
        _ => format!("U+{:04X}", u32::from(letter)),
    };
    shown.chars().collect::<Vec<_>>().into_iter()
}

/// Breaks a line at spaces outside code spans.
fn wrap(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in pieces(line) {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&head_safe(word)),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(head_safe(word)),
        }
    }
    lines
}

/// The words of a line; a code span is one, with what touches it.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut is_code) = (0, false);
    for (index, letter) in line.char_indices() {
        match letter {
            '`' if !line.get(..index).is_some_and(|before| before.ends_with('\\')) => is_code = !is_code,
            ' ' if !is_code => {
                pieces.extend(line.get(start..index).filter(|piece| !piece.is_empty()));
                start = index + 1;
            }
            _ => {}
        }
    }
    pieces.extend(line.get(start..).filter(|piece| !piece.is_empty()));
    pieces
}

/// A word at the head of a line, where `-`, `+`, `=` and `1.` would begin a list or a heading, `@` a directive of DocC.
fn head_safe(word: &str) -> String {
    if word.starts_with(['-', '+', '=', '@']) {
        return format!("\\{word}");
    }
    let number = word.trim_end_matches(['.', ')']);
    let is_item =
        number.len() < word.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_item {
        let (digits, rest) = word.split_at(number.len());
        return format!("{digits}\\{rest}");
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let docs = Docs { text: text.to_owned(), ..Docs::default() };
        doc_lines(&docs, "Otherwise.", Vec::new())
    }

    #[test]
    fn markup_is_escaped_outside_code_spans() {
        assert_eq!(lines("a*b_c <d> `e_f` ``"), ["a\\*b\\_c \\<d\\> `e_f` \\`\\`"]);
        assert_eq!(lines("``Self``\n@Metadata { }"), ["\\`\\`Self\\`\\`", "\\@Metadata { }"]);
        assert_eq!(lines("```swift\na\n```"), ["\\`\\`\\`swift", "a", "\\`\\`\\`"]);
        assert_eq!(lines("not `closed_"), ["not \\`closed\\_"]);
        assert_eq!(lines("- a\n1. b\n# c"), ["\\- a", "1\\. b", "\\# c"]);
        assert_eq!(lines(""), ["Otherwise."]);
    }

    #[test]
    fn nothing_ends_a_comment_or_turns_its_direction() {
        assert_eq!(lines("a\u{202E}b\u{2028}c\rd"), ["aU+202EbU+2028cU+000Dd"]);
    }

    #[test]
    fn long_lines_are_broken_outside_code_spans() {
        let text = format!("{} `x y z`", "word ".repeat(19));
        assert_eq!(lines(&text), ["word ".repeat(19).trim_end().to_owned(), "`x y z`".to_owned()]);
    }
}
