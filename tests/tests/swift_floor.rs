//! Emitted Swift is Swift 5.3 (Xcode 12): nothing newer outside `#if compiler(>=…)`. Newer compilers take most of what is
//! newer without a word, so the text is searched.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::swift;
use wirewright_tests::documents::cases;

/// What came after 5.3, and since when.
const NEWER: &[(&str, &str)] = &[
    ("async", "5.5"),
    ("await", "5.5"),
    ("actor", "5.5"),
    ("Sendable", "5.5"),
    ("@MainActor", "5.5"),
    ("@unchecked", "5.5"),
    ("any", "5.6"),
    ("#unavailable", "5.6"),
    ("CodingKeyRepresentable", "5.6"),
    ("consuming", "5.9"),
    ("borrowing", "5.9"),
    ("package", "5.9"),
    ("each", "5.9"),
    ("nonisolated", "5.5"),
    ("@retroactive", "6.0"),
    ("sending", "6.0"),
    ("@nonexhaustive", "6.2"),
];

#[test]
fn nothing_newer_than_the_floor() {
    for case in cases() {
        let files = swift::generate(&case.model, &mut Diagnostics::new());
        for (path, text) in files.iter() {
            let found = search(text);
            assert!(found.is_empty(), "{} {path}:\n{}", case.name, found.join("\n"));
        }
    }
}

/// Lines outside of `#if compiler` that use something newer.
fn search(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut guarded: Vec<bool> = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        match line {
            _ if line.starts_with("#if ") => guarded.push(line.starts_with("#if compiler(>=")),
            "#else" => {
                if let Some(last) = guarded.last_mut() {
                    *last = false;
                }
            }
            "#endif" => {
                guarded.pop();
            }
            _ if guarded.contains(&true) => {}
            _ => found.extend(newer(line)),
        }
    }
    found
}

fn newer(line: &str) -> Option<String> {
    let code = code_of(line);
    let words = || code.split(|char: char| !char.is_alphanumeric() && !"_@#`.".contains(char));
    let shorthand = ["if let", "guard let"].iter().find_map(|start| {
        let rest = code.strip_prefix(start)?.trim_start();
        let name_end = rest.find(|char: char| !char.is_alphanumeric() && char != '_')?;
        rest.get(name_end..)
            .filter(|rest| rest.trim_start().starts_with(['{', ',']) || rest.trim_start().starts_with("else"))
    });
    let is_used = |word: &str| match word.starts_with(|first: char| first.is_ascii_lowercase()) {
        // A keyword only where a word follows: a field may be called so.
        true => code.split(&format!("{word} ")).skip(1).any(|rest| rest.starts_with(char::is_alphabetic) && !rest.starts_with("in ")),
        false => words().any(|found| found == word),
    } || code.contains(") async");
    let newer = NEWER.iter().find(|(word, _)| is_used(word));
    match (newer, shorthand) {
        (Some((word, since)), _) => Some(format!("`{word}` came with Swift {since}: {line}")),
        (None, Some(_)) => Some(format!("`if let x` without `=` came with Swift 5.7: {line}")),
        (None, None) => None,
    }
}

/// A line without its comment and its string literals.
fn code_of(line: &str) -> String {
    let mut code = String::new();
    let mut in_text = false;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' if in_text => {
                chars.next();
            }
            '"' => in_text = !in_text,
            '/' if !in_text && chars.peek() == Some(&'/') => break,
            char if !in_text => code.push(char),
            _ => {}
        }
    }
    code
}

#[test]
fn the_search_finds_what_is_newer() {
    assert_eq!(
        search(
            "/// an async call\nlet a = \"await\" // any\n#if compiler(>=5.5)\nextension A: Sendable {}\n#endif\n"
        ),
        [""; 0]
    );
    assert_eq!(
        search("func a() async {}\nlet z = await y()\nif let a {\nguard let b else { return }\nlet x: any P\nif let c = d {\n")
            .len(),
        5
    );
}
