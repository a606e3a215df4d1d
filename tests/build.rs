//! Generates every case into `OUT_DIR`: one module per case, and a function that runs a document through one of its
//! types. What comes out is compiled with the tests, warnings denied.
#![allow(clippy::expect_used, clippy::panic, reason = "a build script of tests: a failure is a failed test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "src/spec_files.rs"]
mod spec_files;

use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::load::load;
use wirewright_codegen::model::Model;
use wirewright_codegen::rust::{self, RustOptions, RustShape};

fn main() {
    let tests = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("set by cargo"));
    println!("cargo::rerun-if-changed={}", tests.join("cases").display());
    println!("cargo::rerun-if-changed={}", tests.join("wire").display());
    let mut modules = String::new();
    let (mut arms, mut alike) = (String::new(), String::new());
    for (case, folder) in spec_files::case_folders(&tests).into_iter().chain(spec_files::wire_folders(&tests))
    {
        let (model, text) = generate(&case, &folder);
        std::fs::write(out.join(format!("{case}.rs")), text).expect("a file in OUT_DIR");
        write!(
            modules,
            "/// A case.\npub mod {case} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{case}.rs\")); }}\n"
        )
        .expect("memory");
        for object in &model.objects {
            let name = object.name.rust.as_ref().unwrap_or(&object.name.text);
            let wire = &object.name.text;
            writeln!(arms, "(\"{case}\", \"{wire}\") => Some(super::run_as::<{case}::{name}>(document)),")
                .expect("memory");
            writeln!(alike, "(\"{case}\", \"{wire}\") => super::reads_alike::<{case}::{name}>(document),")
                .expect("memory");
        }
    }
    let text = format!(
        "{modules}\n/// Runs a document through a type of a case; `None` where there is no such type.\n\
         #[allow(deprecated, reason = \"a case is about it\")]\npub fn run(case: &str, name: &str, document: &[u8]) -> Option<super::Ran> {{\nmatch (case, name) {{\n{arms}_ => None,\n}}\n}}\n\n\
         /// Whether serde and the reader read a document alike.\n#[allow(deprecated, reason = \"a case is about it\")]\n\
         pub fn reads_alike(case: &str, name: &str, document: &[u8]) -> bool {{\nmatch (case, name) {{\n{alike}_ => false,\n}}\n}}\n"
    );
    std::fs::write(out.join("cases.rs"), text).expect("a file in OUT_DIR");
}

fn generate(case: &str, folder: &Path) -> (Model, String) {
    let loaded = load(spec_files::specs(folder));
    let mut diagnostics = Diagnostics::new();
    let options = RustOptions { shape: RustShape::Include { file: "case.rs".to_owned() } };
    let files = loaded.model.as_ref().map(|model| rust::generate(model, &options, &mut diagnostics));
    let text = files.and_then(|files| files.iter().next().map(|(_, text)| text.to_owned()));
    match (loaded.model, text) {
        (Some(model), Some(text)) => (model, text),
        _ => {
            diagnostics.append(loaded.diagnostics);
            let text = render::render(&diagnostics, &loaded.sources, Format::Text, false);
            panic!("case {case}:\n{text}");
        }
    }
}
