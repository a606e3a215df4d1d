//! The types of `cases/equivalence`, as a person writes them: the same constraints in attributes of the derives.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wirewright::wire::{As, Either, OneOrMany, Plain, Text};
use wirewright::{Date, DateTime, Decimal, FromJson, Nullable, OpenEnum, Unrecognized, Validate};

/// A code: a newtype with checks of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, FromJson, Validate)]
pub struct Code(#[validate(min_length = 2, max_length = 4, pattern = "^[A-Z0-9]*$")] String);

/// Where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Channel {
    /// A browser.
    #[open_enum("WEB")]
    Web,
    /// A shop.
    #[open_enum("SHOP")]
    Shop,
    /// Anything else.
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

/// One of two.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
#[open_enum(closed)]
pub enum Grade {
    /// Good.
    #[open_enum("GOOD")]
    Good,
    /// Bad.
    #[open_enum("BAD")]
    Bad,
    /// Anything else.
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

/// What others take over.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate)]
pub struct Base {
    #[validate(min_length = 1, max_length = 3)]
    id: String,
    #[validate(format = "date-time")]
    made: Option<DateTime>,
}

/// A part, generic in what it is called by.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate)]
#[validate(rule(id = "bad-has-share", when(grade? == "BAD"), require(share)))]
pub struct Part<C> {
    #[validate(nested)]
    code: C,
    #[validate(nested)]
    grade: Option<Grade>,
    #[serde(default, with = "As::<Option<Either>>")]
    #[validate(minimum = "0.1", maximum = "0.9", multiple_of = "0.1")]
    share: Option<Decimal>,
    #[validate(max_items = 2, items(nested))]
    parts: Option<Vec<Part<C>>>,
}

/// Everything that can be judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate)]
#[from_json(serde)]
#[serde(rename_all = "camelCase")]
#[validate(rule(
    id = "require-all",
    when(all(channel? == "WEB", integer? > 0)),
    require(link, part?.share)
))]
#[validate(rule(
    id = "forbid-any",
    when(any(channel? in ["SHOP", "WEB"], decimal? <= "0.5")),
    forbid(country, parts?[*].share)
))]
#[validate(rule(id = "unless-there", when(not(present(part))), require(base.id, day)))]
#[validate(rule(id = "one-of-two", exactly_one_of(when, day)))]
#[validate(rule(id = "some-of-two", when(parts?[*].grade? == "GOOD"), at_least_one_of(texts, numbers)))]
#[validate(rule(id = "one-at-most", at_most_one_of(texts, numbers, values)))]
#[validate(rule(id = "both", when(absent(nullable)), require_together(left, right)))]
#[validate(rule(id = "ordered", compare(left < right)))]
#[validate(rule(id = "in-time", message = "It ends after it began.", compare(from <= until)))]
pub struct Whole {
    #[serde(flatten)]
    #[validate(nested)]
    base: Base,
    #[validate(constant = "fixed")]
    const_text: Option<String>,
    #[validate(constant = 7)]
    const_number: Option<i64>,
    #[validate(constant = true)]
    const_flag: Option<bool>,
    #[validate(one_of("a", "", "é"))]
    one_text: Option<String>,
    #[validate(one_of(1, -2))]
    one_number: Option<i64>,
    #[validate(min_length = 2, max_length = 3)]
    length: Option<String>,
    #[validate(pattern = "^(ab|c)+$")]
    pattern: Option<String>,
    #[validate(pattern = "^.*[0-9]x.*$")]
    search: Option<String>,
    #[validate(format = "date-time")]
    when: Option<String>,
    #[validate(format = "date")]
    day: Option<String>,
    #[validate(format = "uri")]
    link: Option<String>,
    #[validate(format = "iso4217")]
    currency: Option<String>,
    #[validate(format = "iso3166-1-alpha2")]
    country: Option<String>,
    #[validate(format = "date")]
    date: Option<Date>,
    #[validate(minimum = -5, maximum = 5)]
    integer: Option<i64>,
    #[validate(exclusive_minimum = -5, exclusive_maximum = 5, multiple_of = 2)]
    exclusive: Option<i64>,
    #[serde(default, with = "As::<Option<Text>>")]
    #[validate(minimum = 0, exclusive_maximum = 100000)]
    cents: Option<i64>,
    #[serde(default, with = "As::<Option<Either>>")]
    #[validate(minimum = 1)]
    either: Option<i64>,
    #[serde(default, with = "As::<Option<Either>>")]
    #[validate(exclusive_minimum = "-1.5", exclusive_maximum = "1.5")]
    decimal: Option<Decimal>,
    #[serde(default, with = "As::<Option<Text>>")]
    #[validate(multiple_of = "0.25")]
    decimal_text: Option<Decimal>,
    #[serde(default, with = "As::<Option<Text>>")]
    flag_text: Option<bool>,
    #[validate(min_length = 3)]
    channel: Option<Channel>,
    #[validate(nested)]
    grade: Grade,
    #[validate(constant = "WEB")]
    only_web: Option<Channel>,
    #[validate(min_items = 1, max_items = 3, unique_items, items(max_length = 2))]
    texts: Option<Vec<String>>,
    #[validate(unique_items, items(minimum = 0))]
    numbers: Option<Vec<i64>>,
    #[validate(unique_items)]
    values: Option<Vec<Value>>,
    #[validate(items(nested))]
    codes: Option<Vec<Code>>,
    #[serde(default, with = "As::<Option<OneOrMany<Plain>>>")]
    #[validate(max_items = 2)]
    one_or_many: Option<Vec<String>>,
    #[validate(items(max_items = 2, items(maximum = 3)))]
    matrix: Option<Vec<Vec<i64>>>,
    #[validate(min_properties = 1, max_properties = 2, values(min_length = 1))]
    map: Option<HashMap<String, String>>,
    #[validate(values(nested))]
    map_of_parts: Option<BTreeMap<String, Part<Code>>>,
    #[validate(items(nested))]
    grades: Option<Vec<Grade>>,
    #[validate(nested)]
    part: Option<Box<Part<Code>>>,
    #[validate(max_items = 2, items(nested))]
    parts: Option<Vec<Part<Code>>>,
    #[serde(default, with = "As::<Option<wirewright::wire::Nullable<Plain>>>")]
    #[validate(max_length = 2)]
    nullable: Option<Nullable<String>>,
    #[validate(required)]
    on_send: Option<String>,
    left: Option<i64>,
    right: Option<i64>,
    #[validate(format = "date-time")]
    from: Option<DateTime>,
    #[validate(format = "date-time")]
    until: Option<DateTime>,
}
