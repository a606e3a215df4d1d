//! What serde's attributes make of the JSON, and rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wirewright::{Date, DateTime, Decimal, FromJson, Nullable, SwiftMirror, Validate};

/// What every record has.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate, SwiftMirror)]
#[serde(rename_all = "kebab-case")]
pub struct Head {
    /// When it was made.
    #[validate(format = "date-time")]
    pub made_at: DateTime,
    /// Its number.
    #[validate(minimum = 1)]
    pub number: i64,
}

/// An invoice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
#[from_json(serde)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[validate(
    rule(id = "paid-has-date", message = "A paid invoice has a date.", when(status == "paid"), require(paid_on)),
    rule(id = "open-has-none", when(all(present(status), status != "paid")), forbid(paid_on)),
    rule(id = "one-contact", exactly_one_of(mail, phone)),
    rule(id = "rebate-small", compare(rebate < total)),
    rule(id = "number-of-line", when(lines[*].kind in ["gift", "sample"]), require(reason)),
    rule(id = "old", when(head.number < 10), require_together(mail, reason)),
)]
pub struct Invoice {
    /// What it is called.
    pub title: String,
    /// What every record has.
    #[serde(flatten)]
    #[validate(nested)]
    pub head: Head,
    /// How it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(one_of("open", "paid"))]
    pub status: Option<String>,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(format = "date")]
    pub paid_on: Option<Date>,
    /// Where to write.
    #[serde(alias = "EMAIL", alias = "E_MAIL", skip_serializing_if = "Option::is_none")]
    #[validate(required)]
    pub mail: Option<String>,
    /// Where to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The sum, as text.
    #[serde(with = "wirewright::wire::As::<wirewright::wire::Text>")]
    #[validate(minimum = "0.01", multiple_of = "0.01")]
    pub total: Decimal,
    /// What is taken off; as text or as a number.
    #[serde(
        default,
        with = "wirewright::wire::As::<Option<wirewright::wire::Either>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub rebate: Option<Decimal>,
    /// Counted, as text.
    #[serde(
        default,
        with = "wirewright::wire::As::<Option<Vec<wirewright::wire::Text>>>",
        skip_serializing_if = "Option::is_none"
    )]
    #[validate(items(maximum = 5))]
    pub counts: Option<Vec<i64>>,
    /// One or many.
    #[serde(with = "wirewright::wire::As::<wirewright::wire::OneOrMany<wirewright::wire::Plain>>")]
    #[validate(max_items = 2, items(max_length = 3))]
    pub tags: Vec<String>,
    /// The buyer's own number, or none for sure.
    #[serde(
        default,
        with = "wirewright::wire::As::<Option<wirewright::wire::Nullable<wirewright::wire::Plain>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub reference: Option<Nullable<String>>,
    /// Lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<Line>>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whatever else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
    /// What this version does not know.
    #[serde(flatten)]
    pub rest: BTreeMap<String, Value>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, SwiftMirror)]
pub struct Line {
    /// What kind it is.
    pub kind: String,
}
