//! The documents that a person hands over: one JSON object a line, `{"type": …, "document": …}`.
//!
//! A document that is a JSON string is the raw text that the string holds; any other value is taken as it stands in the
//! line, spelling and all.

use std::fmt;
use std::ops::Range;

use super::Input;
use crate::documents::outline::{Kind, Outline};

/// A line that is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, the first line being 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "line {} {}; each line is like {{\"type\": \"Order\", \"document\": {{\"id\": 1}}}}",
            self.line, self.why
        )
    }
}

impl std::error::Error for BadLine {}

/// The documents of a text, each with the number of its line; empty lines do not count.
///
/// # Errors
/// The first line that is no document.
///
/// ```
/// use wirewright_codegen::twins::json_lines::parse;
///
/// let documents = parse(b"{\"type\": \"Order\", \"document\": {\"id\": 1.0}}\n\n{\"type\": \"Order\", \"document\": \"[1,\"}\n")?;
/// let texts: Vec<_> = documents.iter().map(|(line, input)| (*line, &input.document[..])).collect();
/// assert_eq!(texts, [(1, &b"{\"id\": 1.0}"[..]), (3, b"[1,")]);
/// # Ok::<(), wirewright_codegen::twins::json_lines::BadLine>(())
/// ```
pub fn parse(text: &[u8]) -> Result<Vec<(usize, Input)>, BadLine> {
    let text = text.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(text);
    let lines =
        text.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    lines
        .map(|(index, line)| match input(line) {
            Ok(input) => Ok((index + 1, input)),
            Err(why) => Err(BadLine { line: index + 1, why }),
        })
        .collect()
}

fn input(line: &[u8]) -> Result<Input, String> {
    let outline = Outline::of(line).ok_or("is not JSON")?;
    if outline.nodes.first().is_none_or(|root| root.kind != Kind::Object) {
        return Err("is not an object".to_owned());
    }
    let (mut type_name, mut document) = (None, None);
    for node in outline.children(0).filter_map(|index| outline.nodes.get(index)) {
        let key = node.key.clone().and_then(|key| string(line, key)).unwrap_or_default();
        let place = match key.as_str() {
            "type" => &mut type_name,
            "document" => &mut document,
            _ => return Err(format!("has an unknown key `{}`", key.escape_debug())),
        };
        if place.replace(node).is_some() {
            return Err(format!("has two `{key}`"));
        }
    }
    let type_name = type_name.ok_or("has no `type`")?;
    let document = document.ok_or("has no `document`")?;
    let name = (type_name.kind == Kind::String).then(|| string(line, type_name.range.clone())).flatten();
    let type_name = name.ok_or("has a `type` that is no text")?;
    let document = match document.kind {
        Kind::String => string(line, document.range.clone())
            .ok_or("has a `document` with half a surrogate pair, which is no text; write the escape itself as text: \"\\\\ud800\"")?
            .into_bytes(),
        _ => line.get(document.range.clone()).unwrap_or_default().to_vec(),
    };
    Ok(Input { type_name, document })
}

/// The text of a JSON string.
fn string(line: &[u8], range: Range<usize>) -> Option<String> {
    serde_json::from_slice(line.get(range)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_text_stays_as_it_is() {
        let lines = concat!(
            "{\"type\":\"T\",\"document\":{ \"a\" : 1e400, \"a\":\"\\ud800\"}}\r\n",
            "  \n",
            "{\"document\":\"{\\\"a\\\":\\u0031,\\n\",\"\\u0074ype\":\"T\\u00e9\"}",
        );
        let parsed = parse(lines.as_bytes()).unwrap();
        let shown: Vec<_> = parsed
            .iter()
            .map(|(line, input)| (*line, input.type_name.as_str(), String::from_utf8_lossy(&input.document)))
            .collect();
        assert_eq!(
            shown,
            [(1, "T", "{ \"a\" : 1e400, \"a\":\"\\ud800\"}".into()), (3, "Té", "{\"a\":1,\n".into())]
        );
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        for (line, why) in [
            ("{", "is not JSON"),
            ("[1]", "is not an object"),
            ("{\"type\":\"T\"}", "has no `document`"),
            ("{\"document\":1}", "has no `type`"),
            ("{\"type\":1,\"document\":1}", "has a `type` that is no text"),
            ("{\"type\":\"T\",\"document\":1,\"document\":2}", "has two `document`"),
            ("{\"type\":\"T\",\"doc\":1}", "has an unknown key `doc`"),
        ] {
            let text = format!("{{\"type\":\"T\",\"document\":1}}\n{line}\n");
            assert_eq!(parse(text.as_bytes()), Err(BadLine { line: 2, why: why.to_owned() }), "{line}");
        }
    }
}
