//! The whole pipeline in one call: spec files in, files of both languages out. The command line and build scripts
//! differ only in where the files go.

#[cfg(feature = "cli")]
use crate::config::ApiConfig;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::Files;
use crate::load::{InputFile, Loaded, load};
use crate::model::Model;
use crate::objc;
use crate::rust::{self, RustOptions};
use crate::source::SourceMap;
use crate::swift;
#[cfg(feature = "cli")]
use crate::vectors;

/// Which languages to generate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// The shape of the Rust, if it is wanted.
    pub rust: Option<RustOptions>,
    /// Whether Swift is wanted.
    pub swift: bool,
    /// Whether a stand-in for the vendor's SDK is wanted.
    pub stub: bool,
    /// Whether Objective-C has a folder to go to; `None` where nobody has said what goes where.
    pub objc: Option<bool>,
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
    /// The Objective-C files; none where the spec does not ask for them.
    pub objc: Files,
    /// The model; `None` where there are errors.
    pub model: Option<Model>,
}

/// What an `[[api]]` of `wirewright.toml` turns into.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub struct Outputs {
    /// The texts of the spec, for rendering diagnostics.
    pub sources: SourceMap,
    /// Everything there is to say about the spec. Where it has errors, there are no files.
    pub diagnostics: Diagnostics,
    /// Each folder that is named, and its files.
    pub folders: Vec<(String, Files)>,
}

/// Generates all that an `[[api]]` names a folder for.
#[cfg(feature = "cli")]
pub fn generate_outputs(files: Vec<InputFile>, api: &ApiConfig) -> Outputs {
    let targets = Targets {
        rust: api.rust.as_ref().map(|_| RustOptions::default()),
        swift: api.swift.is_some(),
        stub: api.stub.is_some(),
        objc: Some(api.objc.is_some()),
    };
    let generated = generate(files, &targets);
    let Generated { sources, diagnostics, mut rust, swift, stub, objc, model } = generated;
    let mut vectors = [Files::default(), Files::default()];
    if let (Some(model), Some(folder)) = (&model, &api.vectors) {
        vectors = add_vectors(model, folder, api, &mut rust);
    }
    let [vectors, swift_tests] = vectors;
    let folders = [&api.rust, &api.swift, &api.stub, &api.objc, &api.vectors, &api.swift_tests];
    let folders = folders.into_iter().zip([rust, swift, stub, objc, vectors, swift_tests]);
    let folders = folders.filter_map(|(folder, files)| Some((folder.clone()?, files)));
    Outputs { sources, diagnostics, folders: folders.collect() }
}

/// The vectors, and the tests in Swift that run them; those in Rust stand among the crate's own files.
#[cfg(feature = "cli")]
fn add_vectors(model: &Model, folder: &str, api: &ApiConfig, rust: &mut Files) -> [Files; 2] {
    if let Some(from) = &api.rust {
        *rust = vectors::add_rust(model, rust, &vectors::relative(from, folder));
    }
    let from = api.swift_tests.as_ref();
    let swift = from.map(|from| vectors::swift_tests(model, &vectors::relative(from, folder)));
    [vectors::generate(model), swift.unwrap_or_default()]
}

/// Generates the wanted languages from the files of one spec. The same input gives the same bytes.
pub fn generate(files: Vec<InputFile>, targets: &Targets) -> Generated {
    let Loaded { sources, mut model, mut diagnostics } = load(files);
    let [mut rust_files, mut swift_files, mut stub, mut objc] = std::array::from_fn(|_| Files::default());
    if let Some(model) = &model {
        if let Some(options) = &targets.rust {
            rust_files = rust::generate(model, options, &mut diagnostics);
        }
        if targets.swift {
            swift_files = swift::generate(model, &mut diagnostics);
        }
        if targets.stub {
            stub = swift::generate_stub(model);
            for (path, text) in objc::generate_stub(model).iter() {
                stub.insert(path, text);
            }
        }
        if targets.swift || targets.objc == Some(true) {
            objc = objc::generate(model, &mut diagnostics);
        }
        check_folders(model, targets, &mut diagnostics);
    }
    if diagnostics.has_errors() {
        [rust_files, swift_files, stub, objc] = std::array::from_fn(|_| Files::default());
        model = None;
    }
    Generated { sources, diagnostics, rust: rust_files, swift: swift_files, stub, objc, model }
}

/// What the binding of an SDK asks for has a folder, and what has a folder is asked for.
fn check_folders(model: &Model, targets: &Targets, diagnostics: &mut Diagnostics) {
    let place = model.sdk.as_ref().map_or(model.api.name.span, |sdk| sdk.name.span);
    let wants_objc = model.sdk.as_ref().is_some_and(|sdk| sdk.objc_prefix.is_some());
    let mut report = |message: &str, label: &str, help: &str| {
        diagnostics.push(Diagnostic::new(Code::SdkOutput, message, place, label).help(help));
    };
    if targets.stub && model.sdk.is_none() {
        report(
            "`stub` has a folder, but this spec binds no SDK",
            "there is no `sdk` beside this",
            "bind the vendor's SDK by `sdk`, or remove `stub` from wirewright.toml",
        );
    }
    match (wants_objc, targets.objc) {
        (true, Some(false)) => report(
            "this binding asks for Objective-C, which has no folder",
            "has `objc: true`",
            "name a folder for it in wirewright.toml: `objc = \"generated/swift/Sources/MyApiObjC\"`, or remove `objc: true`",
        ),
        (false, Some(true)) => report(
            "`objc` has a folder, but this spec does not ask for Objective-C",
            "there is no `objc: true` in its `sdk`",
            "say `objc: true` in `sdk`, or remove `objc` from wirewright.toml",
        ),
        _ => {}
    }
}
