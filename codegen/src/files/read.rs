//! Reads specs and documents.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::error::{FileError, Problem};

/// What is read of one file at most: one byte more than a spec file may have, so that the excess is noticed without
/// reading on.
pub const MAXIMUM_FILE_BYTES: u64 = 8 * 1024 * 1024 + 1;

/// The bytes of a file, at most [`MAXIMUM_FILE_BYTES`].
///
/// # Errors
/// Where the system does not let us read it.
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAXIMUM_FILE_BYTES).read_to_end(&mut bytes))
        .map_err(FileError::system(path, "read"))?;
    Ok(bytes)
}

/// Path and bytes of every `.yaml` and `.yml` file directly in a folder, ordered by the path's bytes. The paths are
/// `shown` and the file's name, with a forward slash between them: relative to the project, whatever folder we are run in.
///
/// # Errors
/// All that could not be read; also where there is no such file.
pub fn read_folder(folder: &Path, shown: &str) -> Result<Vec<(String, Vec<u8>)>, Vec<FileError>> {
    let listing =
        fs::read_dir(folder).map_err(|error| vec![FileError::system(folder, "read the folder")(error)])?;
    let mut names = Vec::new();
    for entry in listing {
        let entry = entry.map_err(|error| vec![FileError::system(folder, "read the folder")(error)])?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml")));
    names.sort_unstable();
    if names.is_empty() {
        return Err(vec![FileError::new(folder, Problem::NoSpecFiles)]);
    }
    let mut errors = Vec::new();
    let mut files = Vec::new();
    for name in names {
        match read_regular_file(&folder.join(&name)) {
            Ok(bytes) => files.push((super::plan::shown(Path::new(shown), &name), bytes)),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// A pipe that is called `x.yaml` would let us wait forever.
fn read_regular_file(path: &Path) -> Result<Vec<u8>, FileError> {
    let metadata = fs::metadata(path).map_err(FileError::system(path, "read"))?;
    if metadata.is_file() { read_file(path) } else { Err(FileError::new(path, Problem::NotAFile)) }
}
