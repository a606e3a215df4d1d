//! Reads specs and documents.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{FileError, Problem};
use crate::load::InputFile;

/// What is read of a spec file: one byte more than it may have, so that the front end reports the excess.
const SPEC_BYTES: u64 = 8 * 1024 * 1024 + 1;

/// What a document may have.
const DOCUMENT_BYTES: u64 = 64 * 1024 * 1024;

/// The bytes of a file of ours, such as `wirewright.toml`; what goes beyond the size of a spec file is left out.
///
/// # Errors
/// Where the system does not let us read it.
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileError> {
    File::open(path)
        .and_then(|file| read_up_to(SPEC_BYTES, file))
        .map_err(FileError::unreadable(path, "read"))
}

/// A whole JSON document: a file, or standard input where the path is `-`.
///
/// # Errors
/// Where the system does not let us read it, and where it is larger than 64 MiB.
pub fn read_document(path: &Path) -> Result<Vec<u8>, FileError> {
    let bytes = if path == Path::new("-") {
        read_up_to(DOCUMENT_BYTES + 1, io::stdin().lock())
    } else {
        File::open(path).and_then(|file| read_up_to(DOCUMENT_BYTES + 1, file))
    };
    let bytes = bytes.map_err(FileError::unreadable(path, "read"))?;
    if bytes.len() as u64 > DOCUMENT_BYTES { Err(FileError::new(path, Problem::TooLarge)) } else { Ok(bytes) }
}

/// Every `.json` file below a folder, ordered by path, links to folders not followed; the path itself where it is no
/// folder.
///
/// # Errors
/// Where the system does not let us list a folder.
pub fn find_documents(path: &Path) -> Result<Vec<PathBuf>, FileError> {
    find_files(path, "json")
}

/// Every file of an extension below a folder, ordered by path; the path itself where it is no folder.
fn find_files(path: &Path, wanted: &str) -> Result<Vec<PathBuf>, FileError> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let (mut found, mut folders) = (Vec::new(), vec![path.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        let listing = fs::read_dir(&folder).map_err(FileError::unreadable(&folder, "list"))?;
        for entry in listing {
            let entry = entry.map_err(FileError::unreadable(&folder, "list"))?;
            let kind = entry.file_type().map_err(FileError::unreadable(entry.path(), "look at"))?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|extension| extension == wanted) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Path and bytes of every `.rs` file that is given or lies below a folder that is given, links to folders not followed;
/// and the stem of the Swift file of each: of `src/shop/orders.rs` below `src` it is `shop_orders`.
///
/// # Errors
/// All that could not be read; also where there is no such file.
pub fn read_rust(paths: &[PathBuf]) -> Result<Vec<(InputFile, String)>, Vec<FileError>> {
    let (mut errors, mut files) = (Vec::new(), Vec::new());
    for path in paths {
        let base = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(Path::new("")) };
        match find_files(path, "rs") {
            Ok(found) if found.is_empty() => errors.push(FileError::new(path, Problem::NoRustFiles)),
            Ok(found) => {
                for file in found {
                    match read_regular_file(&file) {
                        Ok(bytes) => {
                            let shown = file.to_string_lossy().replace('\\', "/");
                            files.push((InputFile { path: shown, bytes }, rust_stem(base, &file)));
                        }
                        Err(error) => errors.push(error),
                    }
                }
            }
            Err(error) => errors.push(error),
        }
    }
    files.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    files.dedup_by(|a, b| a.0.path == b.0.path);
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// `shop/orders.rs` as `shop_orders`, `shop/mod.rs` as `shop`, `main.rs` as `main_types`.
fn rust_stem(base: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(base).unwrap_or(file).with_extension("");
    let mut parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if parts.len() > 1 && parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    // SwiftPM takes a module with a file `Main.swift` for a program, which nothing can import.
    if parts.len() == 1 && parts.last().is_some_and(|last| last.eq_ignore_ascii_case("main")) {
        parts.push("types".to_owned());
    }
    parts.join("_")
}

fn read_up_to(limit: u64, reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Every `.yaml` and `.yml` file directly in a folder, ordered by its name.
///
/// # Errors
/// Where the system does not let us list the folder.
pub fn find_specs(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(FileError::unreadable(folder, "read the folder"))? {
        let entry = entry.map_err(FileError::unreadable(folder, "read the folder"))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml")));
    names.sort_unstable();
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

/// Path and bytes of every `.yaml` and `.yml` file directly in a folder, ordered by the path's bytes. The paths are
/// `shown` and the file's name, with a forward slash between them: relative to the project, whatever folder we are run in.
///
/// # Errors
/// All that could not be read; also where there is no such file.
pub fn read_folder(folder: &Path, shown: &str) -> Result<Vec<InputFile>, Vec<FileError>> {
    let paths = find_specs(folder).map_err(|error| vec![error])?;
    if paths.is_empty() {
        return Err(vec![FileError::new(folder, Problem::NoSpecFiles)]);
    }
    let mut errors = Vec::new();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match read_regular_file(&path) {
            Ok(bytes) => files.push(InputFile { path: super::plan::shown(Path::new(shown), &name), bytes }),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// A pipe that is called `x.yaml` would let us wait forever.
fn read_regular_file(path: &Path) -> Result<Vec<u8>, FileError> {
    let metadata = fs::metadata(path).map_err(FileError::unreadable(path, "read"))?;
    if metadata.is_file() { read_file(path) } else { Err(FileError::new(path, Problem::NotAFile)) }
}
