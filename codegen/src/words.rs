//! The words that both backends make identifiers of.
//!
//! - A text is split at everything that is no ASCII letter or digit and where case changes, as `heck` does:
//!   `paymentRequestId` is `payment request id`, `SDK_CALL_URL_ERROR` is `sdk call url error`.
//! - The empty text is the word `empty`.
//! - A text without a single letter or digit, or with one outside ASCII, has no words: it needs a name in the spec.
//! - Event codes, which an SDK reports, lose a first word `sdk`: `SDK_START_OF_LOADING` is `start of loading`. Not where
//!   nothing or a digit would come first then. Each code is looked at alone, since what its siblings begin with
//!   changes with the next one of them; a longer prefix is dropped by `name:`. Words given by `name:` are left as
//!   they are, and so are values of other enums.
//!
//! A digit may come first (`3ds`): each backend puts an underscore before it.

use heck::ToSnakeCase;

use crate::model::{EnumDef, EnumKind, EnumValue};

/// The words of a name in lower case; `None` where it has none that an identifier could be made of.
///
/// ```
/// use wirewright_codegen::words::words;
///
/// assert_eq!(words("needCVV"), Some(vec!["need".to_owned(), "cvv".to_owned()]));
/// assert_eq!(words(""), Some(vec!["empty".to_owned()]));
/// assert_eq!(words("+/-"), None);
/// ```
pub fn words(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(vec!["empty".to_owned()]);
    }
    if text.chars().any(|letter| letter.is_alphanumeric() && !letter.is_ascii()) {
        return None;
    }
    let ascii: String =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    let words: Vec<String> =
        ascii.to_snake_case().split('_').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    (!words.is_empty()).then_some(words)
}

/// The words of each value of an enum, in order: those of `name:` where there is one, else those of the text on
/// the wire, for event codes without a first word that says nothing.
pub fn value_words(enumeration: &EnumDef) -> Vec<Option<Vec<String>>> {
    let of_value = |value: &EnumValue| match (&value.name.word, enumeration.kind) {
        (Some(word), _) => words(word),
        (None, EnumKind::Events) => words(&value.name.text).map(without_carrier),
        (None, EnumKind::Enum | EnumKind::Codes) => words(&value.name.text),
    };
    enumeration.values.iter().map(of_value).collect()
}

/// Drops the first word of an event code where it is `sdk` and the others can do without it.
fn without_carrier(words: Vec<String>) -> Vec<String> {
    match words.as_slice() {
        [first, second, ..] if first == "sdk" && !starts_with_digit(second) => {
            words.into_iter().skip(1).collect()
        }
        _ => words,
    }
}

/// Whether an identifier of this text needs something before it.
pub fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> Option<String> {
        words(text).map(|words| words.join(" "))
    }

    #[test]
    fn texts_are_split_at_case_and_punctuation() {
        for (text, expected) in [
            ("paymentRequestId", "payment request id"),
            ("SDK_CALL_URL_ERROR", "sdk call url error"),
            ("en_US", "en us"),
            ("callURLError", "call url error"),
            ("threeDSResult", "three ds result"),
            ("3DS", "3ds"),
            ("card-number", "card number"),
            ("@type", "type"),
            ("  two  words ", "two words"),
            ("", "empty"),
        ] {
            assert_eq!(joined(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn texts_without_usable_letters_have_no_words() {
        for text in ["+", "_", " ", "città", "Ключ", "支付", "😀", "٣"] {
            assert_eq!(joined(text), None, "{text}");
        }
    }

    #[test]
    fn event_codes_lose_the_word_sdk_each_for_itself() {
        for (text, expected) in [
            ("SDK_START", "start"),
            ("SDK_CALL_URL_ERROR", "call url error"),
            ("SDK", "sdk"),
            ("SDK_3DS", "sdk 3ds"),
            ("SDKA_X", "sdka x"),
            ("START_SDK", "start sdk"),
            ("SDK_SDK_START", "sdk start"),
        ] {
            let words = without_carrier(words(text).expect("words")).join(" ");
            assert_eq!(words, expected, "{text}");
        }
    }
}
