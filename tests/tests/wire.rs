//! The contract of `schema/VALIDATION.md`, pinned by documents that were written by hand: the judge, compiled Rust and
//! compiled Swift give the violations that stand beside each.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::Path;

use wirewright_codegen::judge;
use wirewright_tests::documents::{Document, for_each_document, wire};
use wirewright_tests::{Ran, line, swift_cases};

#[test]
fn the_judge_agrees() {
    for_each_document(&wire(), |case, document| {
        let found = judge::judge_text(&case.model, &document.type_name, &document.bytes());
        let violations = found.unwrap_or_else(|error| panic!("{}: {error:?}", case.name));
        let lines: Vec<_> = violations.iter().map(line).collect();
        (lines != document.violations).then(|| format!("{lines:#?}"))
    });
}

#[test]
fn rust_agrees() {
    for_each_document(&wire(), |case, document| {
        let ran = wirewright_tests::cases::run(&case.name, &document.type_name, &document.bytes());
        difference(document, &ran.unwrap_or_else(|| panic!("{}: no type {}", case.name, document.type_name)))
    });
}

#[test]
fn swift_agrees() {
    let Some(built) = swift_cases::build_all(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let cases = wire();
    let answers = swift_cases::run_documents(&built.program, &cases);
    let mut answers = answers.iter();
    for_each_document(&cases, |_, document| {
        difference(document, answers.next().expect("an answer a document"))
    });
}

fn difference(document: &Document, ran: &Ran) -> Option<String> {
    match ran {
        None => document.violations.is_empty().then(|| "it can't be read".to_owned()),
        Some(read) => (read.violations != document.violations).then(|| format!("{:#?}", read.violations)),
    }
}
