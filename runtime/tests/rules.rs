//! What rules across fields find.

use wirewright::{DateTime, Decimal, Nullable, Validate};

fn found(value: &impl Validate) -> Vec<String> {
    let violations = value.validate().err().unwrap_or_default();
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[derive(Default, Validate)]
#[serde(rename_all = "camelCase")]
struct Buyer {
    buyer_email: Option<String>,
    #[validate(nested)]
    home_address: Option<Box<Address>>,
}

#[derive(Default, Validate)]
#[serde(rename_all = "camelCase")]
struct Address {
    zip_code: Option<String>,
    region: String,
}

#[derive(Default, Validate)]
#[serde(rename_all = "camelCase")]
struct Goods {
    goods_name: Option<String>,
    unit_price: Option<i64>,
}

#[derive(Default, Validate)]
#[validate(rule(id = "email", when(kind == "CARD"), require(buyer?.buyer_email, buyer?.home_address?.zip_code)))]
#[validate(rule(id = "names", message = "Goods have names.", require(goods[*].goods_name, more?[*].goods_name)))]
#[validate(rule(id = "no-region", when(goods[*].unit_price? > 100), forbid(buyer?.home_address?.region, note)))]
#[validate(rule(id = "one", when(kind == "ONE"), exactly_one_of(note, buyer, more[*].goods_name)))]
#[validate(rule(id = "any", when(kind == "ANY"), at_least_one_of(note, buyer)))]
#[validate(rule(id = "most", when(kind == "MOST"), at_most_one_of(note, buyer)))]
#[validate(rule(id = "both", when(kind == "BOTH"), require_together(note, buyer?.buyer_email)))]
#[validate(rule(id = "null", when(kind == "NULL"), require(nullable)))]
#[serde(rename_all = "camelCase")]
struct Order {
    kind: String,
    #[validate(nested)]
    buyer: Option<Box<Buyer>>,
    goods: Vec<Goods>,
    more: Option<Vec<Goods>>,
    note: Option<String>,
    nullable: Option<Nullable<String>>,
}

fn order(kind: &str) -> Order {
    Order { kind: kind.to_owned(), ..Order::default() }
}

#[test]
fn what_is_missing_has_a_path_even_where_its_parents_are_missing() {
    assert_eq!(
        found(&order("CARD")),
        ["/buyer/buyerEmail rule:email", "/buyer/homeAddress/zipCode rule:email"],
    );
    let address = Address { zip_code: text("1"), ..Address::default() };
    let buyer = Buyer { home_address: Some(Box::new(address)), ..Buyer::default() };
    let order = Order { buyer: Some(Box::new(buyer)), ..order("CARD") };
    assert_eq!(found(&order), ["/buyer/buyerEmail rule:email"]);
}

#[test]
fn lists_are_required_element_by_element() {
    let named = || Goods { goods_name: text("x"), unit_price: None };
    let goods = vec![named(), Goods::default(), named(), Goods::default()];
    let order = Order { goods, more: Some(vec![Goods::default()]), ..order("") };
    assert_eq!(
        found(&order),
        ["/goods/1/goodsName rule:names", "/goods/3/goodsName rule:names", "/more/0/goodsName rule:names"],
    );
    let violations = order.validate().unwrap_err();
    assert!(violations.iter().all(|violation| violation.message == "Goods have names."));
}

#[test]
fn one_element_that_passes_is_enough_for_a_condition() {
    let priced = |price| Goods { goods_name: text("x"), unit_price: Some(price) };
    let buyer = || Some(Box::new(Buyer { home_address: Some(Box::default()), ..Buyer::default() }));
    let order = |goods| Order { goods, buyer: buyer(), note: text("n"), ..order("") };
    assert_eq!(found(&order(vec![priced(100)])), [""; 0]);
    assert_eq!(
        found(&order(vec![priced(100), priced(101)])),
        ["/buyer/homeAddress/region rule:no-region", "/note rule:no-region"],
    );
}

#[test]
fn counting_rules_point_at_the_object() {
    let with_both = |kind| Order { note: text("n"), buyer: Some(Box::default()), ..order(kind) };
    let with_note = |kind| Order { note: text("n"), ..order(kind) };
    assert_eq!(found(&order("ONE")), [" rule:one"]);
    assert_eq!(found(&with_note("ONE")), [""; 0]);
    assert_eq!(found(&with_both("ONE")), [" rule:one"]);
    assert_eq!(found(&order("ANY")), [" rule:any"]);
    assert_eq!(found(&with_both("ANY")), [""; 0]);
    assert_eq!(found(&with_both("MOST")), [" rule:most"]);
    assert_eq!(found(&with_note("MOST")), [""; 0]);
    assert_eq!(found(&order("BOTH")), [""; 0]);
    assert_eq!(found(&with_note("BOTH")), ["/buyer/buyerEmail rule:both"]);
    let violation = order("ANY").validate().unwrap_err().into_vec().remove(0);
    assert_eq!(violation.message, "Rule `any` is not met.");
}

#[test]
fn an_explicit_null_is_absent() {
    assert_eq!(found(&order("NULL")), ["/nullable rule:null"]);
    assert_eq!(found(&Order { nullable: Some(Nullable::Null), ..order("NULL") }), ["/nullable rule:null"]);
    assert_eq!(found(&Order { nullable: Some(Nullable::Value(String::new())), ..order("NULL") }), [""; 0]);
}

#[derive(Default, Validate)]
#[validate(rule(id = "in-order", compare(low < high)))]
#[validate(rule(id = "in-time", compare(span?.start <= span?.end?)))]
#[validate(rule(id = "in", when(name? in ["A", "B"]), forbid(name)))]
#[validate(rule(id = "not", when(not(any(flag == true, absent(name)))), forbid(name)))]
#[validate(rule(id = "other", when(all(name? != "C", low? >= "0.5", high? <= -1)), forbid(name)))]
struct Compared {
    low: Option<Decimal>,
    high: Option<i64>,
    span: Option<Span>,
    name: Option<String>,
    flag: bool,
}

#[derive(Validate)]
struct Span {
    start: Option<DateTime>,
    end: Option<Nullable<DateTime>>,
}

#[test]
fn values_are_compared_where_both_are_there() {
    let compared = |low: &str, high| Compared { low: low.parse().ok(), high, ..Compared::default() };
    assert_eq!(found(&compared("", None)), [""; 0]);
    assert_eq!(found(&compared("1.5", None)), [""; 0]);
    assert_eq!(found(&compared("1.5", Some(2))), [""; 0]);
    assert_eq!(found(&compared("2.0", Some(2))), ["/low rule:in-order"]);
    let times = |start: &str, end: &str| Compared {
        span: Some(Span { start: Some(start.into()), end: Some(Nullable::Value(end.into())) }),
        ..Compared::default()
    };
    assert_eq!(found(&times("2024-01-01T08:00:00+08:00", "2024-01-01T00:00:00Z")), [""; 0]);
    assert_eq!(found(&times("2024-01-01T00:00:01Z", "2024-01-01T00:00:00Z")), ["/span/start rule:in-time"]);
    assert_eq!(found(&times("soon", "2024-01-01T00:00:00Z")), [""; 0]);
}

#[test]
fn conditions() {
    let named = |name: &str| Compared { name: text(name), flag: true, ..Compared::default() };
    assert_eq!(found(&named("A")), ["/name rule:in"]);
    assert_eq!(found(&named("C")), [""; 0]);
    assert_eq!(found(&Compared { flag: false, ..named("C") }), ["/name rule:not"]);
    let numbers = |name, low: &str, high| Compared { low: low.parse().ok(), high: Some(high), ..named(name) };
    assert_eq!(found(&numbers("D", "0.50", -1)), ["/low rule:in-order", "/name rule:other"]);
    assert_eq!(found(&numbers("C", "0.50", -1)), ["/low rule:in-order"]);
    assert_eq!(found(&numbers("D", "0.49", -1)), ["/low rule:in-order"]);
}
