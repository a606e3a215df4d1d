//! The grammar of JSON (RFC 8259), one token at a time.

use crate::number::Parts;

use super::SyntaxError;

/// Reads tokens from a text.
pub(super) struct Scanner<'t> {
    bytes: &'t [u8],
    pub(super) offset: usize,
}

/// What is said of a string beside its end.
#[derive(Clone, Copy, Default)]
pub(super) struct Escapes {
    /// There is a backslash in it.
    pub(super) any: bool,
    /// One of them is half of a surrogate pair.
    pub(super) lone_surrogate: bool,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Scanner { bytes: text.as_bytes(), offset: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.offset).copied()
    }

    pub(super) fn error(&self, message: &'static str) -> SyntaxError {
        SyntaxError { offset: self.offset, message }
    }

    pub(super) fn skip_white_space(&mut self) {
        self.offset += count(self.rest(), |byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Skips white space, and the byte if it comes next.
    pub(super) fn skip_white_space_and(&mut self, byte: u8) -> bool {
        self.skip_white_space();
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    /// `true`, `false` or `null`.
    pub(super) fn word(&mut self, word: &str) -> Result<(), SyntaxError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.error("expected a value"));
        }
        self.offset += word.len();
        Ok(())
    }

    /// The longest run of characters that numbers are made of must be a number.
    pub(super) fn number(&mut self) -> Result<(), SyntaxError> {
        let is_part = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let length = count(self.rest(), is_part);
        match self.rest().get(..length).and_then(Parts::scan) {
            Some(_) => {
                self.offset += length;
                Ok(())
            }
            None => Err(self.error("not a number")),
        }
    }

    /// A string, from its opening quote to behind its closing one.
    pub(super) fn string(&mut self) -> Result<Escapes, SyntaxError> {
        self.offset += 1;
        let mut escapes = Escapes::default();
        loop {
            self.offset += count(self.rest(), |byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F));
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(escapes);
                }
                Some(b'\\') => {
                    escapes.any = true;
                    escapes.lone_surrogate |= self.escape()?.is_none();
                }
                Some(_) => return Err(self.error("a control character in a string")),
                None => return Err(self.error("a string without its closing quote")),
            }
        }
    }

    /// One escape, from its backslash, both halves of a surrogate pair; `None` where one half stands alone.
    pub(super) fn escape(&mut self) -> Result<Option<char>, SyntaxError> {
        let simple = match self.rest().get(1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(self.error("an unknown escape")),
        };
        self.offset += 2;
        Ok(Some(simple))
    }

    fn unicode_escape(&mut self) -> Result<Option<char>, SyntaxError> {
        let first = self.code_unit()?;
        if !(0xD800..=0xDBFF).contains(&first) || !self.rest().starts_with(b"\\u") {
            return Ok(char::from_u32(first));
        }
        let behind_first = self.offset;
        let second = self.code_unit()?;
        if !(0xDC00..=0xDFFF).contains(&second) {
            // It may be the first half of another pair.
            self.offset = behind_first;
            return Ok(None);
        }
        Ok(char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)))
    }

    /// `\u` and four hexadecimal digits.
    fn code_unit(&mut self) -> Result<u32, SyntaxError> {
        let digits = self.rest().get(2..6).unwrap_or_default();
        let unit =
            digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?));
        match unit {
            Some(unit) if digits.len() == 4 => {
                self.offset += 6;
                Ok(unit)
            }
            _ => Err(self.error("an escape needs four hexadecimal digits")),
        }
    }

    fn rest(&self) -> &'t [u8] {
        self.bytes.get(self.offset..).unwrap_or_default()
    }
}

fn count(bytes: &[u8], is_part: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| is_part(**byte)).count()
}
