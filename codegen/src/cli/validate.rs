//! `wirewright validate`

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::json;
use wirewright::Violation;
use wirewright_codegen::files::{FileError, find_documents, read_document};
use wirewright_codegen::judge::judge_text;
use wirewright_codegen::model::Model;

use super::project::load_models;
use super::terminal::{print, print_error};
use super::{Answer, Failure};

/// Validate JSON documents against a type of a spec, compiling nothing
///
/// Prints the violations that the generated Rust and Swift report, in the same order. Exits with 0 where all documents
/// are valid, 1 where one is not, 2 where anything else went wrong.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright validate --type CreateOrderRequest order.json samples/\n  curl -s https://shop.example/orders/1 | wirewright validate --type CreateOrderResponse -"
)]
pub(crate) struct Arguments {
    /// The type that the documents are of: an object, enum or scalar of the spec
    #[arg(long = "type", value_name = "NAME")]
    type_name: String,
    /// The folder of the spec [default: those that wirewright.toml names]
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
    /// How violations are printed: as text, or as one JSON object a line
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Files, folders with `.json` files at any depth, or `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// `path: pointer: message (code, limit)`
    #[default]
    Text,
    /// `{"path", "pointer", "code", "message", "limit"}`
    Json,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let model = self.model()?;
        let mut answer = Ok(Answer::Yes);
        for path in &self.paths {
            match find(path) {
                Ok(documents) => {
                    for document in documents {
                        answer = worse(answer, self.validate(&model, &document))?;
                    }
                }
                Err(failure) => answer = Err(say(failure)),
            }
        }
        answer
    }

    /// The model that has the type: the only one, or the only one that knows the name.
    fn model(&self) -> Result<Model, Failure> {
        let mut unknown = None;
        let mut found = Vec::new();
        for model in load_models(self.spec.as_deref())? {
            match judge_text(&model, &self.type_name, b"null") {
                Ok(_) => found.push(model),
                Err(error) => unknown = Some(error.to_string()),
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some(model), true) => Ok(model),
            (Some(_), false) => {
                let message =
                    format!("several specs have a type `{}`: choose one with --spec", self.type_name);
                Err(Failure::Message(message))
            }
            (None, _) => Err(Failure::Message(unknown.unwrap_or_else(|| "there is no spec".to_owned()))),
        }
    }

    fn validate(&self, model: &Model, path: &Path) -> Result<Answer, Failure> {
        let bytes = read_document(path).map_err(|error| unreadable(&error))?;
        let violations = judge_text(model, &self.type_name, &bytes)
            .map_err(|error| Failure::Message(error.to_string()))?;
        let shown = path.to_string_lossy();
        let lines = violations.iter().map(|violation| self.line(&shown, violation)).collect::<String>();
        print(&lines)?;
        Ok(if violations.is_empty() { Answer::Yes } else { Answer::No })
    }

    fn line(&self, path: &str, violation: &Violation) -> String {
        match self.format {
            // The pointer of the document itself is empty.
            Format::Text if violation.pointer.is_empty() => format!("{path}{violation}\n"),
            Format::Text => format!("{path}: {violation}\n"),
            Format::Json => {
                let mut line = json!({
                    "path": path,
                    "pointer": violation.pointer,
                    "code": violation.code,
                    "message": violation.message,
                });
                if let (Some(limit), Some(line)) = (&violation.limit, line.as_object_mut()) {
                    line.insert("limit".to_owned(), json!(limit));
                }
                format!("{line}\n")
            }
        }
    }
}

/// The documents that a path stands for.
fn find(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let documents = find_documents(path).map_err(|error| unreadable(&error))?;
    if documents.is_empty() {
        return Err(Failure::Message(format!("`{}` has no .json file in it", path.display())));
    }
    Ok(documents)
}

fn unreadable(error: &FileError) -> Failure {
    Failure::Message(error.to_string())
}

/// One document that cannot be read does not stop the others; a closed pipe does.
fn worse(
    so_far: Result<Answer, Failure>,
    next: Result<Answer, Failure>,
) -> Result<Result<Answer, Failure>, Failure> {
    match (so_far, next) {
        (_, Err(Failure::ClosedPipe)) => Err(Failure::ClosedPipe),
        (_, Err(failure)) => Ok(Err(say(failure))),
        (Err(failure), Ok(_)) => Ok(Err(failure)),
        (Ok(Answer::No), Ok(_)) => Ok(Ok(Answer::No)),
        (Ok(Answer::Yes), Ok(answer)) => Ok(Ok(answer)),
    }
}

/// Reports a failure now, in the order of the documents.
fn say(failure: Failure) -> Failure {
    if let Failure::Message(message) = failure {
        print_error(&format!("error: {message}\n"));
    }
    Failure::Reported
}
