//! The door for `build.rs`: one call generates the Rust of a spec into `OUT_DIR`.
//!
//! In `build.rs`, with `wirewright-codegen = { version = "0.1", default-features = false }` as a build dependency:
//!
//! ```no_run
//! wirewright_codegen::build_script::generate("spec", "shop.rs");
//! ```
//!
//! In `src/lib.rs`, or in a module of its own:
//!
//! ```text
//! include!(concat!(env!("OUT_DIR"), "/shop.rs"));
//! ```

use std::path::Path;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::render::{Format, render};
use crate::files::{FileError, Plan, read_folder};
use crate::generate::{Targets, generate as generate_files};
use crate::rust::{RustOptions, RustShape};
use crate::source::SourceMap;

/// Generates the Rust of the spec in the folder `spec`, relative to the package, as the file `file` of `OUT_DIR`, and
/// tells cargo to come back when the spec changes. Mistakes in the spec are printed, and end the build.
#[expect(clippy::disallowed_methods, reason = "a build script gets its folder by the environment")]
pub fn generate(spec: &str, file: &str) {
    println!("cargo::rerun-if-changed={spec}");
    let generated = match std::env::var_os("OUT_DIR") {
        Some(folder) => generate_into(Path::new(spec), Path::new(&folder), file),
        None => Err("OUT_DIR is not set: this function is for build scripts\n".to_owned()),
    };
    match generated {
        Ok(warnings) => warnings.lines().for_each(|line| println!("cargo::warning={line}")),
        Err(mistakes) => {
            eprint!("{mistakes}");
            std::process::exit(1);
        }
    }
}

/// The same with the folder to write to as an argument; other files in it are left alone. Returns the warnings, one a
/// line.
///
/// # Errors
/// The rendered mistakes of the spec, or what the system refused. Nothing is written then.
pub fn generate_into(spec: &Path, folder: &Path, file: &str) -> Result<String, String> {
    let files = read_folder(spec, &spec.to_string_lossy()).map_err(|errors| rendered(&errors))?;
    let shape = RustShape::Include { file: file.to_owned() };
    let generated = generate_files(files, &Targets { rust: Some(RustOptions { shape }), swift: false });
    if generated.diagnostics.has_errors() {
        return Err(render(&generated.diagnostics, &generated.sources, Format::Text, false));
    }
    let plan = Plan::new(folder, &generated.rust).map_err(|errors| rendered(&errors))?;
    plan.without_removals().apply().map_err(|error| rendered(&[error]))?;
    Ok(render(&generated.diagnostics, &generated.sources, Format::Short, false))
}

fn rendered(errors: &[FileError]) -> String {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    errors.iter().for_each(|error| error.report(&mut sources, &mut diagnostics));
    render(&diagnostics, &sources, Format::Text, false)
}
