//! Writes what `tests/mutants/swift/run` needs of the documents in `tests/wire`: the program that runs them, what it reads,
//! and what it must answer.
#![allow(clippy::expect_used, reason = "a tool of tests: a failure is the report")]

use std::path::PathBuf;

use wirewright_tests::documents::wire;
use wirewright_tests::swift_cases::{Door, input_lines, runner};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    let cases = wire();
    let documents = cases.iter().flat_map(|case| &case.documents);
    let answers: String =
        documents.map(|document| serde_json::json!(document.violations).to_string() + "\n").collect();
    let models: Vec<_> = cases.iter().map(|case| (case.name.clone(), case.model.clone())).collect();
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in [
        ("main.swift", runner(&models)),
        ("documents.jsonl", input_lines(&cases, Door::Contract)),
        ("answers.jsonl", answers),
    ] {
        std::fs::write(folder.join(name), text).expect("a writable folder");
    }
}
