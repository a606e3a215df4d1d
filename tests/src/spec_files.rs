//! Where the cases are and which of their files are specs: the same for the build script, which compiles them, and for
//! the tests, which run them.

use std::path::{Path, PathBuf};

use wirewright_codegen::load::InputFile;

/// What stands beside a spec: documents and what each must give.
pub const DOCUMENTS: &str = "documents.yaml";

/// The folders of `tests/cases`, by name.
pub fn case_folders(tests: &Path) -> Vec<(String, PathBuf)> {
    folders(&tests.join("cases"), "")
}

/// The folders of `tests/wire`, by name: `wire_` and the folder's.
pub fn wire_folders(tests: &Path) -> Vec<(String, PathBuf)> {
    folders(&tests.join("wire"), "wire_")
}

fn folders(parent: &Path, prefix: &str) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(parent).expect("a folder of cases").flatten().map(|entry| entry.path());
    let name = |path: &Path| format!("{prefix}{}", path.file_name().expect("a folder").to_string_lossy());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).map(|path| (name(&path), path)).collect();
    folders.sort();
    folders
}

/// The spec files of a folder, named without it.
pub fn specs(folder: &Path) -> Vec<InputFile> {
    let entries = std::fs::read_dir(folder).expect("a folder of specs").flatten().map(|entry| entry.path());
    let yaml = entries.filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    let input = |path: PathBuf| InputFile {
        path: path.file_name().expect("a file").to_string_lossy().into_owned(),
        bytes: std::fs::read(&path).expect("a readable spec"),
    };
    yaml.filter(|path| !path.ends_with(DOCUMENTS)).map(input).collect()
}
