//! The oldest Rust that each crate compiles on is stated in its manifest and in the README; `.ci/msrv` compiles them on it.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path))
        .expect("a file of ours")
}

#[test]
fn promises_are_the_same_everywhere() {
    let (readme, script) = (read("README.md"), read(".ci/msrv"));
    for (folder, package, version) in [
        ("generated/rust", "antom-checkout", "1.85"),
        ("runtime", "wirewright", "1.85"),
        ("macros", "wirewright-macros", "1.85"),
        ("macros/core", "wirewright-macros-core", "1.85"),
        ("codegen", "wirewright-codegen", "1.88"),
    ] {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        assert!(manifest.contains(&format!("name = \"{package}\"\n")), "{folder}");
        assert!(manifest.contains(&format!("rust-version = \"{version}\"\n")), "{folder}");
        let checked = |line: &str| {
            line.starts_with(&format!("check {version} ")) && line.contains(&format!("-p {package} "))
        };
        assert!(script.lines().any(checked), "{package} is not compiled on {version}");
        assert!(readme.contains(version), "the README does not say {version}");
    }
}
