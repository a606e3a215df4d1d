//! Vectors: for each type valid documents, and for every constraint, every rule and every reading error the nearest
//! document that has it, each with the exact violations that any implementation must report.
//!
//! They are JSON, one file a type, for whoever implements the spec in another language; and both generated packages run
//! them in their own tests: the crate by a module that [`add_rust`] adds, the Swift package by a file of
//! [`swift_tests`]. What is expected is what the judge says.

mod cases;
mod fields;
mod rules;
mod runners;

use serde_json::json;
use wirewright::Violation;

pub use runners::{add_rust, relative, swift_tests};

use crate::documents::places::Root;
use crate::files::{Files, header};
use crate::model::{EnumId, Model, ModuleId, ObjectId};

/// A document and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vector {
    /// What it shows: `/order/orderId maxLength`.
    pub name: String,
    /// The raw document.
    pub document: String,
    /// Everything that is wrong with it.
    pub violations: Vec<Violation>,
}

/// The vectors of every object and enum, a JSON file each.
#[must_use]
pub fn generate(model: &Model) -> Files {
    let mut files = Files::default();
    for (name, module, root) in types(model) {
        files.insert(
            format!("{name}.json"),
            file(&model.module(module).path, name, &cases::of(model, root, name)),
        );
    }
    files
}

/// Objects, then enums: name, file of the spec, what it is.
fn types(model: &Model) -> impl Iterator<Item = (&str, ModuleId, Root)> {
    let objects = model.objects.iter().enumerate();
    let objects =
        objects.map(|(index, def)| (def.name.text.as_str(), def.module, Root::Object(ObjectId(index))));
    let enums = model.enums.iter().enumerate();
    objects.chain(enums.map(|(index, def)| (def.name.text.as_str(), def.module, Root::Enum(EnumId(index)))))
}

/// A line for each vector, so that a change of the spec is a change of few lines.
fn file(spec: &str, name: &str, vectors: &[Vector]) -> String {
    let lines: Vec<String> = vectors.iter().map(line).collect();
    let comment = json!(header(spec));
    format!(
        "{{\"$comment\": {comment},\n\"type\": {},\n\"vectors\": [\n{}\n]}}\n",
        json!(name),
        lines.join(",\n")
    )
}

fn line(vector: &Vector) -> String {
    let Vector { name, document, violations } = vector;
    // Written as it is declared: the pointer first.
    let violations = serde_json::to_string(violations).unwrap_or_default();
    format!("{{\"name\": {}, \"document\": {}, \"violations\": {violations}}}", json!(name), json!(document))
}

#[cfg(test)]
mod tests;
