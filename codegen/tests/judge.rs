//! The judge gives the violations that stand beside the documents of `tests/wire` and `tests/cases`. This stands here and not
//! beside the tests of the compiled models so that it needs no compiled model: it is the quickest test of the contract.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "tests, where a panic is the report; what they share is used up elsewhere"
)]

#[path = "../../tests/src/documents.rs"]
mod documents;
#[path = "../../tests/src/line.rs"]
mod line;
#[path = "../../tests/src/spec_files.rs"]
mod spec_files;

use line::{json, line};
use wirewright_codegen::judge;

#[test]
fn the_judge_agrees() {
    let mut cases = documents::wire();
    cases.extend(documents::cases());
    documents::for_each_document(&cases, |case, document| {
        let found = judge::judge_text(&case.model, &document.type_name, &document.bytes());
        let violations = found.unwrap_or_else(|error| panic!("{}: {error:?}", case.name));
        let lines: Vec<_> = violations.iter().map(line).collect();
        (lines != document.violations).then(|| format!("{lines:#?}"))
    });
}
