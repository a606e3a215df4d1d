//! What `mirror` cannot do and the derives can: generics, lifetimes, tuples.

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

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate)]
#[validate(crate = ::ww)]
pub struct Place {
    /// Degrees north.
    #[validate(minimum = -90, maximum = 90)]
    pub north: i32,
}
