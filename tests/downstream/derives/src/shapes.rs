//! What `mirror` cannot do and the derives can: generics, lifetimes, tuples, enums with data.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ww::{Construct, Redact, Validate};

/// A page of a longer list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Construct, Validate)]
#[serde(rename_all = "camelCase")]
#[validate(crate = ::ww)]
pub struct Page<T, const SIZE: usize = 50>
where
    T: Validate,
{
    /// What is on it.
    #[validate(max_items = 2, items(nested))]
    pub items: Vec<T>,
    /// Where the next one begins.
    #[validate(min_length = 1)]
    pub next_cursor: Option<String>,
}

/// A request that borrows what it can.
#[derive(Clone, PartialEq, Serialize, Deserialize, Construct, Redact, Validate)]
#[serde(rename_all = "kebab-case")]
#[validate(crate = ::ww)]
#[validate(rule(id = "both-or-none", require_together(user_name, pass_word)))]
pub struct Login<'a> {
    /// Who.
    #[serde(borrow)]
    #[validate(max_length = 5)]
    pub user_name: Option<Cow<'a, str>>,
    /// The secret.
    #[redact]
    pub pass_word: Option<&'a str>,
    /// Not on the wire.
    #[serde(skip)]
    pub attempts: u32,
}

/// A place, as two numbers in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[validate(crate = ::ww)]
pub struct Place(
    /// Degrees north.
    #[validate(minimum = -90, maximum = 90)]
    pub i32,
    /// Degrees east.
    #[validate(minimum = -180, maximum = 180)]
    pub i32,
);

/// What a courier reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[validate(crate = ::ww)]
pub enum Report {
    /// Handed over.
    HandedOver {
        /// To whom.
        #[validate(min_length = 1)]
        signed_by: String,
    },
    /// Nobody was there.
    NotThere {
        /// Where it waits now.
        #[validate(nested)]
        waits_at: Place,
    },
    /// On its way.
    OnTheWay,
}

/// Where a parcel waits, as the courier's machines write it.
#[derive(Clone, PartialEq, Serialize, Deserialize, Redact, Validate)]
#[serde(untagged)]
#[validate(crate = ::ww)]
pub enum Locker {
    /// By its number.
    Number {
        /// Counted from one.
        #[serde(rename = "lockerNumber")]
        #[validate(minimum = 1)]
        number: u16,
    },
    /// By the code that opens it.
    Code {
        /// The code.
        #[validate(min_length = 4)]
        #[redact]
        code: String,
    },
}

/// A change of a parcel, with its data beside its kind.
#[derive(Clone, PartialEq, Serialize, Deserialize, Redact, Validate)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
#[validate(crate = ::ww)]
pub enum Change {
    /// It goes elsewhere.
    Moved(#[validate(nested)] Locker),
    /// Several weights were measured.
    Weighed {
        /// In grams.
        #[validate(items(minimum = 1))]
        grams: Vec<u32>,
    },
    /// Nothing more is known.
    #[serde(other)]
    Unknown,
}

/// What is attached to a report, under the name of its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[validate(crate = ::ww)]
pub enum Attachment {
    /// A text.
    #[serde(rename = "text")]
    Text(#[validate(max_length = 3)] String),
    /// A photo with its size.
    #[serde(rename = "photo")]
    Photo(#[validate(minimum = 1)] u32, #[validate(minimum = 1)] u32),
}
