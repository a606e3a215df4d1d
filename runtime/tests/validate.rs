//! What `#[derive(Validate)]` finds, where, and in which order.

use std::collections::{BTreeMap, HashMap};

use wirewright::{Date, DateTime, Decimal, Nullable, Validate};

/// The violations of a value, one per line.
fn found(value: &impl Validate) -> Vec<String> {
    let violations = value.validate().err().unwrap_or_default();
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

#[derive(Validate)]
#[serde(rename_all = "camelCase")]
struct Everything<'a> {
    #[validate(required)]
    on_send: Option<String>,
    #[validate(max_length = 3, min_length = 2)]
    text: &'a str,
    #[validate(constant = "X")]
    constant: Option<Box<str>>,
    #[validate(one_of(1, 2))]
    one_of: i64,
    #[validate(format = "date-time")]
    time: DateTime,
    #[validate(format = "date")]
    date: Nullable<Date>,
    #[validate(minimum = "0.01", exclusive_maximum = "1e3", multiple_of = "0.01")]
    amount: Decimal,
    #[validate(exclusive_minimum = -1, maximum = 5)]
    count: Option<u8>,
    #[validate(min_items = 1, max_items = 2, unique_items, items(max_length = 2))]
    list: Vec<String>,
    #[validate(min_properties = 1, max_properties = 2, values(items(minimum = 0)))]
    map: BTreeMap<String, Vec<i64>>,
    #[serde(rename = "a/b~c")]
    #[validate(max_length = 1)]
    renamed: Option<String>,
    #[serde(skip)]
    #[expect(dead_code, reason = "a skipped field is not read")]
    skipped: String,
}

impl Default for Everything<'_> {
    fn default() -> Self {
        Everything {
            on_send: Some(String::new()),
            text: "ab",
            constant: None,
            one_of: 1,
            time: DateTime::new("2024-01-31T00:00:00Z"),
            date: Nullable::Null,
            amount: Decimal::literal("0.01"),
            count: None,
            list: vec!["a".to_owned()],
            map: BTreeMap::from([("k".to_owned(), vec![0])]),
            renamed: None,
            skipped: "ignored".to_owned(),
        }
    }
}

#[test]
fn a_valid_value_has_no_violations() {
    assert_eq!(Everything::default().validate(), Ok(()));
}

#[test]
fn every_check_reports_in_the_order_of_fields() {
    let value = Everything {
        on_send: None,
        text: "abcd",
        constant: Some("Y".into()),
        one_of: 3,
        time: DateTime::new("now"),
        date: Nullable::Value(Date::new("today")),
        amount: "1000.001".parse().unwrap(),
        count: Some(6),
        list: vec!["abc".to_owned(), "abc".to_owned(), String::new()],
        map: BTreeMap::from([
            ("b".to_owned(), vec![-1]),
            ("a".to_owned(), vec![0, -1]),
            ("é/".to_owned(), vec![]),
        ]),
        renamed: Some("ab".to_owned()),
        skipped: String::new(),
    };
    assert_eq!(
        found(&value),
        [
            "/onSend required",
            "/text maxLength",
            "/constant const",
            "/oneOf enum",
            "/time format",
            "/date format",
            "/amount exclusiveMaximum",
            "/amount multipleOf",
            "/count maximum",
            "/list maxItems",
            "/list uniqueItems",
            "/list/0 maxLength",
            "/list/1 maxLength",
            "/map maxProperties",
            "/map/a/1 minimum",
            "/map/b/0 minimum",
            "/a~1b~0c maxLength",
        ],
    );
}

#[derive(Validate)]
struct Leaf {
    #[validate(max_length = 1)]
    name: String,
}

fn leaf(name: &str) -> Leaf {
    Leaf { name: name.to_owned() }
}

#[derive(Validate)]
#[serde(rename_all = "camelCase")]
struct Tree {
    #[validate(nested)]
    first_leaf: Option<Box<Leaf>>,
    #[validate(min_items = 3, nested)]
    leaves: Vec<Leaf>,
    #[validate(nested)]
    by_name: HashMap<String, Leaf>,
    #[serde(flatten)]
    #[validate(nested)]
    flat: Leaf,
    #[validate(nested)]
    r#type: Nullable<Wrapper>,
}

