//! Both languages of a spec, built with the program that reads documents, as `wirewright twins` builds them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use wirewright_codegen::files::read_folder;
use wirewright_codegen::load::load;
use wirewright_codegen::model::Model;
use wirewright_codegen::twins::{Runtime, Setup, Twins};

use crate::swift;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The model of a spec of this repository.
pub fn model(spec: &str) -> Model {
    let files = read_folder(&Path::new(ROOT).join(spec), spec).expect("a spec");
    load(files).model.expect("a spec without mistakes")
}

/// Both twins, in the target folder; the judge and Rust alone where there is no Swift. `optimized` is for large documents.
pub fn build(model: &Model, timeout: Duration, optimized: bool) -> Twins<'_> {
    let runtime = Path::new(ROOT).join("runtime").canonicalize().expect("the runtime");
    // Beside the test's own program, which stands in `deps`.
    let program = std::env::current_exe().expect("a program");
    let target = program.ancestors().nth(3).map_or_else(PathBuf::new, Path::to_path_buf);
    let folder = target.join("tmp/twins");
    let setup = Setup {
        folder: folder.join(&model.api.name.text),
        target: folder.join("target"),
        runtime: Runtime::Folder(runtime),
        swift: swift::folder(),
        timeout,
        optimized,
    };
    Twins::build(model, &setup, &mut |_| {}).unwrap_or_else(|problem| panic!("{problem}"))
}
