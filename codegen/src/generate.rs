//! The whole pipeline in one call: spec files in, files of both languages out. The command line and build scripts
//! differ only in where the files go.

use crate::diagnostic::Diagnostics;
use crate::files::Files;
use crate::load::{InputFile, load};
use crate::rust::{self, RustOptions};
use crate::source::SourceMap;
use crate::swift;

/// Which languages to generate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// The shape of the Rust, if it is wanted.
    pub rust: Option<RustOptions>,
    /// Whether Swift is wanted.
    pub swift: bool,
    /// Whether a stand-in for the vendor's SDK is wanted.
    pub stub: bool,
}

/// What a spec turns into.
#[derive(Debug)]
pub struct Generated {
    /// The texts of the spec, for rendering diagnostics.
    pub sources: SourceMap,
    /// Everything there is to say about the spec. Where it has errors, there are no files.
    pub diagnostics: Diagnostics,
    /// The Rust files.
    pub rust: Files,
    /// The Swift files.
    pub swift: Files,
    /// The Swift files of a stand-in for the vendor's SDK; none where the spec binds none.
    pub stub: Files,
}

/// Generates the wanted languages from the files of one spec. The same input gives the same bytes.
pub fn generate(files: Vec<InputFile>, targets: &Targets) -> Generated {
    let loaded = load(files);
    let mut diagnostics = loaded.diagnostics;
    let [mut rust_files, mut swift_files, mut stub] = std::array::from_fn(|_| Files::default());
    if let Some(model) = &loaded.model {
        if let Some(options) = &targets.rust {
            rust_files = rust::generate(model, options, &mut diagnostics);
        }
        if targets.swift {
            swift_files = swift::generate(model, &mut diagnostics);
        }
        if targets.stub {
            stub = swift::generate_stub(model);
        }
    }
    if diagnostics.has_errors() {
        [rust_files, swift_files, stub] = std::array::from_fn(|_| Files::default());
    }
    Generated { sources: loaded.sources, diagnostics, rust: rust_files, swift: swift_files, stub }
}
