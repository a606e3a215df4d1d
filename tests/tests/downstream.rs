//! The three doors as users go through them: a build script, derives on types written by hand, a generated crate.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use wirewright_tests::downstream::{cargo, folder, program, shown, succeed};

#[test]
fn their_tests_pass() {
    let output = succeed(cargo(&folder()).args(["test", "--locked", "--workspace"]));
    let passed = shown(&output).matches(" ... ok\n").count();
    assert!(passed >= 14, "{}", shown(&output));
}

#[test]
fn their_programs_run() {
    for (package, expected) in [
        (
            "build-script-user",
            "Failure ReportReadingResponse { status: Refused, reason: Some(Unrecognized(\"FLOODED\"))",
        ),
        ("importer", "OpenSession(\"a&&SG&&1\") CreatePaymentSessionResponse {"),
    ] {
        let output = succeed(&mut std::process::Command::new(program(package)));
        assert!(shown(&output).contains(expected), "{}", shown(&output));
    }
}

#[test]
fn the_program_of_the_derive_user_answers_line_by_line() {
    let mut child = std::process::Command::new(program("derive-user"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let documents = "[\"derives\",\"Money\",\"{\\\"currency\\\":\\\"E\\\",\\\"value\\\":-1}\"]\n[\"derives\",\"Money\",\"1\"]\n";
    child.stdin.take().expect("piped").write_all(documents.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let expected = r#"{"violations":["/currency pattern \"^[A-Z]{3}$\"","/value minimum 0"],"written":"{\"currency\":\"E\",\"value\":\"-1\"}"}
{}
"#;
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

/// What CI tested is what they are built with.
#[test]
fn their_dependencies_are_ours() {
    let packages = |path: &Path| -> BTreeSet<String> {
        let text = fs::read_to_string(path).expect("a lock file");
        let packages = text.split("[[package]]").filter(|package| package.contains("\nsource = "));
        packages.map(|package| package.lines().skip(1).take(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let ours = packages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"));
    let theirs = packages(&folder().join("Cargo.lock"));
    assert!(theirs.len() > 10);
    let other: Vec<_> = theirs.difference(&ours).collect();
    assert!(other.is_empty(), "run `cp ../../Cargo.lock . && cargo metadata` in tests/downstream: {other:?}");
}
