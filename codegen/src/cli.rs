//! What the commands share: their answers and failures, the terminal, the project.

pub(crate) mod check;
pub(crate) mod dump;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod init;
mod machine;
pub(crate) mod mirror;
mod project;
pub(crate) mod schema;
mod terminal;
pub(crate) mod twins;
pub(crate) mod validate;

use std::process::ExitCode;

use clap::ValueEnum;
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::diagnostic::render::{self, render};
use wirewright_codegen::files::FileError;
use wirewright_codegen::source::SourceMap;

use terminal::print_error;

/// What a command found out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// All is well.
    Yes,
    /// Mistakes, differences or violations.
    No,
}

impl Answer {
    /// 0 or 1.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Answer::Yes => ExitCode::SUCCESS,
            Answer::No => ExitCode::FAILURE,
        }
    }
}

/// Why a command could not do its work.
pub(crate) enum Failure {
    /// Who reads our output has gone; nobody is left to tell.
    ClosedPipe,
    /// A message for standard error.
    Message(String),
    /// Diagnostics that stand in the way, already rendered.
    Reported,
}

impl Failure {
    /// Says why; the exit code is 2.
    pub(crate) fn finish(self) -> ExitCode {
        if let Failure::Message(message) = self {
            print_error(&format!("error: {message}\n"));
        }
        ExitCode::from(2)
    }

    /// Reports problems with files on standard error.
    fn files(errors: &[FileError], format: MessageFormat) -> Failure {
        let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
        for error in errors {
            error.report(&mut sources, &mut diagnostics);
        }
        report(&diagnostics, &sources, format);
        Failure::Reported
    }
}

/// How mistakes in a spec are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With an excerpt of the spec and carets.
    #[default]
    Text,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
}

impl MessageFormat {
    /// The diagnostics as text. It may hold colours: the terminal takes them out where they are not wanted.
    fn render(self, diagnostics: &Diagnostics, sources: &SourceMap) -> String {
        match self {
            MessageFormat::Text => render(diagnostics, sources, render::Format::Text, true),
            MessageFormat::Short => render(diagnostics, sources, render::Format::Short, false),
            MessageFormat::Json => render(diagnostics, sources, render::Format::Json, false),
        }
    }
}

/// Prints diagnostics on standard error, with a line that counts them.
fn report(diagnostics: &Diagnostics, sources: &SourceMap, format: MessageFormat) {
    print_error(&format.render(diagnostics, sources));
    if format != MessageFormat::Json && !diagnostics.is_empty() {
        print_error(&format!("{}\n", diagnostics.summary()));
    }
}
