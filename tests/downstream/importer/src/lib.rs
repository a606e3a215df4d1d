//! A merchant's server: it opens payment sessions with the types of `antom-checkout` and a transport of its own.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub)]

use antom_checkout::{
    Amount, AmountRequired, CreatePaymentSession, CreatePaymentSessionRequest,
    CreatePaymentSessionRequestRequired, CreatePaymentSessionResponse, Goods, GoodsRequired, Order,
    OrderRequired, PaymentFactor, PaymentMethod, PaymentMethodType, ProductCodeType,
};
use wirewright::{Operation, Outcome, Retry, Validate, Violations};

/// What carries bytes to a server and back: a signing HTTP client in a real program.
pub trait Transport {
    /// Sends a body and returns the answer's.
    ///
    /// # Errors
    /// Why there is no answer.
    fn send(&mut self, method: &str, path: &str, body: &str) -> Result<String, String>;
}

/// Why a call gave nothing.
#[derive(Debug)]
pub enum CallError {
    /// The request breaks a limit: nothing was sent.
    Invalid(Violations),
    /// There was no answer.
    Transport(String),
    /// The answer is no answer of this call.
    Unreadable(serde_json::Error),
}

/// Calls any operation of any API that wirewright generated.
///
/// # Errors
/// See [`CallError`]. A call that the server refused is no error here: ask for its outcome.
pub fn call<O: Operation>(
    transport: &mut dyn Transport,
    request: &O::Request,
) -> Result<O::Response, CallError> {
    request.validate().map_err(CallError::Invalid)?;
    let body = serde_json::to_string(request).map_err(CallError::Unreadable)?;
    let answer = transport.send(O::METHOD, O::PATH, &body).map_err(CallError::Transport)?;
    serde_json::from_str(&answer).map_err(CallError::Unreadable)
}

/// What the shop does after a call.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Hand this to the app.
    OpenSession(String),
    /// Ask again with the same request.
    Repeat,
    /// Ask the buyer for something else, under a new request id.
    Retry,
    /// Tell a person; with the code, known or not.
    GiveUp(String),
}

/// Decides by outcome first and by code second, so that a new code changes nothing.
pub fn next(response: &CreatePaymentSessionResponse) -> Next {
    let code = &response.result.result_code;
    match (CreatePaymentSession::outcome(response), &response.payment_session_data) {
        (Outcome::Success, Some(data)) => Next::OpenSession(data.clone()),
        (Outcome::Pending, _) => Next::Repeat,
        (Outcome::Failure, _) if code.retry() == Some(Retry::New) => Next::Retry,
        _ => Next::GiveUp(code.as_str().to_owned()),
    }
}

/// A payment of two tea sets.
pub fn request(id: &str, currency: &str, cents: i64) -> CreatePaymentSessionRequest {
    let amount = || Amount::new(AmountRequired { currency: currency.to_owned(), value: cents });
    let goods = Goods::new(GoodsRequired { goods_name: "Tea set".to_owned() })
        .with_reference_goods_id("sku-100")
        .with_goods_quantity(2);
    let order = Order::new(OrderRequired {
        reference_order_id: "order-2026-000431".to_owned(),
        order_description: "Two tea sets".to_owned(),
    })
    .with_order_amount(amount())
    .with_goods(vec![goods]);
    let card = PaymentMethod::new().with_payment_method_type(PaymentMethodType::Card);
    CreatePaymentSessionRequest::new(CreatePaymentSessionRequestRequired {
        product_code: ProductCodeType::CashierPayment,
        payment_request_id: id.to_owned(),
        order,
        payment_amount: amount(),
        payment_redirect_url: "shopexample://return".to_owned(),
    })
    .with_payment_method(card)
    .with_payment_factor(PaymentFactor::new().with_is_authorization(true))
}
