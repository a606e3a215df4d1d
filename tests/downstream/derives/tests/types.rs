//! What a user relies on.

use derive_user::models::{Order, PaymentMethod};
use derive_user::shadowed::{Colour, Paint, PaintRequired};
use derive_user::shapes::{Attachment, Change, Locker, Login, Page, PageRequired, Place, Report};
use serde::Serialize;
use serde::de::DeserializeOwned;
use ww::{Retry, Validate};

fn found(value: &impl Validate) -> Vec<String> {
    let violations = value.validate().err().unwrap_or_default();
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

fn read<T: DeserializeOwned + Serialize>(document: &str) -> T {
    let value: T = serde_json::from_str(document).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), document);
    value
}

const ORDER: &str = r#"{"id":"o-1","createdAt":"2026-11-24T01:00:00Z","paymentMethod":"CARD","cardToken":"tok-7","lines":[{"name":"Tea","quantity":2,"unitPrice":{"currency":"EUR","value":"450"},"discount":2.50}],"comment":"Ring twice","labels":{},"gift":false}"#;

#[test]
fn orders_are_read_judged_and_written() {
    let order: Order = read(ORDER);
    assert_eq!(found(&order), [""; 0]);
    let shown = format!("{order:?}");
    assert!(shown.contains("card_token: [redacted]") && !shown.contains("tok-7"), "{shown}");
}

#[test]
fn violations_have_the_names_of_the_wire() {
    let document = r#"{"id":"","createdAt":"today","paymentMethod":"CARD","shipBy":"2026-02-30","remark":null,
        "lines":[{"name":"","quantity":100,"unitPrice":{"currency":"eur","value":-1},"discount":0.3}],
        "labels":{"a/b":"12345678901"},"gift":"true"}"#;
    let order: Order = serde_json::from_str(document).unwrap();
    assert!(order.gift);
    let expected = [
        "/id minLength",
        "/createdAt format",
        "/shipBy format",
        "/lines/0/name minLength",
        "/lines/0/quantity maximum",
        "/lines/0/unitPrice/currency pattern",
        "/lines/0/unitPrice/value minimum",
        "/lines/0/discount multipleOf",
        "/labels/a~1b maxLength",
        "/speed rule:express-has-a-date",
        " rule:card-or-note",
    ];
    assert_eq!(found(&order), expected);
}

#[test]
fn open_enums_keep_what_they_do_not_know() {
    let method: PaymentMethod = read(r#""SHELLS""#);
    assert!(matches!(&method, PaymentMethod::Unrecognized(text) if text.as_str() == "SHELLS"));
    assert_eq!(PaymentMethod::CashOnDelivery.retry(), Some(Retry::New));
    assert_eq!(PaymentMethod::CashOnDelivery.action(), Some("Tell the courier."));
}

#[test]
fn generics_lifetimes_and_tuples() {
    let page: Page<Place, 3> = read(r#"{"items":[[91,0],[0,-181],[1,1]],"nextCursor":""}"#);
    assert_eq!(
        found(&page),
        ["/items maxItems", "/items/0/0 maximum", "/items/1/1 minimum", "/nextCursor minLength"]
    );
    let page: Page<Place> = Page::new(PageRequired { items: vec![Place(1, 2)] }).with_next_cursor("c");
    assert_eq!(found(&page), [""; 0]);
    let login: Login<'_> = serde_json::from_str(r#"{"user-name":"charlotte"}"#).unwrap();
    assert_eq!(found(&login), ["/user-name maxLength", "/pass-word rule:both-or-none"]);
    assert!(format!("{:?}", login.with_pass_word("secret")).contains("pass_word: [redacted]"));
}

#[test]
fn tagged_enums() {
    let report: Report = read(r#"{"type":"handedOver","signedBy":""}"#);
    assert_eq!(found(&report), ["/signedBy minLength"]);
    let report: Report = read(r#"{"type":"notThere","waitsAt":[0,181]}"#);
    assert_eq!(found(&report), ["/waitsAt/1 maximum"]);
    assert_eq!(found(&Report::OnTheWay), [""; 0]);

    let locker: Locker = read(r#"{"lockerNumber":0}"#);
    assert_eq!(found(&locker), ["/lockerNumber minimum"]);
    let change: Change = read(r#"{"kind":"moved","data":{"code":"123"}}"#);
    assert_eq!(found(&change), ["/data/code minLength"]);
    let shown = format!("{change:?}");
    assert!(shown.contains("[redacted]") && !shown.contains("123"), "{shown}");
    let change: Change = read(r#"{"kind":"weighed","data":{"grams":[5,0]}}"#);
    assert_eq!(found(&change), ["/data/grams/1 minimum"]);
    let change: Change = serde_json::from_str(r#"{"kind":"lost"}"#).unwrap();
    assert_eq!((found(&change).len(), format!("{change:?}").as_str()), (0, "Unknown"));
    let attachment: Attachment = read(r#"{"text":"long"}"#);
    assert_eq!(found(&attachment), ["/text maxLength"]);
    let attachment: Attachment = read(r#"{"photo":[1,0]}"#);
    assert_eq!(found(&attachment), ["/photo/1 minimum"]);
}

#[test]
fn names_of_the_prelude_may_mean_something_else() {
    let paint = Paint::new(PaintRequired { colour: Colour::Red });
    assert_eq!(found(&paint), ["/name rule:red-has-a-name"]);
    let paint: Paint = read(r#"{"colour":"PUCE","name":"dark"}"#);
    assert_eq!(found(&paint), ["/colour enum", "/name maxLength"]);
}
