//! What stands first in the documentation of a generated crate: how a value is built, validated and sent, and how an answer
//! is read. Doc tests, which compile and run with the values of the spec's examples.

use std::collections::BTreeSet;

use wirewright::json::Value;

use super::docs::{code_span, is_printable};
use super::example::{Examples, example_of};
use super::file::recursion_limit;
use super::names::Names;
use super::print::literal;
use crate::model::{EnumId, ItemId, Model, ObjectId, OperationDef, OperationId};

/// A line of the crate's documentation.
pub(crate) enum DocLine {
    /// Text of a `//!` comment.
    Text(String),
    /// `use` of items of the crate itself, whose name only cargo knows.
    Use(Vec<String>),
}

/// The beginning of a crate's documentation; nothing where the spec has no example of anything.
pub(crate) fn quick_start(model: &Model, names: &Names) -> Vec<DocLine> {
    let operation = items(model).find_map(|item| match item {
        ItemId::Operation(id) => Some((id, model.operation(id))),
        _ => None,
    });
    let object = operation.map(|(_, operation)| operation.request).or_else(|| first_object(model));
    let mut lines = Vec::new();
    lines.extend(object.and_then(|id| building(model, names, id, operation)).unwrap_or_default());
    lines.extend(operation.and_then(|operation| reading(model, names, operation)).unwrap_or_default());
    if !lines.is_empty() {
        lines.splice(0..0, ["", "# Start here"].map(text));
    }
    lines
}

fn items(model: &Model) -> impl Iterator<Item = ItemId> {
    model.modules.iter().flat_map(|module| &module.items).copied()
}

/// The first object that the spec has an example of.
fn first_object(model: &Model) -> Option<ObjectId> {
    items(model).find_map(|item| match item {
        ItemId::Object(id) if !model.object(id).examples.is_empty() => Some(id),
        _ => None,
    })
}

/// Building, validating, writing.
fn building(
    model: &Model,
    names: &Names,
    id: ObjectId,
    operation: Option<(OperationId, &OperationDef)>,
) -> Option<Vec<DocLine>> {
    let mut examples = Examples { model, names, imports: BTreeSet::new() };
    let code = examples.object(id, &example_of(model, id)?)?;
    let variable = if operation.is_some() { "request" } else { "value" };
    let mut body = code.lines(0, &format!("let {variable} = "), ";");
    body.push(String::new());
    body.push("// Every violation at once, each with its JSON Pointer.".to_owned());
    body.push(format!("{variable}.validate()?;"));
    body.push(format!("let body = serde_json::to_string(&{variable})?;"));
    let traits = match operation {
        Some((id, operation)) => {
            let name = examples.name(ItemId::Operation(id));
            for (constant, text) in [("METHOD", &operation.method), ("PATH", &operation.path)] {
                body.push(format!("assert_eq!({name}::{constant}, {});", literal(text)));
            }
            "use wirewright::{Operation, Validate};"
        }
        None => "use wirewright::Validate;",
    };
    let introduction = [
        "",
        "Build a value: what is required has to be there, or it does not compile, and everything else has a",
        "`with_…`. Then validate it, and write it as JSON.",
        "",
    ];
    Some(introduction.map(text).into_iter().chain(doc_test(examples, traits, body)?).collect())
}

/// Reading: the outcome, and codes that nobody knows yet.
fn reading(
    model: &Model,
    names: &Names,
    (id, operation): (OperationId, &OperationDef),
) -> Option<Vec<DocLine>> {
    let mut examples = Examples { model, names, imports: BTreeSet::new() };
    let answer = example_of(model, operation.response)?;
    let call = examples.name(ItemId::Operation(id));
    let response = examples.name(ItemId::Object(operation.response));
    let mut body = json_lines(&answer)?;
    body.push(format!("let response = {response}::from_json(answer)?;"));
    body.push(format!("match {call}::outcome(&response) {{"));
    for (outcome, meaning) in [
        ("Success", "go on with what is in it"),
        ("Failure", "its code says whether another try makes sense"),
        ("Pending", "ask again, or wait: this is no failure"),
        ("Unrecognized", "a status that this version does not know"),
    ] {
        body.push(format!("    Outcome::{outcome} => println!({}),", literal(meaning)));
    }
    body.push("}".to_owned());
    body.extend(
        operation.codes.as_ref().map(|(codes, _)| code_lines(&mut examples, *codes)).unwrap_or_default(),
    );
    let introduction = [
        "",
        "Read what comes back: an answer with a surprise in it is read all the same, and of one that can't be",
        "read every place is told.",
        "",
    ];
    let code = doc_test(examples, "use wirewright::{FromJson, Operation, Outcome};", body)?;
    Some(introduction.map(text).into_iter().chain(code).collect())
}

