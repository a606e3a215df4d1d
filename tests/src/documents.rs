//! The documents of the cases: what each must give, in every implementation.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use wirewright::json::Value;
use wirewright_codegen::load::load;
use wirewright_codegen::model::Model;

use crate::spec_files::{self, DOCUMENTS};

pub use crate::spec_files::specs;

/// A folder below `cases/` or `wire/`.
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
    #[serde(default)]
    pub document: String,
    /// The document as bytes in hexadecimal, where it is no text that YAML can hold.
    pub hex: Option<String>,
    /// Its violations: pointer, code and limit.
    pub violations: Vec<String>,
    /// Serde and Codable refuse it; `violations` are the judge's.
    #[serde(default)]
    pub unreadable: bool,
    /// What writing gives, where that differs from the document.
    pub written: Option<String>,
}

impl Document {
    /// The document itself.
    pub fn bytes(&self) -> Vec<u8> {
        match &self.hex {
            None => self.document.clone().into_bytes(),
            Some(hex) => {
                let byte = |digits| u8::from_str_radix(digits, 16).expect("two hexadecimal digits");
                hex.split_ascii_whitespace().map(byte).collect()
            }
        }
    }

    /// The document for people.
    pub fn shown(&self) -> &str {
        self.hex.as_ref().unwrap_or(&self.document)
    }

    /// The JSON value that writing must give.
    pub fn expected(&self) -> Value {
        crate::json(self.written.as_ref().unwrap_or(&self.document))
    }
}

/// The built-in types of the spec language.
pub const TYPES: [&str; 10] =
    ["string", "boolean", "integer", "decimal", "datetime", "date", "url", "json", "list", "map"];

/// All cases, by name.
pub fn cases() -> Vec<Case> {
    spec_files::case_folders(tests()).into_iter().map(case).collect()
}

/// The hand-written documents that pin the contract of `schema/VALIDATION.md`, by name; and some that are too large for
/// a file.
pub fn wire() -> Vec<Case> {
    let mut cases: Vec<Case> = spec_files::wire_folders(tests()).into_iter().map(case).collect();
    let reading = cases.iter_mut().find(|case| case.name == "wire_reading").expect("tests/wire/reading");
    reading.documents.extend(deep_documents());
    cases
}

/// What is ignored is as deep as it likes: no stack overflows, and mistakes of grammar are found down there.
fn deep_documents() -> Vec<Document> {
    const DEPTH: usize = 100_000;
    let document = |open: &str, inner: &str, close: &str, violations: &[&str]| Document {
        type_name: "Reading".to_owned(),
        document: format!(r#"{{"more":{}{inner}{}}}"#, open.repeat(DEPTH), close.repeat(DEPTH)),
        hex: None,
        violations: violations.iter().map(|line| (*line).to_owned()).collect(),
        unreadable: false,
        written: None,
    };
    vec![
        document("[", "1", "]", &[]),
        document(r#"{"x":"#, "null", "}", &[]),
        document("[", "1,", "]", &[" syntax"]),
        document("[", "", "}", &[" syntax"]),
        document("[", "", "", &[" syntax"]),
    ]
}

/// The folder of this crate, also where the generator's own tests include this file.
fn tests() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests"))
}

fn case((name, folder): (String, PathBuf)) -> Case {
    let documents = read_documents(&folder, &name);
    let model = load(specs(&folder)).model.unwrap_or_else(|| panic!("{name} has mistakes"));
    Case { name, folder, model, documents }
}

/// `documents.yaml` of a folder.
pub fn read_documents(folder: &Path, name: &str) -> Vec<Document> {
    let documents = std::fs::read_to_string(folder.join(DOCUMENTS)).unwrap_or_default();
    match documents.is_empty() {
        true => Vec::new(),
        false => serde_yaml::from_str(&documents).unwrap_or_else(|error| panic!("{name}: {error}")),
    }
}

/// Runs a check over all documents of some cases and fails with all that it found.
pub fn for_each_document(cases: &[Case], mut check: impl FnMut(&Case, &Document) -> Option<String>) {
    let mut failures = Vec::new();
    let mut count = 0;
    for case in cases {
        for document in &case.documents {
            count += 1;
            if let Some(difference) = check(case, document) {
                let expected = &document.violations;
                let shown: String = document.shown().chars().take(400).collect();
                failures.push(format!("{} {shown}\nexpected {expected:#?}\nfound {difference}", case.name));
            }
        }
    }
    assert!(count > 0, "no documents");
    assert!(
        failures.is_empty(),
        "{} of {count} documents differ:\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}
