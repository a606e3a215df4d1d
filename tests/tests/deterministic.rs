//! The same spec gives the same bytes: the order of its files, the folder and the locale do not matter.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::Files;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::swift;
use wirewright_tests::documents::specs;

fn antom() -> Vec<InputFile> {
    specs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/antom-checkout"))
}

fn generate(files: Vec<InputFile>) -> (Files, Files) {
    let model = load(files).model.expect("a good spec");
    let mut diagnostics = Diagnostics::new();
    let rust = rust::generate(&model, &RustOptions::default(), &mut diagnostics);
    let swift = swift::generate(&model, &mut diagnostics);
    assert!(!diagnostics.has_errors());
    (rust, swift)
}

#[test]
fn shuffled_files_give_the_same_bytes() {
    let expected = generate(antom());
    let config = ProptestConfig { cases: 5, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(files in Just(antom()).prop_map(|files| files.into_iter().map(|file| (file.path, file.bytes)).collect::<Vec<_>>()).prop_shuffle())| {
        let files = files.into_iter().map(|(path, bytes)| InputFile { path, bytes }).collect();
        prop_assert!(generate(files) == expected);
    });
}

#[test]
fn another_folder_and_locale_give_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = tempfile::tempdir().expect("a folder");
    let spec = folder.path().join("elsewhere/schema/antom-checkout");
    std::fs::create_dir_all(&spec).expect("a folder");
    for file in antom() {
        std::fs::write(spec.join(&file.path), &file.bytes).expect("a file");
    }
    let home = folder.path().join("elsewhere");
    std::fs::copy(root.join("wirewright.toml"), home.join("wirewright.toml")).expect("a file");
    let wirewright = wirewright();
    let status = Command::new(&wirewright)
        .arg("generate")
        .current_dir(&home)
        .envs([("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu")])
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.expect("the generator runs").success());
    for output in ["generated/rust/src", "generated/swift/Sources/AntomCheckout"] {
        same_files(&root.join(output), &home.join(output));
    }
}

fn same_files(one: &Path, other: &Path) {
    let mut names: Vec<_> =
        std::fs::read_dir(one).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    let mut others: Vec<_> =
        std::fs::read_dir(other).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    others.sort();
    assert_eq!(names, others);
    for name in names {
        let (one, other) = (one.join(&name), other.join(&name));
        if one.is_dir() {
            same_files(&one, &other);
        } else {
            let same = std::fs::read(&one).expect("a file") == std::fs::read(&other).expect("a file");
            assert!(same, "{} differs", other.display());
        }
    }
}

/// The program, built by cargo: a test of this crate has no `CARGO_BIN_EXE` of another one.
fn wirewright() -> std::path::PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "build",
            "--quiet",
            "--package",
            "wirewright-codegen",
            "--features",
            "cli",
            "--bin",
            "wirewright",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(status.expect("cargo runs").success());
    let program = std::env::current_exe().expect("this test");
    let folder = program.parent().and_then(Path::parent).expect("target/debug");
    folder.join(format!("wirewright{}", std::env::consts::EXE_SUFFIX))
}