#[derive(Validate)]
struct Wrapper(#[validate(nested)] Leaf);

#[test]
fn nested_values_carry_the_whole_path() {
    let tree = Tree {
        first_leaf: Some(Box::new(leaf("ab"))),
        leaves: vec![leaf("a"), leaf("bc")],
        by_name: HashMap::from([("z".to_owned(), leaf("ab")), ("a".to_owned(), leaf("ab"))]),
        flat: leaf("ab"),
        r#type: Nullable::Value(Wrapper(leaf("ab"))),
    };
    assert_eq!(
        found(&tree),
        [
            "/firstLeaf/name maxLength",
            "/leaves minItems",
            "/leaves/1/name maxLength",
            "/byName/a/name maxLength",
            "/byName/z/name maxLength",
            "/name maxLength",
            "/type/name maxLength",
        ],
    );
}

#[derive(Validate)]
struct Generic<T, U, const N: usize>
where
    T: Clone,
{
    #[validate(max_length = 1)]
    text: Option<T>,
    #[validate(nested)]
    nested: Vec<U>,
    #[validate(items(minimum = 1))]
    array: [i64; N],
}

#[test]
fn generics_ask_for_what_the_checks_need() {
    let value = Generic { text: Some("ab"), nested: vec![leaf("ab")], array: [1, 0] };
    assert_eq!(found(&value), ["/text maxLength", "/nested/0/name maxLength", "/array/1 minimum"]);
}

#[test]
fn deprecated_fields_and_shadowed_names_are_no_trouble() {
    #![deny(warnings)]
    #[expect(dead_code, reason = "names that an expansion must not mean")]
    mod shadow {
        pub struct Option;
        pub struct String;
        pub struct Result;
        pub struct Some;
        pub struct Vec;
        pub struct Iterator;

        #[derive(wirewright::Validate, wirewright::Redact, wirewright::Construct)]
        #[validate(rule(id = "together", when(all(present(one?), two? == "x")), require_together(one, two)))]
        pub struct Shadowed {
            #[deprecated]
            #[validate(max_length = 1, pattern = "^a*$", one_of("a", "ab"))]
            pub one: std::option::Option<std::string::String>,
            #[redact]
            #[validate(required, minimum = "0.5")]
            pub number: std::option::Option<wirewright::Decimal>,
            pub two: std::option::Option<std::string::String>,
            #[validate(unique_items, items(max_length = 2))]
            #[serde(default)]
            pub list: std::vec::Vec<std::string::String>,
        }

        #[derive(Clone, Debug, wirewright::OpenEnum)]
        pub enum Open {
            #[deprecated]
            #[open_enum("None")]
            None,
            #[open_enum(unrecognized)]
            Some(wirewright::Unrecognized<Self>),
        }
    }
    let value = shadow::Shadowed::new().with_number("0.4".parse::<Decimal>().unwrap());
    assert_eq!(found(&value), ["/number minimum"]);
    assert_eq!(format!("{:?}", shadow::Open::from("x")), "Some(\"x\")");
}

mod renamed {
    pub(crate) use wirewright as wire;

    #[derive(wire::Validate)]
    #[validate(crate = crate::renamed::wire)]
    pub(crate) struct Renamed {
        #[validate(max_length = 1, pattern = "^a+$")]
        pub(crate) text: String,
    }
}

#[test]
fn the_crate_may_have_another_name() {
    assert_eq!(found(&renamed::Renamed { text: "b".to_owned() }), ["/text pattern"]);
}

#[test]
fn limits_and_messages_are_published() {
    #[derive(Validate)]
    struct Amount {
        #[validate(pattern = "^[A-Z]{3}$")]
        currency: String,
        #[validate(minimum = "0.01")]
        value: Decimal,
        #[validate(maximum = 9)]
        scale: i64,
    }
    let amount = Amount { currency: "usd".to_owned(), value: Decimal::from(0), scale: 10 };
    assert_eq!(
        amount.validate().unwrap_err().to_string(),
        "/currency: This text does not match the pattern. (pattern, ^[A-Z]{3}$)\n\
         /value: This number is below the minimum. (minimum, 0.01)\n\
         /scale: This number is above the maximum. (maximum, 9)",
    );
}
