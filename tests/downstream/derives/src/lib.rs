//! A user of the derives: types written by hand, with `wirewright` under another name.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, rust_2018_idioms, unreachable_pub)]

pub mod models;
pub mod shadowed;
pub mod shapes;
