//! What this machine has: our own sources, a Swift toolchain, a folder for what is built.
#![expect(clippy::disallowed_methods, reason = "the command line reads the environment")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use wirewright_codegen::twins::Runtime;

use super::Failure;

/// Where the crate `wirewright` is: the folder that was asked for, else beside the sources that this program was built
/// from, else the registry (nothing is published yet, so a checkout comes first).
pub(crate) fn find_runtime(wanted: Option<&Path>) -> Result<Runtime, Failure> {
    let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let path = wanted.unwrap_or(&built_from).canonicalize().ok();
    match (path.filter(|path| path.join("Cargo.toml").is_file()), wanted) {
        (Some(path), _) => Ok(Runtime::Folder(path)),
        (None, Some(wanted)) => {
            let message = format!("`{}` is not the folder of the crate `wirewright`", wanted.display());
            Err(Failure::Message(message))
        }
        (None, None) => Ok(Runtime::Version(env!("CARGO_PKG_VERSION").to_owned())),
    }
}

/// The folder that holds `swift`: one of PATH, or the toolchain that `tests/swift/install.sh` of our sources installs.
pub(crate) fn find_swift() -> Result<PathBuf, Failure> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let program = format!("swift{}", std::env::consts::EXE_SUFFIX);
    let found = std::env::split_paths(&path).find(|folder| folder.join(&program).is_file());
    found.or_else(installed_swift).ok_or_else(|| {
        Failure::Message(
            "there is no `swift` to compile with\n  \
             install Swift 6 from https://swift.org/install and put it on PATH, or run tests/swift/install.sh in a \
             clone of wirewright"
                .to_owned(),
        )
    })
}

/// What that script left, where it was finished: it writes `ready` last.
fn installed_swift() -> Option<PathBuf> {
    let home = match variable("WIREWRIGHT_SWIFT_HOME") {
        Some(home) => PathBuf::from(home),
        None => cache_home()?.join("wirewright/swift-6.0.3"),
    };
    let state = wirewright_codegen::files::read_file(&home.join(".wirewright-swift")).ok()?;
    let folder = home.join("usr/libexec/swift/bin");
    (state.starts_with(b"ready ") && folder.join("swift").is_file()).then_some(folder)
}

/// Where to build what can be built again at any time.
pub(crate) fn cache_folder() -> Result<PathBuf, Failure> {
    cache_home().map(|folder| folder.join("wirewright")).ok_or_else(|| {
        Failure::Message(
            "there is no HOME to keep what is built in: choose a folder with --build-dir".to_owned(),
        )
    })
}

fn cache_home() -> Option<PathBuf> {
    let home = || variable("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let absolute = |folder: PathBuf| folder.is_absolute().then_some(folder);
    let given = variable("XDG_CACHE_HOME").map(PathBuf::from).and_then(absolute);
    given.or_else(|| variable("LOCALAPPDATA").map(PathBuf::from)).or_else(home)
}

fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
