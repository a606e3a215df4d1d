//! The words that both backends make identifiers of.
//!
//! - A text is split at everything that is no ASCII letter or digit and where case changes, as `heck` does:
//!   `paymentRequestId` is `payment request id`, `SDK_CALL_URL_ERROR` is `sdk call url error`.
//! - The empty text is the word `empty`.
//! - A text without a single letter or digit, or with one outside ASCII, has no words: it needs a name in the spec.
//! - Event codes lose the words that all of them begin with (`SDK_START_OF_LOADING` is `start of loading`), unless a
//!   code would be left with nothing or with a digit first; then all of them keep all of their words. Words given
//!   by `name:` are left as they are. Values of other enums keep their prefix, so that a new value renames nothing.
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
/// the wire, for event codes without the words that all texts begin with.
pub fn value_words(enumeration: &EnumDef) -> Vec<Option<Vec<String>>> {
    let texts: Vec<Option<Vec<String>>> =
        enumeration.values.iter().map(|value| words(&value.name.text)).collect();
    let dropped = match enumeration.kind {
        EnumKind::Events => common_prefix(&texts),
        EnumKind::Enum | EnumKind::Codes => 0,
    };
    let chosen = |(value, text): (&EnumValue, Option<Vec<String>>)| match &value.name.word {
        Some(word) => words(word),
        None => text.map(|words| words.into_iter().skip(dropped).collect()),
    };
    enumeration.values.iter().zip(texts).map(chosen).collect()
}

/// How many words all names begin with and can do without: none where there is one name only, where a name has no
/// words, or where dropping them would leave a name with nothing or with a digit first.
pub fn common_prefix(names: &[Option<Vec<String>>]) -> usize {
    let Some(names) = names.iter().map(Option::as_deref).collect::<Option<Vec<&[String]>>>() else {
        return 0;
    };
    let [first, others @ ..] = names.as_slice() else { return 0 };
    if others.is_empty() {
        return 0;
    }
    let shared =
        |name: &&[String]| first.iter().zip(name.iter()).take_while(|(left, right)| left == right).count();
    let length = others.iter().map(shared).min().unwrap_or(0);
    let usable = |name: &&[String]| name.get(length).is_some_and(|word| !starts_with_digit(word));
    if names.iter().all(usable) { length } else { 0 }
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

    fn prefix(texts: &[&str]) -> usize {
        common_prefix(&texts.iter().map(|text| words(text)).collect::<Vec<_>>())
    }

    #[test]
    fn the_shared_prefix_is_whole_words() {
        assert_eq!(prefix(&["SDK_START", "SDK_END"]), 1);
        assert_eq!(prefix(&["SDK_CALL_A", "SDK_CALL_B"]), 2);
        assert_eq!(prefix(&["START", "STOP"]), 0);
        assert_eq!(prefix(&["SDKA_X", "SDKB_X"]), 0);
    }

    #[test]
    fn the_prefix_stays_where_dropping_it_would_hurt() {
        assert_eq!(prefix(&[]), 0);
        assert_eq!(prefix(&["SDK_START"]), 0, "alone");
        assert_eq!(prefix(&["SDK", "SDK_START"]), 0, "nothing left");
        assert_eq!(prefix(&["SDK_3DS", "SDK_START"]), 0, "a digit first");
        assert_eq!(prefix(&["SDK_A", "+"]), 0, "a name without words");
    }
}
