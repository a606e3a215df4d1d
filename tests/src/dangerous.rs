//! Specs that mean harm: built of words and texts that break generators, in every place that a spec has.
//!
//! A [`Draft`] is made of pieces (items, a line each), so that what a diagnostic refuses can be told and taken out:
//! [`accept`] does so until the spec is a good one. The same seed makes the same drafts.

mod draft;
mod pieces;
mod random;

use std::collections::BTreeSet;

use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::diagnostic::{Diagnostic, Diagnostics, Severity};
use wirewright_codegen::files::Files;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::model::Model;
use wirewright_codegen::rust::{self, RustOptions, RustShape};
use wirewright_codegen::source::SourceMap;
use wirewright_codegen::swift;

pub use draft::Draft;
pub use random::Random;

/// Words of the languages, of their libraries, of file systems and of what generators make of others.
pub fn words() -> Vec<&'static str> {
    include_str!("dangerous/words.txt").lines().collect()
}

/// Texts that break out of literals, comments, formats and terminals, and long ones.
pub fn texts() -> Vec<String> {
    let mut texts: Vec<String> =
        serde_yaml::from_str(include_str!("dangerous/texts.yaml")).expect("a list of texts");
    texts.extend(["x".repeat(10_000), "long `code` ".repeat(900), "\\".repeat(500), "`".repeat(99)]);
    texts
}

/// A spec that was accepted, what was taken out of it before, and what its text held.
#[derive(Debug)]
pub struct Accepted {
    /// Its files.
    pub files: Vec<InputFile>,
    /// Its model.
    pub model: Model,
    /// Its pieces.
    pub pieces: Vec<String>,
    /// What was said of the pieces that were taken out.
    pub refusals: Vec<Refusal>,
}

/// A run that ended with errors.
#[derive(Debug)]
pub struct Refusal {
    /// The codes of what was said.
    pub codes: BTreeSet<&'static str>,
    /// All that was said, in each format.
    pub rendered: String,
    /// Pieces that were taken out for it.
    pub pieces: Vec<String>,
}

/// Takes out of a draft what is refused, until nothing is.
///
/// # Panics
/// Where a diagnostic is about no piece, or there is no end.
pub fn accept(mut draft: Draft) -> Accepted {
    let mut refusals = Vec::new();
    for _ in 0..40 {
        let (files, places) = draft.files();
        let loaded = load(files.clone());
        let mut diagnostics = loaded.diagnostics.clone();
        if let Some(model) = &loaded.model {
            generate(model, &mut diagnostics);
        }
        if !diagnostics.has_errors() {
            let model = loaded.model.expect("no error, so there is a model");
            return Accepted { files, model, pieces: draft.pieces(), refusals };
        }
        let refused = |one: &Diagnostic| {
            let file = loaded.sources.file(one.primary.span.file).expect("a file of the draft");
            places.find(&file.path, one.primary.span.range().start)
        };
        let errors = diagnostics.iter().filter(|one| one.code.severity() == Severity::Error);
        let found: BTreeSet<_> = errors.map(refused).collect();
        let pieces = draft.take_out(&found);
        refusals.push(Refusal {
            codes: diagnostics.iter().map(|one| one.code.id()).collect(),
            rendered: rendered(&diagnostics, &loaded.sources),
            pieces,
        });
    }
    panic!("no end of refusals: {}", refusals.last().map(|last| last.rendered.clone()).unwrap_or_default());
}

fn rendered(diagnostics: &Diagnostics, sources: &SourceMap) -> String {
    [Format::Text, Format::Short, Format::Json]
        .into_iter()
        .map(|format| render::render(diagnostics, sources, format, false))
        .collect()
}

/// The files of both languages, those of Rust in one file.
pub fn generate(model: &Model, diagnostics: &mut Diagnostics) -> (Files, Files) {
    let shape = RustShape::Include { file: "included.rs".to_owned() };
    let included = rust::generate(model, &RustOptions { shape }, diagnostics);
    (included, swift::generate(model, diagnostics))
}

/// As many accepted specs as are asked for.
pub fn accepted(seed: u64, count: usize) -> Vec<Accepted> {
    let mut builder = pieces::Builder::new(seed);
    (0..count).map(|_| accept(builder.draft())).collect()
}
