//! Reading.

use std::fmt;

use super::value::{Number, Value};

/// How deep arrays and objects may stand in each other. A document that goes deeper is a syntax error.
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
    let bytes = text.as_ref();
    let text = std::str::from_utf8(bytes)
        .map_err(|error| SyntaxError { offset: error.valid_up_to(), message: "not UTF-8" })?;
    let mut reader = Reader { text, offset: 0 };
    reader.skip_white_space();
    let value = reader.value(0)?;
    reader.skip_white_space();
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.error("expected the end of the text")),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Always at a character's start.
    offset: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.error("expected a value")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.enter(depth)?;
        let mut entries = Vec::new();
        if self.skip_white_space_and(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.error("expected a key"));
            }
            let key = self.string()?;
            if !self.skip_white_space_and(b':') {
                return Err(self.error("expected a colon"));
            }
            self.skip_white_space();
            entries.push((key, self.value(depth + 1)?));
            if self.skip_white_space_and(b'}') {
                return Ok(Value::Object(entries));
            }
            self.comma("expected a comma or a closing brace")?;
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.enter(depth)?;
        let mut items = Vec::new();
        if self.skip_white_space_and(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.skip_white_space_and(b']') {
                return Ok(Value::Array(items));
            }
            self.comma("expected a comma or a closing bracket")?;
        }
    }

    /// Steps over the opening brace or bracket.
    fn enter(&mut self, depth: usize) -> Result<(), SyntaxError> {
        if depth >= MAX_DEPTH {
            return Err(self.error("nested too deep"));
        }
        self.offset += 1;
        Ok(())
    }

    fn comma(&mut self, message: &'static str) -> Result<(), SyntaxError> {
        if !self.skip_white_space_and(b',') {
            return Err(self.error(message));
        }
        self.skip_white_space();
        Ok(())
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, SyntaxError> {
        if !self.rest().starts_with(word) {
            return Err(self.error("expected a value"));
        }
        self.offset += word.len();
        Ok(value)
    }

    /// The longest run of characters that numbers are made of must be a number.
    fn number(&mut self) -> Result<Value, SyntaxError> {
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let length = self.rest().bytes().take_while(is_part).count();
        let text = self.rest().get(..length).unwrap_or_default();
        let number = Number::from_text(text).ok_or_else(|| self.error("not a number"))?;
        self.offset += length;
        Ok(Value::Number(number))
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        self.offset += 1;
        let mut text = String::new();
        loop {
            let plain =
                self.rest().bytes().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F)).count();
            text.push_str(self.rest().get(..plain).unwrap_or_default());
            self.offset += plain;
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return Err(self.error("a control character in a string")),
                None => return Err(self.error("a string without its closing quote")),
            }
        }
    }

    /// One escape, from its backslash; both halves of a surrogate pair.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.offset;
        let simple = match self.rest().as_bytes().get(1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => return Err(self.error("an unknown escape")),
        };
        self.offset += 2;
        Ok(simple)
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, SyntaxError> {
        const LONE: &str = "half of a surrogate pair";
        let first = self.code_unit()?;
        let code = match first {
            0xD800..=0xDBFF if self.rest().starts_with("\\u") => {
                let second = self.code_unit()?;
                if !(0xDC00..=0xDFFF).contains(&second) {
                    return Err(SyntaxError { offset: start, message: LONE });
                }
                0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
            }
            code => code,
        };
        char::from_u32(code).ok_or(SyntaxError { offset: start, message: LONE })
    }

    /// `\u` and four hexadecimal digits.
    fn code_unit(&mut self) -> Result<u32, SyntaxError> {
        let digits =
            self.rest().get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.error("an escape needs four hexadecimal digits"))?;
        self.offset += 6;
        Ok(unit)
    }

    /// Skips white space, and the byte if it comes next.
    fn skip_white_space_and(&mut self, byte: u8) -> bool {
        self.skip_white_space();
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    fn skip_white_space(&mut self) {
        self.offset +=
            self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn error(&self, message: &'static str) -> SyntaxError {
        SyntaxError { offset: self.offset, message }
    }
}
