//! No spec and no document makes the generator panic: 10,000 specs with something wrong in them go through every
//! stage, and what still loads is asked to judge 10,000 documents.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests, where a panic is the report")]

use proptest::prelude::*;
use proptest::sample::Index;
use wirewright_codegen::diagnostic::{Diagnostics, render};
use wirewright_codegen::judge;
use wirewright_codegen::load::{InputFile, load};
use wirewright_codegen::model::Model;
use wirewright_codegen::objc;
use wirewright_codegen::rust::{self, RustOptions};
use wirewright_codegen::swift;

/// A spec with every construct of the language.
const SPEC: &str = include_str!("mutated/spec.yaml");
/// A document of its type `Everything`.
const DOCUMENT: &str = include_str!("mutated/document.json");

/// One change of a text.
#[derive(Clone, Debug)]
enum Edit {
    /// A word becomes another word of the text, or one that is none.
    Word(Index, String),
    /// A word becomes another word of the same text.
    Swap(Index, Index),
    /// A line goes.
    Drop(Index),
    /// A line is there twice.
    Twice(Index),
    /// A line is indented otherwise.
    Indent(Index, bool),
    /// Some characters become others.
    Characters(Index, usize, String),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let word = prop_oneof![
        "[a-zA-Z]{1,8}",
        "-?[0-9]{1,25}",
        "[0-9]{0,3}\\.[0-9]{0,3}",
        Just("~".to_owned()),
        Just("\"\"".to_owned()),
        Just("{}".to_owned()),
        Just("[]".to_owned()),
        Just("*alias".to_owned()),
        Just("list<list<string>>".to_owned()),
        Just("map<".to_owned()),
        Just("a.b[*].c".to_owned()),
        Just("\"^(a|b{2,9})*$\"".to_owned()),
        Just("日本語".to_owned()),
        Just("😀".to_owned()),
        Just("self".to_owned()),
    ];
    let characters = "[\\[\\]{}:,#&*!|>'\"%@`?\\- \\t\\n\\\\a0\u{feff}\u{65e5}<.]{0,5}";
    let edit = prop_oneof![
        3 => (any::<Index>(), word).prop_map(|(at, word)| Edit::Word(at, word)),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(at, other)| Edit::Swap(at, other)),
        1 => any::<Index>().prop_map(Edit::Drop),
        1 => any::<Index>().prop_map(Edit::Twice),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(at, deeper)| Edit::Indent(at, deeper)),
        1 => (any::<Index>(), 0..9_usize, characters).prop_map(|(at, length, with)| Edit::Characters(at, length, with)),
    ];
    proptest::collection::vec(edit, 1..3)
}

fn edited(text: &str, edits: &[Edit]) -> String {
    edits.iter().fold(text.to_owned(), |text, edit| apply(&text, edit))
}

fn apply(text: &str, edit: &Edit) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    match edit {
        Edit::Word(at, word) => return with_word(text, at, word),
        Edit::Swap(at, other) => {
            let words = words(text);
            let word = words.get(other.index(words.len().max(1))).map_or("", |range| &text[range.clone()]);
            return with_word(text, at, word);
        }
        Edit::Characters(at, length, with) => {
            let mut characters: Vec<char> = text.chars().collect();
            let start = at.index(characters.len() + 1);
            let end = (start + length).min(characters.len());
            characters.splice(start..end, with.chars());
            return characters.into_iter().collect();
        }
        _ if lines.is_empty() => {}
        Edit::Drop(at) => {
            lines.remove(at.index(lines.len()));
        }
        Edit::Twice(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at].clone());
        }
        Edit::Indent(at, deeper) => {
            let at = at.index(lines.len());
            let line = lines[at].clone();
            lines[at] = if *deeper {
                format!("  {line}")
            } else {
                line.strip_prefix("  ").unwrap_or(&line).to_owned()
            };
        }
    }
    lines.join("\n")
}

fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    let is_end = |character: char| !(character.is_alphanumeric() || "._$^<>-".contains(character));
    let mut start = 0;
    let mut words = Vec::new();
    for part in text.split(is_end) {
        if !part.is_empty() {
            words.push(start..start + part.len());
        }
        start += part.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

fn with_word(text: &str, at: &Index, word: &str) -> String {
    let words = words(text);
    let Some(range) = words.get(at.index(words.len().max(1))) else { return word.to_owned() };
    format!("{}{word}{}", &text[..range.start], &text[range.end..])
}

/// Through every stage; the model where there is one.
fn through_all_stages(spec: &str) -> Option<Model> {
    let file = InputFile { path: "spec/spec.yaml".to_owned(), bytes: spec.as_bytes().to_vec() };
    let loaded = load(vec![file]);
    let shown = render::render(&loaded.diagnostics, &loaded.sources, render::Format::Text, false);
    assert_eq!(shown.is_empty(), loaded.diagnostics.is_empty());
    assert_eq!(loaded.model.is_none(), loaded.diagnostics.has_errors());
    let model = loaded.model?;
    let mut diagnostics = Diagnostics::new();
    rust::generate(&model, &RustOptions::default(), &mut diagnostics);
    swift::generate(&model, &mut diagnostics);
    swift::generate_stub(&model);
    objc::generate(&model, &mut diagnostics);
    render::render(&diagnostics, &loaded.sources, render::Format::Text, false);
    Some(model)
}

#[test]
fn what_is_mutated_is_valid() {
    let model = through_all_stages(SPEC).expect("the spec loads");
    let violations = judge::judge_text(&model, "Everything", DOCUMENT.as_bytes()).expect("the type is there");
    assert_eq!(violations, []);
}

#[test]
fn what_nests_is_limited() {
    let list = |levels: usize| format!("{}string{}", "list<".repeat(levels), ">".repeat(levels));
    let path = |steps: usize| format!("{}id", "parent.".repeat(steps));
    let condition =
        |levels: usize| format!("{}{{ field: id, is: x }}{}", "{ not: ".repeat(levels), " }".repeat(levels));
    for levels in [1, 10, 31, 100, 5_000] {
        for (from, to) in [
            ("list<string>", format!("'{}'", list(levels))),
            ("[from, to, parent.parent.id]", format!("[{}]", path(levels))),
            ("{ field: amount, greaterThan: 5 }", condition(levels)),
            ("^[A-Z]{3}$", format!("^{}a{}$", "(".repeat(levels), ")".repeat(levels))),
            ("{ name: tint }", format!("{}x{}", "{ name: ".repeat(levels), " }".repeat(levels))),
        ] {
            let spec = SPEC.replacen(from, &to, 1);
            assert_ne!(spec, SPEC);
            through_all_stages(&spec);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_specs_and_documents_never_panic(spec_edits in edits(), document_edits in edits()) {
        let document = edited(DOCUMENT, &document_edits);
        if let Some(model) = through_all_stages(&edited(SPEC, &spec_edits)) {
            // The type may have lost its name.
            let _ = judge::judge_text(&model, "Everything", document.as_bytes());
        }
    }
}
