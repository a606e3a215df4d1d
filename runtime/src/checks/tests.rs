//! Each constraint just inside and just outside its limit.

use std::collections::{BTreeMap, HashMap};

use super::*;
use crate::{Date, DateTime, Decimal, Nullable, Path, Violations};

/// What a check adds: `code` or `code limit`, empty where it adds nothing.
fn found(check: impl FnOnce(&Path<'_>, &mut Violations)) -> String {
    let mut violations = Violations::new();
    check(&Path::root(), &mut violations);
    let lines = violations.iter().map(|violation| match &violation.limit {
        Some(limit) => format!("{} {limit}", violation.code),
        None => violation.code.to_string(),
    });
    lines.collect::<Vec<_>>().join("; ")
}

#[test]
fn lengths_count_scalar_values() {
    let max = |text: &str, limit| found(|path, violations| max_length(text, limit, path, violations));
    assert_eq!(max("abc", 3), "");
    assert_eq!(max("abcd", 3), "maxLength 3");
    assert_eq!(max("äöü", 3), "");
    assert_eq!(max("äöüß", 3), "maxLength 3");
    assert_eq!(max("😀😀😀", 3), "");
    assert_eq!(max("e\u{301}", 1), "maxLength 1");
    assert_eq!(max("", 0), "");
    assert_eq!(max("x", u64::MAX), "");

    let min = |text: &str, limit| found(|path, violations| min_length(text, limit, path, violations));
    assert_eq!(min("abc", 3), "");
    assert_eq!(min("ab", 3), "minLength 3");
    assert_eq!(min("äö", 3), "minLength 3");
    assert_eq!(min("äöü", 3), "");
    assert_eq!(min("😀😀", 3), "minLength 3");
    assert_eq!(min("😀😀😀", 3), "");
    assert_eq!(min("", u64::MAX), "minLength 9223372036854775807");
}

#[test]
fn what_is_absent_is_not_checked() {
    let none: Option<Box<Nullable<String>>> = None;
    let null: Option<Box<Nullable<String>>> = Some(Box::new(Nullable::Null));
    let text: Option<Box<Nullable<String>>> = Some(Box::new(Nullable::Value("ab".to_owned())));
    for (value, expected) in [(none, ""), (null, ""), (text, "maxLength 1")] {
        assert_eq!(found(|path, violations| max_length(&value, 1, path, violations)), expected);
    }
}

#[test]
fn formats_report_their_keyword() {
    for (text, form, expected) in [
        ("2024-01-31T00:00:00Z", Format::DateTime, ""),
        ("2024-01-31", Format::DateTime, "format date-time"),
        ("2024-02-30", Format::Date, "format date"),
        ("nowhere", Format::Uri, "format uri"),
        ("ABC", Format::Iso4217, "format iso4217"),
        ("DE", Format::Iso3166Alpha2, ""),
        ("XX", Format::Iso3166Alpha2, "format iso3166-1-alpha2"),
    ] {
        assert_eq!(found(|path, violations| format(text, form, path, violations)), expected, "{text}");
    }
}

#[test]
fn bounds_are_exact() {
    let cent: Decimal = "0.01".parse().unwrap();
    let integer = |value: i64, check: fn(&i64, Bound<'_>, &Path<'_>, &mut Violations)| {
        found(|path, violations| check(&value, Bound::Integer(3), path, violations))
    };
    assert_eq!(integer(3, minimum), "");
    assert_eq!(integer(2, minimum), "minimum 3");
    assert_eq!(integer(4, exclusive_minimum), "");
    assert_eq!(integer(3, exclusive_minimum), "exclusiveMinimum 3");
    assert_eq!(integer(3, maximum), "");
    assert_eq!(integer(4, maximum), "maximum 3");
    assert_eq!(integer(2, exclusive_maximum), "");
    assert_eq!(integer(3, exclusive_maximum), "exclusiveMaximum 3");
    assert_eq!(integer(-6, multiple_of), "");
    assert_eq!(integer(4, multiple_of), "multipleOf 3");

    let decimal =
        |value: &str, check: fn(&Decimal, Bound<'_>, &Path<'_>, &mut Violations), bound: Bound<'_>| {
            let value: Decimal = value.parse().unwrap();
            found(|path, violations| check(&value, bound, path, violations))
        };
    assert_eq!(decimal("0.010", minimum, Bound::Decimal(&cent)), "");
    assert_eq!(decimal("0.009", minimum, Bound::Decimal(&cent)), "minimum 0.01");
    assert_eq!(decimal("-1e3", maximum, Bound::Integer(-1000)), "");
    assert_eq!(decimal("-999.9", maximum, Bound::Integer(-1000)), "maximum -1000");
    assert_eq!(decimal("1.05", multiple_of, Bound::Decimal(&cent)), "");
    assert_eq!(decimal("1.055", multiple_of, Bound::Decimal(&cent)), "multipleOf 0.01");
    assert_eq!(decimal("10.0", multiple_of, Bound::Integer(5)), "");
}

