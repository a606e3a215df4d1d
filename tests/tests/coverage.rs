//! Every key of the spec language, every built-in type and every format stands in a case.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::path::Path;

use wirewright_codegen::model::Format;
use wirewright_codegen::syntax::keys::TABLES;
use wirewright_tests::documents::TYPES;

fn specs() -> String {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut text = String::new();
    for case in std::fs::read_dir(cases).expect("tests/cases").flatten() {
        for file in std::fs::read_dir(case.path()).expect("a case").flatten() {
            if file.path().extension().is_some_and(|extension| extension == "yaml")
                && file.file_name() != "documents.yaml"
            {
                text.push_str(&std::fs::read_to_string(file.path()).expect("a spec"));
            }
        }
    }
    text
}

#[test]
fn every_key_has_a_case() {
    let text = specs();
    let used = |key: &str| text.split(&format!("{key}:")).skip(1).any(|rest| rest.starts_with([' ', '\n']));
    let keys = TABLES.iter().flat_map(|table| table.keys).map(|key| key.name);
    let missing: Vec<_> = keys.filter(|key| !used(key)).collect();
    assert!(missing.is_empty(), "no case uses {missing:?}");
}

#[test]
fn every_type_and_format_has_a_case() {
    let text = specs();
    let formats = Format::ALL.map(Format::keyword);
    let missing: Vec<_> = TYPES
        .into_iter()
        .filter(|name| !text.contains(&format!("type: {name}")))
        .chain(formats.into_iter().filter(|name| !text.contains(&format!("format: {name}"))))
        .collect();
    assert!(missing.is_empty(), "no case uses {missing:?}");
}
