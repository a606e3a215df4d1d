//! Finds the project and reads specs.
#![expect(clippy::disallowed_methods, reason = "the command line may ask for the current folder")]

use std::path::{Path, PathBuf};

use wirewright_codegen::config::{ApiConfig, Config, FILE_NAME};
use wirewright_codegen::diagnostic::{Code, Diagnostic, Diagnostics};
use wirewright_codegen::files::{read_file, read_folder};
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::model::Model;
use wirewright_codegen::source::SourceMap;

use super::{Failure, MessageFormat, report};

/// The folder with `wirewright.toml`, and what that file says.
pub(crate) struct Project {
    /// Relative to the current folder, so that messages stay short; empty for the current folder itself.
    root: PathBuf,
    /// The file.
    pub(crate) config: Config,
}

impl Project {
    /// Looks in the current folder and in those above it.
    pub(crate) fn find(format: MessageFormat) -> Result<Project, Failure> {
        let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
        let current = std::env::current_dir()
            .map_err(|error| Failure::Message(format!("cannot tell the current folder: {error}")))?;
        let depth = current.ancestors().position(|folder| folder.join(FILE_NAME).is_file());
        let Some(depth) = depth else {
            let file = sources.add(FILE_NAME, "");
            let message = "there is no wirewright.toml in the current folder or above it";
            let diagnostic = Diagnostic::about_file(Code::ConfigMissing, message, file);
            diagnostics.push(diagnostic.help("`wirewright init DIR` writes a project to start from"));
            report(&diagnostics, &sources, format);
            return Err(Failure::Reported);
        };
        let root = PathBuf::from_iter(std::iter::repeat_n("..", depth));
        let path = root.join(FILE_NAME);
        let bytes = read_file(&path).map_err(|error| Failure::files(&[error], format))?;
        let file = sources.add(path.to_string_lossy(), String::from_utf8_lossy(&bytes));
        let config = Config::parse(file, &sources, &mut diagnostics);
        report(&diagnostics, &sources, format);
        if diagnostics.has_errors() { Err(Failure::Reported) } else { Ok(Project { root, config }) }
    }

    /// A folder that the configuration names.
    pub(crate) fn folder(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The files of a spec of the project. Their paths are relative to the project, wherever we are run.
    pub(crate) fn read(&self, api: &ApiConfig, format: MessageFormat) -> Result<Vec<InputFile>, Failure> {
        read_folder(&self.folder(&api.spec), &api.spec).map_err(|errors| Failure::files(&errors, format))
    }
}

/// A spec that a command is about.
pub(crate) struct FoundSpec {
    /// Its folder, as it is shown.
    pub(crate) shown: String,
    /// Its folder, as it is found from here.
    pub(crate) folder: PathBuf,
    /// Its files.
    pub(crate) files: Vec<InputFile>,
}

/// The specs that a command is about: the folder it was given, else those of the project.
pub(crate) fn find_specs(folder: Option<&Path>, format: MessageFormat) -> Result<Vec<FoundSpec>, Failure> {
    if let Some(folder) = folder {
        let shown = folder.to_string_lossy().replace('\\', "/");
        let files = read_folder(folder, &shown).map_err(|errors| Failure::files(&errors, format))?;
        return Ok(vec![FoundSpec { shown, folder: folder.to_path_buf(), files }]);
    }
    let project = Project::find(format)?;
    let find = |api: &ApiConfig| {
        let files = project.read(api, format)?;
        Ok(FoundSpec { shown: api.spec.clone(), folder: project.folder(&api.spec), files })
    };
    project.config.apis.iter().map(find).collect()
}

/// The same, each with its shown path and its files.
pub(crate) fn read_specs(
    folder: Option<&Path>,
    format: MessageFormat,
) -> Result<Vec<(String, Vec<InputFile>)>, Failure> {
    Ok(find_specs(folder, format)?.into_iter().map(|spec| (spec.shown, spec.files)).collect())
}

/// The models of [`read_specs`]; mistakes in them are reported on standard error and stand in the way.
pub(crate) fn load_models(folder: Option<&Path>) -> Result<Vec<Model>, Failure> {
    let specs = find_specs(folder, MessageFormat::Text)?;
    // Mistakes of all of them are told.
    let models: Vec<_> = specs.iter().map(load_model).collect();
    models.into_iter().collect()
}

/// The model of a spec.
pub(crate) fn load_model(spec: &FoundSpec) -> Result<Model, Failure> {
    let loaded = load(spec.files.clone());
    report(&loaded.diagnostics, &loaded.sources, MessageFormat::Text);
    loaded.model.ok_or(Failure::Reported)
}
