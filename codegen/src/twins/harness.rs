//! The two packages: what is generated for the spec, and a program each that reads documents as its types.

use super::{Problem, Setup};
use crate::diagnostic::Diagnostics;
use crate::files::{Files, GENERATED_MARK};
use crate::judge;
use crate::model::{EnumId, ItemId, Model, ObjectId};
use crate::rust::{self, RustOptions};
use crate::swift;

const CARGO: &str = include_str!("harness/Cargo.toml.txt");
const RUST: &str = include_str!("harness/main.rs.txt");
const PACKAGE: &str = include_str!("harness/Package.swift.txt");
const SWIFT: &str = include_str!("harness/main.swift.txt");

/// The files of both packages.
pub(super) struct Harness {
    /// Of the Rust package.
    pub(super) rust: Files,
    /// Of the Swift package.
    pub(super) swift: Files,
    /// The name of the Rust program.
    pub(super) rust_program: String,
    /// The name of the Swift program.
    pub(super) swift_program: String,
    /// What a program says first, so that it is known to be the one that was just built.
    pub(super) fingerprint: String,
    pub(super) types: TypeIndex,
}

/// The types of a spec, in the order in which both programs number them.
#[derive(Debug)]
pub(super) struct TypeIndex(Vec<String>);

impl TypeIndex {
    /// Objects, then enums.
    pub(super) fn of(model: &Model) -> TypeIndex {
        let objects = model.objects.iter().map(|object| &object.name.text);
        TypeIndex(objects.chain(model.enums.iter().map(|def| &def.name.text)).cloned().collect())
    }

    /// The number of a type.
    pub(super) fn index(&self, model: &Model, name: &str) -> Result<usize, Problem> {
        let index = self.0.iter().position(|known| known == name);
        index.ok_or_else(|| match model.scalars.iter().any(|scalar| scalar.name.text == name) {
            true => Problem::Scalar(name.to_owned()),
            false => Problem::Type(judge::unknown_type(model, name)),
        })
    }
}

impl Harness {
    /// Nothing is written yet.
    pub(super) fn of(model: &Model, setup: &Setup) -> Result<Harness, Problem> {
        let mut diagnostics = Diagnostics::new();
        let api = rust::generate(model, &RustOptions::default(), &mut diagnostics);
        let module = swift::generate(model, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(Problem::Names(diagnostics));
        }
        let types = Types::of(model);
        let name = &model.api.name.text;
        // One folder may hold the programs of many specs.
        let folder_hash = hash([setup.folder.to_string_lossy().as_ref()]);
        let rust_program = format!("twins-{folder_hash}");
        let swift_program = format!("{name}Twins");
        let templates = [CARGO, RUST, PACKAGE, SWIFT, types.rust.as_str(), types.swift.as_str()];
        let texts = api.iter().chain(module.iter()).flat_map(|(path, text)| [path, text]);
        let fingerprint = hash(templates.into_iter().chain(texts));
        let fill = |template: &str| {
            let filled = template
                .replace("{{mark}}", GENERATED_MARK)
                .replace(
                    "{{program}}",
                    if template.starts_with("# ") { &rust_program } else { &swift_program },
                )
                .replace("{{runtime}}", &setup.runtime.dependency())
                .replace("{{module}}", name)
                .replace("{{fingerprint}}", &fingerprint);
            filled.replace("{{rust types}}\n", &types.rust).replace("{{swift types}}\n", &types.swift)
        };
        let mut rust = Files::default();
        rust.insert("Cargo.toml", fill(CARGO));
        rust.insert("main.rs", fill(RUST));
        api.iter().for_each(|(path, text)| rust.insert(format!("api/{path}"), text));
        let mut swift = Files::default();
        swift.insert("Package.swift", fill(PACKAGE));
        swift.insert(format!("Sources/{swift_program}/main.swift"), fill(SWIFT));
        module.iter().for_each(|(path, text)| swift.insert(format!("Sources/{name}/{path}"), text));
        Ok(Harness { rust, swift, rust_program, swift_program, fingerprint, types: TypeIndex::of(model) })
    }
}

/// A line per type for each of the programs.
struct Types {
    rust: String,
    swift: String,
}

impl Types {
    fn of(model: &Model) -> Types {
        let rust_names = rust::pick_names(model, &mut Diagnostics::new());
        let swift_names = swift::names::pick_names(model, &mut Diagnostics::new());
        let mut types = Types { rust: String::new(), swift: String::new() };
        let objects = model.objects.iter().enumerate();
        let objects = objects.map(|(index, _)| (ItemId::Object(ObjectId(index)), true));
        let enums = model.enums.iter().enumerate();
        // Of an enum that is open nothing is checked.
        let enums = enums.map(|(index, def)| (ItemId::Enum(EnumId(index)), !def.open));
        for (item, is_checked) in objects.chain(enums) {
            let read = if is_checked { "checked" } else { "read" };
            types.rust += &format!("    {read}::<api::{}>,\n", rust_names.item(item).plain());
            let swift = format!("{}.{}", model.api.name.text, swift_names.item(item));
            types.swift += &match is_checked {
                true => format!("    {{ document in try {swift}(json: document).validate() }},\n"),
                false => format!("    {{ document in _ = try {swift}(json: document); return [] }},\n"),
            };
        }
        types
    }
}

/// Sixteen digits that differ where the texts do (FNV-1a).
pub(super) fn hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for text in texts {
        for byte in text.bytes().chain([0xFF]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
    format!("{hash:016x}")
}
