//! Prints what a document costs in Swift: validating and reading the request of `spec/`, optimised.

use std::path::Path;
use std::process::Command;

use wirewright_benches::tools::{give_up, swift, time, write};
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::read_folder;
use wirewright_codegen::load::load;
use wirewright_codegen::swift;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files =
        read_folder(&here.join("spec"), "spec").unwrap_or_else(|errors| give_up(&format!("{errors:?}")));
    let Some(model) = load(files).model else { give_up("the spec has mistakes") };
    let files = swift::generate(&model, &mut Diagnostics::new());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("swift");
    let main = include_str!("swift/main.swift");
    let sources = write(&folder, files.iter().chain([("main.swift", main)]));
    let program = folder.join("program");
    let flags = ["-O", "-wmo", "-suppress-warnings", "-module-name", "Benches", "-o"];
    time(swift("swiftc").args(flags).arg(&program).args(sources));
    println!("A valid request of 642 bytes with 20 constrained fields, in Swift{:>15}", "least ns");
    let status = Command::new(&program).arg(here.join("request.json")).status();
    if !status.is_ok_and(|status| status.success()) {
        give_up("the program failed");
    }
}
