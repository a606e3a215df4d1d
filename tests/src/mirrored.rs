//! Types written by hand in Rust, and what `wirewright mirror` makes of their sources: the models that their Swift is
//! generated from, as cases with documents.

use std::path::{Path, PathBuf};

use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::load::InputFile;
use wirewright_codegen::mirror::{Mirrored, RustFile, mirror};

use crate::documents::{Case, read_documents};
use crate::{Ran, run_as};

/// Enums, newtypes, aliases, types in modules.
#[path = "../mirror/shapes/models.rs"]
pub mod shapes;

/// What serde's attributes make of the JSON, and rules.
#[path = "../mirror/wire/models.rs"]
pub mod wire;

/// The types of the crate that uses the derives.
#[path = "../downstream/derives/src/models.rs"]
pub mod orders;

/// Runs a document through a hand-written type; `None` where there is no such type.
pub fn run(case: &str, name: &str, document: &[u8]) -> Option<Ran> {
    match (case, name) {
        ("shapes", "Parcel") => Some(run_as::<shapes::Parcel>(document)),
        ("shapes", "Depot") => Some(run_as::<shapes::Depot>(document)),
        ("shapes", "Stop") => Some(run_as::<shapes::places::Stop>(document)),
        ("shapes", "Locker") => Some(run_as::<shapes::Locker>(document)),
        ("wire", "Invoice") => Some(run_as::<wire::Invoice>(document)),
        ("orders", "Order") => Some(run_as::<orders::Order>(document)),
        _ => None,
    }
}

/// The sources of each case, by its name.
fn sources() -> [(&'static str, PathBuf); 3] {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    [
        ("orders", tests.join("downstream/derives/src/models.rs")),
        ("shapes", tests.join("mirror/shapes/models.rs")),
        ("wire", tests.join("mirror/wire/models.rs")),
    ]
}

/// Whether a case is one of types written by hand.
pub fn is_mirrored(case: &str) -> bool {
    sources().iter().any(|(name, _)| *name == case)
}

/// Mirrors one file. It is shown as `models.rs`.
pub fn mirror_file(path: &Path, module: &str) -> Mirrored {
    let shown = path.file_name().expect("a file").to_string_lossy().into_owned();
    let stem = path.file_stem().expect("a file").to_string_lossy().replace('-', "_");
    let input = InputFile { path: shown.clone(), bytes: std::fs::read(path).expect("a readable source") };
    mirror(vec![RustFile { input, stem }], module, &format!("wirewright mirror {shown} --out {module}"))
}

/// What the sources turn into.
pub fn mirrored() -> Vec<(&'static str, Mirrored)> {
    let module = |case: &str| {
        let (first, rest) = case.split_at(1);
        format!("Mirrored{}{rest}", first.to_uppercase())
    };
    sources().into_iter().map(|(case, path)| (case, mirror_file(&path, &module(case)))).collect()
}

/// The cases: models with their documents.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("mirror");
    let case = |(name, mirrored): (&str, Mirrored)| {
        let said = render::render(&mirrored.diagnostics, &mirrored.sources, Format::Text, false);
        let folder = folder.join(name);
        let documents = read_documents(&folder, name);
        Case { name: name.to_owned(), folder, model: mirrored.model.expect(&said), documents }
    };
    mirrored().into_iter().map(case).collect()
}
