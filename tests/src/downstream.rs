//! The crates in `tests/downstream`, as users have them: built with cargo, in one target folder below ours.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The workspace of the crates.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("downstream")
}

/// Where they are built: `downstream` in the target folder that these tests were built in.
pub fn target() -> PathBuf {
    // Four folders above OUT_DIR, which is `<target>/<profile>/build/<package>/out`.
    Path::new(env!("OUT_DIR")).ancestors().nth(4).expect("a target folder").join("downstream")
}

/// Cargo in `folder`, with warnings denied.
pub fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env("CARGO_TARGET_DIR", target()).env("RUSTFLAGS", "-D warnings");
    for inherited in
        ["CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_TERM_COLOR", "CARGO_TERM_QUIET"]
    {
        command.env_remove(inherited);
    }
    command
}

/// Runs a command, which has to succeed: else its whole output is shown.
pub fn succeed(command: &mut Command) -> Output {
    let output = command.output().expect("the command starts");
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, shown(&output));
    output
}

/// Both streams.
pub fn shown(output: &Output) -> String {
    [&output.stderr, &output.stdout].map(|stream| String::from_utf8_lossy(stream).into_owned()).concat()
}

/// Builds the program of one of the crates, and returns it.
pub fn program(package: &str) -> PathBuf {
    succeed(cargo(&folder()).args(["build", "--locked", "--package", package]));
    target().join("debug").join(format!("{package}{}", std::env::consts::EXE_SUFFIX))
}
