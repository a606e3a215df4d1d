//! `wirewright twins`
#![expect(clippy::disallowed_methods, reason = "the command line may ask where a folder is")]

mod report;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use wirewright_codegen::files::read_document;
use wirewright_codegen::model::Model;
use wirewright_codegen::twins::{
    Input, Outcome, Problem, Setup, TIMEOUT, Twins, check_type, first_disagreement, folder_name, json_lines,
    random_inputs,
};

use super::machine::{cache_folder, find_runtime, find_swift};
use super::project::{find_specs, load_model};
use super::terminal::{print, print_error};
use super::{Answer, Failure, MessageFormat};

/// Compare what Rust, Swift and the judge say of documents
///
/// Generates both languages into a cache folder, compiles them with `cargo` and `swift`, and runs documents through both and
/// through the judge behind `wirewright validate`: the violations must be the same, in every byte and in order. Without a
/// file, documents are made at random: a third valid, a third nearly valid, a third wild, which need not even be JSON.
///
/// Prints how many agree, or the first document that they disagree about, made as small as it goes. Exits with 0 where all
/// agree, 1 where they do not, 2 where anything else went wrong.
#[derive(clap::Args)]
#[command(after_help = "Example:
  wirewright twins                                         # 1,000 random documents
  wirewright twins --spec schema/shop --random 100000 --seed 2
  wirewright twins documents.jsonl --format json           # lines of {\"type\": \"Order\", \"document\": {\"id\": 1}}")]
pub(crate) struct Arguments {
    /// Documents, one JSON object a line: `{"type": "Order", "document": …}`, or `-` for standard input. A document that is
    /// a JSON string is the raw text in it
    documents: Option<PathBuf>,
    /// The folder of the spec [default: the one that wirewright.toml names]
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
    /// How many documents to make
    #[arg(long, value_name = "N", default_value_t = 1000, conflicts_with = "documents")]
    random: usize,
    /// Other documents for each seed, the same ones for the same
    #[arg(long, value_name = "S", default_value_t = 1, conflicts_with = "documents")]
    seed: u64,
    /// Make documents of this object or enum only [default: of all]
    #[arg(long = "type", value_name = "NAME", conflicts_with = "documents")]
    type_name: Option<String>,
    /// What is printed: the first disagreement, or one JSON object a document
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Where the crate `wirewright` is that the Rust code depends on [default: beside the sources that this program was
    /// built from; where those are gone, crates.io]
    #[arg(long, value_name = "PATH")]
    runtime: Option<PathBuf>,
    /// Where both languages are written and built [default: a folder of the spec in your cache folder]
    #[arg(long, value_name = "DIR")]
    build_dir: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A count, or the first disagreement
    #[default]
    Text,
    /// `{"line", "type", "agree", "judge", "rust", "swift"}`, and `document` where it was made
    Json,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let spec = self.spec()?;
        let model = load_model(&spec)?;
        // What can be said without a compiler is said before it runs for a minute.
        let inputs = self.given(&model)?;
        if let Some(name) = &self.type_name {
            check_type(&model, name).map_err(failure)?;
        }
        let setup = self.setup(&spec.folder)?;
        let mut twins =
            Twins::build(&model, &setup, &mut |text| print_error(&format!("{text}\n"))).map_err(failure)?;
        match inputs {
            Some(inputs) => {
                let (lines, inputs): (Vec<usize>, Vec<Input>) = inputs.into_iter().unzip();
                self.compare(&mut twins, inputs.into_iter(), &|index| {
                    lines.get(index).copied().unwrap_or(index + 1)
                })
            }
            None => {
                let made = random_inputs(&model, self.type_name.as_deref(), self.seed);
                let made = made.map_err(|error| failure(Problem::Type(error)))?;
                self.compare(&mut twins, made.take(self.random), &|index| index + 1)
            }
        }
    }

    /// The one spec that is compared.
    fn spec(&self) -> Result<super::project::FoundSpec, Failure> {
        let mut specs = find_specs(self.spec.as_deref(), MessageFormat::Text)?;
        match (specs.pop(), specs.is_empty()) {
            (Some(spec), true) => Ok(spec),
            _ => Err(Failure::Message(
                "wirewright.toml names several specs: choose one with --spec".to_owned(),
            )),
        }
    }

