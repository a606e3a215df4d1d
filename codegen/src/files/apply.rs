//! Carries out a plan: one atomic step per file.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::{FileError, Problem};
use super::plan::{Plan, TEMPORARY, folders_are_real};

impl Plan {
    /// Writes and removes what has to change, and what a killed run left behind.
    ///
    /// # Errors
    /// The first refusal of the system (no permission, disk full). Files before it are new, the others old; a rerun
    /// does the rest.
    pub fn apply(&self) -> Result<(), FileError> {
        for change in &self.changes {
            // Again, since time has passed: a link may have appeared.
            folders_are_real(&self.root, &change.path)?;
            match &change.new {
                Some(text) => replace(&self.root.join(&change.path), text)?,
                None => self.remove(&change.path)?,
            }
        }
        for path in &self.leftovers {
            folders_are_real(&self.root, path)?;
            self.remove(path)?;
        }
        Ok(())
    }

    /// Removes a file and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), FileError> {
        let file = self.root.join(path);
        fs::remove_file(&file).map_err(FileError::unwritable(&file, "remove"))?;
        let mut folder = file.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.root) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }
}

/// Puts a whole text in a file's place: the file is old or new at every moment.
fn replace(target: &Path, text: &str) -> Result<(), FileError> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(FileError::unwritable(folder, "create the folder"))?;
    let (path, mut file) =
        temporary_file(folder).map_err(FileError::unwritable(folder, "create a file in"))?;
    let written = file
        .write_all(text.as_bytes())
        // The rename must not reach the disk before the text does.
        .and_then(|()| file.sync_all())
        .map_err(FileError::unwritable(target, "write"));
    // Some systems do not rename what is open.
    drop(file);
    let replaced =
        written.and_then(|()| fs::rename(&path, target).map_err(FileError::unwritable(target, "replace")));
    if replaced.is_err() {
        // What cannot be removed either is a leftover that the next run removes.
        fs::remove_file(&path).unwrap_or_default();
    }
    replaced
}

/// A new file beside the target. `create_new` follows no link and takes nobody else's file; where another run, killed or
/// alive, has taken a name, the next one is tried.
fn temporary_file(folder: &Path) -> std::io::Result<(PathBuf, File)> {
    let process = std::process::id();
    let mut taken = None;
    for number in 0..100 {
        let path = folder.join(format!("{}{process}-{number}{}", TEMPORARY.0, TEMPORARY.1));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => taken = Some(error),
            result => return result.map(|file| (path, file)),
        }
    }
    Err(taken.unwrap_or_else(|| ErrorKind::AlreadyExists.into()))
}

/// Writes files that belong to people from then on into a folder that is new or empty; a `.git` in it does not count.
///
/// # Errors
/// Where the folder has something in it, and where the system refuses.
pub fn write_new(root: &Path, files: &[(&str, String)]) -> Result<(), FileError> {
    fs::create_dir_all(root).map_err(FileError::unwritable(root, "create the folder"))?;
    let listing = fs::read_dir(root).map_err(FileError::unreadable(root, "list"))?;
    for entry in listing {
        let entry = entry.map_err(FileError::unreadable(root, "list"))?;
        if entry.file_name() != ".git" {
            return Err(FileError::new(root, Problem::NotEmpty));
        }
    }
    for (path, text) in files {
        let target = root.join(path);
        let folder = target.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(FileError::unwritable(folder, "create the folder"))?;
        File::create_new(&target)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(FileError::unwritable(&target, "write"))?;
    }
    Ok(())
}

/// Copies a file to where none is. Nothing happens where there is none to copy.
///
/// # Errors
/// Where the system refuses.
pub fn copy_new(from: &Path, to: &Path) -> Result<(), FileError> {
    if to.exists() || !from.is_file() {
        return Ok(());
    }
    let text = fs::read(from).map_err(FileError::unreadable(from, "read"))?;
    fs::write(to, text).map_err(FileError::unwritable(to, "write"))
}
