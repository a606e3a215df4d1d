//! Whatever a spec or a document holds: a diagnostic or a violation, never a panic.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests, where a panic is the report"
)]

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use wirewright_codegen::diagnostic::render::{self, Format};
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::{judge, model, objc, swift};
use wirewright_tests::documents::{Case, cases, specs};
use wirewright_tests::line;

/// How many mutated specs, and how many mutated documents, a run tries.
const RUNS: u32 = 10_000;

/// Words that have broken generators: of YAML, of the language, of Rust, of Swift, of terminals.
const WORDS: &[&str] = &[
    "",
    " ",
    "\n",
    "\t",
    "\r\n",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "\u{1f600}",
    "e\u{301}",
    "&a",
    "*a",
    "<<",
    "!!str",
    "%YAML",
    "---",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "|",
    ">",
    "#",
    "\\",
    "\\u0000",
    "\\(x)",
    "*/",
    "\"\"\"",
    "#\"",
    "no",
    "null",
    "~",
    "1e3",
    "0123",
    "type",
    "self",
    "Self",
    "crate",
    "super",
    "_",
    "3ds",
    "none",
    "Type",
    "Protocol",
    "String",
    "Option",
    "Result",
    "Error",
    "init",
    "default",
    "in",
    "list<",
    "list<string>",
    "map<map<json>>",
    "integer",
    "decimal",
    "datetime",
    "-1",
    "9223372036854775808",
    "0.1e-9999",
    "1e99999",
    "^(a+)+$",
    "^.{1,9999}$",
    "(?i)x",
    "[^]",
    "../../x",
    "/",
    "~1",
    "true",
    "required",
    "fields",
    "rules",
    "when",
    "all",
    "not",
    "field",
    "is",
    "present",
    "exactlyOneOf",
    "compare",
    "a[*].b",
    "a..b",
    "[*]",
    "wirewright: 2",
    "api",
    "sdk",
];