    /// The documents of the file, each with its line.
    fn given(&self, model: &Model) -> Result<Option<Vec<(usize, Input)>>, Failure> {
        let Some(path) = &self.documents else { return Ok(None) };
        let text = read_document(path).map_err(|error| Failure::Message(error.to_string()))?;
        let shown = path.display();
        let inputs =
            json_lines::parse(&text).map_err(|error| Failure::Message(format!("{shown}: {error}")))?;
        if inputs.is_empty() {
            return Err(Failure::Message(format!("{shown}: there is no document in it")));
        }
        for (line, input) in &inputs {
            check_type(model, &input.type_name)
                .map_err(|error| Failure::Message(format!("{shown}: line {line}: {error}")))?;
        }
        Ok(Some(inputs))
    }

    fn setup(&self, spec: &Path) -> Result<Setup, Failure> {
        let runtime = find_runtime(self.runtime.as_deref())?;
        let swift = find_swift()?;
        let (folder, target) = match &self.build_dir {
            Some(folder) => {
                let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
                (folder.clone(), folder.join("target"))
            }
            None => {
                let twins = cache_folder()?.join("twins");
                let spec = spec.canonicalize().unwrap_or_else(|_| spec.to_path_buf());
                // Dependencies are compiled once for all specs.
                (twins.join(folder_name(&spec)), twins.join("target"))
            }
        };
        Ok(Setup { folder, target, runtime, swift: Some(swift), timeout: TIMEOUT, optimized: false })
    }

    fn compare(
        &self,
        twins: &mut Twins<'_>,
        inputs: impl Iterator<Item = Input>,
        line: &dyn Fn(usize) -> usize,
    ) -> Result<Answer, Failure> {
        if self.format == Format::Json {
            return self.compare_each(twins, inputs, line);
        }
        match first_disagreement(inputs, &mut |inputs| twins.run(inputs)).map_err(failure)? {
            Outcome::Agree(count) => {
                let what = if count == 1 { "document agrees" } else { "documents agree" };
                print(&format!("{count} {what} (judge, Rust, Swift)\n"))?;
                Ok(Answer::Yes)
            }
            Outcome::Disagree(found) => {
                print(&report::disagreement(&found, line(found.index), &self.again(&found.shrunk)))?;
                Ok(Answer::No)
            }
        }
    }

    /// One line for each document.
    fn compare_each(
        &self,
        twins: &mut Twins<'_>,
        mut inputs: impl Iterator<Item = Input>,
        line: &dyn Fn(usize) -> usize,
    ) -> Result<Answer, Failure> {
        let (mut count, mut all_agree) = (0, true);
        loop {
            let batch: Vec<Input> = inputs.by_ref().take(256).collect();
            if batch.is_empty() {
                return Ok(if all_agree { Answer::Yes } else { Answer::No });
            }
            let mut lines = String::new();
            for (input, verdict) in batch.iter().zip(twins.run(&batch).map_err(failure)?) {
                all_agree &= verdict.agree();
                lines += &report::json_line(line(count), input, &verdict, self.documents.is_none());
                count += 1;
            }
            print(&lines)?;
        }
    }

    /// The command that runs a document once more.
    fn again(&self, input: &Input) -> String {
        let spec = self.spec.as_ref().map(|spec| format!(" --spec '{}'", spec.display())).unwrap_or_default();
        match std::str::from_utf8(&input.document) {
            Ok(text) => {
                let line = serde_json::json!({ "type": input.type_name, "document": text });
                format!("wirewright twins{spec} - <<'END'\n{line}\nEND\n")
            }
            // A line of JSON holds text only.
            Err(_) => {
                let name = self.type_name.as_ref().map(|name| format!(" --type {name}")).unwrap_or_default();
                format!("wirewright twins{spec}{name} --random {} --seed {}\n", self.random, self.seed)
            }
        }
    }
}

fn failure(problem: Problem) -> Failure {
    match problem {
        // What stands in the way of one file stands in the way of all.
        Problem::Files(errors) => Failure::files(errors.get(..1).unwrap_or_default(), MessageFormat::Text),
        other => Failure::Message(other.to_string()),
    }
}
