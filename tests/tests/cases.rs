//! Every case: what is emitted for it, and that judge, Rust and Swift say of its documents what is written beside it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests, where a panic is the report"
)]

use std::path::Path;

use wirewright::json::Value;
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::{judge, model, objc, swift};
use wirewright_tests::documents::{Case, Document, cases, for_each_document};
use wirewright_tests::expansion::expanded;
use wirewright_tests::swift_cases::{self, Door};
use wirewright_tests::{Ran, line, mirrored};

#[test]
fn what_is_emitted_is_reviewed() {
    for case in cases() {
        let settings = beside(&case);
        let mut diagnostics = Diagnostics::new();
        let rust = rust::generate(&case.model, &RustOptions::default(), &mut diagnostics);
        let rust: Vec<_> = rust.iter().filter(|(path, _)| *path != "lib.rs").collect();
        let swift = swift::generate(&case.model, &mut diagnostics);
        let own = swift.iter().filter(|(path, _)| !path.starts_with("Support/"));
        let swift: Vec<_> = own.collect();
        assert!(diagnostics.is_empty(), "{}", case.name);
        settings.bind(|| {
            insta::assert_snapshot!("model", model::dump(&case.model).to_pretty());
            insta::assert_snapshot!("rust", joined(&rust));
            let expansions: String = rust.iter().map(|(_, text)| expanded(text)).collect();
            insta::assert_snapshot!("expanded", expansions);
            insta::assert_snapshot!("swift", joined(&swift));
            let objc = objc::generate(&case.model, &mut Diagnostics::new());
            let header = objc::generate_stub(&case.model);
            let objc: Vec<_> = objc.iter().chain(header.iter()).collect();
            if !objc.is_empty() {
                insta::assert_snapshot!("objc", joined(&objc));
            }
            let stub = swift::generate_stub(&case.model);
            if stub.iter().next().is_some() {
                insta::assert_snapshot!("stub", joined(&stub.iter().collect::<Vec<_>>()));
            }
        });
    }
}

/// Snapshots stand beside the case's spec.
fn beside(case: &Case) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&case.folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

fn joined(files: &[(&str, &str)]) -> String {
    files.iter().map(|(path, text)| format!("// ---- {path}\n{text}")).collect()
}

#[test]
fn the_judge_agrees() {
    for_each_document(&all_cases(), |case, document| {
        let found = judge::judge_text(&case.model, &document.type_name, &document.bytes());
        let violations = found.unwrap_or_else(|error| panic!("{}: {error:?}", case.name));
        let lines: Vec<_> = violations.iter().map(line).collect();
        (lines != document.violations).then(|| format!("{lines:#?}"))
    });
}

#[test]
fn rust_agrees() {
    for_each_document(&all_cases(), |case, document| {
        difference(document, &in_rust(case, document, &document.bytes()))
    });
}

/// Runs a document through a generated type, or through one written by hand.
fn in_rust(case: &Case, document: &Document, text: &[u8]) -> Ran {
    let generated = wirewright_tests::cases::run(&case.name, &document.type_name, text);
    let ran = generated.or_else(|| mirrored::run(&case.name, &document.type_name, text));
    ran.unwrap_or_else(|| panic!("{}: no type {}", case.name, document.type_name))
}

#[test]
fn swift_agrees() {
    let Some(built) = swift_cases::build_all(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let cases = all_cases();
    for door in [Door::Contract, Door::Codable] {
        let answers = swift_cases::run_documents(&built.program, &cases, door);
        let mut answers = answers.iter();
        for_each_document(&cases, |case, document| {
            swift_difference(case, document, answers.next().expect("an answer a document"), door)
        });
    }
    for case in cases.iter().filter(|case| case.model.sdk.is_some()) {
        let said = swift_cases::run_session(&built.program, &case.name);
        beside(case).bind(|| insta::assert_snapshot!("session", said));
    }
    swift_cases::check_mode_6(&built.folder, &built.models);
}

fn swift_difference(case: &Case, document: &Document, answer: &Ran, door: Door) -> Option<String> {
    if matches!(door, Door::Codable) && document.unreadable {
        return answer.written.as_ref().map(|written| format!("it is read and written as {written}"));
    }
    if !mirrored::is_mirrored(&case.name) {
        return difference(document, answer);
    }
    // Rust fills defaults in when it reads, Swift does not: what counts is what Rust reads of what Swift wrote.
    let back = |written: &Value| in_rust(case, document, written.to_string().as_bytes()).written;
    difference(document, &Ran { written: answer.written.as_ref().and_then(back), ..answer.clone() })
}

/// The cases of specs, and those of types written by hand.
fn all_cases() -> Vec<Case> {
    let mut all = cases();
    all.extend(mirrored::cases());
    all
}

fn difference(document: &Document, ran: &Ran) -> Option<String> {
    if ran.violations != document.violations {
        return Some(format!("{:#?}", ran.violations));
    }
    match &ran.written {
        None if document.unreadable => None,
        None => Some("it can't be read".to_owned()),
        Some(written) if document.unreadable => Some(format!("it is read and written as {written}")),
        Some(written) if !written.is_same(&document.expected()) => Some(format!("written as {written}")),
        Some(_) => None,
    }
}
