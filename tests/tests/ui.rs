//! What rustc says about mistakes in the derives' input: one mistake, one error, on the token that is wrong.
//!
//! Cases of a topic are in `ui/<topic>/`, the expected text beside each. After a wanted change run
//! `TRYBUILD=overwrite cargo test -p wirewright-tests --test ui` and read the difference.

#![allow(clippy::panic, reason = "tests, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

#[test]
fn mistakes_are_reported_where_they_are() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

/// A text in the sources of the derives that has a space is a message; each has a case that shows it.
#[test]
fn every_message_is_shown_by_a_case() {
    let shown: String = files(Path::new("ui"), "stderr").iter().map(|path| read(path)).collect();
    let mut missing = Vec::new();
    for folder in ["attr", "input", "expand"] {
        let sources = Path::new("../macros/core/src").join(folder);
        for source in files(&sources, "rs").into_iter().chain([sources.with_extension("rs")]) {
            let tokens =
                read(&source).parse().unwrap_or_else(|error| panic!("{}: {error}", source.display()));
            let messages = messages(tokens).into_iter().filter(|message| !is_shown(message, &shown));
            missing.extend(messages.map(|message| format!("{}: {message}", source.display())));
        }
    }
    assert!(missing.is_empty(), "no case in tests/ui shows\n{}", missing.join("\n"));
}

/// Whether the parts between a message's `{…}` occur, in one line.
fn is_shown(message: &str, shown: &str) -> bool {
    let parts: Vec<&str> =
        message.split('{').map(|part| part.split_once('}').map_or(part, |(_, part)| part)).collect();
    shown.lines().any(|line| {
        let mut rest = Some(line);
        for part in &parts {
            rest = rest.and_then(|rest| rest.split_once(part)).map(|(_, rest)| rest);
        }
        rest.is_some()
    })
}

/// The texts of a source that are messages. Documentation of expansions begins with a space or a capital; messages
/// of violations end in a full stop.
fn messages(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if !is_attribute_or_test(tokens.get(..index).unwrap_or_default()) => {
                found.extend(messages(group.stream()));
            }
            TokenTree::Literal(literal) => {
                let text = syn::parse_str::<syn::LitStr>(&literal.to_string()).map(|text| text.value());
                let is_message = |text: &String| {
                    text.contains(' ') && !text.starts_with([' ', ',', ':']) && !text.ends_with('.')
                };
                found.extend(text.ok().filter(is_message));
            }
            _ => {}
        }
    }
    found
}

/// Whether what stands before a group makes it an attribute, such as documentation, or a module of tests.
fn is_attribute_or_test(before: &[TokenTree]) -> bool {
    let text: Vec<String> = before.iter().rev().take(2).map(ToString::to_string).collect();
    matches!(text.first().map(String::as_str), Some("#" | "!")) || text == ["tests", "mod"]
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder that end so.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths =
        entries.map(|entry| entry.map(|entry| entry.path()).unwrap_or_else(|error| panic!("{error}")));
    let inside = |path: PathBuf| match path.is_dir() {
        true => files(&path, extension),
        false => vec![path],
    };
    paths.flat_map(inside).filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}
