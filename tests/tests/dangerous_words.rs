//! Specs built of dangerous words: each piece is either refused with a diagnostic, or compiles in both languages; and
//! nothing of a spec becomes code, or a path outside of the output folder.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use proc_macro2::{TokenStream, TokenTree};
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::Files;
use wirewright_codegen::model::Model;
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::text::{is_device, is_hidden};
use wirewright_tests::dangerous::{Accepted, Random, accepted, generate, words};
use wirewright_tests::downstream;
use wirewright_tests::swift_batches::batches;

/// How many accepted specs are compiled.
const SPECS: usize = 200;

fn specs() -> &'static [Accepted] {
    static MADE: OnceLock<Vec<Accepted>> = OnceLock::new();
    MADE.get_or_init(|| accepted(Random::seed_of_tests(), SPECS))
}

/// The Rust file to include, and the files of Swift.
fn outputs(model: &Model) -> (String, Files) {
    let mut diagnostics = Diagnostics::new();
    let (rust, swift) = generate(model, &mut diagnostics);
    assert!(!diagnostics.has_errors());
    (rust.get("included.rs").expect("the one file").to_owned(), swift)
}

#[test]
fn what_is_refused_is_said_and_most_is_accepted() {
    let (mut accepted, mut refused, mut codes) = (0, 0, BTreeSet::<&str>::new());
    for spec in specs() {
        accepted += spec.pieces.len();
        for refusal in &spec.refusals {
            refused += refusal.pieces.len();
            codes.extend(&refusal.codes);
            let hidden = refusal.rendered.chars().find(|letter| is_hidden(*letter) && *letter != '\n');
            assert_eq!(hidden, None, "{}", refusal.rendered);
        }
    }
    assert!(words().len() >= 250);
    assert!(accepted > 8 * SPECS, "only {accepted} pieces were accepted: the test says little");
    assert!(refused > SPECS, "only {refused} pieces were refused: the words are not dangerous");
    assert!(codes.len() >= 8, "{codes:?}");
}

#[test]
fn no_text_becomes_code() {
    for spec in specs() {
        let (rust, swift) = outputs(&spec.model);
        let tokens: TokenStream = rust.parse().expect("Rust");
        let file = syn::parse2::<syn::File>(tokens.clone()).expect("a Rust file");
        assert!(!file.items.iter().any(declares_sentinel), "{rust}");
        let mut found = Tokens::default();
        found.read(tokens);
        assert!(!found.calls_macro, "{rust}");
        for object in &spec.model.objects {
            for alias in object.fields.iter().flat_map(|field| &field.aliases) {
                assert!(found.texts.contains(alias), "{alias:?} is not in\n{rust}");
            }
        }
        for value in spec.model.enums.iter().flat_map(|enumeration| &enumeration.values) {
            for text in std::iter::once(&value.name.text).chain(&value.action) {
                assert!(found.texts.contains(text), "{text:?} is not in\n{rust}");
            }
        }
        for (_, text) in swift.iter() {
            let code: String = text.lines().map(|line| code_of(line) + "\n").collect();
            let injected = INJECTED_SWIFT.iter().find(|words| code.contains(**words));
            assert_eq!(injected, None, "{code}");
        }
    }
}

/// What the texts of the dictionary would be as code. A field may well be called `injected`.
const INJECTED_SWIFT: &[&str] = &[
    "struct Injected",
    "import Injected",
    "let injected",
    "var injected =",
    "fatalError(",
    "#error",
    "#sourceLocation",
    "@Injected",
    "@available(*",
];

/// Whether an item that a text of the dictionary declares stands in a file.
fn declares_sentinel(item: &syn::Item) -> bool {
    match item {
        syn::Item::Mod(module) => module.content.iter().flat_map(|(_, items)| items).any(declares_sentinel),
        syn::Item::Struct(item) => item.ident == "Injected",
        syn::Item::Use(_) | syn::Item::Enum(_) | syn::Item::Type(_) | syn::Item::Impl(_) => false,
        // Nothing else is ever emitted.
        _ => true,
    }
}

/// The texts of literals in Rust, and whether a macro is called anywhere.
#[derive(Default)]
struct Tokens {
    texts: BTreeSet<String>,
    calls_macro: bool,
}

impl Tokens {
    fn read(&mut self, tokens: TokenStream) {
        let mut after_word = false;
        for tree in tokens {
            self.calls_macro |=
                after_word && matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '!');
            after_word = matches!(tree, TokenTree::Ident(_));
            match tree {
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        self.texts.insert(text.value());
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// A line of Swift without its comment and its string literals.
fn code_of(line: &str) -> String {
    let mut code = String::new();
    let mut in_text = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_text => {
                letters.next();
            }
            '"' => in_text = !in_text,
            '/' if !in_text && letters.peek() == Some(&'/') => break,
            letter if !in_text => code.push(letter),
            _ => {}
        }
    }
    assert!(!in_text || line.contains("\"\"\""), "a literal without an end: {line}");
    code
}

#[test]
fn what_is_written_is_plain_text_at_plain_paths() {
    for spec in specs() {
        let rust = rust::generate(&spec.model, &RustOptions::default(), &mut Diagnostics::new());
        let (_, swift) = outputs(&spec.model);
        for files in [&rust, &swift] {
            let mut seen = BTreeSet::new();
            for (path, text) in files.iter() {
                assert!(seen.insert(path.to_lowercase()), "{path} twice");
                let plain = |letter: char| letter.is_ascii_alphanumeric() || "_+.".contains(letter);
                let is_name = |name: &str| {
                    name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
                        && name.chars().all(plain)
                        && !name.contains("..")
                        && !is_device(name)
                };
                assert!(path.split('/').all(is_name), "{path}");
                let hidden = text.chars().find(|letter| is_hidden(*letter) && *letter != '\n');
                assert_eq!(hidden, None, "{path}:\n{text}");
            }
        }
    }
}

#[test]
fn rust_compiles() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dangerous");
    write_crate(&folder);
    let output =
        downstream::cargo(&folder).args(["check", "--offline", "--quiet"]).output().expect("cargo runs");
    let errors: String = String::from_utf8_lossy(&output.stderr).chars().take(20_000).collect();
    assert!(output.status.success(), "{errors}");
}

/// A crate with a module per spec.
fn write_crate(folder: &Path) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    // The versions of the workspace, which are on this machine: no network is needed.
    std::fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a file");
    let manifest = format!(
        "[package]\nname = \"dangerous\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         wirewright = {{ path = {:?}, features = [\"derive\", \"json\"] }}\n\n[workspace]\n",
        workspace.join("runtime")
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    let mut root = String::from("//! Dangerous words.\n#![deny(warnings, missing_docs)]\n");
    for (index, spec) in specs().iter().enumerate() {
        std::fs::write(folder.join(format!("src/s{index}.rs")), outputs(&spec.model).0).expect("a file");
        writeln!(root, "/// A spec.\npub mod s{index} {{ include!(\"s{index}.rs\"); }}").expect("memory");
    }
    std::fs::write(folder.join("src/lib.rs"), root).expect("a file");
}

#[test]
fn swift_compiles() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dangerous-swift");
    for (index, batch) in batches(specs().iter().map(|spec| &spec.model)).iter().enumerate() {
        batch.check(&folder.join(index.to_string()));
    }
}
