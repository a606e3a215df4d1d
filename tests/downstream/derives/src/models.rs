//! Orders of a shop. Every type here is also marked for `wirewright mirror`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ww::{
    Construct, Date, DateTime, Decimal, FromJson, OpenEnum, Redact, SwiftMirror, Unrecognized, Validate,
};

/// Identifies an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
#[from_json(crate = ::ww)]
#[serde(transparent)]
#[validate(crate = ::ww)]
pub struct OrderId(#[validate(min_length = 1, max_length = 36)] pub String);

/// How the buyer pays.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum, SwiftMirror)]
#[open_enum(crate = ::ww)]
pub enum PaymentMethod {
    /// By card.
    #[open_enum("CARD")]
    Card,
    /// At the door.
    #[open_enum("CASH_ON_DELIVERY", action = "Tell the courier.", retry = "new")]
    CashOnDelivery,
    /// What this version does not know.
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

/// How an order is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, FromJson, SwiftMirror)]
#[from_json(crate = ::ww)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Speed {
    /// Within a week.
    Standard,
    /// By tomorrow.
    #[serde(rename = "NEXT_DAY")]
    Express,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Construct, Validate, SwiftMirror)]
#[from_json(crate = ::ww)]
#[validate(crate = ::ww)]
pub struct Money {
    /// ISO 4217 code.
    #[validate(pattern = "^[A-Z]{3}$")]
    pub currency: String,
    /// In the smallest unit, sent as text.
    #[serde(with = "ww::wire::As::<ww::wire::Text>")]
    #[validate(minimum = 0)]
    pub value: i64,
}

/// When something was made and changed; its fields stand among those of the type that holds it.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate, SwiftMirror)]
#[from_json(crate = ::ww)]
#[serde(rename_all = "camelCase")]
#[validate(crate = ::ww)]
pub struct Stamps {
    /// When it was made.
    #[validate(format = "date-time")]
    pub created_at: DateTime,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(format = "date-time")]
    pub changed_at: Option<DateTime>,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Construct, Validate, SwiftMirror)]
#[from_json(crate = ::ww)]
#[serde(rename_all = "camelCase")]
#[validate(crate = ::ww)]
#[swift(name = "OrderLine")]
pub struct Line {
    /// What is bought.
    #[validate(min_length = 1, max_length = 80)]
    pub name: String,
    /// How many.
    #[validate(minimum = 1, maximum = 99)]
    pub quantity: u8,
    /// The price of one.
    #[validate(nested)]
    pub unit_price: Money,
    /// Percent off.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(exclusive_minimum = 0, maximum = 100, multiple_of = "0.5")]
    pub discount: Option<Decimal>,
}

/// An order.
#[derive(Clone, PartialEq, Serialize, Deserialize, FromJson, Redact, Validate, SwiftMirror)]
#[from_json(serde, crate = ::ww)]
#[serde(rename_all = "camelCase")]
#[validate(crate = ::ww)]
#[validate(rule(id = "express-has-a-date", when(present(ship_by)), require(speed)))]
#[validate(rule(id = "card-or-note", when(payment_method == "CARD"), at_least_one_of(card_token, note)))]
pub struct Order {
    /// Its id.
    #[validate(nested)]
    pub id: OrderId,
    /// When it came.
    #[serde(flatten)]
    #[validate(nested)]
    pub stamps: Stamps,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// The card, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[redact]
    pub card_token: Option<String>,
    /// How it is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speed: Option<Speed>,
    /// The last day to send it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(format = "date")]
    pub ship_by: Option<Date>,
    /// What is bought.
    #[validate(min_items = 1, max_items = 20, items(nested))]
    pub lines: Vec<Line>,
    /// The total, where the shop has worked it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub total: Option<Box<Money>>,
    /// A word to the shop.
    #[serde(rename = "comment", alias = "remark", skip_serializing_if = "Option::is_none")]
    #[validate(max_length = 200)]
    pub note: Option<String>,
    /// Texts of the buyer's own.
    #[serde(default)]
    #[validate(max_properties = 3, values(max_length = 10))]
    pub labels: BTreeMap<String, String>,
    /// Whether it is a present.
    #[serde(default, with = "ww::wire::As::<ww::wire::Either>")]
    pub gift: bool,
}
