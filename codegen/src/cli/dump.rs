//! `wirewright dump`

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use wirewright::json::Value;
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::load::InputFile;
use wirewright_codegen::source::{FileId, SourceMap};
use wirewright_codegen::syntax::parse_spec;
use wirewright_codegen::yaml::{self, Node};

use super::project::{load_models, read_specs};
use super::terminal::print;
use super::{Answer, Failure, MessageFormat, report};

/// Print what a stage of the pipeline makes of a spec
///
/// `nodes` is the YAML as a tree, `spec` what the spec language makes of it, `model` what the generators read: names
/// resolved, `allOf` taken over, every default filled in.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright dump --stage model\n  wirewright dump --stage nodes --format debug schema/shop"
)]
pub(crate) struct Arguments {
    /// The stage to print
    #[arg(long, value_enum)]
    stage: Stage,
    /// As YAML, or as the generator's own data structures
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The folder of a spec [default: the specs that wirewright.toml names]
    spec: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// The YAML of each file as a tree
    Nodes,
    /// The spec, names not resolved yet
    Spec,
    /// The model that both languages are generated from
    Model,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With places, as Rust prints it
    Debug,
    /// Without places
    Yaml,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let default = if self.stage == Stage::Spec { Format::Debug } else { Format::Yaml };
        match (self.stage, self.format.unwrap_or(default)) {
            (Stage::Spec, Format::Yaml) => {
                Err(Failure::Message("the stage `spec` has no YAML form: use --format debug".to_owned()))
            }
            (Stage::Model, format) => self.model(format),
            (Stage::Nodes | Stage::Spec, format) => self.trees(format),
        }
    }

    fn model(&self, format: Format) -> Result<Answer, Failure> {
        for model in load_models(self.spec.as_deref())? {
            let text = match format {
                Format::Debug => format!("{model:#?}\n"),
                Format::Yaml => yaml_text(&yaml_value(&wirewright_codegen::model::dump(&model)))?,
            };
            print(&text)?;
        }
        Ok(Answer::Yes)
    }

    /// The stages before names are resolved; they are printed even where the spec has mistakes.
    fn trees(&self, format: Format) -> Result<Answer, Failure> {
        let mut answer = Answer::Yes;
        for (_, files) in read_specs(self.spec.as_deref(), MessageFormat::Text)? {
            let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
            let trees = parse(files, &mut sources, &mut diagnostics);
            let text = if self.stage == Stage::Spec {
                format!("{:#?}\n", parse_spec(&sources, &trees, &mut diagnostics))
            } else {
                nodes(&trees, &sources, format)?
            };
            report(&diagnostics, &sources, MessageFormat::Text);
            print(&text)?;
            if diagnostics.has_errors() {
                answer = Answer::No;
            }
        }
        Ok(answer)
    }
}

fn parse(
    files: Vec<InputFile>,
    sources: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Vec<(FileId, Node)> {
    let mut trees = Vec::new();
    for file in files {
        let Some(id) = yaml::add_file(&file.path, &file.bytes, sources, diagnostics) else { continue };
        let text = sources.file(id).map(|file| file.text.clone()).unwrap_or_default();
        trees.extend(yaml::parse(id, &text, diagnostics).map(|tree| (id, tree)));
    }
    trees
}

/// One YAML document per file, headed by its path.
fn nodes(trees: &[(FileId, Node)], sources: &SourceMap, format: Format) -> Result<String, Failure> {
    let mut out = String::new();
    for (file, node) in trees {
        let path = sources.file(*file).map(|file| file.path.as_str()).unwrap_or_default();
        let text = match format {
            Format::Debug => format!("{node:#?}\n"),
            Format::Yaml => yaml_text(&yaml::to_value(node))?,
        };
        // Writing to memory cannot fail.
        let _ = write!(out, "--- # {path}\n{text}");
    }
    Ok(out)
}

fn yaml_text(value: &serde_yaml::Value) -> Result<String, Failure> {
    serde_yaml::to_string(value)
        .map_err(|error| Failure::Message(format!("cannot write this as YAML: {error}")))
}

/// JSON of ours as YAML; a number that YAML's writer has no type for becomes its text.
fn yaml_value(value: &Value) -> serde_yaml::Value {
    match value {
        Value::Null => serde_yaml::Value::Null,
        Value::Bool(value) => serde_yaml::Value::Bool(*value),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => serde_yaml::Value::Number(integer.into()),
            None => serde_yaml::Value::String(number.as_str().to_owned()),
        },
        Value::String(text) => serde_yaml::Value::String(text.clone()),
        Value::Array(values) => serde_yaml::Value::Sequence(values.iter().map(yaml_value).collect()),
        Value::Object(entries) => {
            let pair =
                |(key, value): &(String, Value)| (serde_yaml::Value::String(key.clone()), yaml_value(value));
            serde_yaml::Value::Mapping(entries.iter().map(pair).collect())
        }
    }
}
