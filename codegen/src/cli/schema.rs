//! `wirewright schema`

use wirewright_codegen::language::json_schema;

use super::terminal::print;
use super::{Answer, Failure};

/// Print the JSON Schema of the spec language, for completion in editors
///
/// Editors with yaml-language-server read it where a spec begins with a line like
/// `# yaml-language-server: $schema=../wirewright.schema.json`.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  wirewright schema > schema/wirewright.schema.json")]
pub(crate) struct Arguments {}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        print(&format!("{:#}\n", json_schema()))?;
        Ok(Answer::Yes)
    }
}
