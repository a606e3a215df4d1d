//! Compares generated files with a folder and decides what has to change, touching nothing.

use std::collections::BTreeMap;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{FileError, Problem};
use super::{Files, is_generated};
use crate::text::is_device;

/// Beginning and end of the names of files on their way to their target. A killed run may leave one.
pub(super) const TEMPORARY: (&str, &str) = (".wirewright-", ".tmp");

/// Enough of a file to read its first line's mark.
const HEAD_BYTES: u64 = 128;

/// What has to change in one output folder.
#[derive(Debug)]
pub struct Plan {
    pub(super) root: PathBuf,
    pub(super) changes: Vec<Change>,
    pub(super) leftovers: Vec<String>,
}

/// One file that has to change.
#[derive(Debug)]
pub struct Change {
    /// The file, relative to the output folder, with forward slashes.
    pub path: String,
    /// What stands there now.
    pub old: Option<Vec<u8>>,
    /// What has to stand there.
    pub new: Option<String>,
}

/// What a change does, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A new file.
    Create,
    /// Another text.
    Update,
    /// A generated file that is not generated any more.
    Remove,
}

impl Change {
    /// What the change does.
    pub fn kind(&self) -> ChangeKind {
        match (&self.old, &self.new) {
            (_, None) => ChangeKind::Remove,
            (None, Some(_)) => ChangeKind::Create,
            (Some(_), Some(_)) => ChangeKind::Update,
        }
    }
}

impl Plan {
    /// Compares `files` with the folder `root`, which need not exist. Reads only.
    ///
    /// # Errors
    /// Everything that forbids writing, all at once: see [`Problem`].
    pub fn new(root: impl Into<PathBuf>, files: &Files) -> Result<Plan, Vec<FileError>> {
        let root = root.into();
        let (mut changes, mut errors) = compare_all(&root, files);
        match Leftovers::find(&root, files) {
            Ok(found) if errors.is_empty() => {
                changes.extend(found.stale);
                Ok(Plan { root, changes, leftovers: found.temporary })
            }
            Ok(_) => Err(errors),
            // A folder that is refused above cannot be listed either: one message is enough.
            Err(error) => {
                if errors.iter().all(|other| other.path != error.path) {
                    errors.push(error);
                }
                Err(errors)
            }
        }
    }

    /// What has to change: files to write ordered by path, then files to remove.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The same, but what else is in the folder is not even looked at: for a folder that others write to as well.
    ///
    /// # Errors
    /// As for [`Plan::new`].
    pub fn beside_others(root: impl Into<PathBuf>, files: &Files) -> Result<Plan, Vec<FileError>> {
        let root = root.into();
        let (changes, errors) = compare_all(&root, files);
        if errors.is_empty() { Ok(Plan { root, changes, leftovers: Vec::new() }) } else { Err(errors) }
    }

    /// The path of a change as it is shown to people: with the output folder in front.
    pub fn shown_path(&self, change: &Change) -> String {
        shown(&self.root, &change.path)
    }
}

/// A file of an output folder with forward slashes, on every system.
pub(super) fn shown(root: &Path, path: &str) -> String {
    let root = root.to_string_lossy().replace('\\', "/");
    if root.is_empty() { path.to_owned() } else { format!("{}/{path}", root.trim_end_matches('/')) }
}

/// What has to change among the files themselves, or everything that forbids it.
fn compare_all(root: &Path, files: &Files) -> (Vec<Change>, Vec<FileError>) {
    let mut errors = refuse_paths(root, files);
    let mut changes = Vec::new();
    if errors.is_empty() {
        for (path, text) in files.iter() {
            match compare(root, path, text) {
                Ok(change) => changes.extend(change),
                Err(error) => errors.push(error),
            }
        }
    }
    (changes, errors)
}

fn refuse_paths(root: &Path, files: &Files) -> Vec<FileError> {
    let mut errors = Vec::new();
    // macOS and Windows do not tell `Session.swift` from `session.swift`.
    let mut folded: BTreeMap<String, &str> = BTreeMap::new();
    for path in &files.duplicates {
        errors.push(FileError::new(shown(root, path), Problem::Duplicate { other: shown(root, path) }));
    }
    for (path, text) in files.iter() {
        if !is_safe(path) {
            errors.push(FileError::new(path, Problem::UnsafePath));
        } else if !is_generated(text.as_bytes()) {
            errors.push(FileError::new(shown(root, path), Problem::Unmarked));
        }
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            errors.push(FileError::new(shown(root, path), Problem::Duplicate { other: shown(root, other) }));
        }
    }
    errors
}

