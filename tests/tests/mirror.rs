//! `wirewright mirror`: the Swift of types written by hand, and what it says where it can't make any. That the two
//! languages agree is tested with the other cases.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::load::InputFile;
use wirewright_codegen::mirror::{Mirrored, RustFile, mirror};
use wirewright_tests::mirrored::{mirror_file, mirrored};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("mirror")
}

fn beside(folder: PathBuf) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn what_is_emitted_is_reviewed() {
    for (case, mirrored) in mirrored() {
        let own = mirrored.swift.iter().filter(|(path, _)| !path.starts_with("Support/"));
        let text: String = own.map(|(path, text)| format!("// ---- {path}\n{text}")).collect();
        beside(folder().join(case)).bind(|| insta::assert_snapshot!("swift", text));
    }
}

#[test]
fn each_mistake_has_its_message() {
    let settings = beside(folder().join("bad"));
    let mut count = 0;
    for entry in std::fs::read_dir(folder().join("bad")).expect("tests/mirror/bad").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let mirrored = mirror_file(&path, "Bad");
            assert!(mirrored.diagnostics.has_errors(), "{} is no mistake", path.display());
            assert_eq!(mirrored.swift.iter().count(), 0);
            let text = render::render(&mirrored.diagnostics, &mirrored.sources, Format::Text, false);
            let name = path.file_stem().expect("a file").to_string_lossy().into_owned();
            settings.bind(|| insta::assert_snapshot!(name, text));
            count += 1;
        }
    }
    assert!(count > 20, "the mistakes are gone");
}

fn mirror_text(text: &str) -> Mirrored {
    let input = InputFile { path: "models.rs".to_owned(), bytes: text.as_bytes().to_vec() };
    mirror(vec![RustFile { input, stem: "models".to_owned() }], "Models", "wirewright mirror")
}

const HEAD: &str = "#[derive(Serialize, Deserialize, SwiftMirror)]\n";

/// Deeper than any stack: each is refused or read, and never ends the process.
#[test]
fn what_is_nested_without_end_is_refused() {
    let many = 100_000;
    let nested = |open: &str, inner: &str, close: &str| {
        format!("{HEAD}struct A {{ a: {}{inner}{} }}", open.repeat(many), close.repeat(many))
    };
    for text in [
        nested("(", "u8", ")"),
        nested("[", "u8", "]"),
        nested("Option<", "u8", ">"),
        nested("&", "str", ""),
        nested("*const ", "u8", ""),
        nested("fn() -> ", "u8", ""),
        nested("dyn Fn() -> ", "u8", ""),
        nested("a::", "b", ""),
        format!("{HEAD}enum A {{ B = {}1 }}", "-".repeat(many)),
        format!("{HEAD}enum A {{ B = {}1 }}", "a = ".repeat(many)),
        format!("{HEAD}enum A {{ B = {}1 }}", "|| ".repeat(many)),
        format!("{HEAD}enum A {{ B = {}1 }}", "return ".repeat(many)),
        format!("{HEAD}enum A {{ B = {}1{} }}", "if a { 1 } else ".repeat(many), ""),
        format!("{HEAD}struct A<const N: u8 = {{ {}1 }}>;", "!".repeat(many)),
        format!("#[validate({}a)]\n{HEAD}struct A {{ a: u8 }}", "rule(".repeat(50)),
        format!(
            "{HEAD}#[validate(rule(id = \"a\", when({}present(a){}), require(a)))] struct A {{ a: u8 }}",
            "not(".repeat(many),
            ")".repeat(many)
        ),
        format!("#[cfg({}{})]\nstruct B;\n#[derive(", "(".repeat(many), ")".repeat(many)),
        "mod a {".repeat(many) + &"}".repeat(many),
        "fn a() {".repeat(many) + &"}".repeat(many),
        "(".repeat(many),
        "#![a]".repeat(many),
    ] {
        let said = mirror_text(&text);
        assert!(said.diagnostics.has_errors(), "{}", text.chars().take(80).collect::<String>());
    }
}

fn sources() -> Vec<String> {
    let models = ["shapes/models.rs", "wire/models.rs"].map(|path| folder().join(path));
    models.iter().map(|path| std::fs::read_to_string(path).expect("a source")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Sources with tokens gone, doubled or swapped never end the process; what is accepted is Swift again and again.
    #[test]
    fn damaged_sources_are_read_or_refused(source in 0..2_usize, edits in prop::collection::vec((any::<prop::sample::Index>(), 0..6_u8), 1..6)) {
        let text = sources().swap_remove(source);
        let mut words: Vec<&str> = text.split_inclusive([' ', '\n', '(', ')', '<', '>', ',', ':', '"']).collect();
        for (place, edit) in edits {
            let index = place.index(words.len());
            match edit {
                0 => { words.remove(index); }
                1 => { let word = words[index]; words.insert(index, word); }
                2 => { let other = (index * 7 + 3) % words.len(); words.swap(index, other); }
                3 => words.insert(index, "Option<"),
                4 => words.insert(index, "#[serde(flatten)] "),
                _ => words.insert(index, "\u{202e}\"*/ "),
            }
        }
        let damaged = words.concat();
        let first = mirror_text(&damaged);
        let _ = render::render(&first.diagnostics, &first.sources, Format::Text, false);
        prop_assert_eq!(first.diagnostics.has_errors(), first.swift.iter().count() == 0);
    }
}
