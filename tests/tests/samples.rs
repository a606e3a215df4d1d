//! Documents as Antom publishes them: read, valid, and written back equal as JSON values. The package in
//! `generated/swift` reads the same files.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::PathBuf;

use antom_checkout::{CreatePaymentSessionRequest, CreatePaymentSessionResponse};
use wirewright_tests::{json, run_as};

fn check(prefix: &str, run: fn(&str) -> wirewright_tests::Ran) {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(prefix)).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let document = std::fs::read_to_string(&path).unwrap();
        let ran = run(&document);
        assert_eq!(ran.violations, [""; 0], "{}", path.display());
        let written = ran.written.unwrap();
        assert!(written.is_same(&json(&document)), "{}: {written}", path.display());
    }
}

#[test]
fn requests_are_valid_and_round_trip() {
    check("createPaymentSession.request.", run_as::<CreatePaymentSessionRequest>);
}

#[test]
fn responses_are_valid_and_round_trip() {
    check("createPaymentSession.response.", run_as::<CreatePaymentSessionResponse>);
}
