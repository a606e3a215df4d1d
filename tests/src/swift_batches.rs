//! Many specs in few Swift modules: what costs is the support code, which stands in each module once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::model::Model;
use wirewright_codegen::swift;

/// Specs that have no type in common, and the name of the module that they share.
#[derive(Debug, Default)]
pub struct Batch<'m> {
    /// The module.
    pub module: String,
    models: Vec<&'m Model>,
    types: BTreeSet<String>,
}

/// Puts each model into the first batch that has none of its types.
pub fn batches<'m>(models: impl IntoIterator<Item = &'m Model>) -> Vec<Batch<'m>> {
    let mut batches: Vec<Batch<'m>> = Vec::new();
    for model in models {
        let types = top_level_types(model);
        let fits = |batch: &&mut Batch<'_>| batch.types.is_disjoint(&types) && !types.contains(&batch.module);
        let batch = match batches.iter_mut().find(fits) {
            Some(batch) => batch,
            None => {
                batches.push(Batch { module: model.api.name.text.clone(), ..Batch::default() });
                batches.last_mut().expect("just pushed")
            }
        };
        batch.types.extend(types);
        batch.models.push(model);
    }
    batches
}

fn top_level_types(model: &Model) -> BTreeSet<String> {
    let files = swift::generate(model, &mut Diagnostics::new());
    let own = files.iter().filter(|(path, _)| !path.starts_with("Support/"));
    let heads = own.flat_map(|(_, text)| text.lines()).filter_map(|line| line.strip_prefix("public "));
    heads
        .filter_map(|head| head.split([' ', ':']).nth(1))
        .map(|name| name.trim_matches('`').to_owned())
        .collect()
}

impl Batch<'_> {
    /// Writes the files of all specs into a folder, those of support once.
    pub fn write(&self, folder: &Path) -> Vec<PathBuf> {
        std::fs::create_dir_all(folder).expect("a folder");
        let mut written = BTreeSet::new();
        for (index, model) in self.models.iter().enumerate() {
            let mut model = (*model).clone();
            model.api.name.text.clone_from(&self.module);
            let mut diagnostics = Diagnostics::new();
            let files = swift::generate(&model, &mut diagnostics);
            assert!(!diagnostics.has_errors(), "{} cannot be a module", self.module);
            for (path, text) in files.iter() {
                let path = match path.strip_prefix("Support/") {
                    Some(name) => folder.join(name),
                    None => folder.join(format!("S{index}_{path}")),
                };
                if written.insert(path.clone()) {
                    std::fs::write(&path, text).expect("a file");
                }
            }
        }
        written.into_iter().collect()
    }

    /// Checks the module in language mode 6, warnings being errors. Nothing where there is no Swift.
    pub fn check(&self, folder: &Path) {
        let files = self.write(folder);
        let Some(mut swiftc) = crate::swift::command("swiftc") else { return };
        swiftc.args([
            "-typecheck",
            "-parse-as-library",
            "-wmo",
            "-swift-version",
            "6",
            "-warnings-as-errors",
        ]);
        swiftc.args(["-module-name", &self.module]).args(files);
        crate::swift_cases::succeed(
            &mut swiftc,
            &format!("module {} of {} specs", self.module, self.models.len()),
        );
    }
}
