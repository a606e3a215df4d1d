//! The contract of `schema/VALIDATION.md`, pinned by documents that were written by hand: compiled Rust and compiled Swift
//! give the violations that stand beside each. The judge is asked in `codegen/tests/judge.rs`, where nothing else is compiled.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::Path;

use wirewright_codegen::model::Format;
use wirewright_codegen::syntax::keys;
use wirewright_codegen::syntax::table::Table;
use wirewright_tests::Ran;
use wirewright_tests::documents::{Case, Document, TYPES, for_each_document, wire};
use wirewright_tests::swift_cases::{self, Door};

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
    let answers = swift_cases::run_documents(&built.program, &cases, Door::Contract);
    let mut answers = answers.iter();
    for_each_document(&cases, |_, document| {
        difference(document, answers.next().expect("an answer a document"))
    });
}

fn difference(document: &Document, ran: &Ran) -> Option<String> {
    (ran.violations != document.violations).then(|| format!("{:#?}", ran.violations))
}

/// Keys that say nothing about a document.
const SILENT: &[&str] =
    &["contentMediaType", "sensitive", "default", "fallback", "examples", "id", "rules", "field"];

/// The folders that pin a key: one named after it, unless several do, or one of another name.
fn folders(prefix: &str, key: &str) -> Vec<String> {
    let names: Vec<String> = match (prefix, key) {
        ("", "type") => TYPES.map(|name| format!("type_{name}")).into(),
        ("", "format") => Format::ALL.map(|format| format!("format_{}", format.keyword())).into(),
        ("", "wire") => ["wire_boolean", "wire_integer", "wire_decimal"].map(str::to_owned).into(),
        ("", "required") => ["required", "required_on_send"].map(str::to_owned).into(),
        ("", "items") => vec!["type_list".to_owned()],
        ("", "values") => vec!["type_map".to_owned(), "type_enum".to_owned()],
        ("", "fields") => vec!["type_object".to_owned()],
        _ => vec![format!("{prefix}{key}")],
    };
    names.iter().map(|name| format!("wire_{}", snake_case(name))).collect()
}

/// `minLength` is `min_length`, `date-time` is `date_time`.
fn snake_case(key: &str) -> String {
    let mut name = String::new();
    for letter in key.chars() {
        match letter {
            '-' => name.push('_'),
            upper if upper.is_ascii_uppercase() => name.extend(['_', upper.to_ascii_lowercase()]),
            other => name.push(other),
        }
    }
    name
}

/// The tables of the language that say what a document must be, and what the folders of their keys begin with.
fn tables() -> [(&'static Table, &'static str); 8] {
    [
        (&keys::CONSTRAINTS, ""),
        (&keys::FIELD, ""),
        (&keys::ELEMENT, ""),
        (&keys::OBJECT, ""),
        (&keys::ENUM, ""),
        (&keys::RULE, "rule_"),
        (&keys::CONDITION, "condition_"),
        (&keys::COMPARE, "compare_"),
    ]
}

/// At least twelve documents a keyword, three of them valid and three not; at least five a kind of rule.
#[test]
fn every_keyword_is_pinned() {
    let cases = wire();
    let mut few = Vec::new();
    for (table, prefix) in tables() {
        let (least, least_of_each) = if prefix.is_empty() { (12, 3) } else { (5, 1) };
        for key in table.keys.iter().filter(|key| !SILENT.contains(&key.name)) {
            for folder in folders(prefix, key.name) {
                let documents = cases.iter().find(|case| case.name == folder).map(|case| &case.documents);
                let (valid, invalid): (Vec<_>, Vec<_>) =
                    documents.into_iter().flatten().partition(|document| document.violations.is_empty());
                if valid.len() + invalid.len() < least || valid.len().min(invalid.len()) < least_of_each {
                    few.push(format!("{folder}: {} valid, {} invalid", valid.len(), invalid.len()));
                }
            }
        }
    }
    assert!(few.is_empty(), "too few documents in tests/wire: {few:#?}");
}

/// Documents of a constraint are about it: three break it, and violations of rules come from rules.
#[test]
fn documents_are_about_their_keyword() {
    let cases = wire();
    let breaking = |case: &Case, code: &str| {
        let has = |line: &String| line.split(' ').nth(1).is_some_and(|found| found.starts_with(code));
        case.documents.iter().filter(|document| document.violations.iter().any(has)).count()
    };
    let mut few = Vec::new();
    for (table, prefix) in tables() {
        for key in table.keys.iter().filter(|key| !SILENT.contains(&key.name)) {
            let constraint = std::ptr::eq(table, &keys::CONSTRAINTS);
            let (code, least) = if constraint { (key.name, 3) } else { ("rule:", 1) };
            for case in cases.iter().filter(|case| folders(prefix, key.name).contains(&case.name)) {
                if (constraint || !prefix.is_empty()) && breaking(case, code) < least {
                    few.push(&case.name);
                }
            }
        }
    }
    assert!(few.is_empty(), "hardly a document breaks the keyword: {few:?}");
}

/// A document that stands twice in a folder is one that was forgotten.
#[test]
fn no_document_stands_twice() {
    for case in wire() {
        let mut seen = std::collections::BTreeSet::new();
        for document in &case.documents {
            let is_new = seen.insert((&document.type_name, document.bytes()));
            assert!(is_new, "{}: {}", case.name, document.shown());
        }
    }
}
