//! A module with names of its own where others mean the prelude's.
#![allow(dead_code, reason = "they stand in the way, and that is all")]

use serde::{Deserialize, Serialize};
use ww::{Construct, OpenEnum, Redact, Unrecognized, Validate};

/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct Result;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct Option;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct String;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct Vec;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct Some;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct None;
/// Not the prelude's.
#[derive(Clone, Debug)]
pub struct Ok;

/// A colour.
#[derive(Clone, Debug, PartialEq, OpenEnum)]
#[open_enum(closed, crate = ::ww)]
pub enum Colour {
    /// Red.
    #[open_enum("RED")]
    Red,
    /// Another.
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

/// Paint.
#[derive(Clone, PartialEq, Serialize, Deserialize, Construct, Redact, Validate)]
#[validate(crate = ::ww)]
#[validate(rule(id = "red-has-a-name", when(colour == "RED"), require(name)))]
pub struct Paint {
    /// Its colour.
    #[validate(nested)]
    pub colour: Colour,
    /// Its name.
    #[validate(max_length = 3)]
    #[redact]
    pub name: ::std::option::Option<::std::string::String>,
}
