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
