//! What `wirewright twins` prints about documents.

use serde_json::{Value, json};
use wirewright::Violation;
use wirewright_codegen::text::is_hidden;
use wirewright_codegen::twins::{Answer, Disagreement, Input, Verdict};

/// The first disagreement, for people.
pub(super) fn disagreement(found: &Disagreement, line: usize, again: &str) -> String {
    let Disagreement { index, input, shrunk, verdict } = found;
    let after = match index {
        0 => String::new(),
        1 => ", after one that they agree about".to_owned(),
        _ => format!(", after {index} that they agree about"),
    };
    let made = match input.document.len().saturating_sub(shrunk.document.len()) {
        0 => "it is".to_owned(),
        fewer => format!("made smaller by {fewer} bytes, it is"),
    };
    let mut text = format!(
        "judge, Rust and Swift disagree about document {line}{after}; {made}:\n\n  \
         type      {}\n  document  {}\n\n",
        shrunk.type_name,
        shown_bytes(&shrunk.document)
    );
    text += &list("judge", &shown_violations(&verdict.judge));
    text += &list("Rust", &shown_answer(&verdict.rust));
    if let Some(swift) = &verdict.swift {
        text += &list("Swift", &shown_answer(swift));
    }
    text + &format!("\nto run it again:\n\n{again}")
}

fn list(name: &str, lines: &[String]) -> String {
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!("  {name}:\n{lines}")
}

fn shown_answer(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Violations(violations) => shown_violations(violations),
        Answer::Crashed(how) => vec![format!("the program ended over it: {}", visible(how))],
        Answer::TimedOut => vec!["no answer in time".to_owned()],
    }
}

fn shown_violations(violations: &[Violation]) -> Vec<String> {
    match violations.is_empty() {
        true => vec!["valid".to_owned()],
        false => violations.iter().map(|violation| visible(&violation.to_string())).collect(),
    }
}

fn shown_bytes(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok("") => "(no bytes at all)".to_owned(),
        Ok(text) => visible(text),
        Err(_) => format!("{} (bytes that are not UTF-8)", bytes.escape_ascii()),
    }
}

/// A text without characters that show nothing of themselves or move the cursor.
fn visible(text: &str) -> String {
    let shown = |character: char| match is_hidden(character) {
        true => format!("\\u{{{:x}}}", u32::from(character)),
        false => character.to_string(),
    };
    text.chars().map(shown).collect()
}

/// One document as a line of JSON.
pub(super) fn json_line(line: usize, input: &Input, verdict: &Verdict, with_document: bool) -> String {
    let mut object = json!({
        "line": line,
        "type": input.type_name,
        "agree": verdict.agree(),
        "judge": verdict.judge,
        "rust": answer(&verdict.rust),
        "swift": verdict.swift.as_ref().map(answer),
    });
    if let (true, Some(object)) = (with_document, object.as_object_mut()) {
        match std::str::from_utf8(&input.document) {
            Ok(text) => object.insert("document".to_owned(), json!(text)),
            Err(_) => object.insert("documentBytes".to_owned(), json!(input.document)),
        };
    }
    format!("{object}\n")
}

fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Violations(violations) => json!(violations),
        Answer::Crashed(how) => json!({ "crashed": how }),
        Answer::TimedOut => json!({ "timedOut": true }),
    }
}
