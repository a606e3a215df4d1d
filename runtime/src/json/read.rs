//! A document as a value.

use std::fmt;

use super::document::{Document, Kind, Node};
use super::value::{Number, Value};

/// How deep arrays and objects may stand in each other in what is read; the document itself is the first level. What
/// is ignored may be deeper.
pub const MAX_DEPTH: usize = 128;

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The place, in bytes from the start.
    pub offset: usize,
    /// What is wrong there; one of a fixed set of texts.
    pub message: &'static str,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at byte {}", self.message, self.offset)
    }
}

impl std::error::Error for SyntaxError {}

/// Reads a JSON text (RFC 8259): one value and white space around it.
///
/// Stricter than the RFC demands where readers disagree: a byte order mark, an escape that is half of a surrogate
/// pair, and bytes that are not UTF-8 are errors. More lenient than most: duplicate keys are kept, numbers have any
/// size.
///
/// # Errors
/// The first mistake, with its place.
///
/// # Example
/// ```
/// use wirewright::json::{Value, parse};
///
/// let value = parse(r#"{"a": 1.50, "a": 2}"#)?;
/// assert_eq!(value.to_string(), r#"{"a":1.50,"a":2}"#);
/// assert_eq!(parse("[1,]").map_err(|error| error.offset), Err(3));
/// # Ok::<(), wirewright::json::SyntaxError>(())
/// ```
pub fn parse(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Value, SyntaxError> {
    value(Document::parse(text)?.root())
}

fn value(node: Node<'_>) -> Result<Value, SyntaxError> {
    let error = |message| SyntaxError { offset: node.offset(), message };
    Ok(match node.kind() {
        Kind::Array | Kind::Object if node.is_too_deep() => return Err(error("nested too deep")),
        Kind::Null => Value::Null,
        Kind::Bool => Value::Bool(node.text() == "true"),
        Kind::Number => Value::Number(Number::from_text(node.text()).ok_or_else(|| error("not a number"))?),
        Kind::String => Value::String(string(node)?),
        Kind::Array => Value::Array(node.elements().map(value).collect::<Result<_, _>>()?),
        Kind::Object => {
            let entry = |(key, node)| Ok((string(key)?, value(node)?));
            Value::Object(node.entries().map(entry).collect::<Result<_, _>>()?)
        }
    })
}

fn string(node: Node<'_>) -> Result<String, SyntaxError> {
    let lone = || SyntaxError { offset: node.offset(), message: "half of a surrogate pair" };
    Ok(node.string().ok_or_else(lone)?.into_owned())
}
