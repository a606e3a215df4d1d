//! The Swift backend: value types, open enums and validation, readable as if written by hand.
//!
//! | spec | Swift |
//! | --- | --- |
//! | named scalar | `typealias` |
//! | object, request, response | `struct` that is a `WireModel`: Codable, Hashable, Validatable, Sendable |
//! | enum, result codes, event codes | `enum` with `unrecognized(String)`, and one for the categories |
//! | options | `struct` of optionals, `dictionary`, `init(dictionary:)` |
//! | operation, webhook | `enum` without cases that is an `APIOperation`, an `APIWebhook` |
//!
//! The output is Swift 5.3 and compiles without warnings in modes 5 and 6. What types have in common stands in
//! support files, the same in every package, so that the code of a type is short. Nothing of a spec becomes code:
//! names pass through [`names`], texts through [`literal`] and [`docs`].
//!
//! Stages: [`names`] picks every identifier and reports collisions; then nothing fails: [`lower`] makes nodes
//! ([`ast`]) of the model, [`print`] makes text of the nodes.

mod ast;
pub(crate) mod docs;
mod facts;
mod keywords;
mod literal;
mod lower;
pub(crate) mod names;
mod print;
mod sdk;
mod support;
mod template;
#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostics;
use crate::files::{Files, header_for};
use crate::model::Model;
use facts::Facts;
use lower::{Context, lower_module};
use names::pick_names;

/// Emits the Swift of a model: a file per spec file and the support files, with paths below the module's folder.
/// Where names collide that is a diagnostic, and there are no files.
///
/// The module that they are compiled as must have the API's name.
pub fn generate(model: &Model, diagnostics: &mut Diagnostics) -> Files {
    generate_with(model, &SwiftOptions::default(), diagnostics)
}

/// How Swift is emitted.
#[derive(Clone, Debug)]
pub struct SwiftOptions {
    /// The command that makes the files anew, for their first line.
    pub command: String,
}

impl Default for SwiftOptions {
    fn default() -> SwiftOptions {
        SwiftOptions { command: "cargo wirewright generate".to_owned() }
    }
}

/// [`generate`], with options.
pub fn generate_with(model: &Model, options: &SwiftOptions, diagnostics: &mut Diagnostics) -> Files {
    let header = |path: &str| header_for(path, &options.command);
    let mut collisions = Diagnostics::new();
    let names = pick_names(model, &mut collisions);
    let failed = collisions.has_errors();
    diagnostics.append(collisions);
    let mut files = Files::default();
    if failed {
        return files;
    }
    let context = Context { model, names, facts: Facts::of(model) };
    for (module, file) in model.modules.iter().zip(context.names.files()) {
        if !module.items.is_empty() {
            files.insert(
                file.clone(),
                print::print_file(&header(&module.path), &lower_module(&context, module)),
            );
        }
    }
    if let Some(sdk) = &model.sdk {
        let head = print::file_head(&header(&model.module(sdk.module).path));
        files.insert(
            format!("{}.swift", sdk.name.text),
            format!("{head}\n{}", sdk::session_file(&context, sdk)),
        );
    }
    for (path, text) in support::files(&options.command) {
        files.insert(path, text);
    }
    files
}

/// A stand-in for the vendor's SDK that the spec binds, to test a session with: the files of the vendor's module.
/// None where the spec binds no SDK, or where names collide, which [`generate`] reports.
pub fn generate_stub(model: &Model) -> Files {
    let mut collisions = Diagnostics::new();
    let names = pick_names(model, &mut collisions);
    let mut files = Files::default();
    if let Some(sdk) = model.sdk.as_ref().filter(|_| !collisions.has_errors()) {
        let context = Context { model, names, facts: Facts::of(model) };
        let (path, text) = sdk::stub_file(&context, sdk);
        files.insert(path, text);
    }
    files
}
