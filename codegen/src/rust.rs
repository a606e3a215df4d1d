//! The Rust backend: serde models with our derives, readable as if written by hand.
//!
//! | spec | Rust |
//! | --- | --- |
//! | named scalar | `type` alias |
//! | object, request, response | `struct`, `#[non_exhaustive]`, optional objects boxed |
//! | enum, result codes, event codes | `enum` with `Unrecognized`, and one for the categories |
//! | options | `struct` of `Option`s, `to_dictionary`, `from_dictionary` |
//! | operation, webhook | unit `struct` that implements `wirewright::Operation`, `wirewright::Webhook` |
//!
//! Nothing of a spec becomes code: names pass through [`names`], texts through string literals and [`docs`]. The
//! stages: [`names`] picks every identifier and reports collisions; after that nothing fails and one function per kind
//! of item writes its lines, which [`file`] joins.

mod attrs;
mod docs;
mod enums;
mod example;
mod file;
mod keywords;
mod module;
mod names;
mod operations;
mod options;
mod print;
mod quick_start;
mod structs;
mod types;

#[cfg(test)]
mod tests;

#[cfg(feature = "cli")]
pub(crate) use attrs::comparison_attr;
use names::Names;
pub(crate) use names::pick_names;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::Files;
use crate::model::Model;

/// What the output is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RustOptions {
    /// One file per spec file, or one file for all.
    pub shape: RustShape,
}

/// The two shapes of the same items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RustShape {
    /// The `src` of a crate: `lib.rs` and a file per spec file.
    #[default]
    Crate,
    /// One file without inner attributes, for `include!` from a build script's output.
    Include {
        /// Its name.
        file: String,
    },
}

/// Emits the Rust of a model. Where names collide that is a diagnostic, and there are no files.
pub fn generate(model: &Model, options: &RustOptions, diagnostics: &mut Diagnostics) -> Files {
    let mut collisions = Diagnostics::new();
    let names = pick_names(model, &mut collisions);
    let failed = collisions.has_errors();
    diagnostics.append(collisions);
    if failed {
        return Files::default();
    }
    if let (RustShape::Include { .. }, Some(limit)) = (&options.shape, file::recursion_limit(model)) {
        diagnostics.push(deep_nesting(model, limit));
    }
    file::files(model, &names, options)
}

/// Included code cannot raise its crate's limit.
fn deep_nesting(model: &Model, limit: usize) -> Diagnostic {
    let message = "types nest deeper than rustc looks by default";
    let diagnostic = Diagnostic::new(Code::DeepNesting, message, model.api.name.span, "in this API");
    diagnostic.help(format!("put `#![recursion_limit = \"{limit}\"]` first in the root of your crate"))
}

/// What the functions of this backend share while they write a module.
struct Context<'m> {
    model: &'m Model,
    names: &'m Names,
    prelude: Prelude,
}

/// Prelude names as a module spells them: short, unless it has an item of that name.
struct Prelude {
    option: &'static str,
    some: &'static str,
    none: &'static str,
    boxed: &'static str,
    vec: &'static str,
    string: &'static str,
}

impl Prelude {
    /// For a module in which `has_type` and `has_value` tell of the names in scope.
    fn beside(has_type: impl Fn(&str) -> bool, has_value: impl Fn(&str) -> bool) -> Prelude {
        let ty = |short: &'static str, long: &'static str| if has_type(short) { long } else { short };
        let value = |short: &'static str, long: &'static str| if has_value(short) { long } else { short };
        Prelude {
            option: ty("Option", "std::option::Option"),
            some: value("Some", "std::option::Option::Some"),
            none: value("None", "std::option::Option::None"),
            boxed: ty("Box", "std::boxed::Box"),
            vec: ty("Vec", "std::vec::Vec"),
            string: ty("String", "std::string::String"),
        }
    }
}
