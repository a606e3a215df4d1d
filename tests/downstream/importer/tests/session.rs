//! A session against a server that answers what it is told to.

use antom_checkout::{CreatePaymentSession, CreatePaymentSessionResponse, PaymentMethod, ResultCode};
use importer::{CallError, Next, Transport, call, next, request};
use wirewright::{Operation, Validate};

struct Fake {
    answer: &'static str,
    sent: Vec<String>,
}

impl Transport for Fake {
    fn send(&mut self, method: &str, path: &str, body: &str) -> Result<String, String> {
        self.sent.push(format!("{method} {path} {body}"));
        Ok(self.answer.to_owned())
    }
}

fn answered(answer: &'static str) -> (CreatePaymentSessionResponse, Vec<String>) {
    let mut fake = Fake { answer, sent: Vec::new() };
    let response = call::<CreatePaymentSession>(&mut fake, &request("pay-1", "BRL", 2129)).unwrap();
    (response, fake.sent)
}

#[test]
fn a_session_is_opened() {
    let answer = r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"paymentSessionData":"a&&SG&&1",
        "paymentSessionId":"i","paymentSessionExpiryTime":"2026-11-23T10:30:00Z","new":1}"#;
    let (response, sent) = answered(answer);
    let expected = concat!(
        "POST /ams/api/v1/payments/createPaymentSession ",
        r#"{"productCode":"CASHIER_PAYMENT","paymentRequestId":"pay-1","order":{"referenceOrderId":"order-2026-000431","#,
        r#""orderDescription":"Two tea sets","orderAmount":{"currency":"BRL","value":"2129"},"goods":["#,
        r#"{"referenceGoodsId":"sku-100","goodsName":"Tea set","goodsQuantity":"2"}]},"#,
        r#""paymentAmount":{"currency":"BRL","value":"2129"},"paymentMethod":{"paymentMethodType":"CARD"},"#,
        r#""paymentRedirectUrl":"shopexample://return","paymentFactor":{"isAuthorization":true}}"#,
    );
    assert_eq!(sent, [expected]);
    assert_eq!(response.validate(), Ok(()));
    assert_eq!(next(&response), Next::OpenSession("a&&SG&&1".to_owned()));
    let shown = format!("{response:?}");
    assert!(shown.contains("[redacted]") && !shown.contains("SG"), "{shown}");
}

#[test]
fn nothing_invalid_is_sent() {
    let mut fake = Fake { answer: "", sent: Vec::new() };
    let mut request = request("", "brl", -1);
    request.payment_factor = None;
    let Err(CallError::Invalid(violations)) = call::<CreatePaymentSession>(&mut fake, &request) else {
        panic!("it was sent");
    };
    let found: Vec<_> = violations.iter().map(|one| (one.pointer.as_str(), one.code.as_ref())).collect();
    let expected = [
        ("/paymentRequestId", "minLength"),
        ("/order/orderAmount/currency", "format"),
        ("/order/orderAmount/value", "minimum"),
        ("/paymentAmount/currency", "format"),
        ("/paymentAmount/value", "minimum"),
        ("/paymentFactor", "rule:card-needs-factor"),
    ];
    assert_eq!(found, expected);
    assert!(fake.sent.is_empty());
}

#[test]
fn codes_that_nobody_knows_yet_are_decided_by_the_outcome() {
    for (answer, expected) in [
        (
            r#"{"result":{"resultCode":"MOON_TOO_FAR","resultStatus":"F"}}"#,
            Next::GiveUp("MOON_TOO_FAR".to_owned()),
        ),
        (r#"{"result":{"resultCode":"MOON_TOO_FAR","resultStatus":"U"}}"#, Next::Repeat),
        (r#"{"result":{"resultCode":"CARD_NOT_SUPPORTED","resultStatus":"F"}}"#, Next::Retry),
        (r#"{"result":{"resultCode":"SUCCESS","resultStatus":"Z"}}"#, Next::GiveUp("SUCCESS".to_owned())),
    ] {
        assert_eq!(next(&answered(answer).0), expected, "{answer}");
    }
    let (response, _) = answered(r#"{"result":{"resultCode":"MOON_TOO_FAR","resultStatus":"F"}}"#);
    assert!(matches!(response.result.result_code, ResultCode::Unrecognized(_)));
    assert!(!CreatePaymentSession::CODES.contains(&response.result.result_code));
}

#[test]
fn a_repeated_request_has_the_same_key() {
    let request = request("pay-1", "BRL", 2129);
    assert_eq!(CreatePaymentSession::idempotency_key(&request), Some("pay-1"));
    let wallet = PaymentMethod::new().with_payment_method_type("NEW_WALLET");
    assert_eq!(request.with_payment_method(wallet).validate(), Ok(()));
}
