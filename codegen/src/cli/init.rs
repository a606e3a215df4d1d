//! `wirewright init`

use super::{Answer, Failure};

/// Write a small project
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder
    folder: std::path::PathBuf,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        Err(Failure::Message(format!("cannot write {} yet", self.folder.display())))
    }
}
