//! With validator.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

use super::{has_duplicates, is_country, is_date_time, is_product, is_uri};

macro_rules! patterns {
    ($($name:ident = $pattern:literal;)*) => {$(
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("a pattern"));
    )*};
}

patterns! {
    CURRENCY = "^[A-Z]{3}$";
    SKU = "^[A-Za-z0-9-]+$";
    EMAIL = "^[^@ ]+@[^@ ]+$";
    PHONE = r"^\+[0-9]{4,15}$";
}

fn check(holds: bool, code: &'static str) -> Result<(), ValidationError> {
    if holds { Ok(()) } else { Err(ValidationError::new(code)) }
}

fn check_product(text: &str) -> Result<(), ValidationError> {
    check(is_product(text), "product")
}

fn check_country(text: &str) -> Result<(), ValidationError> {
    check(is_country(text), "country")
}

fn check_date_time(text: &str) -> Result<(), ValidationError> {
    check(is_date_time(text), "date_time")
}

fn check_uri(text: &str) -> Result<(), ValidationError> {
    check(is_uri(text), "uri")
}

fn check_regions(texts: &[String]) -> Result<(), ValidationError> {
    check(!has_duplicates(texts), "unique")?;
    texts.iter().try_for_each(|text| check_country(text))
}

fn card_needs_factor(request: &PaymentRequest) -> Result<(), ValidationError> {
    check(request.method.r#type != "CARD" || request.factor.is_some(), "card_needs_factor")
}

fn buyer_is_known(buyer: &Buyer) -> Result<(), ValidationError> {
    check(buyer.buyer_id.is_some() || buyer.email.is_some(), "buyer_is_known")
}

/// Asks for a payment.
#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(schema(function = "card_needs_factor", skip_on_field_errors = false))]
pub struct PaymentRequest {
    #[validate(length(min = 1, max = 64))]
    pub request_id: String,
    #[validate(custom(function = "check_product"))]
    pub product: String,
    #[validate(nested)]
    pub amount: Amount,
    #[validate(nested)]
    pub order: Order,
    #[validate(nested)]
    pub method: Method,
    pub factor: Option<Factor>,
    #[validate(length(max = 20), custom(function = "check_regions"))]
    pub regions: Option<Vec<String>>,
    #[validate(custom(function = "check_date_time"))]
    pub expires_at: Option<String>,
    #[validate(length(max = 2048), custom(function = "check_uri"))]
    pub return_url: String,
}

/// A sum of money.
#[derive(Debug, Deserialize, Serialize, Validate)]
pub struct Amount {
    #[validate(regex(path = *CURRENCY))]
    pub currency: String,
    #[validate(range(min = 1, max = 100_000_000_000_i64))]
    pub value: i64,
}

/// What is bought.
#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    #[validate(length(min = 1, max = 64))]
    pub order_id: String,
    #[validate(length(max = 256))]
    pub description: String,
    #[validate(length(min = 1, max = 100), nested)]
    pub goods: Vec<Goods>,
    #[validate(nested)]
    pub buyer: Option<Buyer>,
    #[validate(nested)]
    pub ship_to: Option<Address>,
}

/// One item of an order.
#[derive(Debug, Deserialize, Serialize, Validate)]
pub struct Goods {
    #[validate(length(max = 32), regex(path = *SKU))]
    pub sku: String,
    #[validate(length(min = 1, max = 128))]
    pub name: String,
    #[validate(range(min = 1, max = 9999))]
    pub quantity: i64,
    #[validate(custom(function = "check_uri"))]
    pub url: Option<String>,
}

/// Who buys.
#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(schema(function = "buyer_is_known", skip_on_field_errors = false))]
pub struct Buyer {
    #[validate(length(max = 64))]
    pub buyer_id: Option<String>,
    #[validate(length(max = 64), regex(path = *EMAIL))]
    pub email: Option<String>,
    #[validate(regex(path = *PHONE))]
    pub phone: Option<String>,
}

/// Where it goes.
#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    #[validate(custom(function = "check_country"))]
    pub country: String,
    #[validate(length(max = 32))]
    pub post_code: Option<String>,
}

/// How the buyer pays.
#[derive(Debug, Deserialize, Serialize, Validate)]
pub struct Method {
    #[validate(length(min = 1, max = 64))]
    pub r#type: String,
}

/// How a card is charged.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Factor {
    pub is_authorization: bool,
}
