//! Writes the packages and has cargo and SwiftPM build them.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::harness::Harness;
use super::{Problem, Runtime, Setup};
use crate::files::{Plan, copy_new};

/// How many lines of a compiler's output are shown.
const SHOWN_LINES: usize = 30;

/// The compiled programs.
pub(super) struct Programs {
    pub(super) rust: PathBuf,
    pub(super) swift: Option<PathBuf>,
}

/// Writes what changed and builds both packages, at the same time.
pub(super) fn build(
    harness: &Harness,
    setup: &Setup,
    say: &mut dyn FnMut(&str),
) -> Result<Programs, Problem> {
    let (rust, swift) = (setup.folder.join("rust"), setup.folder.join("swift"));
    let mut plans = vec![Plan::new(&rust, &harness.rust).map_err(Problem::Files)?];
    if setup.swift.is_some() {
        plans.push(Plan::new(&swift, &harness.swift).map_err(Problem::Files)?);
    }
    if plans.iter().any(|plan| !plan.changes().is_empty()) {
        say(&format!("building in {}; only what changed is built again later", setup.folder.display()));
    }
    for plan in plans {
        plan.apply().map_err(|error| Problem::Files(vec![error]))?;
    }
    seed_lock_file(setup, &rust)?;
    std::thread::scope(|scope| {
        let building = setup.swift.as_deref().map(|toolchain| {
            let program = &harness.swift_program;
            let scratch = setup.folder.join("swift-build");
            scope.spawn(move || build_swift(toolchain, &swift, &scratch, program, setup.optimized))
        });
        let rust = build_rust(&rust, setup, &harness.rust_program)?;
        let swift = building.map(|building| match building.join() {
            Ok(built) => built,
            Err(_) => Err(Problem::Start { language: "Swift", why: "its build was given up".to_owned() }),
        });
        Ok(Programs { rust, swift: swift.transpose()? })
    })
}

/// The versions that the runtime was tested with are most likely on this machine already.
fn seed_lock_file(setup: &Setup, package: &Path) -> Result<(), Problem> {
    let Runtime::Folder(runtime) = &setup.runtime else { return Ok(()) };
    let from = runtime.join("../Cargo.lock");
    copy_new(&from, &package.join("Cargo.lock")).map_err(|error| Problem::Files(vec![error]))
}

fn build_rust(package: &Path, setup: &Setup, program: &str) -> Result<PathBuf, Problem> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--manifest-path"]).arg(package.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(&setup.target);
    // Warnings of generated code in somebody's settings are no reason to fail here.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
    let help = "install Rust from https://rustup.rs, and put `cargo` on PATH";
    run(cargo, "Rust", "cargo", help)?;
    Ok(setup.target.join("debug").join(program).with_extension(std::env::consts::EXE_EXTENSION))
}

fn build_swift(
    toolchain: &Path,
    package: &Path,
    scratch: &Path,
    program: &str,
    optimized: bool,
) -> Result<PathBuf, Problem> {
    let mut swift = Command::new(toolchain.join("swift"));
    swift.args(["build", "--disable-index-store", "--product", program, "--package-path"]).arg(package);
    swift.arg("--scratch-path").arg(scratch);
    // Whole modules: one process a module instead of one per few files.
    let level = if optimized { "-O" } else { "-Onone" };
    let flags = ["-suppress-warnings", "-whole-module-optimization", "-num-threads", "2", level];
    swift.args(flags.iter().flat_map(|flag| ["-Xswiftc", flag]));
    // The toolchain's own programs call each other.
    swift.env("PATH", path_with(toolchain));
    run(swift, "Swift", "swift", "install Swift 6 from https://swift.org/install, and put `swift` on PATH")?;
    Ok(scratch.join("debug").join(program))
}

/// PATH with a folder in front.
#[expect(clippy::disallowed_methods, reason = "programs find each other by PATH")]
fn path_with(folder: &Path) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

fn run(
    mut command: Command,
    language: &'static str,
    program: &'static str,
    help: &str,
) -> Result<(), Problem> {
    let shown = std::iter::once(command.get_program()).chain(command.get_args());
    let shown = shown.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ");
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Problem::Missing { program, help: help.to_owned() },
        _ => Problem::Build { language, command: shown.clone(), said: error.to_string() },
    })?;
    if output.status.success() {
        return Ok(());
    }
    let texts = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
    let said = lines.iter().skip(lines.len().saturating_sub(SHOWN_LINES)).copied().collect::<Vec<_>>();
    Err(Problem::Build { language, command: shown, said: said.join("\n") })
}
