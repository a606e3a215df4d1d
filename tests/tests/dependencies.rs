//! What users compile along with us stays small.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::collections::BTreeSet;
use std::process::Command;

/// Packages that a crate pulls in on this machine, itself included.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
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

#[test]
fn the_runtime_does_not_pull_in_the_generator() {
    let found = packages(&["--package", "antom-checkout"]);
    assert!(found.contains("wirewright") && !found.contains("wirewright-codegen"), "{found:?}");
}