#[derive(Clone, Debug)]
enum Mutation {
    Insert(Index, Index),
    Delete(Index, Index),
    Replace(Index, Index),
    MoveLine(Index, Index),
    CopyLine(Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let pair = || (any::<Index>(), any::<Index>());
    prop_oneof![
        pair().prop_map(|(at, word)| Mutation::Insert(at, word)),
        pair().prop_map(|(at, length)| Mutation::Delete(at, length)),
        pair().prop_map(|(at, word)| Mutation::Replace(at, word)),
        pair().prop_map(|(from, to)| Mutation::MoveLine(from, to)),
        pair().prop_map(|(from, to)| Mutation::CopyLine(from, to)),
    ]
}

fn mutate(text: &str, mutations: &[Mutation]) -> String {
    let mut text = text.to_owned();
    for mutation in mutations {
        match mutation {
            Mutation::Insert(at, word) => {
                let at = boundary(&text, at.index(text.len() + 1));
                text.insert_str(at, WORDS[word.index(WORDS.len())]);
            }
            Mutation::Delete(at, length) => {
                let at = boundary(&text, at.index(text.len() + 1));
                let end = boundary(&text, (at + length.index(20)).min(text.len())).max(at);
                text.replace_range(at..end, "");
            }
            Mutation::Replace(at, word) => {
                let words: Vec<_> =
                    text.match_indices(|char: char| !char.is_alphanumeric()).map(|(at, _)| at).collect();
                if words.is_empty() {
                    continue;
                }
                let start = boundary(&text, words[at.index(words.len())] + 1);
                let end = words.iter().copied().find(|end| *end >= start).unwrap_or(text.len());
                text.replace_range(start..end, WORDS[word.index(WORDS.len())]);
            }
            Mutation::MoveLine(from, to) | Mutation::CopyLine(from, to) => {
                let mut lines: Vec<&str> = text.lines().collect();
                if lines.is_empty() {
                    continue;
                }
                let line = lines[from.index(lines.len())];
                if matches!(mutation, Mutation::MoveLine(..)) {
                    lines.remove(from.index(lines.len()));
                }
                lines.insert(to.index(lines.len() + 1), line);
                text = lines.join("\n");
            }
        }
    }
    text
}

fn boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Specs to start from: the cases, and the mistakes.
fn seeds() -> Vec<Vec<InputFile>> {
    let mut seeds: Vec<_> = cases().iter().map(|case| specs(&case.folder)).collect();
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("bad");
    for file in specs(&bad) {
        seeds.push(vec![file]);
    }
    seeds.retain(|files| files.iter().all(|file| std::str::from_utf8(&file.bytes).is_ok()));
    seeds.sort_by(|a, b| a[0].path.cmp(&b[0].path).then_with(|| a[0].bytes.cmp(&b[0].bytes)));
    seeds
}

/// Everything that the generator does with a spec, writing apart.
fn generate(files: Vec<InputFile>) {
    let loaded = load(files);
    let mut diagnostics = loaded.diagnostics.clone();
    if let Some(model) = &loaded.model {
        rust::generate(model, &RustOptions::default(), &mut diagnostics);
        swift::generate(model, &mut diagnostics);
        objc::generate(model, &mut diagnostics);
        objc::generate_stub(model);
        let _ = model::dump(model).to_pretty();
    }
    for format in [Format::Text, Format::Short, Format::Json] {
        render::render(&diagnostics, &loaded.sources, format, true);
    }
}

fn config() -> Config {
    Config { cases: RUNS, max_shrink_iters: 2_000, failure_persistence: None, ..Config::default() }
}

#[test]
fn mutated_specs() {
    let seeds = seeds();
    let strategy = (any::<Index>(), any::<Index>(), prop::collection::vec(mutation(), 1..6));
    proptest!(config(), |((seed, file, mutations) in strategy)| {
        let mut files = seed.get(&seeds).clone();
        let at = file.index(files.len());
        let text = String::from_utf8(files[at].bytes.clone()).expect("seeds are UTF-8");
        files[at].bytes = mutate(&text, &mutations).into_bytes();
        generate(files);
    });
}

#[test]
fn mutated_documents() {
    let cases: Vec<Case> = cases().into_iter().filter(|case| !case.documents.is_empty()).collect();
    let strategy = (any::<Index>(), any::<Index>(), prop::collection::vec(mutation(), 1..6));
    proptest!(config(), |((case, document, mutations) in strategy)| {
        let case = case.get(&cases);
        let document = document.get(&case.documents);
        let text = mutate(&document.document, &mutations);
        let violations = judge::judge_text(&case.model, &document.type_name, text.as_bytes()).expect("a known type");
        let ran = wirewright_tests::cases::run(&case.name, &document.type_name, text.as_bytes()).expect("a known type");
        prop_assert_eq!(ran.violations, violations.iter().map(line).collect::<Vec<_>>(), "{}", text);
    });
}

#[test]
fn deep_and_large_specs_end() {
    let head = "wirewright: 1\napi: Deep\n";
    let texts = [
        format!("{head}types: {}", "[".repeat(400_000)),
        format!("{head}types: {}", "{a: ".repeat(100_000)),
        format!(
            "{head}types:\n  A:\n    fields:\n      a: {{ type: \"{}string{}\" }}\n",
            "list<".repeat(5_000),
            ">".repeat(5_000)
        ),
        format!(
            "{head}types:\n  A:\n    rules:\n      - {{ id: a, when: {}, require: [a] }}\n",
            "{not: ".repeat(5_000)
        ),
        format!(
            "{head}types:\n{}",
            (0..20_000)
                .map(|index| format!("  T{index}: {{ allOf: [T{}] }}\n", index + 1))
                .collect::<String>()
        ),
        format!("{head}doc: \"{}\"\n", "x".repeat(100_000)),
    ];
    for text in texts {
        generate(vec![InputFile { path: "deep.yaml".to_owned(), bytes: text.into_bytes() }]);
    }
}

#[test]
fn any_bytes_end() {
    proptest!(Config { cases: 500, failure_persistence: None, ..Config::default() }, |(bytes in prop::collection::vec(any::<u8>(), 0..200))| {
        generate(vec![InputFile { path: "bytes.yaml".to_owned(), bytes }]);
    });
}
