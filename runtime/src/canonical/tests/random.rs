//! Random JSON: the bytes are equal exactly where the contract says that the values are.

use proptest::prelude::*;
use serde_json::{Map, Number, Value};

use super::bytes;

/// Numbers that have other ways to write them, or neighbours that are easily taken for them.
fn number() -> impl Strategy<Value = Number> {
    let near =
        (-3_i64..=3, prop_oneof![Just(0_i64), Just(100), Just(1 << 53), Just(-(1 << 53)), Just(1 << 62)]);
    let near = near.prop_map(|(step, base)| base + step);
    prop_oneof![
        near.clone().prop_map(Number::from),
        near.prop_map(|integer| Number::from_f64(integer as f64).unwrap()),
        (0_u64..3).prop_map(|step| Number::from(u64::MAX - step)),
        Just(Number::from_f64(-0.0).unwrap()),
        Just(Number::from_f64(18_446_744_073_709_551_616.0).unwrap()),
        (-4_i32..4).prop_map(|step| Number::from_f64(f64::from(step) / 4.0).unwrap()),
        any::<i64>().prop_map(Number::from),
        any::<f64>().prop_filter_map("no JSON", Number::from_f64),
    ]
}

/// Few keys and texts, so that equal ones are not rare.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ab1]{0,2}", Just("é".to_owned()), Just("e\u{301}".to_owned()), any::<String>()]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number().prop_map(Value::Number),
        text().prop_map(Value::from),
    ];
    nested(leaf, 4, text)
}

/// So few that two of them are often the same, or nearly.
fn small_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(Value::from(0)), Just(Value::from(-0.0)), Just(Value::from("a"))];
    nested(leaf, 2, || prop_oneof![Just("a".to_owned()), Just("aa".to_owned())])
}

fn nested<K: Strategy<Value = String> + 'static>(
    leaf: impl Strategy<Value = Value> + 'static,
    depth: u32,
    key: impl Fn() -> K + 'static,
) -> impl Strategy<Value = Value> {
    leaf.prop_recursive(depth, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|entries| Value::Object(Map::from_iter(entries))),
        ]
    })
}

/// The contract, word by word.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => is_same_number(left, right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| right.get(key).is_some_and(|right| is_same(left, right)))
        }
        _ => left == right,
    }
}

fn is_same_number(left: &Number, right: &Number) -> bool {
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => left == right,
        (None, None) => left.as_f64() == right.as_f64(),
        _ => false,
    }
}

fn integer(number: &Number) -> Option<i128> {
    if let Some(integer) = number.as_i128() {
        return Some(integer);
    }
    let double = number.as_f64().unwrap();
    (double.fract() == 0.0 && double.abs() < 9_007_199_254_740_992.0).then_some(double as i128)
}

/// Another way to write the same, where there is one.
fn rewritten(value: &Value) -> Value {
    match value {
        Value::Number(number) => match integer(number) {
            Some(integer) if integer.abs() < 1 << 53 && number.is_f64() => Value::from(integer as i64),
            Some(integer) if integer.abs() < 1 << 53 => Value::from(integer as f64),
            _ => value.clone(),
        },
        Value::Array(items) => items.iter().map(rewritten).collect(),
        Value::Object(entries) => {
            entries.iter().rev().map(|(key, value)| (key.clone(), rewritten(value))).collect()
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn numbers_have_equal_bytes_exactly_where_they_are_the_same(left in number(), right in number()) {
        prop_assert_eq!(bytes(&left) == bytes(&right), is_same_number(&left, &right));
    }

    #[test]
    fn values_have_equal_bytes_exactly_where_they_are_the_same(left in value(), right in value()) {
        prop_assert_eq!(bytes(&left) == bytes(&right), is_same(&left, &right));
    }

    #[test]
    fn small_values_have_equal_bytes_exactly_where_they_are_the_same(left in small_value(), right in small_value()) {
        prop_assert_eq!(bytes(&left) == bytes(&right), is_same(&left, &right));
    }

    #[test]
    fn another_way_to_write_it_has_the_same_bytes(value in value()) {
        prop_assert!(is_same(&value, &rewritten(&value)));
        prop_assert_eq!(bytes(&value), bytes(rewritten(&value)));
        prop_assert_eq!(bytes(&value), bytes(serde_json::from_str::<Value>(&value.to_string()).unwrap()));
    }

    #[test]
    fn decimals_have_equal_bytes_exactly_where_they_are_equal(
        left in "-?(0|[1-9][0-9]{0,2})(\\.[0-9]{1,2})?(e-?[0-9]{1,2})?",
        right in "-?(0|[1-9][0-9]{0,2})(\\.[0-9]{1,2})?(e-?[0-9]{1,2})?",
    ) {
        let [left, right] = [left, right].map(|text| text.parse::<crate::Decimal>().unwrap());
        prop_assert_eq!(bytes(&left) == bytes(&right), left == right);
    }
}
