//! What is refused, with which words and where.

use super::*;

fn refused(pattern: &str) -> (String, &str) {
    let error = compile(pattern).expect_err(pattern);
    let place = pattern.get(error.range.clone()).unwrap_or_else(|| panic!("{pattern}: {:?}", error.range));
    (error.message, place)
}

#[test]
fn with_its_place() {
    for (pattern, place, word) in [
        ("é(?=a)", "(?=", "look-ahead"),
        ("a(?!b)", "(?!", "look-ahead"),
        ("(?<=a)b", "(?<=", "look-behind"),
        ("(?<!a)b", "(?<!", "look-behind"),
        ("(?<year>a)", "(?<", "named groups"),
        ("(?i)a", "(?", "flags"),
        ("(?m:^a)", "(?", "flags"),
        (r"(a)\1", r"\1", "back-references"),
        (r"\k<a>", r"\k", "back-references"),
        (r"é\b", r"\b", "word boundaries"),
        (r"\B", r"\B", "word boundaries"),
        (r"[\B]", r"\B", "word boundaries"),
        (r"\p{L}", r"\p", "properties"),
        (r"[\P{L}]", r"\P", "properties"),
        (r"\00", r"\0", "octal"),
        (r"\q", r"\q", "unknown escape"),
        (r"\Z", r"\Z", "unknown escape"),
        (r"\é", r"\é", "unknown escape"),
        ("a\\", "\\", "backslash"),
        ("[a\\", "\\", "backslash"),
        (r"\xg0", r"\x", "two hexadecimal"),
        (r"\x+4", r"\x", "two hexadecimal"),
        (r"\u00g0", r"\u", "four hexadecimal"),
        (r"\u+041", r"\u", "four hexadecimal"),
        (r"\u{+41}", r"\u{+41}", "not the code"),
        (r"\u{}", r"\u{}", "not the code"),
        (r"\u{110000}", r"\u{110000}", "not the code"),
        (r"\u{D800}", r"\u{D800}", "not the code"),
        (r"\u{41", r"\u{", "not closed"),
        (r"\uD83D", r"\uD83D", "surrogate"),
        (r"\uD83D\u0041", r"\uD83D", "surrogate"),
        (r"\uDE00\uD83D", r"\uDE00", "surrogate"),
        (r"\c1", r"\c", "letter"),
        ("a**", "*", "nothing to repeat"),
        ("a*??", "?", "nothing to repeat"),
        ("^*", "*", "nothing to repeat"),
        ("+a", "+", "nothing to repeat"),
        ("a|?", "?", "nothing to repeat"),
        ("a++", "+", "nothing to repeat"),
        ("{2}", "{", "write"),
        ("a}", "}", "write"),
        ("a]", "]", "write"),
        ("a{", "{", "not a count"),
        ("a{,3}", "{,3}", "not a count"),
        ("a{x}", "{x}", "not a count"),
        ("a{1 }", "{1 }", "not a count"),
        ("a{3,2}", "{3,2}", "out of order"),
        ("a{2049}", "{2049}", "at most 2048"),
        ("a{99999999999999999999}", "{99999999999999999999}", "at most 2048"),
        ("(a", "(", "not closed"),
        ("a)", ")", "closes no group"),
        ("[a", "[", "not closed"),
        ("[a-", "[", "not closed"),
        ("[]", "[]", "empty"),
        ("[z-a]", "z-a", "out of order"),
        (r"[\d-z]", r"\d-z", "each end"),
        (r"[a-\d]", r"a-\d", "each end"),
    ] {
        let (message, found) = refused(pattern);
        assert!(message.contains(word), "{pattern}: {message}");
        assert_eq!(found, place, "{pattern}: {message}");
    }
}

#[test]
fn what_is_too_large() {
    for (pattern, place) in [
        ("^.{1,2040}$", "{1,2040}"),
        (r"^[\w\u00C0-\uFFFF]{1,600}$", "{1,600}"),
        ("(a|b)*a(a|b){16}$", "{16}"),
        ("(((a{1000}){1000}){1000})$", "{1000}"),
        ("^(a{2,}b{3}){1024}$", "{1024}"),
        ("[ab].{1000}c", "{1000}"),
        ("(.*a){2048}", "{2048}"),
        ("((.*){2048}){2048}b{9}$", "{2048}"),
        (r"^\S{1,600}$", "{1,600}"),
        ("[ab].{20}c", "{20}"),
    ] {
        let (message, found) = refused(pattern);
        assert!(message.contains("maxLength"), "{pattern}: {message}");
        assert_eq!(found, place, "{pattern}");
    }
}

/// States and bytes that are just allowed, and one state more. A chain of letters has a state before each, one behind the
/// last and one from which nothing matches; a column for each letter and one for the rest.
#[test]
fn limits_are_exact() {
    assert_eq!(table("^a{2046}$").accepting.len(), MAX_STATES);
    assert!(compile("^a{2047}$").is_err());
    assert_eq!(table("^(?:abc){596}ab$").size(), MAX_BYTES);
    assert!(compile("^(?:abc){597}$").is_err());
}

#[test]
fn deep_nesting_is_an_error_and_not_an_overflow() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(compile(&nested(100)).is_ok());
    assert!(
        compile(&nested(101))
            .is_err_and(|error| error.message.contains("nested") && error.range == (100..101))
    );
    assert!(compile(&"(".repeat(MAX_LENGTH)).is_err());
    let repeated = format!("{}a{}", "(?:".repeat(100), ")*".repeat(100));
    assert!(compile(&repeated).is_ok());
    assert!(compile(&"a|".repeat(MAX_LENGTH / 2)).is_ok());
    assert!(compile(&"a|".repeat(MAX_LENGTH)).is_err_and(|error| error.message.contains("4096 bytes")));
}

/// What schema/VALIDATION.md advises instead.
#[test]
fn what_fits() {
    for pattern in [r"^\S+$", "^[a-z]{1,600}$", "^[ab][^c]{20}c$"] {
        assert!(compile(pattern).is_ok(), "{pattern}");
    }
}
