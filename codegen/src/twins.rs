//! Whether the twins agree: documents go through the judge, the generated Rust and the generated Swift, and the lists
//! of violations that come back must be the same, in every byte and in order.
//!
//! [`Twins::build`] writes both packages with a small program each into a folder, compiles them and starts them;
//! [`Twins::run`] feeds them documents in batches, never a process a document. [`first_disagreement`] and
//! [`shrink`](shrink()) take what runs documents as a function, so that they can be tested without compilers.

mod build;
mod compare;
mod harness;
pub mod json_lines;
mod problem;
mod process;
mod protocol;
mod shrink;

use std::path::{Path, PathBuf};
use std::time::Duration;

use wirewright::{Violation, json};

pub use compare::{Disagreement, Outcome, first_disagreement, random_inputs};
pub use problem::Problem;
pub use shrink::shrink;

use crate::judge::judge_text;
use crate::model::Model;
use harness::{Harness, TypeIndex};
use process::Process;

/// A document to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// An object or enum of the spec.
    pub type_name: String,
    /// The document, which need not be JSON, nor even text.
    pub document: Vec<u8>,
}

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What the judge says.
    pub judge: Vec<Violation>,
    /// What the generated Rust says.
    pub rust: Answer,
    /// What the generated Swift says; `None` where it was left out.
    pub swift: Option<Answer>,
}

impl Verdict {
    /// Whether all say the same.
    #[must_use]
    pub fn agree(&self) -> bool {
        let same = |answer: &Answer| matches!(answer, Answer::Violations(found) if *found == self.judge);
        same(&self.rust) && self.swift.as_ref().is_none_or(same)
    }
}

/// What one of the compiled twins says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A list of violations, empty for a valid document.
    Violations(Vec<Violation>),
    /// The program ended over it; how it ended.
    Crashed(String),
    /// No answer came in time.
    TimedOut,
}

/// Where the crate `wirewright` comes from that the generated Rust depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// Its folder.
    Folder(PathBuf),
    /// A version from the registry.
    Version(String),
}

impl Runtime {
    /// What the manifest of a crate that depends on it says.
    #[must_use]
    pub fn dependency(&self) -> String {
        match self {
            // TOML's basic strings take the escapes of JSON.
            Runtime::Folder(path) => {
                format!("{{ path = {} }}", json::Value::String(path.to_string_lossy().into_owned()))
            }
            Runtime::Version(version) => format!("\"{version}\""),
        }
    }
}

/// How the twins are built.
#[derive(Clone, Debug)]
pub struct Setup {
    /// What is written and built goes here.
    pub folder: PathBuf,
    /// Cargo's target folder; several specs may share one, so that dependencies are compiled once.
    pub target: PathBuf,
    /// The crate that the generated Rust depends on.
    pub runtime: Runtime,
    /// The folder that holds the program `swift`; `None` leaves Swift out.
    pub swift: Option<PathBuf>,
    /// How long the answer about one document may take.
    pub timeout: Duration,
    /// Whether Swift is optimised: building takes longer, and documents of megabytes a tenth of the time.
    pub optimized: bool,
}

/// What runs documents: [`Twins::run`], or a function in its place.
pub type Run<'r> = dyn FnMut(&[Input]) -> Result<Vec<Verdict>, Problem> + 'r;

/// How long an answer may take unless something else is said.
pub const TIMEOUT: Duration = Duration::from_secs(60);

/// Both twins, compiled and running.
#[derive(Debug)]
pub struct Twins<'m> {
    model: &'m Model,
    types: TypeIndex,
    rust: Process,
    swift: Option<Process>,
}

/// The name of a folder to build a spec in: another one for each path.
#[must_use]
pub fn folder_name(spec: &Path) -> String {
    harness::hash([spec.to_string_lossy().as_ref()])
}

/// Whether twins can read documents as this type: an object or enum of the spec.
///
/// # Errors
/// Where the spec has no such type, or it is a named scalar.
pub fn check_type(model: &Model, name: &str) -> Result<(), Problem> {
    TypeIndex::of(model).index(model, name).map(|_| ())
}

impl<'m> Twins<'m> {
    /// Writes, compiles and starts both sides. Files that did not change are not written, so that a second run takes
    /// seconds. `say` is told what takes long.
    ///
    /// # Errors
    /// Where the names of the spec collide, a compiler is missing or fails, or the disk refuses.
    pub fn build(model: &'m Model, setup: &Setup, say: &mut dyn FnMut(&str)) -> Result<Twins<'m>, Problem> {
        let harness = Harness::of(model, setup)?;
        let programs = build::build(&harness, setup, say)?;
        let start = |name, program| Process::start(name, program, &harness.fingerprint, setup.timeout);
        let rust = start("Rust", programs.rust)?;
        let swift = programs.swift.map(|program| start("Swift", program)).transpose()?;
        Ok(Twins { model, types: harness.types, rust, swift })
    }

    /// What becomes of each document, in order.
    ///
    /// # Errors
    /// Where a type is not known, and where a program can't be started again after it ended.
    pub fn run(&mut self, inputs: &[Input]) -> Result<Vec<Verdict>, Problem> {
        let requests: Vec<Vec<u8>> =
            inputs.iter().map(|input| self.request(input)).collect::<Result<_, _>>()?;
        // Both work while the judge does.
        self.rust.submit(&requests);
        if let Some(swift) = &mut self.swift {
            swift.submit(&requests);
        }
        let judged = inputs.iter().map(|input| judge_text(self.model, &input.type_name, &input.document));
        let judged: Vec<_> = judged.collect::<Result<_, _>>().map_err(Problem::Type)?;
        let rust = self.rust.collect(&requests)?;
        let swift = match &mut self.swift {
            Some(swift) => swift.collect(&requests)?.into_iter().map(Some).collect(),
            None => vec![None; inputs.len()],
        };
        let verdicts = judged.into_iter().zip(rust).zip(swift);
        Ok(verdicts.map(|((judge, rust), swift)| Verdict { judge, rust, swift }).collect())
    }

    fn request(&self, input: &Input) -> Result<Vec<u8>, Problem> {
        let index = self.types.index(self.model, &input.type_name)?;
        Ok(protocol::request(index, &input.document))
    }
}
