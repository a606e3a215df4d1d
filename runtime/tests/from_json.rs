//! Reading types written by hand: everything that can't be read, and the values of what can.
#![cfg(feature = "derive")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Deserializer};
use wirewright::__private::reading::{check_with, read_slowly};
use wirewright::json::{Document, Reader};
use wirewright::wire::{As, Either, OneOrMany, Plain, Text};
use wirewright::{Decimal, FromJson, Nullable, OpenEnum, Path, Unrecognized, Violations};

/// `pointer code`, a line each.
fn lines(violations: &Violations) -> Vec<String> {
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

fn refused<T: FromJson>(document: &str) -> Vec<String> {
    match T::from_json(document) {
        Ok(_) => panic!("it is read: {document}"),
        Err(violations) => lines(&violations),
    }
}

#[derive(Clone, Debug, PartialEq, OpenEnum)]
enum Kind {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

/// A type of another crate, as far as wirewright is concerned.
#[derive(Debug, PartialEq, Deserialize)]
struct Foreign {
    x: u8,
    y: Option<u8>,
}

fn doubled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    u32::deserialize(deserializer).map(|number| number * 2)
}

mod percent {
    use super::*;

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.strip_suffix('%')
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(|| serde::de::Error::custom("no percentage"))
    }
}

fn seven() -> i64 {
    7
}

