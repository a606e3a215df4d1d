use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use serde::ser::{Error, Serializer};
use serde_json::Value;

use super::*;
use crate::wire::{As, Text};
use crate::{Date, Decimal, Nullable};

/// As expansions ask.
macro_rules! unique {
    ($items:expr) => {
        (&&&&Elements($items.map(|items| items.iter()))).are_unique()
    };
}

#[test]
fn scalars_by_value() {
    let mut many: Vec<u32> = (0..100).collect();
    assert!(unique!(Some(&many)));
    many.push(42);
    assert!(!unique!(Some(&many)));
    assert!(!unique!(Some(&[1, 2, 1])));
    assert!(unique!(None::<&[u8]>));
    let decimals = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect::<Vec<Decimal>>();
    assert!(!unique!(Some(&decimals(&["1", "1.00"]))));
    assert!(unique!(Some(&decimals(&["1", "1.00000000000000000001", "1e10000", "1e-10000"]))));
    assert!(unique!(Some(&[Date::new("2026-01-01"), Date::new("2026-1-1")])));
    assert!(!unique!(Some(&[Some("a"), None, Some("a")])));
}

#[test]
fn what_serde_writes_by_its_meaning() {
    assert!(unique!(Some(&[1.0, 2.0])));
    assert!(!unique!(Some(&[0.0, -0.0])));
    let json = |text| serde_json::from_str::<Vec<Value>>(text).unwrap();
    assert!(!unique!(Some(&json("[1, 2, 1.0]"))));
    assert!(!unique!(Some(&json(r#"[{"a": [0.5], "b": -0.0}, {"b": 0, "a": [5e-1]}]"#))));
    assert!(unique!(Some(&json(r#"[1, "1", [1], {"1": 1}, null, true, 1.5, [], {}, "", 0, false]"#))));
    assert!(!unique!(Some(&[json("[1]"), json("[1.0]")])));
    let maps = [HashMap::from([("a", json("[1]"))]), HashMap::from([("a", json("[1.0]"))])];
    assert!(!unique!(Some(&maps)));
    let maps = maps.map(|map| Some(Box::new(Nullable::Value(map.into_iter().collect::<BTreeMap<_, _>>()))));
    assert!(!unique!(Some(&maps)));
    assert!(unique!(Some(&["1.5", "1.50"].map(|text| vec![text]))));
    assert!(!unique!(Some(&["1.5", "1.50"].map(|text| vec![text.parse::<Decimal>().unwrap()]))));
}

thread_local! {
    static COMPARED: Cell<u32> = const { Cell::new(0) };
}

/// Neither scalar nor written.
#[derive(Eq)]
struct Hashed(u32);

impl Hash for Hashed {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl PartialEq for Hashed {
    fn eq(&self, other: &Self) -> bool {
        COMPARED.set(COMPARED.get() + 1);
        self.0 == other.0
    }
}

#[test]
fn the_rest_by_hash_or_by_comparison() {
    let mut many: Vec<Hashed> = (0..100).map(Hashed).collect();
    assert!(unique!(Some(&many)));
    many.push(Hashed(42));
    assert!(!unique!(Some(&many)));
    // Only what has one hash is compared: few pairs, not each with each.
    assert!(COMPARED.get() < 100, "{}", COMPARED.get());

    #[derive(PartialEq)]
    struct Compared(f64);
    assert!(unique!(Some(&[Compared(1.0), Compared(2.0)])));
    assert!(!unique!(Some(&[Compared(1.0), Compared(2.0), Compared(1.0)])));
}

/// What is generic takes the way that its bounds allow.
#[test]
fn generic_elements() {
    fn compared<T: PartialEq>(items: &[T]) -> bool {
        unique!(Some(items))
    }
    fn written<T: Serialize>(items: &[T]) -> bool {
        unique!(Some(items))
    }
    let items = ["1", "1.0"].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert!(compared(&items) && !written(&items));
}

/// Written as the text of a decimal, but for one that can't be written.
struct Odd(Option<Decimal>);

impl Serialize for Odd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let decimal = self.0.as_ref().ok_or_else(|| S::Error::custom("by hand"))?;
        As::<Text>::serialize(decimal, serializer)
    }
}

#[test]
fn what_cannot_be_written_is_like_no_other() {
    let odd = |text: &str| Odd(text.parse().ok());
    assert!(unique!(Some(&[odd(""), odd(""), odd("1")])));
    assert!(!unique!(Some(&[odd(""), odd("1.0"), odd(""), odd("1")])));
}

thread_local! {
    static WRITTEN: Cell<u32> = const { Cell::new(0) };
}

/// As generated types are: written, compared, but not hashed.
struct Counted(u32);

impl PartialEq for Counted {
    fn eq(&self, _: &Self) -> bool {
        panic!("elements are compared with each other")
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WRITTEN.set(WRITTEN.get() + 1);
        serializer.collect_map([("b", Value::from(self.0)), ("a", Value::from("text"))])
    }
}

#[test]
fn each_element_is_written_once_and_none_compared() {
    for count in [100_000, 200_000] {
        WRITTEN.set(0);
        let items: Vec<Counted> = (0..count).map(Counted).collect();
        assert!(unique!(Some(&items)));
        assert_eq!(WRITTEN.get(), count);
    }
}
