//! What goes through the pipes: lines of ASCII, so that any bytes of a document come through.
//!
//! A request is `<number of the type> <document in hexadecimal>`. An answer has four words for each violation: pointer,
//! code, message and limit; a text is `t` and its UTF-8 in hexadecimal, an integer `i` and the number, no limit is `n`.

use std::borrow::Cow;

use wirewright::{Limit, Violation};

/// A line that asks about a document.
pub(super) fn request(type_index: usize, document: &[u8]) -> Vec<u8> {
    let mut line = format!("{type_index} ").into_bytes();
    line.reserve(document.len() * 2 + 1);
    for byte in document {
        line.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    line.push(b'\n');
    line
}

fn digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'a' + value - 10,
    }
}

/// The violations that a line tells of; `None` where it is no answer.
pub(super) fn answer(line: &str) -> Option<Vec<Violation>> {
    let mut words = line.split(' ').filter(|word| !word.is_empty());
    let mut violations = Vec::new();
    while let Some(pointer) = words.next() {
        let mut next = || words.next();
        let pointer = text(pointer)?;
        let (code, message) = (Cow::Owned(text(next()?)?), Cow::Owned(text(next()?)?));
        let limit = match next()? {
            "n" => None,
            word => Some(match word.strip_prefix('i') {
                Some(number) => Limit::Integer(number.parse().ok()?),
                None => Limit::Text(Cow::Owned(text(word)?)),
            }),
        };
        violations.push(Violation { pointer, code, message, limit });
    }
    Some(violations)
}

fn text(word: &str) -> Option<String> {
    let digits = word.strip_prefix('t')?.as_bytes();
    let value = |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some(value(high)? << 4 | value(low)?),
        _ => None,
    };
    String::from_utf8(digits.chunks(2).map(byte).collect::<Option<_>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_are_asked_about() {
        assert_eq!(request(12, b"\xFF\n\0"), b"12 ff0a00\n");
    }

    #[test]
    fn violations_come_back_whole() {
        let violation = |pointer: &str, code: &'static str, message: &'static str, limit| Violation {
            pointer: pointer.to_owned(),
            code: code.into(),
            message: message.into(),
            limit,
        };
        let expected = [
            violation("/a", "type", "", None),
            violation("", "enum", "M", Some(Limit::Integer(-3))),
            violation("/é", "b", "", Some(Limit::Text("t1".into()))),
        ];
        // The second pointer is empty, which is the document itself.
        assert_eq!(answer("t2f61 t74797065 t n t t656e756d t4d i-3 t2fc3a9 t62 t t7431").unwrap(), expected);
        assert_eq!(answer(""), Some(Vec::new()));
        for line in ["x", "t2f t t", "t2f t t i", "tf t t n", "tff t t n"] {
            assert_eq!(answer(line), None, "{line}");
        }
    }
}
