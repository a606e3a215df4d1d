//! Whole files: header, modules, re-exports, in one of two shapes.

use super::docs::{Notes, doc_lines, item_notes};
use super::module::module_items;
use super::names::{Ident, Names};
use super::print::Lines;
use super::quick_start::{DocLine, calls, quick_start};
use super::{RustOptions, RustShape};
use crate::facts::nesting;
use crate::files::{Files, GENERATED_MARK, header};
use crate::model::{Model, Module};

/// All files of a model whose names are picked.
pub(crate) fn files(model: &Model, names: &Names, options: &RustOptions) -> Files {
    let mut files = Files::default();
    match &options.shape {
        RustShape::Crate => {
            for (module, ident) in modules(model, names) {
                files.insert(format!("{ident}.rs"), module_file(model, names, module));
            }
            files.insert("lib.rs", crate_root(model, names));
        }
        RustShape::Include { file } => files.insert(file.clone(), included_file(model, names)),
    }
    files
}

/// The modules that have items, with their identifiers.
fn modules<'m>(model: &'m Model, names: &'m Names) -> impl Iterator<Item = (&'m Module, &'m Ident)> {
    model.modules.iter().zip(names.modules()).filter(|(module, _)| !module.items.is_empty())
}

fn module_file(model: &Model, names: &Names, module: &Module) -> String {
    let mut lines = Lines::default();
    lines.line(0, &format!("// {}", header(&module.path)));
    lines.line(0, SKIP_FORMAT);
    if has_deprecations(model) {
        lines.line(0, &format!("#!{ALLOW_DEPRECATED}"));
    }
    join_items(std::iter::once(lines.finish()).chain(module_items(model, names, module)))
}

fn crate_root(model: &Model, names: &Names) -> String {
    let mut lines = Lines::default();
    lines.line(0, &format!("// {}", header(&spec_path(model))));
    let docs =
        doc_lines(&model.api.docs.text, &format!("The API `{}`.", model.api.name.text), &Notes::default());
    let start = quick_start(model, names).into_iter().chain(calls(model, names));
    let origin = doc_lines("", "", &item_notes(&model.api.docs)).into_iter().skip(1);
    for line in docs.into_iter().map(DocLine::Text).chain(start).chain(origin.map(DocLine::Text)) {
        match line {
            DocLine::Text(text) => lines.line(0, format!("//! {text}").trim_end()),
            DocLine::Use(names) => use_lines(&mut lines, &names),
        }
    }
    lines.line(0, SKIP_FORMAT);
    lines.line(0, "#![forbid(unsafe_code)]");
    if let Some(limit) = recursion_limit(model) {
        lines.line(0, &format!("#![recursion_limit = \"{limit}\"]"));
    }
    let declarations = modules(model, names).map(|(_, ident)| format!("mod {ident};\n")).collect();
    let exports = modules(model, names).map(|(_, ident)| format!("pub use {ident}::*;\n")).collect();
    join_items([lines.finish(), declarations, exports])
}

/// How deep rustc has to look to compile a model; `None` where it does so by itself.
pub(crate) fn recursion_limit(model: &Model) -> Option<usize> {
    // Some of the depth is taken by the functions around the outermost type.
    let needed = nesting(model) + 28;
    (needed > 128).then(|| needed.next_power_of_two())
}

/// Imports of a doc test, from the crate itself: its name is the manifest's, which is not ours. Cargo tells it to rustdoc.
fn use_lines(lines: &mut Lines, names: &[String]) {
    let start = "#![cfg_attr(any(doc, doctest), doc = concat!(\"use \", env!(\"CARGO_CRATE_NAME\"), \"::";
    if let [name] = names {
        return lines.line(0, &format!("{start}{name};\"))]"));
    }
    lines.line(0, &format!("{start}{{\"))]"));
    for name in names {
        lines.line(0, &format!("//!     {name},"));
    }
    lines.line(0, "//! };");
}

/// One file for `include!`, which takes no inner attributes: modules in braces.
fn included_file(model: &Model, names: &Names) -> String {
    let spec = spec_path(model);
    let mut parts = vec![format!("// {GENERATED_MARK} from {spec}. Edit that file, then build again.\n")];
    for (module, ident) in modules(model, names) {
        let mut lines = Lines::default();
        lines.line(0, ALLOW_INCLUDED);
        lines.line(0, &format!("mod {ident} {{"));
        for line in join_items(module_items(model, names, module)).lines() {
            lines.line(1, line);
        }
        lines.line(0, "}");
        parts.push(lines.finish());
    }
    let export = |(_, ident): (_, &Ident)| format!("{ALLOW_EXPORT}\npub use {ident}::*;\n");
    parts.push(modules(model, names).map(export).collect());
    join_items(parts)
}

/// Joins texts that end with a line break by a blank line; empty ones leave no trace.
fn join_items(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().filter(|item| !item.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The file that says `api:`, or the folder of all where that file declares nothing else.
fn spec_path(model: &Model) -> String {
    let of_api = model.modules.iter().find(|module| module.span.file == model.api.name.span.file);
    match (of_api, model.modules.first()) {
        (Some(module), _) => module.path.clone(),
        (None, Some(module)) => module.path.rsplit_once('/').map_or(".", |(folder, _)| folder).to_owned(),
        (None, None) => model.api.name.text.clone(),
    }
}

/// Whether anything of the API is deprecated: its own text may name it without a warning.
fn has_deprecations(model: &Model) -> bool {
    let items = model.scalars.iter().map(|item| &item.docs);
    let items = items
        .chain(model.objects.iter().map(|item| &item.docs))
        .chain(model.enums.iter().map(|item| &item.docs));
    let items = items.chain(model.options.iter().map(|item| &item.docs));
    let items = items.chain(model.operations.iter().map(|item| &item.docs));
    let items = items.chain(model.webhooks.iter().map(|item| &item.docs));
    let fields = model.objects.iter().flat_map(|object| &object.fields).map(|field| &field.docs);
    let values = model.enums.iter().flat_map(|enumeration| &enumeration.values).map(|value| &value.docs);
    let entries = model.options.iter().flat_map(|options| &options.entries).map(|entry| &entry.docs);
    items.chain(fields).chain(values).chain(entries).any(|docs| docs.deprecated.is_some())
}

const SKIP_FORMAT: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]";

const ALLOW_DEPRECATED: &str =
    "[allow(deprecated, reason = \"the API's own types name what it deprecates\")]";

/// What crates deny in their own code is no matter of generated code.
const ALLOW_INCLUDED: &str = "\
#[allow(clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction, reason = \"generated\")]
#[allow(dead_code, deprecated, unreachable_pub, unused_qualifications, reason = \"included as a whole\")]";

const ALLOW_EXPORT: &str = "\
#[allow(clippy::all, clippy::nursery, clippy::pedantic, clippy::restriction, reason = \"generated\")]
#[allow(unreachable_pub, unused_imports, reason = \"nobody has to use all of it\")]";
