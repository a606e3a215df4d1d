//! What the tests of several crates share.
#![expect(clippy::panic, clippy::expect_used, reason = "helpers of tests: a failure is a failed test")]

// The derive user calls wirewright so; its types are compiled here, too.
extern crate wirewright as ww;

pub mod dangerous;
pub mod documents;
pub mod downstream;
pub mod expansion;
pub mod handwritten;
mod line;
pub mod mirrored;
pub mod objc;
pub mod random_documents;
mod spec_files;
pub mod swift;
pub mod swift_batches;
pub mod swift_cases;
pub mod twins;

use serde::Serialize;
use wirewright::__private::reading::read_slowly;
use wirewright::json::Value;
use wirewright::{FromJson, Validate};

pub use line::{json, line};

/// The Rust of every case, compiled.
#[deny(warnings)]
#[allow(missing_docs, reason = "cases are about other things")]
pub mod cases {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

/// What became of a document.
#[derive(Clone, Debug)]
pub struct Ran {
    /// What is wrong with it, as [`line`] writes it: what can't be read, or what validation finds.
    pub violations: Vec<String>,
    /// The document written back; `None` where it could not be read.
    pub written: Option<Value>,
}

/// Reads a document as a type, validates it and writes it back.
pub fn run_as<T: FromJson + Serialize + Validate>(document: &(impl AsRef<[u8]> + ?Sized)) -> Ran {
    let (violations, written) = match T::from_json(document) {
        Ok(value) => {
            let text = serde_json::to_string(&value).expect("a model is written as JSON");
            (value.validate().err().unwrap_or_default(), Some(json(&text)))
        }
        Err(violations) => (violations, None),
    };
    Ran { violations: violations.iter().map(line).collect(), written }
}

/// Whether serde accepts nothing that the reader refuses, and where both read a document, they read the same.
pub fn reads_alike<T: FromJson + Serialize>(document: &[u8]) -> bool {
    let written = |value: T| serde_json::to_string(&value).expect("a model is written as JSON");
    let by_reader = read_slowly::<T>(document).map(written);
    let plain = std::str::from_utf8(document).ok().and_then(|text| serde_json::from_str(text).ok());
    match plain.map(written) {
        Some(by_serde) => by_reader.is_ok_and(|by_reader| by_reader == by_serde),
        None => T::from_json(document).map(written) == by_reader,
    }
}
