//! Texts of a spec as comments that Xcode shows: no text ends a comment, goes on behind it, or is taken for a command.

use crate::model::Docs;
use crate::swift::docs::printable;

/// Columns of a line of text, without its slashes.
const WIDTH: usize = 100;

/// The lines of a comment, with slashes: the text, or `otherwise` where there is none, then the notes.
pub(super) fn comment(docs: &Docs, otherwise: &str, notes: &[String]) -> Vec<String> {
    let text = if docs.text.trim().is_empty() { otherwise } else { &docs.text };
    let mut paragraphs = vec![text.to_owned()];
    paragraphs.extend(docs.deprecated.as_ref().map(|deprecation| match &deprecation.reason {
        Some(reason) => format!("Deprecated: {reason}"),
        None => "Deprecated.".to_owned(),
    }));
    paragraphs.extend(notes.iter().cloned());
    paragraphs.extend(docs.source.as_ref().map(|source| format!("Source: {source}")));
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push("///".to_owned());
        }
        lines.extend(wrap(&paragraph).into_iter().map(|line| format!("/// {line}")));
    }
    lines
}

/// Breaks a text at white space.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace().map(escape) {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word as text: what begins a command or an element of HTML is escaped. A backslash, also as the trigraph `??/`,
/// would join the next line to the comment where it comes last.
fn escape(word: &str) -> String {
    let mut escaped = String::new();
    for letter in word.chars() {
        if matches!(letter, '\\' | '@' | '<' | '>' | '&') {
            escaped.push('\\');
        }
        escaped.extend(printable(letter));
    }
    for (end, shown) in [("\\\\", "U+005C"), ("??/", "??U+002F")] {
        if let Some(start) = escaped.strip_suffix(end) {
            escaped = format!("{start}{shown}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_goes_on_behind_itself() {
        let lines = |text: &str| wrap(text);
        assert_eq!(lines("a\\\nint x; b??/ c\\d @e <f>"), ["aU+005C int x; b??U+002F c\\\\d \\@e \\<f\\>"]);
        assert_eq!(lines("*/ \u{202E}x\u{0}"), ["*/ U+202ExU+0000"]);
    }
}
