//! The tests that run vectors in the generated packages.

use crate::diagnostic::Diagnostics;
use crate::documents::places::Root;
use crate::files::{Files, header};
use crate::model::{ItemId, Model};
use crate::rust;
use crate::swift;

const RUST: &str = include_str!("runners/vectors.rs.txt");
const SWIFT: &str = include_str!("runners/VectorTests.swift.txt");

/// The files of a crate with a module that runs the vectors in its tests: `to_vectors` leads from the folder of these files
/// to that of the vectors.
#[must_use]
pub fn add_rust(model: &Model, files: &Files, to_vectors: &str) -> Files {
    let names = rust::pick_names(model, &mut Diagnostics::new());
    let mut tests = String::new();
    for (name, item, is_checked) in items(model) {
        let ident = names.item(item);
        let read = if is_checked { "checked" } else { "read" };
        // A test of its own for each type, so that the one that fails is named.
        tests += &format!(
            "\n#[test]\nfn vectors_of_{name}() {{\n    \
             run(include_str!(\"{to_vectors}/{name}.json\"), {read}::<crate::{}>);\n}}\n",
            ident.plain()
        );
    }
    // Names of modules are those of spec files.
    let mut module = "vectors".to_owned();
    while files.get(&format!("{module}.rs")).is_some() {
        module.push_str("_test");
    }
    let mut all = Files::default();
    for (path, text) in files.iter() {
        let more = if path == "lib.rs" { format!("\n#[cfg(test)]\nmod {module};\n") } else { String::new() };
        all.insert(path, format!("{text}{more}"));
    }
    all.insert(format!("{module}.rs"), RUST.replace("{{header}}", &head(model)) + &tests);
    all
}

/// The files of a Swift test target that runs the vectors: `to_vectors` leads from its folder to that of the vectors.
#[must_use]
pub fn swift_tests(model: &Model, to_vectors: &str) -> Files {
    let names = swift::names::pick_names(model, &mut Diagnostics::new());
    let module = &model.api.name.text;
    let mut tests = String::new();
    for (name, item, is_checked) in items(model) {
        let ty = format!("{module}.{}", names.item(item));
        let run = match is_checked {
            true => format!("{{ try {ty}(json: $0).validate() }}"),
            false => format!("{{ _ = try {ty}(json: $0); return [] }}"),
        };
        tests += &format!("\n    func test{name}() throws {{\n        try run(\"{name}\") {run}\n    }}\n");
    }
    let text = SWIFT
        .replace("{{header}}", &head(model))
        .replace("{{module}}", module)
        .replace("{{folder}}", to_vectors)
        .replace("{{tests}}\n", tests.trim_start_matches('\n'));
    let mut files = Files::default();
    files.insert("VectorTests.swift", text);
    files
}

fn head(model: &Model) -> String {
    let place = model.modules.iter().find(|module| module.span.file == model.api.name.span.file);
    header(place.map(|module| module.path.as_str()).unwrap_or("the spec"))
}

/// Name of each type, and whether there is something to check once it is read.
fn items(model: &Model) -> impl Iterator<Item = (&str, ItemId, bool)> {
    super::types(model).map(|(name, _, root)| match root {
        Root::Object(id) => (name, ItemId::Object(id), true),
        Root::Enum(id) => (name, ItemId::Enum(id), !model.enumeration(id).open),
    })
}

/// The way from one folder of a project to another, with forward slashes.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = from.iter().skip(shared).map(|_| "..");
    up.chain(to.iter().skip(shared).copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn ways_go_up_and_down() {
        assert_eq!(relative("generated/rust/src", "generated/vectors"), "../../vectors");
        assert_eq!(relative("a", "b/c"), "../b/c");
        assert_eq!(relative("a/b", "a"), "..");
    }
}
