//! With garde.

use garde::{Error, Validate};
use serde::Deserialize;

use super::{has_duplicates, is_country, is_date_time, is_product, is_uri};

fn check(holds: bool, message: &str) -> garde::Result {
    if holds { Ok(()) } else { Err(Error::new(message)) }
}

fn check_product(text: &str, _: &()) -> garde::Result {
    check(is_product(text), "not a product")
}

fn check_country(text: &str, _: &()) -> garde::Result {
    check(is_country(text), "not a country")
}

fn check_date_time(text: &Option<String>, _: &()) -> garde::Result {
    check(text.as_ref().is_none_or(|text| is_date_time(text)), "not a date-time")
}

fn check_uri(text: &str, _: &()) -> garde::Result {
    check(is_uri(text), "not a URI")
}

fn check_optional_uri(text: &Option<String>, _: &()) -> garde::Result {
    check(text.as_ref().is_none_or(|text| is_uri(text)), "not a URI")
}

fn check_unique(texts: &Option<Vec<String>>, _: &()) -> garde::Result {
    check(!texts.as_ref().is_some_and(|texts| has_duplicates(texts)), "not unique")
}

fn card_needs_factor(method: &Method) -> impl FnOnce(&Option<Factor>, &()) -> garde::Result + '_ {
    move |factor, _| check(method.r#type != "CARD" || factor.is_some(), "cards need a factor")
}

fn buyer_is_known(email: &Option<String>) -> impl FnOnce(&Option<String>, &()) -> garde::Result + '_ {
    move |buyer_id, _| check(buyer_id.is_some() || email.is_some(), "nobody knows the buyer")
}

/// Asks for a payment.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PaymentRequest {
    #[garde(length(chars, min = 1, max = 64))]
    pub request_id: String,
    #[garde(custom(check_product))]
    pub product: String,
    #[garde(dive)]
    pub amount: Amount,
    #[garde(dive)]
    pub order: Order,
    #[garde(dive)]
    pub method: Method,
    #[garde(custom(card_needs_factor(&self.method)))]
    pub factor: Option<Factor>,
    #[garde(length(max = 20), custom(check_unique), inner(inner(custom(check_country))))]
    pub regions: Option<Vec<String>>,
    #[garde(custom(check_date_time))]
    pub expires_at: Option<String>,
    #[garde(length(chars, max = 2048), custom(check_uri))]
    pub return_url: String,
}

/// A sum of money.
#[derive(Debug, Deserialize, Validate)]
pub struct Amount {
    #[garde(pattern("^[A-Z]{3}$"))]
    pub currency: String,
    #[garde(range(min = 1, max = 100_000_000_000))]
    pub value: i64,
}

/// What is bought.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    #[garde(length(chars, min = 1, max = 64))]
    pub order_id: String,
    #[garde(length(chars, max = 256))]
    pub description: String,
    #[garde(length(min = 1, max = 100), dive)]
    pub goods: Vec<Goods>,
    #[garde(dive)]
    pub buyer: Option<Buyer>,
    #[garde(dive)]
    pub ship_to: Option<Address>,
}

/// One item of an order.
#[derive(Debug, Deserialize, Validate)]
pub struct Goods {
    #[garde(length(chars, max = 32), pattern("^[A-Za-z0-9-]+$"))]
    pub sku: String,
    #[garde(length(chars, min = 1, max = 128))]
    pub name: String,
    #[garde(range(min = 1, max = 9999))]
    pub quantity: i64,
    #[garde(custom(check_optional_uri))]
    pub url: Option<String>,
}

/// Who buys.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Buyer {
    #[garde(length(chars, max = 64), custom(buyer_is_known(&self.email)))]
    pub buyer_id: Option<String>,
    #[garde(length(chars, max = 64), pattern("^[^@ ]+@[^@ ]+$"))]
    pub email: Option<String>,
    #[garde(pattern("^\\+[0-9]{4,15}$"))]
    pub phone: Option<String>,
}

/// Where it goes.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    #[garde(custom(check_country))]
    pub country: String,
    #[garde(length(chars, max = 32))]
    pub post_code: Option<String>,
}

/// How the buyer pays.
#[derive(Debug, Deserialize, Validate)]
pub struct Method {
    #[garde(length(chars, min = 1, max = 64))]
    pub r#type: String,
}

/// How a card is charged.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Factor {
    pub is_authorization: bool,
}
