//! The language's documentation is true: its examples are read, its tables are those of the reader, its JSON Schema
//! is the one that editors find.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests, where a panic is the report"
)]

use std::path::{Path, PathBuf};

use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::language;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::syntax::keys::{CONSTRAINTS, TABLES};

fn schema() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema")
}

/// `WIREWRIGHT_UPDATE=1` writes what the tests would compare.
fn compare(path: &Path, expected: &str) {
    if std::env::var_os("WIREWRIGHT_UPDATE").is_some() {
        std::fs::write(path, expected).expect("a writable file");
    }
    let found = std::fs::read_to_string(path).expect("a readable file");
    assert!(found == expected, "{} is out of date: run the tests with WIREWRIGHT_UPDATE=1", path.display());
}

#[test]
fn every_example_is_a_spec() {
    let text = std::fs::read_to_string(schema().join("README.md")).expect("schema/README.md");
    let examples: Vec<&str> =
        text.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(examples.len() > 12, "the page has lost its examples");
    for example in examples {
        let head = if example.starts_with("wirewright:") { "" } else { "wirewright: 1\napi: Example\n" };
        let bytes = format!("{head}{example}").into_bytes();
        let loaded = load(vec![InputFile { path: "example.yaml".to_owned(), bytes }]);
        let said = render::render(&loaded.diagnostics, &loaded.sources, Format::Text, false);
        assert!(loaded.diagnostics.is_empty(), "{said}");
    }
}

#[test]
fn tables_are_those_of_the_reader() {
    let path = schema().join("README.md");
    let mut text = std::fs::read_to_string(&path).expect("schema/README.md");
    for table in TABLES {
        let open = format!("<!-- keys: {} -->\n", table.what);
        if table.keys.is_empty() {
            continue;
        }
        replace(&mut text, &open, &language::table_reference(table));
    }
    compare(&path, &text);
}

#[test]
fn codes_and_messages_are_those_of_the_runtime() {
    let path = schema().join("VALIDATION.md");
    let mut text = std::fs::read_to_string(&path).expect("schema/VALIDATION.md");
    let rows = wirewright::codes::ALL.iter().map(|(code, message)| format!("| `{code}` | {message} |\n"));
    let table: String =
        std::iter::once("| code | message |\n| --- | --- |\n".to_owned()).chain(rows).collect();
    replace(&mut text, "<!-- codes -->\n", &table);
    compare(&path, &text);
}

/// Replaces what stands between a mark and the end after it.
fn replace(text: &mut String, open: &str, table: &str) {
    let start = text.find(open).unwrap_or_else(|| panic!("no {open}")) + open.len();
    let end = start + text[start..].find("<!-- end -->").expect("an end");
    text.replace_range(start..end, &format!("\n{table}\n"));
}

/// The page names the folder that pins each claim, and forgets none.
#[test]
fn claims_are_pinned() {
    let text = std::fs::read_to_string(schema().join("VALIDATION.md")).expect("schema/VALIDATION.md");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("wire");
    let folders = std::fs::read_dir(&tests).expect("tests/wire").flatten();
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let missing: Vec<String> = names
        .filter(|name| {
            !text.contains(&format!("`{name}`")) && !text.contains(&format!("`tests/wire/{name}`"))
        })
        .collect();
    assert!(missing.is_empty(), "schema/VALIDATION.md does not name {missing:?}");
    for mention in text.split("`tests/wire/").skip(1).filter_map(|rest| rest.split('`').next()) {
        assert!(tests.join(mention).is_dir(), "tests/wire has no {mention}");
    }
}

#[test]
fn editors_find_the_json_schema() {
    let schema_text = serde_json::to_string_pretty(&language::json_schema()).expect("JSON") + "\n";
    compare(&schema().join("wirewright.schema.json"), &schema_text);
}

/// The order of the table is the order in which violations come, as the page says.
#[test]
fn constraints_are_documented_in_the_order_of_their_checks() {
    let keys: Vec<_> = CONSTRAINTS.keys.iter().map(|key| key.name).collect();
    let codes: Vec<_> =
        wirewright::codes::ALL.iter().map(|(code, _)| *code).filter(|code| keys.contains(code)).collect();
    assert_eq!(keys, codes);
}