/// What becomes of a code of tomorrow.
fn code_lines(examples: &mut Examples<'_>, codes: EnumId) -> Vec<String> {
    let name = examples.name(ItemId::Enum(codes));
    let mut unknown = "NEWER_THAN_THIS_CRATE".to_owned();
    while examples.model.enumeration(codes).values.iter().any(|value| value.name.text == unknown) {
        unknown.push('_');
    }
    let unknown = literal(&unknown);
    vec![
        String::new(),
        "// A code that this version does not know is kept, and written back.".to_owned(),
        format!("let code = {name}::from({unknown});"),
        format!("assert!(matches!(code, {name}::Unrecognized(_)));"),
        format!("assert_eq!(code.as_str(), {unknown});"),
    ]
}

/// A document as a raw string, a line a field.
fn json_lines(value: &Value) -> Option<Vec<String>> {
    let Value::Object(entries) = value else { return None };
    let mut lines = Vec::new();
    for (index, (key, value)) in entries.iter().enumerate() {
        let comma = if index + 1 < entries.len() { "," } else { "" };
        lines.push(format!("    {}: {value}{comma}", Value::String(key.clone())));
    }
    let longest = lines.iter().flat_map(|line| line.split('"').skip(1)).map(leading_hashes).max();
    let hashes = "#".repeat(longest.unwrap_or_default() + 1);
    lines.insert(0, format!("let answer = r{hashes}\"{{"));
    lines.push(format!("}}\"{hashes};"));
    lines.iter().all(|line| is_printable(line)).then_some(lines)
}

fn leading_hashes(text: &str) -> usize {
    text.chars().take_while(|letter| *letter == '#').count()
}

/// A doc test. `None` where one of its names means something else in a program than the prelude's.
fn doc_test(examples: Examples<'_>, traits: &str, body: Vec<String>) -> Option<Vec<DocLine>> {
    const TAKEN: [&str; 12] = [
        "Box",
        "Err",
        "None",
        "Ok",
        "Operation",
        "Option",
        "Outcome",
        "Result",
        "Some",
        "String",
        "Validate",
        "Vec",
    ];
    if examples.imports.iter().any(|name| TAKEN.contains(&name.as_str())) {
        return None;
    }
    let mut lines = vec![text("```")];
    // A doc test is a crate of its own.
    let limit = recursion_limit(examples.model).map(|limit| format!("# #![recursion_limit = \"{limit}\"]"));
    lines.extend(limit.map(DocLine::Text));
    lines.extend([DocLine::Use(examples.imports.into_iter().collect()), text(traits), text("")]);
    lines.extend(body.iter().map(|line| text(line)));
    lines.extend(["# Ok::<(), Box<dyn std::error::Error>>(())", "```"].map(text));
    Some(lines)
}

fn text(line: &str) -> DocLine {
    DocLine::Text(line.to_owned())
}

/// The calls of an API, as a list.
pub(crate) fn calls(model: &Model, names: &Names) -> Vec<DocLine> {
    let call = |item| match item {
        ItemId::Operation(id) => {
            let operation = model.operation(id);
            let request = code_span(&format!("{} {}", operation.method, operation.path));
            Some(DocLine::Text(format!("- [`{}`]: {request}", names.item(item))))
        }
        _ => None,
    };
    let calls: Vec<DocLine> = items(model).filter_map(call).collect();
    let head = if calls.is_empty() { &[][..] } else { &["", "# Calls", ""] };
    head.iter().map(|line| text(line)).chain(calls).collect()
}
