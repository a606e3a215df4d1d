//! Why twins could not be compared.

use std::fmt;

use crate::diagnostic::Diagnostics;
use crate::files::FileError;
use crate::judge::UnknownType;

/// Why twins could not be compared.
#[derive(Debug)]
pub enum Problem {
    /// Names of the spec collide in one of the languages; the diagnostics say which.
    Names(Diagnostics),
    /// Files could not be written.
    Files(Vec<FileError>),
    /// The spec has no object or enum of this name.
    Type(UnknownType),
    /// The name is a named scalar's, which has no type of its own in Rust and Swift.
    Scalar(String),
    /// A program that is needed is not there; what to do about it.
    Missing {
        /// The program.
        program: &'static str,
        /// How to get it.
        help: String,
    },
    /// A compiler refused what was generated, or could not work; the last lines that it said.
    Build {
        /// The language.
        language: &'static str,
        /// What was run.
        command: String,
        /// What it said at its end.
        said: String,
    },
    /// A compiled program does not start, or is not what was just built.
    Start {
        /// The language.
        language: &'static str,
        /// What happened.
        why: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Names(diagnostics) => {
                write!(formatter, "the spec has mistakes: {}", diagnostics.summary())
            }
            Problem::Files(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                formatter.write_str(&lines.join("\n"))
            }
            Problem::Type(unknown) => unknown.fmt(formatter),
            Problem::Scalar(name) => write!(
                formatter,
                "`{name}` is a named scalar, which is only an alias in Rust and Swift: name a type that has a field of it"
            ),
            Problem::Missing { program, help } => {
                write!(formatter, "there is no `{program}` to compile with\n  {help}")
            }
            Problem::Build { language, command, said } => {
                write!(formatter, "the generated {language} could not be built by `{command}`:\n{said}")
            }
            Problem::Start { language, why } => {
                write!(formatter, "the program with the generated {language} does not run: {why}")
            }
        }
    }
}

impl std::error::Error for Problem {}
