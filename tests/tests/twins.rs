//! The twins agree: random documents through the judge, compiled Rust and compiled Swift, as `wirewright twins` runs them.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::Path;

use wirewright_codegen::files::read_folder;
use wirewright_codegen::syntax::keys::TABLES;
use wirewright_codegen::twins::{Outcome, TIMEOUT, first_disagreement, random_inputs};
use wirewright_tests::twins;

/// Of each spec. `wirewright twins --random 100000` looks for more.
const DOCUMENTS: usize = 10_000;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn on_random_documents_of_antom() {
    agree("schema/antom-checkout");
}

#[test]
fn on_random_documents_of_a_spec_with_every_keyword() {
    agree("tests/twins");
}

fn agree(spec: &str) {
    let model = twins::model(spec);
    let mut twins = twins::build(&model, TIMEOUT, false);
    let inputs = random_inputs(&model, None, 20_261_123).expect("all types");
    let outcome = first_disagreement(inputs.take(DOCUMENTS), &mut |inputs| twins.run(inputs));
    match outcome.unwrap_or_else(|problem| panic!("{problem}")) {
        Outcome::Agree(count) => assert_eq!(count, DOCUMENTS),
        Outcome::Disagree(found) => {
            let document = String::from_utf8_lossy(&found.shrunk.document).into_owned();
            panic!("{spec}: {} {document}\n{:#?}", found.shrunk.type_name, found.verdict);
        }
    }
}

/// Keys that neither reading nor validation looks at.
const WITHOUT_EFFECT: [&str; 20] = [
    "source",
    "categories",
    "category",
    "default",
    "fallback",
    "examples",
    "deprecated",
    "contentMediaType",
    "method",
    "path",
    "request",
    "response",
    "idempotencyKey",
    "payload",
    "acknowledgement",
    "webhooks",
    "options",
    "entries",
    "sdk",
    "pending",
];

/// Tables of what only apps use: options and the binding of an SDK.
const OTHER_TABLES: [&str; 3] = ["option", "SDK", "event's result"];

#[test]
fn the_spec_with_every_keyword_has_every_keyword() {
    let files = read_folder(&Path::new(ROOT).join("tests/twins"), "tests/twins").expect("a spec");
    let text: String = files.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    let tables = TABLES.iter().filter(|table| !OTHER_TABLES.iter().any(|other| table.what.contains(other)));
    let keys = tables.flat_map(|table| table.keys).map(|key| key.name);
    let used = |key: &str| text.split(&format!("{key}:")).skip(1).any(|rest| rest.starts_with([' ', '\n']));
    let missing: Vec<_> = keys.filter(|key| !WITHOUT_EFFECT.contains(key) && !used(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
