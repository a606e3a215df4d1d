//! What stands after a backslash, and the sets of characters that ECMA-262 defines.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

/// What an escape stands for.
pub(super) enum Escape {
    Character(char),
    Set(ClassUnicode),
}

/// Where an escape stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Class,
    Outside,
}

/// Length in bytes and message.
type Mistake = (usize, String);

/// The escape at the start of `text`, a backslash included, and its length in bytes.
pub(super) fn read(text: &str, place: Place) -> Result<(Escape, usize), Mistake> {
    let Some(letter) = text.chars().nth(1) else {
        return Err((1, "a backslash at the end; write `\\\\` for the character".to_owned()));
    };
    let character = |character| Ok((Escape::Character(character), 2));
    let set = |set| Ok((Escape::Set(set), 2));
    match letter {
        'd' => set(digits()),
        'D' => set(negated(digits())),
        'w' => set(word_characters()),
        'W' => set(negated(word_characters())),
        's' => set(white_space()),
        'S' => set(negated(white_space())),
        't' => character('\t'),
        'n' => character('\n'),
        'v' => character('\u{B}'),
        'f' => character('\u{C}'),
        'r' => character('\r'),
        'b' if place == Place::Class => character('\u{8}'),
        '0' if !follows_digit(text) => character('\0'),
        'c' => control(text),
        'x' => hexadecimal(text).ok_or_else(|| (2, "`\\x` needs two hexadecimal digits".to_owned())),
        'u' => unicode(text),
        ' ' => character(' '),
        _ if letter.is_ascii_punctuation() => character(letter),
        _ => Err((1 + letter.len_utf8(), refusal(letter))),
    }
}

/// Why an escape is not read.
fn refusal(letter: char) -> String {
    match letter {
        'b' | 'B' => "word boundaries are not supported".to_owned(),
        'p' | 'P' => "Unicode properties are not supported; list the characters in a class".to_owned(),
        '0' => "octal escapes are not supported; write `\\x` and two hexadecimal digits".to_owned(),
        '1'..='9' | 'k' => "back-references are not supported".to_owned(),
        _ => format!("unknown escape; write `{letter}` without the backslash for the character"),
    }
}

fn follows_digit(text: &str) -> bool {
    text.chars().nth(2).is_some_and(|next| next.is_ascii_digit())
}

/// `\cX`: the control character of a letter.
fn control(text: &str) -> Result<(Escape, usize), Mistake> {
    match text.as_bytes().get(2) {
        Some(letter) if letter.is_ascii_alphabetic() => Ok((Escape::Character(char::from(letter & 0x1F)), 3)),
        _ => Err((2, "`\\c` needs a letter".to_owned())),
    }
}

/// `\uHHHH`, two of them for a surrogate pair, or `\u{H…}`.
fn unicode(text: &str) -> Result<(Escape, usize), Mistake> {
    if let Some(rest) = text.strip_prefix("\\u{") {
        let end = rest.find('}').ok_or_else(|| (3, "`\\u{` is not closed".to_owned()))?;
        let digits = rest.get(..end).filter(|digits| is_hexadecimal(digits));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let character = code.and_then(char::from_u32);
        return character
            .map(|character| (Escape::Character(character), end + 4))
            .ok_or_else(|| (end + 4, "not the code of a character".to_owned()));
    }
    let four = "`\\u` needs four hexadecimal digits, or braces".to_owned();
    let first = code_unit(text).ok_or((2, four))?;
    let lone = || (6, "half of a surrogate pair is not a character".to_owned());
    if let Some(character) = char::from_u32(first) {
        return Ok((Escape::Character(character), 6));
    }
    let second = text.get(6..).filter(|rest| rest.starts_with("\\u")).and_then(code_unit).ok_or_else(lone)?;
    if !(0xD800..0xDC00).contains(&first) || !(0xDC00..0xE000).contains(&second) {
        return Err(lone());
    }
    let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    char::from_u32(code).map(|character| (Escape::Character(character), 12)).ok_or_else(lone)
}

fn code_unit(text: &str) -> Option<u32> {
    let digits = text.get(2..6).filter(|digits| is_hexadecimal(digits))?;
    u32::from_str_radix(digits, 16).ok()
}

/// `\xHH`.
fn hexadecimal(text: &str) -> Option<(Escape, usize)> {
    let digits = text.get(2..4).filter(|digits| is_hexadecimal(digits))?;
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((Escape::Character(character), 4))
}

fn is_hexadecimal(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `.`: all but ECMA-262's line terminators.
pub(super) fn dot() -> ClassUnicode {
    negated(class(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]))
}

fn digits() -> ClassUnicode {
    class(&[('0', '9')])
}

fn word_characters() -> ClassUnicode {
    class(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
}

/// White space and line terminators of ECMA-262: U+0085 is not among them, U+FEFF is.
fn white_space() -> ClassUnicode {
    class(&[
        ('\t', '\r'),
        (' ', ' '),
        ('\u{A0}', '\u{A0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{2000}', '\u{200A}'),
        ('\u{2028}', '\u{2029}'),
        ('\u{202F}', '\u{202F}'),
        ('\u{205F}', '\u{205F}'),
        ('\u{3000}', '\u{3000}'),
        ('\u{FEFF}', '\u{FEFF}'),
    ])
}

fn class(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(ranges.iter().map(|(start, end)| ClassUnicodeRange::new(*start, *end)))
}

fn negated(mut class: ClassUnicode) -> ClassUnicode {
    class.negate();
    class
}
