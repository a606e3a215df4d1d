//! A request as a program has it: structs of std's types, which all that is written or derived for them judges.
//!
//! The attributes are this crate's own; [`peer`](crate::peer) says the same by hand, and doesn't look at them.

use serde::{Deserialize, Serialize};
use wirewright::Validate;

/// 642 bytes of JSON: a valid [`PaymentRequest`] in which each of the 20 constrained fields is there.
pub const DOCUMENT: &str = include_str!("../request.json");

/// Asks for a payment.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(rule(id = "card-needs-factor", when(method.r#type == "CARD"), require(factor)))]
pub struct PaymentRequest {
    #[validate(min_length = 1, max_length = 64)]
    pub request_id: String,
    #[validate(one_of("CASHIER_PAYMENT", "AGREEMENT_PAYMENT"))]
    pub product: String,
    #[validate(nested)]
    pub amount: Amount,
    #[validate(nested)]
    pub order: Order,
    #[validate(nested)]
    pub method: Method,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<Factor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(max_items = 20, unique_items, items(format = "iso3166-1-alpha2"))]
    pub regions: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(format = "date-time")]
    pub expires_at: Option<String>,
    #[validate(max_length = 2048, format = "uri")]
    pub return_url: String,
}

/// A sum of money.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
pub struct Amount {
    #[validate(pattern = "^[A-Z]{3}$")]
    pub currency: String,
    #[validate(minimum = 1, maximum = 100000000000)]
    pub value: i64,
}

/// What is bought.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    #[validate(min_length = 1, max_length = 64)]
    pub order_id: String,
    #[validate(max_length = 256)]
    pub description: String,
    #[validate(min_items = 1, max_items = 100, nested)]
    pub goods: Vec<Goods>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub buyer: Option<Buyer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub ship_to: Option<Address>,
}

/// One item of an order.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
pub struct Goods {
    #[validate(max_length = 32, pattern = "^[A-Za-z0-9-]+$")]
    pub sku: String,
    #[validate(min_length = 1, max_length = 128)]
    pub name: String,
    #[validate(minimum = 1, maximum = 9999)]
    pub quantity: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(format = "uri")]
    pub url: Option<String>,
}

/// Who buys.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(rule(id = "buyer-is-known", at_least_one_of(buyer_id, email)))]
pub struct Buyer {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(max_length = 64)]
    pub buyer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(max_length = 64, pattern = "^[^@ ]+@[^@ ]+$")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(pattern = r"^\+[0-9]{4,15}$")]
    pub phone: Option<String>,
}

/// Where it goes.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    #[validate(format = "iso3166-1-alpha2")]
    pub country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(max_length = 32)]
    pub post_code: Option<String>,
}

/// How the buyer pays.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
pub struct Method {
    #[validate(min_length = 1, max_length = 64)]
    pub r#type: String,
}

/// How a card is charged.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Factor {
    pub is_authorization: bool,
}
