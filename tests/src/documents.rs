//! The documents of the cases: what each must give, in every implementation.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use wirewright::json::Value;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::model::Model;

/// A folder below `cases/`.
#[derive(Debug)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its model.
    pub model: Model,
    /// Its documents.
    pub documents: Vec<Document>,
}

/// A document and what it must give.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The object type to read it as.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Raw JSON text.
    pub document: String,
    /// Its violations: pointer, code and limit.
    pub violations: Vec<String>,
    /// Serde and Codable refuse it; `violations` are the judge's.
    #[serde(default)]
    pub unreadable: bool,
    /// What writing gives, where that differs from the document.
    pub written: Option<String>,
}

impl Document {
    /// The JSON value that writing must give.
    pub fn expected(&self) -> Value {
        crate::json(self.written.as_ref().unwrap_or(&self.document))
    }
}

/// All cases, by name.
pub fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let entries = std::fs::read_dir(&root).expect("tests/cases").flatten().map(|entry| entry.path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders.into_iter().map(case).collect()
}

fn case(folder: PathBuf) -> Case {
    let name = folder.file_name().expect("a folder").to_string_lossy().into_owned();
    let documents = read_documents(&folder, &name);
    let model = load(specs(&folder)).model.unwrap_or_else(|| panic!("{name} has mistakes"));
    Case { name, folder, model, documents }
}

/// `documents.yaml` of a folder.
pub fn read_documents(folder: &Path, name: &str) -> Vec<Document> {
    let documents = std::fs::read_to_string(folder.join("documents.yaml")).unwrap_or_default();
    match documents.is_empty() {
        true => Vec::new(),
        false => serde_yaml::from_str(&documents).unwrap_or_else(|error| panic!("{name}: {error}")),
    }
}

/// The spec files of a folder, named without it.
pub fn specs(folder: &Path) -> Vec<InputFile> {
    let entries = std::fs::read_dir(folder).expect("a folder of specs").flatten().map(|entry| entry.path());
    let yaml = entries.filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    let input = |path: PathBuf| InputFile {
        path: path.file_name().expect("a file").to_string_lossy().into_owned(),
        bytes: std::fs::read(&path).expect("a readable spec"),
    };
    yaml.filter(|path| !path.ends_with("documents.yaml")).map(input).collect()
}