#[test]
fn every_integer_type_is_compared_without_loss() {
    let bound = Bound::Integer(i64::MAX);
    assert_eq!(
        found(|path, violations| maximum(&u64::MAX, bound, path, violations)),
        format!("maximum {}", i64::MAX)
    );
    assert_eq!(found(|path, violations| minimum(&i64::MIN, Bound::Integer(i64::MIN), path, violations)), "");
    assert_eq!(found(|path, violations| multiple_of(&i64::MIN, Bound::Integer(-1), path, violations)), "");
    assert_eq!(found(|path, violations| multiple_of(&0_u8, Bound::Integer(0), path, violations)), "");
    assert_eq!(
        found(|path, violations| multiple_of(&1_u8, Bound::Integer(0), path, violations)),
        "multipleOf 0"
    );
    let half: Decimal = "9223372036854775806.5".parse().unwrap();
    assert_eq!(found(|path, violations| minimum(&i64::MAX, Bound::Decimal(&half), path, violations)), "");
    assert!(
        !found(|path, violations| maximum(&i64::MAX, Bound::Decimal(&half), path, violations)).is_empty()
    );
}

#[test]
fn literals_compare_text_by_bytes_and_numbers_by_value() {
    let is = |value: &dyn Fn(&Path<'_>, &mut Violations)| found(|path, violations| value(path, violations));
    let decimal: Decimal = "1.50".parse().unwrap();
    assert_eq!(is(&|path, violations| constant("A", Literal::Text("A"), path, violations)), "");
    assert_eq!(is(&|path, violations| constant("e\u{301}", Literal::Text("é"), path, violations)), "const é");
    assert_eq!(is(&|path, violations| constant(&decimal, Literal::Text("1.5"), path, violations)), "");
    assert_eq!(is(&|path, violations| constant(&decimal, Literal::Integer(1), path, violations)), "const 1");
    assert_eq!(is(&|path, violations| constant(&2_i64, Literal::Text("2.0"), path, violations)), "");
    assert_eq!(is(&|path, violations| constant(&2_i64, Literal::Text("two"), path, violations)), "const two");
    assert_eq!(
        is(&|path, violations| constant(&true, Literal::Boolean(false), path, violations)),
        "const false"
    );
    assert_eq!(is(&|path, violations| constant(&Date::new("x"), Literal::Text("x"), path, violations)), "");
    let literals = [Literal::Text("A"), Literal::Text("B")];
    assert_eq!(is(&|path, violations| enumeration("B", &literals, path, violations)), "");
    assert_eq!(is(&|path, violations| enumeration("b", &literals, path, violations)), "enum");
}

#[test]
fn values_compare_by_what_they_mean() {
    let (left, right) = (DateTime::new("2024-01-01T00:00:00Z"), DateTime::new("2024-01-01T08:00:00+08:00"));
    let order =
        |left: &dyn Scalar, right: &dyn Scalar| left.scalar().unwrap().compare(right.scalar().unwrap());
    assert!(order(&left, &right).unwrap().is_eq());
    assert_eq!(order(&left, &DateTime::new("soon")), None);
    assert_eq!(order(&left, &1_i64), None);
    assert!(order(&Date::new("2024-01-31"), &Date::new("2024-02-01")).unwrap().is_lt());
    assert!(order(&"1.5".parse::<Decimal>().unwrap(), &1_i64).unwrap().is_gt());
    assert!(order(&1_i64, &"1.5".parse::<Decimal>().unwrap()).unwrap().is_lt());
}

#[test]
fn lists_and_maps_are_counted() {
    let list = Some(vec![1, 2]);
    assert_eq!(found(|path, violations| min_items(&list, 2, path, violations)), "");
    assert_eq!(found(|path, violations| min_items(&list, 3, path, violations)), "minItems 3");
    assert_eq!(found(|path, violations| max_items(&list, 2, path, violations)), "");
    assert_eq!(found(|path, violations| max_items(&list, 1, path, violations)), "maxItems 1");
    let map = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(found(|path, violations| min_properties(&map, 1, path, violations)), "");
    assert_eq!(found(|path, violations| min_properties(&map, 2, path, violations)), "minProperties 2");
    assert_eq!(found(|path, violations| max_properties(&map, 1, path, violations)), "");
    assert_eq!(found(|path, violations| max_properties(&map, 0, path, violations)), "maxProperties 0");
    let hashed: HashMap<_, _> = [("a".to_owned(), 1), ("b".to_owned(), 2)].into();
    assert_eq!(found(|path, violations| min_properties(&hashed, 2, path, violations)), "");
    assert_eq!(found(|path, violations| max_properties(&hashed, 1, path, violations)), "maxProperties 1");
    assert_eq!(found(|path, violations| required(&None::<u8>, path, violations)), "required");
    assert_eq!(found(|path, violations| required(&Some(Nullable::<u8>::Null), path, violations)), "");
}

#[test]
fn entries_come_by_the_bytes_of_their_keys() {
    let keys = ["é", "z", "a", "Z", "\u{10000}", "\u{ffff}"];
    let map: HashMap<String, ()> = keys.iter().map(|key| ((*key).to_owned(), ())).collect();
    let mut seen = Vec::new();
    map.for_each_entry(|key, ()| seen.push(key.to_owned()));
    assert_eq!(seen, ["Z", "a", "z", "é", "\u{ffff}", "\u{10000}"]);
}
