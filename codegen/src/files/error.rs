//! What can go wrong between us and the disk.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::SourceMap;

/// A problem with one file or folder.
#[derive(Debug)]
pub struct FileError {
    /// The file or folder, as it is shown to people.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a file or folder.
#[derive(Debug)]
pub enum Problem {
    /// A generated path is absolute, leaves its folder, or has characters that not every system allows.
    UnsafePath,
    /// Two generated files have this path, or paths that some file systems do not tell apart.
    Duplicate {
        /// The other path.
        other: String,
    },
    /// A generated text does not begin with our mark, so that the next run would not know the file.
    Unmarked,
    /// A file without our mark stands where a generated one belongs.
    NotOurs,
    /// A link stands where a generated file or its folder belongs.
    Link,
    /// Something that is not a regular file stands where a generated file belongs.
    NotAFile,
    /// Something that is not a folder stands where a folder belongs.
    NotAFolder,
    /// Something stands in a folder that was to be new.
    NotEmpty,
    /// A spec folder without a single `.yaml` file.
    NoSpecFiles,
    /// A folder without a single `.rs` file.
    NoRustFiles,
    /// A document that is larger than anyone sends.
    TooLarge,
    /// The system did not let us read.
    Unreadable {
        /// What we were doing, as in "cannot {doing}".
        doing: &'static str,
        /// What the system said.
        error: io::Error,
    },
    /// The system did not let us write.
    Unwritable {
        /// What we were doing, as in "cannot {doing}".
        doing: &'static str,
        /// What the system said.
        error: io::Error,
    },
}

impl FileError {
    pub(crate) fn new(path: impl Into<PathBuf>, problem: Problem) -> Self {
        FileError { path: path.into(), problem }
    }

    /// For `map_err`: the system did not let us read something.
    pub(crate) fn unreadable(
        path: impl Into<PathBuf>,
        doing: &'static str,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| FileError { path, problem: Problem::Unreadable { doing, error } }
    }

    /// For `map_err`: the system did not let us write something.
    pub(crate) fn unwritable(
        path: impl Into<PathBuf>,
        doing: &'static str,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| FileError { path, problem: Problem::Unwritable { doing, error } }
    }

    /// The kind of mistake, as diagnostics name it.
    pub fn code(&self) -> Code {
        match &self.problem {
            Problem::NoSpecFiles => Code::NoSpecFiles,
            Problem::NoRustFiles => Code::MirrorNothing,
            Problem::Unreadable { .. } | Problem::TooLarge => Code::Unreadable,
            Problem::Unwritable { .. } => Code::Unwritable,
            Problem::UnsafePath
            | Problem::Duplicate { .. }
            | Problem::Unmarked
            | Problem::NotOurs
            | Problem::Link
            | Problem::NotAFile
            | Problem::NotAFolder
            | Problem::NotEmpty => Code::OutputRefused,
        }
    }

    /// Reports the problem beside the mistakes of a spec.
    pub fn report(&self, sources: &mut SourceMap, diagnostics: &mut Diagnostics) {
        let file = sources.add(self.path.to_string_lossy().replace('\\', "/"), "");
        let diagnostic = Diagnostic::about_file(self.code(), self.to_string(), file);
        diagnostics.push(match self.help() {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self) -> Option<&'static str> {
        match &self.problem {
            Problem::NotOurs => Some("move the file away, or generate into another folder"),
            Problem::Link => Some(
                "replace the link by a real file or folder; links are not followed out of the output folder",
            ),
            Problem::NotAFile | Problem::NotAFolder => Some("move it away, or generate into another folder"),
            Problem::NotEmpty => Some("choose a new folder"),
            Problem::NoSpecFiles => Some("`wirewright init DIR` writes a spec to start from"),
            Problem::NoRustFiles => {
                Some("give the files that declare the marked types, or the folder above them")
            }
            Problem::Duplicate { .. } => Some("rename one of the two spec files"),
            Problem::UnsafePath => {
                Some("rename the spec file: letters, digits, `-` and `_` are safe everywhere")
            }
            Problem::Unmarked
            | Problem::TooLarge
            | Problem::Unreadable { .. }
            | Problem::Unwritable { .. } => None,
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            Problem::UnsafePath => {
                write!(formatter, "refusing to generate `{path}`: not a path inside of the output folder")
            }
            Problem::Duplicate { other } => {
                write!(formatter, "`{path}` and `{other}` would be the same file")
            }
            Problem::Unmarked => {
                write!(formatter, "`{path}` was generated without the line that marks it as generated")
            }
            Problem::NotOurs => {
                write!(formatter, "refusing to overwrite `{path}`: it was not generated by wirewright")
            }
            Problem::Link => write!(formatter, "refusing to write through the link `{path}`"),
            Problem::NotAFile => write!(formatter, "`{path}` is not a regular file"),
            Problem::NotEmpty => write!(formatter, "the folder `{path}` is not empty"),
            Problem::NotAFolder => write!(formatter, "`{path}` is not a folder"),
            Problem::NoSpecFiles => write!(formatter, "`{path}` has no .yaml file in it"),
            Problem::NoRustFiles => write!(formatter, "`{path}` has no .rs file in it"),
            Problem::TooLarge => write!(formatter, "`{path}` is larger than 64 MiB"),
            Problem::Unreadable { doing, error } | Problem::Unwritable { doing, error } => {
                write!(formatter, "cannot {doing} `{path}`: {error}")
            }
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Unreadable { error, .. } | Problem::Unwritable { error, .. } => Some(error),
            _ => None,
        }
    }
}
