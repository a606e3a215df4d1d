//! Every mistake in `bad/`, one a file (or a folder, where it takes several files), with its diagnostics beside it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests, where a panic is the report"
)]

use std::path::{Path, PathBuf};

use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::diagnostic::{Code, Diagnostics};
use wirewright_codegen::load::{InputFile, Loaded, load};
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::{objc, swift};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad")
}

/// Names of the mistakes with the files of each.
fn mistakes() -> Vec<(String, Vec<InputFile>)> {
    let mut mistakes = Vec::new();
    for entry in std::fs::read_dir(folder()).expect("tests/bad") {
        let path = entry.expect("an entry of tests/bad").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8").to_owned();
        if path.is_dir() {
            let inner =
                std::fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path());
            mistakes.push((name, inner.map(|file| input(&file)).collect()));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            mistakes.push((name, vec![input(&path)]));
        }
    }
    mistakes.sort_by(|a, b| a.0.cmp(&b.0));
    mistakes
}

fn input(path: &Path) -> InputFile {
    let shown = path.strip_prefix(folder()).expect("below tests/bad").display().to_string();
    InputFile { path: shown, bytes: std::fs::read(path).expect("a readable file") }
}

/// All that is said about a spec, the backends included.
fn diagnose(files: Vec<InputFile>) -> (Loaded, Diagnostics) {
    let loaded = load(files);
    let mut diagnostics = loaded.diagnostics.clone();
    if let Some(model) = &loaded.model {
        rust::generate(model, &RustOptions::default(), &mut diagnostics);
        swift::generate(model, &mut diagnostics);
        objc::generate(model, &mut diagnostics);
    }
    (loaded, diagnostics)
}

#[test]
fn each_mistake_has_its_message() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, files) in mistakes() {
        let (loaded, diagnostics) = diagnose(files);
        assert!(!diagnostics.is_empty(), "{name} is no mistake");
        let text = render::render(&diagnostics, &loaded.sources, Format::Text, false);
        settings.bind(|| insta::assert_snapshot!(name.as_str(), text));
    }
}

#[test]
fn each_code_has_a_snapshot() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut shown = String::new();
    for below in ["tests/bad", "tests/mirror/bad", "codegen/src", "codegen/tests"] {
        read_snapshots(&root.join(below), &mut shown);
    }
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !shown.contains(code.id())).collect();
    assert!(missing.is_empty(), "no snapshot shows {missing:?}: add a file to tests/bad");
}

fn read_snapshots(folder: &Path, shown: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => read_snapshots(&path, shown),
            path if path.extension().is_some_and(|extension| extension == "snap") => {
                shown.push_str(&std::fs::read_to_string(path).expect("a snapshot"));
            }
            _ => {}
        }
    }
}

#[test]
fn each_mistake_reads_well_in_all_formats() {
    for (name, files) in mistakes() {
        let (loaded, diagnostics) = diagnose(files);
        let short = render::render(&diagnostics, &loaded.sources, Format::Short, false);
        assert_eq!(short.lines().count(), diagnostics.len(), "{name}: a line each\n{short}");
        let json = render::render(&diagnostics, &loaded.sources, Format::Json, false);
        for line in json.lines() {
            serde_json::from_str::<serde_json::Value>(line)
                .unwrap_or_else(|error| panic!("{name}: {error}: {line}"));
        }
    }
}