#[derive(Debug, PartialEq, FromJson)]
#[serde(rename_all = "camelCase")]
struct Everything {
    #[serde(alias = "ID", alias = "identity")]
    order_id: String,
    r#type: Kind,
    #[serde(default = "seven")]
    count: i64,
    #[serde(rename = "big")]
    #[serde(default)]
    unsigned: u64,
    next: Option<Box<Everything>>,
    #[serde(default, with = "As::<Option<Nullable<Text>>>")]
    amount: Option<Nullable<i64>>,
    #[serde(default, with = "As::<OneOrMany<Either>>")]
    prices: Vec<Decimal>,
    #[serde(default)]
    labels: BTreeMap<String, Vec<HashMap<String, bool>>>,
    #[from_json(serde)]
    foreign: Option<Foreign>,
    #[serde(default, deserialize_with = "doubled")]
    double: u32,
    #[serde(default, with = "percent")]
    share: u8,
    text: Option<Cow<'static, str>>,
    #[serde(skip)]
    cache: Option<u8>,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[test]
fn a_value_of_every_kind() {
    let document = r#"{"ID":"o","type":"B","big":18446744073709551615,"next":{"orderId":"n","type":"A"},
        "amount":"5","prices":0.10000000000000000000001,"labels":{"a":[{"b":true}]},"foreign":{"x":1.0},"double":4,
        "share":"12%","text":"é","more":[1.5],"other":null}"#;
    let value = Everything::from_json(document).unwrap();
    assert_eq!(value.order_id, "o");
    assert_eq!(value.r#type, Kind::from("B"));
    assert_eq!((value.count, value.unsigned, value.double, value.share), (7, u64::MAX, 8, 12));
    assert_eq!(value.next.unwrap().order_id, "n");
    assert_eq!(value.amount, Some(Nullable::Value(5)));
    assert_eq!(value.prices, ["0.10000000000000000000001".parse().unwrap()]);
    assert!(value.labels["a"][0]["b"]);
    assert_eq!(value.foreign, Some(Foreign { x: 1, y: None }));
    assert_eq!(value.text.as_deref(), Some("é"));
    assert_eq!(value.rest.keys().collect::<Vec<_>>(), ["more", "other"]);
    assert!(value.cache.is_none());
    // serde alone reads the same, but for what it has no integer for.
    let plain: Everything = serde_json::from_str(&document.replace("1.0}", "1}")).unwrap();
    assert_eq!((plain.rest.len(), plain.share), (2, 12));
}

#[test]
fn everything_that_cannot_be_read_is_told_in_the_order_of_the_fields() {
    let document = r#"{"rest":1,"other":{"a":"\ud800","b":1e999},"text":1,"share":"x","double":-1,"foreign":{"x":1,"y":300},
        "labels":{"b":[{"c":1,"d":true,"d":true}],"a":0,"b":0},"prices":[1,"x",[]],"amount":"01","next":{"type":5},
        "big":-1,"count":null,"ID":"a","orderId":"b"}"#;
    assert_eq!(
        refused::<Everything>(document),
        [
            "/orderId duplicateKey",
            "/type required",
            "/count type",
            "/big type",
            "/next/orderId required",
            "/next/type type",
            "/amount encoding",
            "/prices/1 encoding",
            "/prices/2 type",
            "/labels/a type",
            "/labels/b duplicateKey",
            "/foreign/y type",
            "/double type",
            "/share encoding",
            "/text type",
            "/other/a syntax",
            "/other/b type",
        ]
    );
    assert_eq!(refused::<Everything>("[]"), [" type"]);
    assert_eq!(refused::<Everything>(r#"["o","A"]"#), [" type"]);
    assert_eq!(refused::<Everything>("{"), [" syntax"]);
    assert!(serde_json::from_str::<Everything>(r#"["o","A"]"#).is_err());
}

#[test]
fn keys_of_maps_may_not_stand_twice() {
    #[derive(Debug, FromJson)]
    struct Maps {
        #[serde(default)]
        one: HashMap<String, i64>,
        two: Option<Vec<BTreeMap<String, Plainly>>>,
    }
    #[derive(Debug, FromJson)]
    struct Plainly {
        a: i64,
    }
    assert_eq!(
        refused::<Maps>(r#"{"one":{"\u0061":1,"a":1},"two":[{},{"b":{},"c":{"a":1},"c":{"a":1}}]}"#),
        ["/one/a duplicateKey", "/two/1/b/a required", "/two/1/c duplicateKey"]
    );
    assert!(serde_json::from_str::<Maps>(r#"{"one":{"a":1,"a":1}}"#).is_err());
    let read = Maps::from_json(r#"{"one":{"a":1.0},"two":[{"b":{"a":1e0}}]}"#).unwrap();
    assert_eq!((read.one["a"], read.two.unwrap()[0]["b"].a), (1, 1));
}

/// One with everything that serde's own `Deserialize` is for.
#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[from_json(serde)]
struct Flat {
    id: i64,
    #[serde(flatten)]
    stamps: Stamps,
    #[serde(flatten)]
    rest: BTreeMap<String, i64>,
}

#[derive(Debug, PartialEq, FromJson)]
struct Stamps {
    #[serde(alias = "at")]
    made: String,
    changed: Option<String>,
}

#[test]
fn flattened_fields_stand_in_their_place() {
    let read = Flat::from_json(r#"{"x":1,"id":2,"at":"now"}"#).unwrap();
    assert_eq!((read.id, read.rest.len(), read.stamps.made.as_str()), (2, 1, "now"));
    assert_eq!(
        refused::<Flat>(r#"{"x":"1","id":"2","changed":5,"at":"a","made":"b"}"#),
        ["/id type", "/made duplicateKey", "/changed type", "/x type"]
    );
}

/// What may be there, beside all that is left.
#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[from_json(serde)]
struct Perhaps {
    id: i64,
    #[serde(flatten)]
    stamps: Option<Stamps>,
    #[serde(flatten)]
    rest: HashMap<String, i64>,
}

#[test]
fn what_is_perhaps_flattened_is_not_what_is_left() {
    assert_eq!(refused::<Perhaps>(r#"{"id":"x","made":"a","y":"z"}"#), ["/id type", "/y type"]);
}

/// serde reads a struct from a list, so a type whose reading is left to serde is read from one on either way.
#[test]
fn what_serde_reads_is_read() {
    #[derive(Debug, FromJson)]
    struct Holder {
        n: i64,
        #[from_json(serde)]
        foreign: Foreign,
    }
    let read = |n| Holder::from_json(&format!("{{\"n\":{n},\"foreign\":[1,2]}}")).unwrap();
    assert_eq!((read("1").n, read("1.0").n, read("1.0").foreign.y), (1, 1, Some(2)));
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
enum Method {
    Card { number: String, cvc: Option<u16> },
    Cash,
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
#[serde(rename_all = "kebab-case")]
enum Speed {
    Slow,
    Fast { by: u8 },
}

#[derive(Debug, PartialEq, Deserialize, FromJson)]
struct Id(String);

#[derive(Debug, PartialEq, Deserialize, FromJson)]
struct Pair(i8, String);

#[derive(Debug, PartialEq, Deserialize, FromJson)]
struct Unit;

#[derive(Debug, PartialEq, FromJson)]
struct Shapes<T> {
    method: Method,
    speeds: Vec<Speed>,
    id: Id,
    pair: Pair,
    unit: Unit,
    parameter: T,
    keys: Option<HashMap<u8, Id>>,
}

#[test]
fn of_other_shapes_the_first_mistake_of_each_value() {
    let document = r#"{"method":{"type":"CARD","number":"4"},"speeds":["slow",{"fast":{"by":2.0}}],"id":"i","pair":[1,"p"],
        "unit":null,"parameter":[true],"keys":{"5":"x"}}"#;
    let value = Shapes::<Vec<bool>>::from_json(document).unwrap();
    assert_eq!(value.method, Method::Card { number: "4".to_owned(), cvc: None });
    assert_eq!(value.speeds, [Speed::Slow, Speed::Fast { by: 2 }]);
    assert_eq!((value.id, value.pair), (Id("i".to_owned()), Pair(1, "p".to_owned())));
    assert_eq!((value.parameter, value.keys.unwrap()[&5].0.as_str()), (vec![true], "x"));
    let document = r#"{"method":{"type":"CARD","cvc":[]},"speeds":["quick",{"fast":{}},5],"id":{},"pair":[1000,1],"unit":{},
        "parameter":["x",true,1],"keys":{"x":"x","5":5}}"#;
    assert_eq!(
        refused::<Shapes<Vec<bool>>>(document),
        [
            // serde looks for the tag first, and then knows no places any more.
            "/method type",
            "/speeds/0 enum",
            "/speeds/1/fast/by required",
            "/speeds/2 type",
            "/id type",
            "/pair/0 type",
            "/unit type",
            "/parameter/0 type",
            "/parameter/2 type",
            "/keys/5 type",
        ]
    );
}

/// A type whose `Deserialize` knows more than the reader does.
#[derive(Debug)]
struct Even(i64);

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        if number % 2 == 0 {
            Ok(Even(number))
        } else {
            Err(serde::de::Error::custom(format!("{number} is odd")))
        }
    }
}

impl FromJson for Even {}

#[test]
fn an_implementation_by_hand_asks_serde() {
    assert_eq!(Even::from_json("4.0").unwrap().0, 4);
    assert_eq!(refused::<Even>("5"), [" type"]);
    assert_eq!(refused::<Even>("\"5\""), [" type"]);
    assert_eq!(refused::<Vec<Even>>("[2,3,4,5]"), ["/1 type", "/3 type"]);
}

#[test]
fn numbers_of_every_type() {
    macro_rules! integers {
        ($($Integer:ty)*) => {$(
            assert_eq!(<$Integer>::from_json("1.20e1").unwrap(), 12);
            assert_eq!(refused::<$Integer>("1.5"), [" type"]);
            assert_eq!(refused::<$Integer>("\"1\""), [" type"]);
        )*};
    }
    integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 isize usize);
    assert_eq!(refused::<u8>("256"), [" type"]);
    assert_eq!(refused::<i64>("9223372036854775808"), [" type"]);
    assert_eq!(i64::from_json("-9223372036854775808.0").unwrap(), i64::MIN);
    assert_eq!(f64::from_json("1").unwrap(), 1.0);
    assert_eq!(f32::from_json("0.5").unwrap(), 0.5);
    assert_eq!(refused::<f64>("1e999"), [" type"]);
    assert_eq!(Vec::<Plainest>::from_json("[{},{}]").unwrap().len(), 2);
    assert_eq!(<Option<bool>>::from_json("null").unwrap(), None);
    assert_eq!(<Box<[char]>>::from_json("[\"a\"]").unwrap().len(), 1);
    assert_eq!(refused::<Box<[char]>>("[\"ab\"]"), ["/0 encoding"]);
}

#[derive(Debug, FromJson)]
struct Plainest {}

#[test]
fn levels_and_bytes() {
    #[derive(Debug, FromJson)]
    #[expect(dead_code, reason = "it is about reading")]
    struct Deep {
        d: Option<Box<Deep>>,
    }
    let nested = |levels: usize| format!("{}{{}}{}", "{\"d\":".repeat(levels - 1), "}".repeat(levels - 1));
    // serde_json ends at 127.
    assert!(serde_json::from_str::<Deep>(&nested(128)).is_err());
    assert!(Deep::from_json(&nested(128)).is_ok());
    assert_eq!(refused::<Deep>(&nested(129)), [format!("{} syntax", "/d".repeat(128))]);
    assert_eq!(refused::<Deep>(&nested(100_000)), [format!("{} syntax", "/d".repeat(128))]);
    // In what is ignored, too, bytes have to be UTF-8.
    assert_eq!(lines(&Deep::from_json(b"{\"x\":\"\xff\"}").unwrap_err()), [" syntax"]);
    let _ = As::<Plain>::check::<String>;
}

/// A document in which nothing is wrong but that serde is not asked first.
fn slowly<T: FromJson>(document: &str) -> Result<T, Vec<String>> {
    read_slowly(document.as_bytes()).map_err(|violations| lines(&violations))
}

#[test]
fn what_serde_reads_is_read_alike_by_the_reader_itself() {
    // A zero with a sign is a double, for serde_json too.
    for number in ["0", "-0", "-1", "18446744073709551615", "-9223372036854775808", "1.0", "1e2"] {
        let by_serde: serde_json::Value = serde_json::from_str(number).unwrap();
        assert_eq!(slowly::<serde_json::Value>(number).unwrap().to_string(), by_serde.to_string());
    }
    // A struct is an object, never a list; what is left to serde is what serde takes it for.
    assert_eq!(slowly::<Speeds>("[[1,2]]").unwrap_err(), [" type"]);
    assert_eq!(slowly::<Speeds>(r#"{"foreign":[1,2]}"#).unwrap().foreign, Some(Foreign { x: 1, y: Some(2) }));
}

#[derive(Debug, FromJson)]
#[expect(dead_code, reason = "it is about reading")]
struct Speeds {
    below: Option<Box<Speeds>>,
    speed: Option<Speed>,
    #[from_json(serde)]
    foreign: Option<Foreign>,
}

#[test]
fn what_serde_reads_has_no_more_levels() {
    let nested = |levels: usize| {
        let (open, close) = ("{\"below\":".repeat(levels - 1), "}".repeat(levels - 1));
        format!(r#"{open}{{"speed":{{"fast":{{"by":1}}}},"foreign":{{"x":1}}}}{close}"#)
    };
    let below = |levels: usize| "/below".repeat(levels - 1);
    assert!(slowly::<Speeds>(&nested(126)).is_ok());
    assert_eq!(slowly::<Speeds>(&nested(127)).unwrap_err(), [format!("{}/speed/fast syntax", below(127))]);
    assert_eq!(
        slowly::<Speeds>(&nested(128)).unwrap_err(),
        [format!("{}/speed syntax", below(128)), format!("{}/foreign syntax", below(128))]
    );
    assert_eq!(slowly::<Speeds>(r#"{"speed":{"fast":{"by\ud800":1}}}"#).unwrap_err(), ["/speed/fast syntax"]);
}

#[test]
fn a_bare_element_is_read_as_an_element_is() {
    #[derive(Debug, FromJson)]
    struct Single {
        #[serde(with = "As::<OneOrMany<Plain>>")]
        numbers: Vec<i64>,
    }
    assert_eq!(slowly::<Single>(r#"{"numbers":1.0}"#).unwrap().numbers, [1]);
    assert_eq!(slowly::<Single>(r#"{"numbers":[1.0,2e0]}"#).unwrap().numbers, [1, 2]);
    assert_eq!(slowly::<Single>(r#"{"numbers":1.5}"#).unwrap_err(), ["/numbers/0 type"]);
}

/// serde's words for a mistake hold its place and never the value.
#[test]
fn mistakes_of_serde_name_their_place() {
    let document = Document::parse(r#"{"a":[1,"secret"]}"#).unwrap();
    let mut said = String::new();
    check_with::<()>(&mut Reader::default(), document.root(), &Path::root(), |deserializer| {
        let error = HashMap::<String, Vec<u8>>::deserialize(deserializer).unwrap_err();
        said = error.to_string();
        Err(error)
    });
    assert_eq!(said, r#"type at "/a/1""#);
}

#[test]
fn serde_is_told_what_a_key_is() {
    use serde::de::DeserializeSeed;
    use serde::de::value::{BoolDeserializer, Error};
    use wirewright::__private::reading::{Key, KeyOrText};
    let number = || -> BoolDeserializer<Error> { serde::de::IntoDeserializer::into_deserializer(true) };
    let key = |next| Key { fields: &[&["a"]], next };
    for message in [
        key(&mut 0).deserialize(number()).unwrap_err().to_string(),
        KeyOrText(key(&mut 0)).deserialize(number()).unwrap_err().to_string(),
    ] {
        assert!(message.ends_with("expected a key"), "{message}");
    }
    let message = serde_json::from_str::<Plainest>("5").unwrap_err().to_string();
    assert!(message.contains("expected an object"), "{message}");
}
