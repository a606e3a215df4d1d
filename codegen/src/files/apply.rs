//! Carries out a plan: one atomic step per file.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

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
    let mut temporary = temporary_file(folder).map_err(FileError::unwritable(folder, "create a file in"))?;
    temporary
        .write_all(text.as_bytes())
        // The rename must not reach the disk before the text does.
        .and_then(|()| temporary.as_file().sync_all())
        .map_err(FileError::unwritable(target, "write"))?;
    temporary.persist(target).map_err(|error| FileError::unwritable(target, "replace")(error.error))?;
    Ok(())
}

fn temporary_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        // Without this the files would be readable by their owner alone; the umask still applies.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
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
