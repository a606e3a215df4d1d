use super::*;

mod oracle;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn keeps_its_text_and_compares_by_value() {
    assert_eq!(decimal("1.00").to_string(), "1.00");
    assert_eq!(decimal("1.00"), decimal("1"));
    assert!(decimal("-2") < decimal("1e-5"));
}

#[test]
fn the_sign_is_the_values() {
    for (text, is_zero, is_positive) in [
        ("0", true, false),
        ("-0.00e5", true, false),
        ("0.001", false, true),
        ("1e-10000", false, true),
        ("-1e-10000", false, false),
        ("-3", false, false),
    ] {
        assert_eq!((decimal(text).is_zero(), decimal(text).is_positive()), (is_zero, is_positive), "{text}");
    }
}

#[test]
fn json_keeps_every_digit() {
    for text in [
        "19.90",
        "0.1",
        "-0.0",
        "-0",
        "1e2",
        "1E+2",
        "12345678901234567890.123456789012345678901234567890",
        "7",
        "-7",
        "10000000000000000000000",
    ] {
        let read: Decimal = serde_json::from_str(text).unwrap();
        assert_eq!(read.as_str(), text);
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        let from_reader: Vec<Decimal> = serde_json::from_reader(format!("[ {text} ]").as_bytes()).unwrap();
        assert_eq!(from_reader[0].as_str(), text);
    }
}

/// Written by a serializer that knows nothing of serde_json.
struct Shown(Decimal);

impl fmt::Display for Shown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        ::serde::Serialize::serialize(&self.0, formatter)
    }
}

#[test]
fn a_plain_integer_is_one_in_every_format() {
    assert_eq!(Shown(decimal("-7")).to_string(), "-7");
    assert_eq!(Shown(decimal("9223372036854775807")).to_string(), "9223372036854775807");
}

#[test]
fn through_a_value_it_is_as_exact_as_the_value() {
    let value = serde_json::json!({ "a": 19.9, "b": 5, "c": u64::MAX });
    assert_eq!(serde_json::from_value::<Decimal>(value["a"].clone()).unwrap().as_str(), "19.9");
    assert_eq!(serde_json::from_value::<Decimal>(value["b"].clone()).unwrap().as_str(), "5");
    assert_eq!(
        serde_json::from_value::<Decimal>(value["c"].clone()).unwrap().as_str(),
        "18446744073709551615"
    );
    assert_eq!(serde_json::to_value(decimal("19.9")).unwrap(), value["a"]);
}

#[test]
fn only_numbers_are_read_natively() {
    for json in ["\"1\"", "null", "true", "[1]", "{}", "{\"a\":1}", "NaN"] {
        assert!(serde_json::from_str::<Decimal>(json).is_err(), "{json}");
    }
    assert!(serde_json::from_str::<Decimal>(&"1".repeat(101)).is_err());
}

#[test]
fn limits() {
    assert!(decimal(&"9".repeat(100)) > decimal("0"));
    assert_eq!("1".repeat(101).parse::<Decimal>(), Err(ParseDecimalError::TooManyDigits));
    assert_eq!(
        format!("0.{}{}", "0".repeat(500), "1".repeat(101)).parse::<Decimal>(),
        Err(ParseDecimalError::TooManyDigits)
    );
    assert_eq!(format!("1{}", "0".repeat(100)).parse::<Decimal>(), Err(ParseDecimalError::TooManyDigits));
    assert!(format!("0.{}1", "0".repeat(500)).parse::<Decimal>().is_ok());
    assert_eq!(decimal(&format!("0.{}", "0".repeat(500))), decimal("0"));
    assert!(decimal("1e10000") > decimal("1e9999"));
    assert!(decimal("1e-00010000") < decimal("1e-9999"));
    for text in ["1e10001", "1e-10001", "0e10001", "1e99999999999999999999999", "1.5E+10001"] {
        assert_eq!(text.parse::<Decimal>(), Err(ParseDecimalError::ExponentOutOfRange), "{text}");
    }
    for text in ["", "+1", "01", ".5", "5.", "1e", "0x10", "NaN", "Infinity", "1,5", "1_000", " 1", "１"] {
        assert_eq!(text.parse::<Decimal>(), Err(ParseDecimalError::Syntax), "{text}");
    }
}

#[test]
fn multiples_of_all_sizes() {
    for (value, divisor) in [
        ("1e10000", "1e-10000"),
        ("3e10000", "3"),
        ("1e10000", "5e-1"),
        ("0", "7"),
        ("-0.0", "0.3"),
        ("0", "0"),
        ("-4.50", "1.5"),
        ("1e400", "1024e300"),
        ("1e10000", &format!("1{}e9000", "0".repeat(99))),
        ("6", "0.003"),
        ("1e340", "1267650600228229401496703205376"),
    ] {
        assert!(decimal(value).is_multiple_of(&decimal(divisor)), "{value} of {divisor}");
    }
    for (value, divisor) in [
        ("1", "0"),
        ("1e10000", "3"),
        ("1e-10000", "1"),
        ("0.05", "0.1"),
        ("1.001", "0.01"),
        ("1e30", "7e-5000"),
    ] {
        assert!(!decimal(value).is_multiple_of(&decimal(divisor)), "{value} of {divisor}");
    }
    let large = "9".repeat(100);
    assert!(decimal(&format!("{large}e10000")).is_multiple_of(&decimal(&format!("{large}e-10000"))));
    assert!(!decimal(&format!("{large}e10000")).is_multiple_of(&decimal(&format!("{}8", "9".repeat(99)))));
}

#[test]
fn from_integers() {
    for value in [0, 1, -1, i64::MAX, i64::MIN] {
        assert_eq!(Decimal::from(value).as_str(), value.to_string());
    }
    assert!(
        Decimal::from(1).is_positive() && !Decimal::from(0).is_positive() && !decimal("-0.1").is_positive()
    );
    assert!(decimal("0.00").is_zero());
}

#[test]
fn what_other_formats_hand_over() {
    use ::serde::Deserialize;
    use ::serde::de::IntoDeserializer;
    use ::serde::de::value::{Error, F64Deserializer};

    for (float, text) in [
        (19.9, Some("19.9")),
        (1e300, Some("1e300")),
        (-1.5e-7, Some("-1.5e-7")),
        (1.0, Some("1.0")),
        (f64::NAN, None),
        (f64::INFINITY, None),
    ] {
        let deserializer: F64Deserializer<Error> = float.into_deserializer();
        assert_eq!(Decimal::deserialize(deserializer).ok().as_ref().map(Decimal::as_str), text);
    }
}
