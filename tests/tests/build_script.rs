//! What users of a build script see of cargo while they write a spec.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::fs;
use std::path::Path;

use wirewright_tests::downstream::{cargo, folder, shown};

/// A crate in a folder of its own, which knows `wirewright` by another name. Each needs a name that no other one has: in one
/// target folder cargo does not tell them apart by where they are.
struct Crate(tempfile::TempDir);

impl Crate {
    fn new(name: &str, root: &str) -> Crate {
        let project = Crate(tempfile::tempdir().expect("a temporary folder"));
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("our folder");
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [profile.dev]\ndebug = false\n\n[dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
             serde_json = \"1\"\nww = {{ package = \"wirewright\", path = {:?} }}\n\n[build-dependencies]\n\
             wirewright-codegen = {{ path = {:?}, default-features = false }}\n",
            ours.join("runtime"),
            ours.join("codegen"),
        );
        project.write("Cargo.toml", &manifest);
        project.write(
            "build.rs",
            "fn main() {\n    wirewright_codegen::build_script::generate(\"spec\", \"shop.rs\");\n}\n",
        );
        let include = "include!(concat!(env!(\"OUT_DIR\"), \"/shop.rs\"));\n";
        project.write("src/lib.rs", &format!("{root}extern crate ww as wirewright;\n\n{include}"));
        let lock = fs::read_to_string(folder().join("Cargo.lock")).expect("a lock file");
        project.write("Cargo.lock", &lock);
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Whether it was built, and what cargo says of it.
    fn build(&self) -> (bool, String) {
        let output = cargo(self.0.path()).arg("build").output().expect("cargo starts");
        // What is about other packages, about time, and the folder's name.
        let progress = [
            "   Compiling",
            " Downloading",
            "  Downloaded",
            "    Updating",
            "     Locking",
            "      Adding",
            "    Finished",
            "    Blocking",
            "warning: build failed, waiting for other jobs",
        ];
        let text = shown(&output).replace(&*self.0.path().to_string_lossy(), "[FOLDER]");
        let lines = text.lines().filter(|line| !progress.iter().any(|start| line.starts_with(start)));
        // A failure may have thousands of lines.
        (output.status.success(), lines.take(100).map(|line| line.trim_end().to_owned() + "\n").collect())
    }
}

const SPEC: &str = "wirewright: 1
api: Shop
types:
  Order:
    fields:
      name: { type: string, maxLenght: 10 }
      code: { type: string, pattern: tea }
";

#[test]
fn mistakes_and_warnings_in_the_words_of_cargo() {
    let project = Crate::new("shop-client", "");
    project.write("spec/api.yaml", SPEC);
    let (built, mistake) = project.build();
    assert!(!built, "{mistake}");
    project.write("spec/api.yaml", &SPEC.replace("Lenght", "Length"));
    let (built, warning) = project.build();
    assert!(built, "{warning}");
    // A file that was not there before is seen, and so is its end.
    project.write("spec/other.yaml", "types: [Other]\n");
    let (built, added) = project.build();
    assert!(!built, "{added}");
    fs::remove_file(project.0.path().join("spec/other.yaml")).expect("a file to remove");
    assert_eq!(project.build(), (true, warning.clone()));
    fs::remove_dir_all(project.0.path().join("spec")).expect("a folder to remove");
    let (built, removed) = project.build();
    assert!(!built, "{removed}");
    let both = "    wirewright_codegen::build_script::generate_all(&[(\"one\", \"shop.rs\"), (\"two\", \"two.rs\")]);";
    project.write("build.rs", &format!("fn main() {{\n{both}\n    panic!(\"it goes on\");\n}}\n"));
    project.write("one/api.yaml", "wirewright: 2\napi: One\n");
    project.write("two/api.yaml", "wirewright: 1\napi: two\n");
    let (built, two) = project.build();
    assert!(!built, "{two}");
    let text = format!(
        "# A mistake\n{mistake}\n# Mended\n{warning}\n# A second file\n{added}\n# No folder\n{removed}\n# Two specs\n{two}"
    );
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(text);
    });
}

/// 300 types, each in the one before: far beyond what rustc looks into by itself. Without its first line this crate has
/// thousands of errors, and a warning of ours that says to write it.
#[test]
fn a_chain_of_300_types_compiles() {
    let mut spec = String::from("wirewright: 1\napi: Chain\ntypes:\n");
    for number in 0..300 {
        let next = (number + 1) % 300;
        spec += &format!("  T{number}:\n    fields:\n      text: {{ type: string }}\n");
        spec += &if next == 0 { String::new() } else { format!("      next: {{ type: T{next} }}\n") };
    }
    let sent = "#![recursion_limit = \"2048\"]\n\n/// What a server does with a request.\n\
                pub fn send<T: Send + Sync + 'static>(_: T) {}\n\n\
                /// Asks for all of the chain.\npub fn ask(value: T0) {\n    send(value)\n}\n\n";
    let project = Crate::new("chain-client", sent);
    project.write("spec/api.yaml", &spec);
    assert_eq!(project.build(), (true, String::new()));
}
