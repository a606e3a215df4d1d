use std::collections::{BTreeMap, HashMap};

use serde::ser::{Error, SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::*;
use crate::wire::{As, Text};
use crate::{Nullable, OpenEnum};

mod random;

fn bytes(value: impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, &value).unwrap();
    bytes
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Whether two documents mean the same, read as one type.
fn same_as<T: for<'de> Deserialize<'de> + Serialize>(left: &str, right: &str) -> bool {
    let read = |text: &str| serde_json::from_str::<T>(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    bytes(read(left)) == bytes(read(right))
}

#[test]
fn numbers_in_json_are_integers_or_doubles() {
    for (left, right) in [
        ("1", "1.0"),
        ("0", "-0"),
        ("0", "-0.0"),
        ("100", "1e2"),
        ("-120", "-1.2e2"),
        ("0.1", "0.1000000000000000055511151231257827"),
        ("9007199254740991", "9007199254740991.0"),
        ("-9007199254740991", "-9007199254740991.0"),
        ("9007199254740992.0", "9007199254740993.0"),
        ("18446744073709551616", "18446744073709551617"),
        ("1e-400", "0"),
    ] {
        assert!(same_as::<Value>(left, right), "{left} == {right}");
    }
    for (left, right) in [
        ("1", "\"1\""),
        ("1", "true"),
        ("1", "10"),
        ("1", "-1"),
        ("0", "false"),
        ("0", "null"),
        ("0", "5e-324"),
        ("0.1", "0.10000000000000003"),
        ("9007199254740992", "9007199254740993"),
        ("9007199254740992", "9007199254740992.0"),
        ("-9007199254740992", "-9007199254740992.0"),
        ("9223372036854775807", "9223372036854775808"),
        ("18446744073709551615", "18446744073709551616"),
        ("18446744073709551615", "18446744073709551614"),
    ] {
        assert!(!same_as::<Value>(left, right), "{left} != {right}");
    }
}

/// `float_roundtrip`: the nearest double, which is what Rust reads.
#[test]
fn doubles_are_the_nearest() {
    for text in ["1.1125369292536007e-308", "5.2e-145", "2.225073858507201e-308", "51.24817837550540", "7e22"]
    {
        assert_eq!(json(text).as_f64(), text.parse().ok(), "{text}");
    }
}

#[test]
fn json_is_the_same_in_any_depth() {
    assert!(same_as::<Value>(r#"{"a":[0.5],"b":{"d":1,"c":-0.0}}"#, r#"{"b":{"c":0,"d":1.0},"a":[5e-1]}"#));
    let different = [
        "[]",
        "{}",
        "[null]",
        "null",
        "\"null\"",
        "\"\"",
        "[[]]",
        "[[],[]]",
        "[{}]",
        "[1,2]",
        "[2,1]",
        "[12]",
        "{\"a\":null}",
        "{\"a\":1,\"b\":2}",
        "{\"a\":2,\"b\":1}",
        "{\"ab\":1}",
        "{\"a\":{\"b\":1}}",
        "[\"a\",\"b\"]",
        "[\"ab\"]",
        "[\"a,b\"]",
        "\"é\"",
        "\"e\u{301}\"",
        "\"A\"",
        "\"a\"",
        "\"a\\u0000\"",
        "\"1\"",
        "\"#1e0;\"",
    ];
    for (index, left) in different.iter().enumerate() {
        for right in &different[index + 1..] {
            assert!(!same_as::<Value>(left, right), "{left} != {right}");
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Prices {
    native: Decimal,
    #[serde(with = "As::<Text>")]
    text: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "As::<Option<Vec<Text>>>")]
    more: Option<Vec<Decimal>>,
}

#[test]
fn decimals_by_value_in_whichever_form() {
    let prices =
        |number: &str, text: &str| format!(r#"{{"native":{number},"text":"{text}","more":["{text}"]}}"#);
    let same = |left: (&str, &str), right: (&str, &str)| {
        same_as::<Prices>(&prices(left.0, left.1), &prices(right.0, right.1))
    };
    assert!(same(("1.50", "1.5"), ("1.5", "15e-1")));
    assert!(same(("5", "5"), ("5.0", "5e0")));
    assert!(same(("5e0", "5.00"), ("0.5e1", "500e-2")));
    assert!(same(("0", "-0"), ("-0.0", "0e5")));
    assert!(same(("1e10000", "1e-10000"), ("10e9999", "0.1e-9999")));
    assert!(same(("9007199254740992.0", "1"), ("9007199254740992", "1")));
    assert!(!same(("9007199254740993", "1"), ("9007199254740992", "1")));
    assert!(!same(("1", "1.5"), ("1", "1.50000000000000000000000000000001")));
    assert!(!same(("1", "1e10000"), ("1", "1e9999")));
    assert!(!same(("-1", "1"), ("1", "1")));
    assert!(same_as::<Prices>(r#"{"native":1,"text":2}"#, r#"{"text":"2.0","native":1.0}"#));
}

#[test]
fn exponents_are_written_and_not_expanded() {
    assert!(bytes("1e10000".parse::<Decimal>().unwrap()).len() < 16);
}

/// A decimal that is written as text is, to everything but us, a text.
#[test]
fn json_shows_no_token() {
    let prices: Prices = serde_json::from_str(r#"{"native":1.50,"text":1.50}"#).unwrap();
    assert_eq!(serde_json::to_string(&prices).unwrap(), r#"{"native":1.50,"text":"1.50"}"#);
    assert_eq!(serde_json::to_value(&prices).unwrap(), serde_json::json!({ "native": 1.5, "text": "1.50" }));
}

/// As the generator writes them.
#[derive(Debug, Serialize, Deserialize)]
struct Item {
    id: String,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "As::<Option<Nullable<crate::wire::Plain>>>"
    )]
    note: Option<Nullable<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inner: Option<Box<Item>>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "As::<Option<Text>>")]
    count: Option<i64>,
    #[serde(flatten)]
    more: HashMap<String, Value>,
}

#[test]
fn objects_entry_by_entry() {
    let same = same_as::<Item>;
    assert!(same(r#"{"id":"a"}"#, r#"{"inner":null,"count":null,"id":"a"}"#));
    assert!(!same(r#"{"id":"a"}"#, r#"{"id":"a","note":null}"#));
    assert!(!same(r#"{"id":"a"}"#, r#"{"id":"a","kept":null}"#));
    assert!(!same(r#"{"id":"a"}"#, r#"{"id":"a","inner":{"id":"a"}}"#));
    assert!(same(r#"{"id":"a","count":7}"#, r#"{"id":"a","count":"7"}"#));
    assert!(same(
        r#"{"id":"a","z":1,"y":[2],"x":{"w":3,"v":4}}"#,
        r#"{"x":{"v":4.0,"w":3},"y":[2.0],"z":1.0,"id":"a"}"#
    ));
    assert!(!same(r#"{"id":"a","z":"é"}"#, r#"{"id":"a","z":"e\u0301"}"#));
    let maps = same_as::<BTreeMap<String, Option<Value>>>;
    assert!(!maps(r#"{"a":null}"#, "{}"));
    let keys: Vec<String> = (0..100).map(|index| format!("key {index}")).collect();
    let forwards: HashMap<&String, usize> = keys.iter().zip(0..).collect();
    let backwards: HashMap<&String, usize> =
        keys.iter().zip(0..).collect::<Vec<_>>().into_iter().rev().collect();
    assert_eq!(bytes(&forwards), bytes(&backwards));
    assert_eq!(bytes(&forwards), bytes(forwards.iter().collect::<BTreeMap<_, _>>()));
}

#[derive(Serialize)]
enum Shape {
    Unit,
    Newtype(i64),
    Tuple(i64, String),
    Struct { b: i64, a: Option<i64> },
}

#[derive(Serialize)]
#[serde(tag = "kind", content = "value")]
enum Adjacent {
    Struct { b: i64, a: Decimal },
}

#[derive(Serialize)]
#[serde(tag = "kind")]
enum Internal {
    Struct { b: i64, a: Decimal },
}

#[derive(Serialize)]
struct Newtype<T>(T);

/// What serde writes for a type is as JSON what serde_json makes of it.
#[test]
fn every_shape_is_the_json_that_serde_makes_of_it() {
    fn check<T: Serialize>(value: T) {
        let json = serde_json::to_value(&value).unwrap();
        assert_eq!(bytes(&value), bytes(&json), "{json}");
    }
    check(Shape::Unit);
    check(Shape::Newtype(1));
    check(Shape::Tuple(1, "a".to_owned()));
    check(Shape::Struct { b: 1, a: Some(2) });
    check(Shape::Struct { b: 1, a: None });
    check(Adjacent::Struct { b: 1, a: Decimal::from(2) });
    check(Internal::Struct { b: 1, a: Decimal::from(2) });
    check((1_u8, 2_i32, u64::MAX, i64::MIN, 'é', true, ()));
    check((1.5_f32, 1.0_f32, 0.1_f64, 1e300));
    check(Newtype(Newtype(vec![Some(1), None])));
    check(crate::DateTime::new("2026-01-01T00:00:00Z"));
    check(OpenEnum::as_str(&Colour::from_text("GREY".into())));
    check(Colour::from_text("GREY".into()));
    check(std::str::from_utf8(&[]).unwrap());
}

/// By hand, since the derive is of another crate.
struct Colour(String);

impl OpenEnum for Colour {
    const KNOWN: &'static [Self] = &[];

    fn as_str(&self) -> &str {
        &self.0
    }

    fn from_text(text: std::borrow::Cow<'_, str>) -> Self {
        Colour(text.into_owned())
    }

    fn is_recognized(&self) -> bool {
        false
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[test]
fn what_only_hand_written_types_have() {
    let raw = |text: &str| bytes(RawValue::from_string(text.to_owned()).unwrap());
    assert_eq!(raw(r#"{"b": [1.0], "a": 2}"#), raw(r#"{"a":2,"b":[1]}"#));
    assert_eq!(raw("0.30"), raw("3e-1"));
    assert_eq!(raw("1.0"), bytes(1));
    assert_ne!(raw("\"1\""), raw("1"));
    assert_eq!(bytes(u128::from(u64::MAX) * 10), bytes(i128::from(u64::MAX) * 10));
    assert_ne!(bytes(u128::MAX), bytes(i128::MAX));
    assert_ne!(bytes(f64::INFINITY), bytes(f64::NEG_INFINITY));
    assert_ne!(bytes(f64::INFINITY), bytes(f64::NAN));
    assert_eq!(bytes(f64::NAN), bytes(f64::NAN));
    assert_eq!(bytes(HashMap::from([((1, "a"), 2)])), bytes(BTreeMap::from([((1, "a"), 2)])));
    assert_eq!(bytes(Bytes(&[1, 2])), bytes([1, 2]));
}

struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// As serde_json hands out numbers with its feature `arbitrary_precision`.
struct Precise(&'static str);

impl Serialize for Precise {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut number = serializer.serialize_struct(NUMBER, 1)?;
        number.serialize_field(NUMBER, self.0)?;
        number.end()
    }
}

const NUMBER: &str = "$serde_json::private::Number";

#[test]
fn numbers_that_keep_their_text() {
    for text in ["1", "1.0", "-0", "1e2", "0.1", "9007199254740992.0", "18446744073709551615", "1e-400"] {
        assert_eq!(bytes(Precise(text)), bytes(json(text)), "{text}");
    }
    assert_eq!(bytes([Precise("0.1")]), bytes([Precise("0.1000000000000000055511151231257827")]));
}

struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("by hand"))
    }
}

#[test]
fn errors_are_those_of_types_written_by_hand() {
    assert!(write(&mut Vec::new(), &Failing).is_err());
    assert!(write(&mut Vec::new(), &BTreeMap::from([("a", vec![Some(Failing)])])).is_err());
}
