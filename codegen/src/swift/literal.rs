//! Texts of a spec as Swift source: nothing in them can end a string or a comment.

use std::fmt::Write;

/// A text as a string literal of one line. Everything outside printable ASCII is escaped: editors that normalise
/// texts, or show right-to-left marks, change nothing then.
pub(crate) fn string(text: &str) -> String {
    let mut literal = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            ' '..='~' => literal.push(letter),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(literal, "\\u{{{:X}}}", u32::from(letter));
            }
        }
    }
    literal.push('"');
    literal
}

/// Texts as a list literal.
pub(crate) fn strings<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let literals: Vec<String> = texts.into_iter().map(string).collect();
    format!("[{}]", literals.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_string_or_interpolates() {
        assert_eq!(string(r#"a"b\(c)"#), r#""a\"b\\(c)""#);
        assert_eq!(string("é\u{202E}\u{2028}\r\n"), r#""\u{E9}\u{202E}\u{2028}\u{D}\n""#);
        assert_eq!(strings(["a", "b"]), r#"["a", "b"]"#);
    }
}
