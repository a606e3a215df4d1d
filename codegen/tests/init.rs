//! What `init` writes is a project that generates nothing new, compiles and passes its tests in both languages.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests, and about the disk")]

use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "../../tests/src/swift.rs"]
mod swift;

fn succeed(command: &mut Command) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}\n{}", text(&output.stdout), text(&output.stderr));
}

fn wirewright(folder: &Path, arguments: &[&str]) {
    succeed(Command::new(env!("CARGO_BIN_EXE_wirewright")).current_dir(folder).args(arguments));
}

fn new_project() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    wirewright(folder.path(), &["init", "new/shop"]);
    let project = folder.path().join("new/shop");
    (folder, project)
}

#[test]
fn the_rust_of_a_new_project_passes_its_tests() {
    let (_folder, project) = new_project();
    wirewright(&project, &["generate", "--check"]);
    wirewright(&project, &["validate", "--type", "CreateOrderRequest", "samples"]);
    // The versions of the workspace, which are on this machine: no network is needed.
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    std::fs::copy(lock, project.join("rust/Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init");
    succeed(
        Command::new(env!("CARGO"))
            .args(["test", "--offline", "--manifest-path"])
            .arg(project.join("rust/Cargo.toml"))
            .env("CARGO_TARGET_DIR", target)
            .env("RUSTFLAGS", "-D warnings"),
    );
}

#[test]
fn the_swift_of_a_new_project_passes_its_tests() {
    let (_folder, project) = new_project();
    let Some(mut swift) = swift::command("swift") else { return };
    succeed(
        swift.args(["test", "-Xswiftc", "-warnings-as-errors", "--package-path"]).arg(project.join("swift")),
    );
}