/// A relative path of plain names, which means the same on every system.
fn is_safe(path: &str) -> bool {
    path.split('/').all(|name| {
        let plain = |byte: u8| byte >= b' ' && byte != 0x7f && !br#"\:*?"<>|"#.contains(&byte);
        // Windows drops dots and blanks at the end, and opens a device for `nul.rs`.
        let stays = !name.ends_with(['.', ' ']) && !is_device(name);
        !name.is_empty() && !name.starts_with('.') && name.len() <= 200 && name.bytes().all(plain) && stays
    })
}

/// The change that brings one file to its new text, if it needs one.
fn compare(root: &Path, path: &str, text: &str) -> Result<Option<Change>, FileError> {
    let change = |old| Ok(Some(Change { path: path.to_owned(), old, new: Some(text.to_owned()) }));
    if !folders_are_real(root, path)? {
        return change(None);
    }
    let target = root.join(path);
    let Some(kind) = file_type(&target)? else { return change(None) };
    let refuse = |problem| Err(FileError::new(shown(root, path), problem));
    if kind.is_symlink() {
        return refuse(Problem::Link);
    }
    if !kind.is_file() {
        return refuse(Problem::NotAFile);
    }
    let old = fs::read(&target).map_err(FileError::unreadable(&target, "read"))?;
    if old == text.as_bytes() {
        return Ok(None);
    }
    if is_generated(&old) { change(Some(old)) } else { refuse(Problem::NotOurs) }
}

/// Whether the folders above a file exist. The output folder itself may be a link: it was chosen by the user.
///
/// # Errors
/// Where a link, or something else that is no folder, stands in their place.
pub(super) fn folders_are_real(root: &Path, path: &str) -> Result<bool, FileError> {
    if fs::metadata(root).is_ok_and(|metadata| !metadata.is_dir()) {
        return Err(FileError::new(root, Problem::NotAFolder));
    }
    let mut folder = root.to_path_buf();
    let names = path.split('/').collect::<Vec<_>>();
    for name in names.iter().take(names.len().saturating_sub(1)) {
        folder.push(name);
        match file_type(&folder)? {
            None => return Ok(false),
            Some(kind) if kind.is_symlink() => return Err(FileError::new(folder, Problem::Link)),
            Some(kind) if !kind.is_dir() => return Err(FileError::new(folder, Problem::NotAFolder)),
            Some(_) => {}
        }
    }
    Ok(true)
}

/// What stands at a path itself, links not followed; `None` where nothing does.
fn file_type(path: &Path) -> Result<Option<FileType>, FileError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::unreadable(path, "look at")(error)),
    }
}

/// What earlier runs left in an output folder.
#[derive(Default)]
struct Leftovers {
    stale: Vec<Change>,
    temporary: Vec<String>,
}

impl Leftovers {
    fn find(root: &Path, files: &Files) -> Result<Leftovers, FileError> {
        let mut leftovers = Leftovers::default();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for (name, kind) in list(root, &folder)? {
                let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
                if kind.is_dir() && !name.starts_with('.') {
                    folders.push(path);
                } else if kind.is_file() {
                    leftovers.judge(root, files, path, &name)?;
                }
            }
        }
        leftovers.stale.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(leftovers)
    }

    fn judge(&mut self, root: &Path, files: &Files, path: String, name: &str) -> Result<(), FileError> {
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            self.temporary.push(path);
        } else if files.get(&path).is_none() {
            let file = root.join(&path);
            if is_generated(&head(&file).map_err(FileError::unreadable(&file, "read"))?) {
                let old = fs::read(&file).map_err(FileError::unreadable(&file, "read"))?;
                self.stale.push(Change { path, old: Some(old), new: None });
            }
        }
        Ok(())
    }
}

fn head(file: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(file)?.take(HEAD_BYTES).read_to_end(&mut head)?;
    Ok(head)
}

/// Name and kind of everything in a folder; nothing where the folder does not exist. A name that is not UTF-8 is
/// none of ours.
fn list(root: &Path, folder: &str) -> Result<Vec<(String, FileType)>, FileError> {
    let folder = root.join(folder);
    let listing = match fs::read_dir(&folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(FileError::unreadable(folder, "list")(error)),
    };
    let mut found = Vec::new();
    for entry in listing {
        let entry = entry.map_err(FileError::unreadable(&folder, "list"))?;
        let kind = entry.file_type().map_err(FileError::unreadable(entry.path(), "look at"))?;
        found.extend(entry.file_name().into_string().ok().map(|name| (name, kind)));
    }
    Ok(found)
}
