//! The validator written by hand is a fair measure: it finds what ours finds, in the same order.

use serde::Deserialize;
use serde_json::{Value, json};
use wirewright::{Limit, Validate};
use wirewright_benches::peer::{Problem, problems};
use wirewright_benches::request::{DOCUMENT, PaymentRequest};
use wirewright_benches::{generated, others};

/// What the derive finds, as the peer says it.
fn derived(request: &impl Validate) -> Vec<(String, String, String)> {
    let violations = request.validate().err().unwrap_or_default();
    let limit = |limit: Option<Limit>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let parts = violations.into_iter().map(|found| (found.pointer, found.code.into(), limit(found.limit)));
    parts.collect()
}

fn by_hand(request: &PaymentRequest) -> Vec<(String, String, String)> {
    let parts = |Problem { pointer, code, limit }| (pointer, String::from(code), limit.into_owned());
    problems(request).into_iter().map(parts).collect()
}

/// What each text of the document is replaced by: on both sides of each limit, and what is nearly right.
fn texts() -> Vec<Value> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "A",
        "é",
        "BRL",
        "brl",
        "BR",
        "br",
        "XX",
        "BRLA",
        "ÉRL",
        "BR\n",
        "a-1",
        "a_1",
        "a@b",
        "@b",
        "a@",
        "a b@c",
        "a@b@c",
        "ä@ö",
        "a@b c",
        "+1234",
        "+123",
        "+123456789012345",
        "+1234567890123456",
        "1234",
        "+12a4",
        "a:b",
        ":b",
        "a:",
        "a:b c",
        "1a:b",
        "é:b",
        "a+.-1:ß",
        "a:\u{7f}",
        "CARD",
        "CASH",
        "AGREEMENT_PAYMENT",
        "2026-11-24T12:01:01Z",
        "2026-11-24t12:01:01.5z",
        "2026-02-29T12:01:01Z",
        "2024-02-29T12:01:01Z",
        "2000-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-11-24T24:01:01Z",
        "2026-11-24T12:60:01Z",
        "2026-11-24T12:01:60Z",
        "2026-11-24T23:59:60Z",
        "2026-11-24T22:59:60-01:00",
        "2026-11-24T23:59:61Z",
        "2026-11-24T12:01:01.Z",
        "2026-11-24T12:01:01",
        "2026-11-24T12:01:01+24:00",
        "2026-11-24T12:01:01+08:60",
        "2026-11-24T12:01:01-08:00 ",
        "2026-13-01T0",
        "2026-00-10T00:00:00Z",
        "2026-11-00T00:00:00Z",
        "2026-1é-24T12:01:01Z",
    ]
    .map(str::to_owned)
    .into();
    for length in [31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 2047, 2048, 2049] {
        texts.extend(["a", "é", "😀"].map(|character| character.repeat(length)));
        texts.push(format!("a:{}", "é".repeat(length - 2)));
        texts.push(format!("a@{}", "é".repeat(length - 2)));
    }
    texts.into_iter().map(Value::from).collect()
}

/// Every document that differs from the valid one at the place of this pointer.
fn variants(pointer: &str, value: &Value) -> Vec<Value> {
    let numbers = [i64::MIN, -1, 0, 1, 2, 9999, 10_000, 100_000_000_000, 100_000_000_001, i64::MAX];
    match value {
        Value::String(_) => texts(),
        Value::Number(_) => numbers.map(Value::from).into(),
        Value::Array(items) if pointer == "/regions" => {
            let repeated = |count: usize| Value::from(vec!["BR"; count]);
            let codes =
                ["AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX"];
            let many: Vec<&str> =
                codes.iter().chain(&["AZ", "BA", "BB", "BD", "BE", "BF"]).copied().collect();
            let twenty = Value::from(many.iter().copied().take(20).collect::<Vec<_>>());
            vec![
                json!([]),
                repeated(1),
                repeated(2),
                repeated(21),
                twenty,
                json!(many),
                json!([items[0], "ZZ"]),
            ]
        }
        Value::Array(items) => {
            [0, 1, 99, 100, 101].map(|count| Value::from(vec![items[0].clone(); count])).into()
        }
        _ => Vec::new(),
    }
}

