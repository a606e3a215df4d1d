//! Objective-C through the Swift toolchain's clang, with a few declarations in place of Foundation.

#![allow(clippy::expect_used, reason = "a helper of tests: a failure is a failed test")]

use std::path::{Path, PathBuf};
use std::process::Command;

use wirewright_codegen::files::{Files, Plan};

/// The folder of what stands in for Foundation.
pub fn foundation() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("objc")
}

/// Writes files into a folder of the test.
pub fn write(folder: &Path, files: &Files) {
    Plan::new(folder, files).expect("a folder of ours").apply().expect("a writable folder");
}

/// clang for an app's source: iOS 11, references counted by the compiler, warnings being errors. `None` where there is
/// no toolchain.
pub fn checker(includes: &[PathBuf]) -> Option<Command> {
    let mut clang = crate::swift::command("clang")?;
    clang.args([
        "-target",
        "arm64-apple-ios11.0",
        "-x",
        "objective-c",
        "-fobjc-arc",
        "-fsyntax-only",
        "-nostdinc",
    ]);
    clang.args(["-Wall", "-Wextra", "-Wdocumentation", "-Wtrigraphs", "-Werror"]).arg("-I").arg(foundation());
    includes.iter().for_each(|include| {
        clang.arg("-I").arg(include);
    });
    Some(clang)
}
