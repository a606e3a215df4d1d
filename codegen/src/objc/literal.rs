//! Texts of a spec as Objective-C source: nothing in them can end a string.

use std::fmt::Write;

/// A text as a literal of one line. What is not printable ASCII is escaped; so is `?`, which begins trigraphs.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::from("@\"");
    for letter in text.chars() {
        // Writing to a String cannot fail.
        let _ = match letter {
            '"' | '\\' | '?' => write!(literal, "\\{letter}"),
            ' '..='~' => write!(literal, "{letter}"),
            // C has no universal names below U+00A0; three octal digits are a byte of UTF-8, and never read on.
            '\0'..'\u{A0}' => {
                letter.encode_utf8(&mut [0; 4]).bytes().try_for_each(|byte| write!(literal, "\\{byte:03o}"))
            }
            '\u{A0}'..='\u{FFFF}' => write!(literal, "\\u{:04X}", u32::from(letter)),
            _ => write!(literal, "\\U{:08X}", u32::from(letter)),
        };
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_string() {
        assert_eq!(string(r#"a"b\c%@"#), r#"@"a\"b\\c%@""#);
        assert_eq!(string("??/\n0\u{85}"), r#"@"\?\?/\0120\302\205""#);
        assert_eq!(string("é\u{2028}😀"), r#"@"\u00E9\u2028\U0001F600""#);
    }
}
