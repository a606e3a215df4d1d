//! The spec language itself, made from the tables of its keys: its JSON Schema for editors and its reference.

use serde_json::{Map, Value as Json, json};

use crate::syntax::keys::{self, TABLES};
use crate::syntax::table::{Key, Table, Value};

/// The JSON Schema (draft 2020-12) of a spec file, for completion and checks in editors.
pub fn json_schema() -> Json {
    let mut definitions = Map::new();
    for table in TABLES {
        definitions.insert(definition_name(table), table_schema(table));
    }
    definitions.insert(definition_name(&keys::ELEMENTS), table_schema(&keys::ELEMENTS));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A spec file of wirewright",
        "description": keys::FILE.doc,
        "$ref": format!("#/$defs/{}", definition_name(&keys::FILE)),
        "$defs": definitions,
    })
}

fn table_schema(table: &'static Table) -> Json {
    let mut properties = Map::new();
    for key in table.all_keys() {
        properties.insert(key.name.to_owned(), key_schema(key));
    }
    let required: Vec<&str> = table.all_keys().filter(|key| key.required).map(|key| key.name).collect();
    // A key without a value is an empty mapping, unless something in it is required.
    let kind = if required.is_empty() { json!(["object", "null"]) } else { json!("object") };
    json!({
        "description": table.doc,
        "type": kind,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn key_schema(key: &Key) -> Json {
    let mut schema = value_schema(&key.value);
    schema.insert("description".to_owned(), json!(key.doc));
    Json::Object(schema)
}

fn value_schema(value: &Value) -> Map<String, Json> {
    let schema = match value {
        // Every scalar means its text, so `maxLength: 3` and `doc: 3` are texts, too.
        Value::Text => json!({ "type": ["string", "number", "boolean", "null"] }),
        Value::Boolean => json!({ "type": "boolean" }),
        Value::Count => json!({ "type": "integer", "minimum": 0 }),
        Value::Choice(words) => {
            json!({ "enum": words.iter().flat_map(|word| spellings(word)).collect::<Vec<_>>() })
        }
        Value::Reason => json!({ "type": ["boolean", "string"] }),
        Value::Any => json!({}),
        Value::List(element) => json!({ "type": "array", "items": value_schema(element) }),
        Value::Map(element) => {
            json!({ "type": ["object", "null"], "additionalProperties": value_schema(element) })
        }
        Value::Table(table) => json!({ "$ref": format!("#/$defs/{}", definition_name(table)) }),
    };
    match schema {
        Json::Object(schema) => schema,
        _ => Map::new(),
    }
}

/// A word as an editor's YAML reader may see it: `1`, `true` and `false` are not strings to it.
fn spellings(word: &str) -> Vec<Json> {
    let typed = serde_json::from_str::<Json>(word).ok();
    typed.into_iter().chain([json!(word)]).collect()
}

/// `a result code` becomes `result-code`.
fn definition_name(table: &Table) -> String {
    if std::ptr::eq(table, &keys::ELEMENTS) {
        return "elements-with-constraints".to_owned();
    }
    let words = table.what.split(' ').filter(|word| !matches!(*word, "a" | "an" | "the"));
    words.collect::<Vec<_>>().join("-").replace("'s", "")
}

/// The reference of all keys in Markdown: a table of keys per kind of mapping.
pub fn reference() -> String {
    let mut text = String::new();
    for table in TABLES {
        text.push_str(&table_reference(table));
    }
    text
}

/// The keys of one kind of mapping in Markdown.
pub fn table_reference(table: &'static Table) -> String {
    let mut text = String::from("| key | value | meaning |\n| --- | --- | --- |\n");
    for key in table.keys {
        let required = if key.required { ", **required**" } else { "" };
        let value = value_words(&key.value).replace('|', "\\|");
        text.push_str(&format!("| `{}` | {value}{required} | {} |\n", key.name, key.doc.replace('|', "\\|")));
    }
    text
}

fn value_words(value: &Value) -> String {
    match value {
        Value::Text => "text".to_owned(),
        Value::Boolean => "`true` or `false`".to_owned(),
        Value::Count => "whole number".to_owned(),
        Value::Choice(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Value::Reason => "`true` or text".to_owned(),
        Value::Any => "any value".to_owned(),
        Value::List(element) => format!("list of {}", value_words(element)),
        Value::Map(element) => format!("mapping from names to {}", value_words(element)),
        Value::Table(table) => table.what.to_owned(),
    }
}
