use super::*;

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
