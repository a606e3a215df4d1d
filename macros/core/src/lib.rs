//! The attribute grammar, the expansions and the pattern compiler that wirewright's derives and its generator share.
//!
//! An ordinary library, so that tests can call it and the generator can print what the derives read:
//! - [`attr`]: every attribute as a type that prints itself (`ToTokens`) and parses what it printed (`Parse`);
//! - [`serde`]: what serde's attributes say, and [`rename`]: its renaming rules, which say what things are called in
//!   JSON;
//! - [`pattern`]: the compiler of patterns into the tables that both languages run;
//! - [`expand`]: one function per derive, tokens in, tokens out;
//! - `input` and `errors` (private): an item as the expansions see it, and the mistakes found on the way.

pub mod attr;
mod errors;
pub mod expand;
mod input;
pub mod pattern;
pub mod rename;
pub mod serde;
