//! What is generated and committed is what the specs say today.

#![expect(clippy::expect_used, reason = "a helper of a test: a failure is a failed test")]

use std::path::Path;

use wirewright_codegen::config::{Config, FILE_NAME};
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::{Files, Plan, read_folder};
use wirewright_codegen::generate::generate_outputs;
use wirewright_codegen::source::SourceMap;

#[test]
fn generated_code_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    let file = sources.add(FILE_NAME, std::fs::read_to_string(root.join(FILE_NAME)).unwrap());
    let config = Config::parse(file, &sources, &mut diagnostics);
    assert!(diagnostics.is_empty() && !config.apis.is_empty());
    for api in config.apis {
        let files = read_folder(&root.join(&api.spec), &api.spec).unwrap();
        let generated = generate_outputs(files, &api);
        assert!(generated.diagnostics.is_empty(), "{}: {}", api.spec, generated.diagnostics.summary());
        for (folder, files) in &generated.folders {
            check(&root.join(folder), files);
        }
    }
}

fn check(folder: &Path, files: &Files) {
    let plan = Plan::new(folder, files).expect("nothing that is not ours stands in the way");
    assert!(plan.changes().is_empty(), "run: cargo wirewright generate\n{}", plan.diff());
}
