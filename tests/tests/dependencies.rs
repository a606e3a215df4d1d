//! What users compile along with us stays small.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::collections::BTreeSet;
use std::process::Command;

/// Packages that a crate pulls in on this machine, itself included.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--locked", "--prefix", "none", "--format", "{p}"])
        .args(if arguments.contains(&"--edges") { &[][..] } else { &["--edges", "normal"] })
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_macros_pull_in_at_most_8_packages() {
    let found = packages(&["--package", "wirewright-macros"]);
    assert!((3..=8).contains(&found.len()), "{found:?}");
}

/// Itself, the language's YAML and "did you mean", rustc's own excerpts, the words of names, `syn` with what it needs
/// for the attributes that the generator prints, the compiler of patterns, and the runtime's checks for the examples.
/// No serde, no JSON, nothing that asks the system.
#[test]
fn a_build_script_compiles_17_packages() {
    let found = packages(&["--package", "wirewright-codegen", "--no-default-features"]);
    let expected = [
        "annotate-snippets",
        "anstyle",
        "arraydeque",
        "granit-parser",
        "heck",
        "proc-macro2",
        "quote",
        "regex-automata",
        "regex-syntax",
        "smallvec",
        "strsim",
        "syn",
        "unicode-ident",
        "unicode-width",
        "wirewright",
        "wirewright-codegen",
        "wirewright-macros-core",
    ];
    assert_eq!(found, expected.map(str::to_owned).into());
}

/// What runs in a program that imports generated models: serde, its JSON (for exact numbers, and values that the API
/// leaves open), and the runtime. The rest runs inside of the compiler, see the test of the macros.
#[test]
fn a_generated_crate_brings_serde_and_the_runtime() {
    let found = packages(&["--package", "antom-checkout", "--edges", "normal,no-proc-macro"]);
    let expected =
        ["antom-checkout", "itoa", "memchr", "serde", "serde_core", "serde_json", "wirewright", "zmij"];
    assert_eq!(found, expected.map(str::to_owned).into());
}

#[test]
fn the_checks_alone_depend_on_nothing() {
    let found = packages(&["--package", "wirewright", "--no-default-features"]);
    assert_eq!(found, ["wirewright".to_owned()].into());
}
