use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;

fn value(text: &str) -> Value {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn keeps_duplicates_order_and_numbers() {
    let text =
        r#"{"b":1.50,"a":[1E+2,-0,123456789012345678901234567890],"b":{"":null},"c":"\"\\\n\u0001é/"}"#;
    assert_eq!(value(text).to_string(), text);
    assert_eq!(value(text).get("b"), Some(&value(r#"{"":null}"#)));
    assert_eq!(value(" \t\r\n[ 1 , true ,false,null ] \n"), value("[1,true,false,null]"));
}

#[test]
fn escapes() {
    assert_eq!(
        value(r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000""#),
        Value::String("\"\\/\u{8}\u{C}\n\r\té😀\0".to_owned())
    );
}

#[test]
fn mistakes_have_a_place() {
    for (text, offset, message) in [
        ("", 0, "expected a value"),
        ("  ", 2, "expected a value"),
        ("\u{FEFF}1", 0, "expected a value"),
        ("1 2", 2, "expected the end of the text"),
        ("tru", 0, "expected a value"),
        ("nulls", 4, "expected the end of the text"),
        ("[1,]", 3, "expected a value"),
        ("[1 2]", 3, "expected a comma or a closing bracket"),
        ("[1", 2, "expected a comma or a closing bracket"),
        ("{\"a\":1,}", 7, "expected a key"),
        ("{a:1}", 1, "expected a key"),
        ("{\"a\" 1}", 5, "expected a colon"),
        ("{\"a\":1 \"b\":2}", 7, "expected a comma or a closing brace"),
        ("01", 0, "not a number"),
        ("[1.]", 1, "not a number"),
        ("+1", 0, "expected a value"),
        ("-", 0, "not a number"),
        ("1e5-3", 0, "not a number"),
        ("\"é", 3, "a string without its closing quote"),
        ("\"é\n\"", 3, "a control character in a string"),
        (r#""é\x""#, 3, "an unknown escape"),
        (r#""\u00g0""#, 1, "an escape needs four hexadecimal digits"),
        (r#""\u+123""#, 1, "an escape needs four hexadecimal digits"),
        (r#""\u12"#, 1, "an escape needs four hexadecimal digits"),
        (r#""a\uD83D""#, 0, "half of a surrogate pair"),
        (r#""a\uD83Dx""#, 0, "half of a surrogate pair"),
        (r#""a\uD83D\n""#, 0, "half of a surrogate pair"),
        (r#""a\uD83D\u0041""#, 0, "half of a surrogate pair"),
        (r#""\uDE00""#, 0, "half of a surrogate pair"),
    ] {
        assert_eq!(parse(text), Err(SyntaxError { offset, message }), "{text:?}");
    }
    assert_eq!(parse(b"[\"\xff\"]"), Err(SyntaxError { offset: 2, message: "not UTF-8" }));
    assert_eq!(parse(b"\"\xed\xa0\x80\""), Err(SyntaxError { offset: 1, message: "not UTF-8" }));
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(
        parse(&nested(MAX_DEPTH + 1)),
        Err(SyntaxError { offset: MAX_DEPTH, message: "nested too deep" })
    );
    assert!(parse(&nested(100_000)).is_err_and(|error| error.message == "nested too deep"));
    assert!(Document::parse(&nested(100_000)).is_ok());
    assert!(parse(&"{\"a\":".repeat(100_000)).is_err_and(|error| error.message == "expected a value"));
}

#[test]
fn sameness_is_that_of_values() {
    for (left, right) in [
        ("1", "1.0"),
        ("[100]", "[1e2]"),
        (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1.00}"#),
        ("-0", "0"),
        (r#""\u0041""#, r#""A""#),
        (r#"{"a":1,"b":0,"a":2}"#, r#"{"b":0,"a":1,"a":2}"#),
        ("1e99999999999999999999999", "1.0e99999999999999999999999"),
    ] {
        assert!(value(left).is_same(&value(right)), "{left} {right}");
    }
    for (left, right) in [
        ("1", "\"1\""),
        ("1", "true"),
        ("[1,2]", "[2,1]"),
        ("null", "false"),
        (r#"{"a":1}"#, r#"{"a":1,"b":null}"#),
        ("[]", "{}"),
        ("\"é\"", r#""e\u0301""#),
        (r#"{"a":1,"a":2}"#, r#"{"a":2,"a":1}"#),
        ("9007199254740993", "9007199254740992"),
        ("0.1", "0.1000000000000000000000000000000001"),
    ] {
        assert!(!value(left).is_same(&value(right)), "{left} {right}");
    }
}

#[test]
fn numbers() {
    assert_eq!(Number::from_text("-12").and_then(|number| number.as_i64()), Some(-12));
    for text in ["12.0", "1e3", "9223372036854775808"] {
        assert_eq!(Number::from_text(text).unwrap().as_i64(), None, "{text}");
    }
    assert!(Number::from_text("01").is_none());
    assert_eq!(Number::from_text("1.50").unwrap().to_decimal().unwrap().as_str(), "1.50");
    assert!(Number::from_text("1e99999").unwrap().to_decimal().is_err());
}

#[test]
fn pretty() {
    let text = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": \"x\"\n}";
    assert_eq!(value(text).to_pretty(), text);
    assert_eq!(value("5").to_pretty(), "5");
}

fn any_value() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?(e[0-9])?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|text| Value::Number(Number::from_text(text).unwrap())),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec(("[ab\"\\\\é\n]{0,2}", inner), 0..6).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(value in any_value()) {
        prop_assert_eq!(&parse(&value.to_string()).unwrap(), &value);
        prop_assert_eq!(&parse(&value.to_pretty()).unwrap(), &value);
        prop_assert_eq!(value.to_string(), parse(&value.to_pretty()).unwrap().to_string());
    }

    #[test]
    fn reads_what_serde_json_reads(text in r#"([\[\]{}:, \n]|"[a\\"u0-9]{0,4}"|-?[0-9.eE+]{1,4}|true|null|\\u[dD8cC][0-9a-f]{2}){0,12}"#) {
        let expected = serde_json::from_str::<serde_json::Value>(&text);
        // A float cannot hold every number.
        if !expected.as_ref().is_err_and(|error| error.to_string().contains("out of range")) {
            prop_assert_eq!(parse(&text).is_ok(), expected.is_ok(), "{}", text);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_within_them(bytes in proptest::collection::vec(any::<u8>(), 0..32)) {
        if let Err(error) = parse(&bytes) {
            prop_assert!(error.offset <= bytes.len());
        }
    }

    #[test]
    fn the_order_is_total(a in any_value(), b in any_value(), c in any_value()) {
        prop_assert_eq!(a.compare(&b), b.compare(&a).reverse());
        prop_assert_eq!(a.compare(&a), Ordering::Equal);
        if a.compare(&b).is_le() && b.compare(&c).is_le() {
            prop_assert!(a.compare(&c).is_le());
        }
    }
}
