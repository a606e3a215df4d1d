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
//!
//! The crate depends on `serde` (with its feature `derive`), `serde_json` and `wirewright` by these names. Where it has one
//! of them under another name, `extern crate renamed as wirewright;` in the crate's root gives the name back.
//!
//! A mistake in the spec ends the build with the same messages as `wirewright check`; warnings are cargo's warnings.

use std::path::Path;

use crate::diagnostic::render::{Format, render, start};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::files::{FileError, Plan, find_specs, read_file, read_folder};
use crate::generate::{Targets, generate as generate_files};
use crate::rust::{RustOptions, RustShape};
use crate::source::SourceMap;

/// Generates the Rust of the spec in the folder `spec`, relative to the package, as the file `file` of `OUT_DIR`, and
/// tells cargo to come back when the spec changes. Mistakes in the spec are printed, and end the build.
///
/// For more specs use [`generate_all`], which shows the mistakes of all of them at once.
pub fn generate(spec: &str, file: &str) {
    generate_all(&[(spec, file)]);
}

/// The same for several specs: folders, and a file for each.
///
/// ```no_run
/// wirewright_codegen::build_script::generate_all(&[("specs/shop", "shop.rs"), ("specs/bank", "bank.rs")]);
/// ```
#[expect(clippy::disallowed_methods, reason = "a build script gets its folder by the environment")]
pub fn generate_all(specs: &[(&str, &str)]) {
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        eprintln!("error: OUT_DIR is not set: this function is for build scripts");
        std::process::exit(1);
    };
    let mut failed = false;
    for (spec, file) in specs {
        let spec = Path::new(spec);
        watched(spec).iter().for_each(|path| println!("cargo::rerun-if-changed={path}"));
        let (warnings, result) = run(spec, Path::new(&folder), file);
        warnings.lines().for_each(|line| println!("cargo::warning={line}"));
        if let Err(mistakes) = result {
            failed = true;
            mistakes.lines().for_each(|line| println!("cargo::error={}", without_level(line)));
        }
    }
    if failed {
        // Not as a failure: cargo fails by what it was told, and does not show how the script was run before that.
        std::process::exit(0);
    }
}

/// Cargo writes `error` before every line.
fn without_level(line: &str) -> &str {
    line.strip_prefix("error").filter(|rest| rest.starts_with('[')).unwrap_or(line)
}

/// What the output depends on: the folder, so that a new file is seen, and every file in it, readable or not.
fn watched(spec: &Path) -> Vec<String> {
    let files = find_specs(spec).unwrap_or_default();
    let paths = std::iter::once(spec.to_path_buf()).chain(files).map(|path| path.display().to_string());
    // A line break in a name would begin another instruction for cargo.
    paths.filter(|path| !path.contains(char::is_control)).collect()
}

/// The same with the folder to write to as an argument; other files in it are left alone. Returns the warnings, one a
/// line.
///
/// # Errors
/// The rendered mistakes of the spec, or what the system refused. Nothing is written then.
pub fn generate_into(spec: &Path, folder: &Path, file: &str) -> Result<String, String> {
    let (warnings, result) = run(spec, folder, file);
    result.map(|()| warnings)
}

/// The warnings, one a line, and what went wrong.
fn run(spec: &Path, folder: &Path, file: &str) -> (String, Result<(), String>) {
    let files = match read_folder(spec, &spec.to_string_lossy()) {
        Ok(files) => files,
        Err(errors) => return (String::new(), Err(rendered(&errors))),
    };
    let shape = RustShape::Include { file: file.to_owned() };
    let generated =
        generate_files(files, &Targets { rust: Some(RustOptions { shape }), ..Targets::default() });
    let warnings = warnings(&generated.diagnostics, &generated.sources);
    if generated.diagnostics.has_errors() {
        return (warnings, Err(errors(&generated.diagnostics, &generated.sources)));
    }
    let plan = Plan::beside_others(folder, &generated.rust);
    let applied = plan.and_then(|plan| plan.apply().map_err(|error| vec![error]));
    (warnings, applied.map_err(|errors| rendered(&errors)))
}

/// Whether the crate that is built says how deep rustc has to look, as the warning about it asks.
fn raises_its_limit() -> bool {
    let text =
        |root: &&str| read_file(Path::new(root)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    ["src/lib.rs", "src/main.rs"]
        .iter()
        .filter_map(|root| text(root).ok())
        .any(|text| text.contains("recursion_limit"))
}

/// A line each: cargo puts the word and the package before it.
fn warnings(diagnostics: &Diagnostics, sources: &SourceMap) -> String {
    let warnings = diagnostics.iter().filter(|one| one.code.severity() == Severity::Warning);
    let wanted = |one: &&Diagnostic| one.code != Code::DeepNesting || !raises_its_limit();
    warnings.filter(wanted).map(|one| warning(one, sources) + "\n").collect()
}

fn warning(one: &Diagnostic, sources: &SourceMap) -> String {
    let place = start(one.primary.span, sources);
    let path = sources.file(one.primary.span.file).map(|file| file.path.as_str()).unwrap_or_default();
    let help: String = one.help.iter().map(|help| format!("; {help}")).collect();
    format!("{path}:{}:{}: [{}] {}{help}", place.line, place.column, one.code, one.message)
}

/// With an excerpt each, and how many there are.
fn errors(diagnostics: &Diagnostics, sources: &SourceMap) -> String {
    let mut errors = Diagnostics::new();
    errors.extend(diagnostics.iter().filter(|one| one.code.severity() == Severity::Error).cloned());
    format!("{}{}\n", render(&errors, sources, Format::Text, false), diagnostics.summary())
}

fn rendered(problems: &[FileError]) -> String {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    problems.iter().for_each(|error| error.report(&mut sources, &mut diagnostics));
    errors(&diagnostics, &sources)
}
