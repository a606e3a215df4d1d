//! The Swift toolchain of the tests, asked for by `WIREWRIGHT_SWIFT`:
//! `auto` (also when unset) uses one that is there, `require` installs one where there is none, `off` uses none.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests: a failure is a failed test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A command of the toolchain (`swift`, `swiftc`, `swift-format`, `clang`), or `None` where the test may be skipped,
/// which is said on standard error. Skipping is never allowed under `WIREWRIGHT_SWIFT=require`.
///
/// # Panics
/// When a toolchain is required and cannot be had.
pub fn command(program: &str) -> Option<Command> {
    let folder = toolchain()?;
    let mut command = Command::new(folder.join(program));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).unwrap());
    Some(command)
}

/// The folder that holds the toolchain's programs, or `None` where Swift may be left out.
#[allow(dead_code, reason = "not every test that has this module needs it")]
pub fn folder() -> Option<PathBuf> {
    toolchain().map(Path::to_path_buf)
}

/// The folder that holds `swift` and `swiftc`; looked for once.
fn toolchain() -> Option<&'static Path> {
    static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOLDER.get_or_init(find).as_deref()
}

fn find() -> Option<PathBuf> {
    let wish = std::env::var("WIREWRIGHT_SWIFT").unwrap_or_default();
    let argument = match wish.as_str() {
        "off" => {
            eprintln!("Swift tests skipped: WIREWRIGHT_SWIFT=off");
            return None;
        }
        "" | "auto" => Some("--find"),
        "require" => None,
        other => panic!("WIREWRIGHT_SWIFT={other}: expected auto, require or off"),
    };
    let script = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/swift/install.sh"));
    let output = Command::new(script).args(argument).stderr(Stdio::inherit()).output().unwrap();
    if output.status.success() {
        return Some(PathBuf::from(String::from_utf8(output.stdout).unwrap().trim_end()));
    }
    assert!(
        argument.is_some(),
        "WIREWRIGHT_SWIFT=require, and no Swift toolchain could be installed: see above"
    );
    eprintln!("Swift tests skipped: no toolchain; `cargo twin-test` installs one");
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_toolchain_compiles_a_file() {
        let Some(mut swiftc) = super::command("swiftc") else { return };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("main.swift");
        std::fs::write(&file, "print(\"twins\")\n").unwrap();
        let program = folder.path().join("main");
        assert!(swiftc.arg(file).arg("-o").arg(&program).status().unwrap().success());
        assert_eq!(super::Command::new(program).output().unwrap().stdout, b"twins\n");
    }
}
