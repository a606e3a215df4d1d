//! `wirewright mirror`

use std::path::{Path, PathBuf};

use wirewright_codegen::files::{Plan, read_rust};
use wirewright_codegen::mirror::{RustFile, mirror};

use super::generate::{apply, check};
use super::{Answer, Failure, MessageFormat, report};

/// Write the Swift of types that are written by hand in Rust and marked `#[derive(SwiftMirror)]`
///
/// Reads the sources as they are; nothing is compiled. The folder is that of a Swift target: the module is called as it
/// is. Names, checks and rules are those of the attributes that serde and wirewright's derives read.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright mirror src/models.rs --out ios/Sources/Shop\n  wirewright mirror src --out ios/Sources/Shop --check   # in CI: exit code 1 and a diff when out of date"
)]
pub(crate) struct Arguments {
    /// Rust files, or folders whose `.rs` files are read
    #[arg(required = true, value_name = "SRC")]
    sources: Vec<PathBuf>,
    /// The folder of the Swift target
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The name of the Swift module [default: the last part of DIR]
    #[arg(long, value_name = "NAME")]
    module: Option<String>,
    /// Write nothing: print what would change as a diff, and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// How mistakes are printed, on standard error
    #[arg(long, value_enum, default_value_t)]
    format: MessageFormat,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let module = self.module()?;
        let files = read_rust(&self.sources).map_err(|errors| Failure::files(&errors, self.format))?;
        let files = files.into_iter().map(|(input, stem)| RustFile { input, stem }).collect();
        let command = self.command();
        let mirrored = mirror(files, &module, &command);
        report(&mirrored.diagnostics, &mirrored.sources, self.format);
        if mirrored.diagnostics.has_errors() {
            // With --check, 1 means out of date and nothing else.
            return if self.check { Err(Failure::Reported) } else { Ok(Answer::No) };
        }
        let plan =
            Plan::new(&self.out, &mirrored.swift).map_err(|errors| Failure::files(&errors, self.format))?;
        if self.check { check(&[plan], &command) } else { apply(&[plan], self.format) }
    }

    /// The module's name, which has to be one.
    fn module(&self) -> Result<String, Failure> {
        let last =
            || self.out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = self.module.clone().unwrap_or_else(last);
        let is_name = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_name {
            return Ok(name);
        }
        let hint = if self.module.is_some() { "" } else { "; name it by --module" };
        Err(Failure::Message(format!(
            "`{}` can't name a Swift module{hint}: use ASCII letters and digits, an upper-case letter first",
            name.escape_debug()
        )))
    }

    /// The same command, as it stands in the first line of each file: without what differs from machine to machine.
    fn command(&self) -> String {
        let shown = |path: &Path| path.to_string_lossy().replace(['\\', '\n', '\r'], "/");
        let sources: Vec<String> = self.sources.iter().map(|path| shown(path)).collect();
        let module = self.module.as_ref().map(|module| format!(" --module {module}")).unwrap_or_default();
        format!("wirewright mirror {} --out {}{module}", sources.join(" "), shown(&self.out))
    }
}
