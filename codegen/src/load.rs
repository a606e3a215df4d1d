//! The front end in one call: files in, a checked model and all diagnostics out.

use crate::check;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::resolve::resolve;
use crate::source::SourceMap;
use crate::syntax::parse_spec;
use crate::syntax::spec::Spec;
use crate::yaml;

/// A spec file as read from disk.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// Path shown to people: relative, with forward slashes.
    pub path: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// What loading a spec gives.
#[derive(Debug)]
pub struct Loaded {
    /// The texts, for rendering diagnostics.
    pub sources: SourceMap,
    /// The model; `None` where an error was reported.
    pub model: Option<Model>,
    /// Everything there is to say about the spec.
    pub diagnostics: Diagnostics,
}

/// Loads a spec. The order of the files does not matter: they are sorted by path.
pub fn load(mut files: Vec<InputFile>) -> Loaded {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let count = files.len();
    let mut trees = Vec::new();
    for file in files {
        let Some(id) = yaml::add_file(&file.path, &file.bytes, &mut sources, &mut diagnostics) else {
            continue;
        };
        let text = sources.file(id).map(|file| file.text.clone()).unwrap_or_default();
        trees.extend(yaml::parse(id, &text, &mut diagnostics).map(|tree| (id, tree)));
    }
    let complete = trees.len() == count;
    let spec = parse_spec(&sources, &trees, &mut diagnostics);
    let model = checked_model(&spec, &sources, complete, &mut diagnostics);
    Loaded { sources, model, diagnostics: diagnostics.sorted() }
}

/// The model of a spec, whatever it was read from; `None` where an error was reported, be it before.
pub(crate) fn checked_model(
    spec: &Spec,
    sources: &SourceMap,
    complete: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Model> {
    let resolved = resolve(spec, sources, complete, diagnostics)?;
    check::check(&resolved, diagnostics);
    (!diagnostics.has_errors()).then_some(resolved.model)
}
