//! `wirewright check`

use std::path::PathBuf;

use wirewright_codegen::generate::{Targets, generate};
use wirewright_codegen::rust::RustOptions;

use super::project::read_specs;
use super::terminal::print;
use super::{Answer, Failure, MessageFormat};

/// Report every mistake in a spec, writing nothing
///
/// Covers all that `generate` reports, names that collide in one of the languages included. Exits with 1 where there
/// is an error; warnings alone are no error.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright check\n  wirewright check schema/shop --format short\n  wirewright explain WW0301"
)]
pub(crate) struct Arguments {
    /// The folder of a spec [default: the specs that wirewright.toml names]
    spec: Option<PathBuf>,
    /// How mistakes are printed, on standard output
    #[arg(long, value_enum, default_value_t)]
    format: MessageFormat,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let mut answer = Answer::Yes;
        for (shown, files) in read_specs(self.spec.as_deref(), self.format)? {
            let targets = Targets { rust: Some(RustOptions::default()), swift: true, ..Targets::default() };
            let generated = generate(files, &targets);
            print(&self.format.render(&generated.diagnostics, &generated.sources))?;
            if self.format == MessageFormat::Text {
                let summary = generated.diagnostics.summary();
                print(&format!("{shown}: {}\n", if summary.is_empty() { "no mistakes" } else { &summary }))?;
            }
            if generated.diagnostics.has_errors() {
                answer = Answer::No;
            }
        }
        Ok(answer)
    }
}
