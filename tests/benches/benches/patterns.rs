//! Prints what patterns cost to compile: the generated code of a spec with many of them, beside the same spec without.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use wirewright_benches::tools::{give_up, swift, time, write};
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::model::Model;
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::swift;

const TYPES: usize = 40;

/// One for each field of a type; `#` is another number for each type, so that no two are the same.
const PATTERNS: [&str; 5] = [
    "^[A-Z]{3}#$",
    "^\\\\+#[0-9]{4,15}$",
    "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}#$",
    "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\\\.[A-Za-z]{2,6}#$",
    "^https?://#\\\\S+$",
];

/// How often each is compiled; the quickest counts.
const ROUNDS: usize = 3;

fn main() {
    let count = TYPES * PATTERNS.len();
    println!("{:<32}{:>12}{:>12}{:>16}", "compiling", "without", "with", "a pattern");
    for (name, compile) in [("Rust, debug", in_rust as fn(&Model) -> Duration), ("Swift, -O", in_swift)] {
        let [without, with] = [false, true].map(|patterns| compile(&model(patterns)).as_secs_f64());
        let each = (with - without) / count as f64 * 1e3;
        println!("{:<32}{without:>10.2} s{with:>10.2} s{each:>13.1} ms", format!("{count} fields, {name}"));
    }
}

fn model(patterns: bool) -> Model {
    let mut spec = String::from("wirewright: 1\napi: Patterns\ndoc: Patterns.\ntypes:\n");
    for number in 0..TYPES {
        let _ = writeln!(spec, "  T{number}:\n    doc: A type.\n    fields:");
        for (field, pattern) in PATTERNS.iter().enumerate() {
            let pattern = pattern.replace('#', &number.to_string());
            let pattern = if patterns { format!(", pattern: \"{pattern}\"") } else { String::new() };
            let _ =
                writeln!(spec, "      f{field}: {{ type: string, maxLength: 99{pattern}, doc: A text. }}");
        }
    }
    let loaded = load(vec![InputFile { path: "api.yaml".to_owned(), bytes: spec.into_bytes() }]);
    loaded.model.unwrap_or_else(|| give_up("the spec has mistakes"))
}

fn in_rust(model: &Model) -> Duration {
    let files = rust::generate(model, &RustOptions::default(), &mut Diagnostics::new());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patterns/rust");
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runtime");
    let manifest = format!(
        "[package]\nname = \"patterns\"\nedition = \"2024\"\n[dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = \"1\"\nwirewright = {{ path = \"{runtime}\" }}\n[lib]\npath = \"lib.rs\"\n[workspace]\n"
    );
    let paths = write(&folder, files.iter().chain([("Cargo.toml", manifest.as_str())]));
    let lib = paths.iter().find(|path| path.ends_with("lib.rs"));
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(folder.with_file_name("target"));
    // Dependencies do not count.
    time(&mut cargo);
    let round = |_| {
        let text = lib.and_then(|lib| std::fs::read(lib).ok().map(|text| (lib, text)));
        if let Some((lib, text)) = text {
            let _ = std::fs::write(lib, text);
        }
        time(&mut cargo)
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

fn in_swift(model: &Model) -> Duration {
    let files = swift::generate(model, &mut Diagnostics::new());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patterns/swift");
    let sources = write(&folder, files.iter());
    let mut swiftc = swift("swiftc");
    swiftc.args(["-O", "-wmo", "-parse-as-library", "-module-name", "Patterns", "-c", "-o"]);
    swiftc.arg(folder.join("patterns.o")).args(sources);
    (0..ROUNDS).map(|_| time(&mut swiftc)).min().unwrap_or_default()
}