/// The pointers of all values below this one.
fn pointers(pointer: &str, value: &Value, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    let below: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        _ => Vec::new(),
    };
    for (name, value) in below {
        pointers(&format!("{pointer}/{name}"), value, found);
    }
}

/// The document without what is optional, piece by piece, and with each value replaced.
fn documents() -> Vec<Value> {
    let valid: Value = serde_json::from_str(DOCUMENT).expect("the document is JSON");
    let mut found = Vec::new();
    pointers("", &valid, &mut found);
    let mut documents = vec![valid.clone()];
    for pointer in found.iter().filter(|pointer| !pointer.is_empty()) {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let mut without = valid.clone();
        if let Some(fields) = without.pointer_mut(parent).and_then(Value::as_object_mut) {
            fields.remove(name);
            documents.push(without);
        }
        for variant in variants(pointer, valid.pointer(pointer).expect("it is there")) {
            let mut document = valid.clone();
            *document.pointer_mut(pointer).expect("it is there") = variant;
            documents.push(document);
        }
    }
    documents
}

#[test]
fn the_document_is_valid_and_of_the_size_that_is_told() {
    assert_eq!(DOCUMENT.len(), 642);
    let request: PaymentRequest = serde_json::from_str(DOCUMENT).expect("a request");
    assert_eq!((problems(&request), derived(&request)), (Vec::new(), Vec::new()));
    assert_eq!(serde_json::to_string(&request).expect("JSON"), DOCUMENT);
}

#[test]
fn a_change_anywhere_breaks_the_same_for_both() {
    let mut codes = std::collections::BTreeSet::new();
    let (mut broken, mut valid) = (0, 0);
    for document in documents() {
        let Ok(request) = PaymentRequest::deserialize(&document) else { continue };
        let found = by_hand(&request);
        assert_eq!(found, derived(&request), "{document}");
        let generated = generated::PaymentRequest::deserialize(&document).expect("both read the same");
        assert_eq!(found, derived(&generated), "{document}");
        *if found.is_empty() { &mut valid } else { &mut broken } += 1;
        codes.extend(found.into_iter().map(|(_, code, _)| code));
    }
    assert!(valid > 300 && broken > 1000, "{valid} valid, {broken} broken");
    assert_eq!(codes.len(), 11, "{codes:?}");
}

/// The other crates do the same work.
#[test]
fn the_others_accept_and_refuse_the_same() {
    let schema = others::schema::validator();
    for document in documents() {
        let Ok(request) = PaymentRequest::deserialize(&document) else { continue };
        let is_valid = problems(&request).is_empty();
        let garde = others::garde::PaymentRequest::deserialize(&document).expect("all read the same");
        assert_eq!(garde::Validate::validate(&garde).is_ok(), is_valid, "garde: {document}");
        let validator = others::validator::PaymentRequest::deserialize(&document).expect("all read the same");
        assert_eq!(validator::Validate::validate(&validator).is_ok(), is_valid, "validator: {document}");
        assert_eq!(schema.is_valid(&document), is_valid, "jsonschema: {document}");
    }
}

#[test]
fn all_that_is_wrong_is_found_at_once() {
    let request: PaymentRequest = serde_json::from_value(json!({
        "requestId": "", "product": "X", "amount": {"currency": "brl", "value": 0},
        "order": {
            "orderId": "", "description": "é".repeat(257),
            "goods": [{"sku": "_".repeat(33), "name": "", "quantity": 0, "url": "x"}],
            "buyer": {"phone": "1"}, "shipTo": {"country": "XX", "postCode": "0".repeat(33)}
        },
        "method": {"type": "CARD"}, "regions": ["XX", "XX"], "expiresAt": "soon", "returnUrl": ""
    }))
    .expect("a request");
    assert_eq!(by_hand(&request).len(), 21);
    assert_eq!(by_hand(&request), derived(&request));
}
