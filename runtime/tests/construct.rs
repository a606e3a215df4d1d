//! What `#[derive(Construct)]` and `#[derive(Redact)]` add.

#![deny(warnings)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wirewright::{Construct, Nullable, Redact};

/// A sum.
#[derive(Clone, Debug, PartialEq, Construct)]
struct Amount {
    /// Its currency.
    currency: String,
    value: Option<i64>,
}

#[derive(PartialEq, Serialize, Deserialize, Construct, Redact)]
#[non_exhaustive]
struct Order<T> {
    /// Its id.
    id: String,
    #[redact]
    secret: Option<String>,
    #[serde(default)]
    tags: Vec<T>,
    boxed: Option<Box<Nested>>,
    #[serde(default = "three")]
    three: u8,
    r#type: Option<Nullable<String>>,
    #[deprecated(note = "gone")]
    #[serde(default)]
    old: Option<String>,
    #[serde(flatten)]
    additional: BTreeMap<String, serde_json::Value>,
}

#[derive(PartialEq, Debug, Serialize, Deserialize, Construct)]
struct Nested {
    name: Option<String>,
}

#[derive(Construct)]
struct Borrowed<'a, 'b, T, U = u8, const N: usize = 2>
where
    T: Clone,
    U: Copy,
{
    text: &'a str,
    items: [T; N],
    other: Option<&'b U>,
}

#[derive(Redact)]
#[expect(dead_code, reason = "`Debug` alone does not count as reading a field")]
struct Secret(#[redact] String, u8);

#[derive(Redact)]
struct Unit;

fn three() -> u8 {
    3
}

#[test]
fn required_fields_first() {
    let amount = Amount::new(AmountRequired { currency: "USD".to_owned() });
    assert_eq!(amount, Amount { currency: "USD".to_owned(), value: None });
    assert_eq!(amount.with_value(5).value, Some(5));
}

#[test]
fn everything_else_has_a_setter() {
    let order = Order::<String>::new(OrderRequired { id: "1".to_owned() });
    assert_eq!((order.three, order.additional.len(), order.tags.len()), (3, 0, 0));
    let order = order
        .with_secret("s3cret")
        .with_tags(["a".to_owned()])
        .with_boxed(Nested::new().with_name("n"))
        .with_type("t".to_owned())
        .with_additional([("k".to_owned(), serde_json::Value::Null)]);
    assert_eq!(order.boxed.as_deref(), Some(&Nested { name: Some("n".to_owned()) }));
    assert_eq!(order.r#type, Some(Nullable::Value("t".to_owned())));
    assert_eq!(order.additional.len(), 1);
    assert_eq!(Nested::default(), Nested::new());
}

#[test]
fn generics_that_no_required_field_mentions_are_left_out() {
    let byte = 7;
    let borrowed = Borrowed::new(BorrowedRequired { text: "t", items: [1, 2, 3] }).with_other(&byte);
    assert_eq!((borrowed.text, borrowed.items, borrowed.other), ("t", [1, 2, 3], Some(&7_u8)));
}

#[test]
fn redacted_fields_never_show() {
    let order = Order::<u8>::new(OrderRequired { id: "1".to_owned() }).with_secret("s3cret");
    let shown = format!("{order:?}");
    assert!(
        shown.starts_with(
            r#"Order { id: "1", secret: [redacted], tags: [], boxed: None, three: 3, type: None"#
        ),
        "{shown}"
    );
    assert!(!shown.contains("s3cret"));
    assert_eq!(format!("{:?} {Unit:?}", Secret("x".to_owned(), 1)), "Secret([redacted], 1) Unit");
}
