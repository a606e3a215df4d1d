use std::collections::BTreeMap;

use super::*;
use crate::{Decimal, Nullable};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    #[serde(with = "As::<Text>")]
    flag: bool,
    #[serde(with = "As::<Text>")]
    count: i64,
    #[serde(with = "As::<Either>")]
    native: i64,
    #[serde(with = "As::<Text>")]
    price: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "As::<Option<Nullable<Text>>>")]
    note: Option<Nullable<i64>>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "As::<Option<Vec<BTreeMap<String, Box<Text>>>>>"
    )]
    nested: Option<Vec<BTreeMap<String, Box<i64>>>>,
}

fn everything(text: &str) -> Result<Everything, serde_json::Error> {
    serde_json::from_str(text)
}

#[test]
fn reads_both_forms_and_writes_its_own() {
    let canonical =
        r#"{"flag":"true","count":"-12","native":7,"price":"1.50","note":"5","nested":[{"a":"1"},{}]}"#;
    let mixed = r#"{"flag":true,"count":-12,"native":"7","price":1.50,"note":5,"nested":[{"a":1},{}]}"#;
    for text in [canonical, mixed] {
        assert_eq!(serde_json::to_string(&everything(text).unwrap()).unwrap(), canonical);
    }
}

#[test]
fn null_is_told_from_absence_only_where_it_counts() {
    let text = r#"{"flag":"true","count":"1","native":7,"price":"1","note":null,"nested":null}"#;
    let read = everything(text).unwrap();
    assert_eq!(read.note, Some(Nullable::Null));
    assert_eq!(read.nested, None);
    let without = everything(r#"{"flag":"true","count":"1","native":7,"price":"1"}"#).unwrap();
    assert_eq!(without.note, None);
    assert_eq!(serde_json::to_string(&read).unwrap(), text.replace(r#","nested":null"#, ""));
}

fn read<T, A>(json: &str) -> Result<T, serde_json::Error>
where
    A: for<'de> DeserializeAs<'de, T>,
{
    As::<A>::deserialize(&mut serde_json::Deserializer::from_str(json))
}

#[test]
fn texts_are_strict() {
    for json in [r#""True""#, r#"" true""#, r#""1""#, "1", "null", "[]", "\"\""] {
        assert!(read::<bool, Text>(json).is_err(), "{json}");
    }
    for json in [
        r#""+1""#,
        r#""01""#,
        r#""-0""#,
        r#""1.0""#,
        r#""1e3""#,
        r#""""#,
        r#"" 1""#,
        r#""9223372036854775808""#,
        "1.0",
        "true",
        "9223372036854775808",
    ] {
        assert!(read::<i64, Text>(json).is_err(), "{json}");
    }
    assert_eq!(read::<i64, Either>(r#""-9223372036854775808""#).unwrap(), i64::MIN);
    for json in [r#""+1""#, r#""01""#, r#""1.""#, r#""NaN""#, "true", "{}", "[1]", "null"] {
        assert!(read::<Decimal, Either>(json).is_err(), "{json}");
    }
}

#[test]
fn errors_do_not_repeat_texts() {
    for error in [
        read::<i64, Text>(r#""4111-secret""#).unwrap_err(),
        read::<bool, Either>(r#""4111-secret""#).unwrap_err(),
        read::<Decimal, Text>(r#""4111-secret""#).unwrap_err(),
        read::<Decimal, Plain>(r#""4111-secret""#).unwrap_err(),
    ] {
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn one_or_many() {
    assert_eq!(read::<Vec<i64>, OneOrMany<Text>>("5").unwrap(), [5]);
    assert_eq!(read::<Vec<i64>, OneOrMany<Text>>(r#""5""#).unwrap(), [5]);
    assert_eq!(read::<Vec<i64>, OneOrMany<Text>>(r#"["5", 6]"#).unwrap(), [5, 6]);
    assert_eq!(read::<Vec<String>, OneOrMany<Plain>>(r#""a\n""#).unwrap(), ["a\n"]);
    assert_eq!(read::<Vec<Decimal>, OneOrMany<Plain>>("1.5").unwrap(), ["1.5".parse().unwrap()]);
    let map = read::<Vec<BTreeMap<String, i64>>, OneOrMany<Plain>>(r#"{"a": 1}"#).unwrap();
    assert_eq!(map, [BTreeMap::from([("a".to_owned(), 1)])]);
    assert_eq!(read::<Option<Vec<i64>>, Option<OneOrMany<Plain>>>("null").unwrap(), None);
    assert!(read::<Vec<i64>, OneOrMany<Plain>>("null").is_err());
    let mut written = Vec::new();
    As::<OneOrMany<Text>>::serialize(&vec![5_i64], &mut serde_json::Serializer::new(&mut written)).unwrap();
    assert_eq!(written, br#"["5"]"#);
}

/// A `serde_json::Value` hands over each kind of value in a way of its own.
#[test]
fn one_of_each_kind_from_a_value() {
    fn one<T>(value: serde_json::Value) -> T
    where
        Plain: for<'de> DeserializeAs<'de, T>,
    {
        let mut read: Vec<T> = As::<OneOrMany<Plain>>::deserialize(value).unwrap();
        assert_eq!(read.len(), 1);
        read.remove(0)
    }
    assert_eq!(one::<String>("a".into()), "a");
    assert!(one::<bool>(true.into()));
    assert_eq!(one::<u64>(u64::MAX.into()), u64::MAX);
    assert_eq!(one::<i64>((-5).into()), -5);
    assert_eq!(one::<f64>(0.5.into()), 0.5);
    assert_eq!(one::<BTreeMap<String, u8>>(serde_json::json!({ "a": 1 }))["a"], 1);
    assert_eq!(one::<u8>(serde_json::json!([7])), 7);
}

#[test]
fn mistakes_say_what_is_expected() {
    fn message<T, A>(json: &str) -> String
    where
        A: for<'de> DeserializeAs<'de, T>,
    {
        read::<T, A>(json).err().unwrap().to_string()
    }
    for (message, expected) in [
        (message::<bool, Text>("[]"), "expected a boolean or its text"),
        (message::<bool, Text>("1"), "expected a boolean or its text"),
        (message::<i64, Text>("{}"), "expected an integer or its text"),
        (message::<i64, Text>("true"), "expected an integer or its text"),
        (message::<Decimal, Text>("{}"), "invalid type: map, expected a decimal number or its text"),
        (message::<Decimal, Text>("[]"), "invalid type: sequence, expected a decimal number or its text"),
        (message::<Decimal, Plain>("\"1\""), "invalid type: text, expected a decimal number"),
        (message::<Decimal, Plain>("true"), "invalid type: boolean `true`, expected a decimal number"),
        (message::<Decimal, Plain>("false"), "invalid type: boolean `false`, expected a decimal number"),
        (message::<Decimal, Plain>("null"), "invalid type: null, expected a decimal number"),
        (message::<Vec<i64>, OneOrMany<Plain>>("null"), "expected a list or its only element"),
    ] {
        assert!(message.contains(expected), "{message}");
    }
}
