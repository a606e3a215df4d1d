//! What documents are like: the same for the same seed, valid ones valid, each code met.

use std::collections::BTreeMap;

use super::*;
use crate::judge::judge_text;
use crate::load::{InputFile, load};

const SPEC: &str = r#"wirewright: 1
api: Shop
doc: A shop.
enums:
  Size: { doc: How large., open: false, values: { S: { doc: Small. }, L: { doc: Large. } } }
types:
  Line:
    doc: A line.
    fields:
      sku: { type: string, required: true, pattern: "^[A-Z]{2}-[0-9]{1,4}$", maxLength: 6, doc: What. }
      count: { type: integer, wire: string, required: true, minimum: 2, exclusiveMaximum: 11, multipleOf: 2, doc: How many. }
      price: { type: decimal, exclusiveMinimum: 0, maximum: 9.5, multipleOf: 0.05, doc: How much. }
      size: { type: Size, doc: How large. }
      bundle: { type: list<Line>, doc: What it is made of. }
  Order:
    doc: An order.
    unknownFields: keep
    fields:
      id: { type: string, required: true, minLength: 2, maxLength: 5, aliases: [ID], doc: Which. }
      kind: { type: string, enum: [retail, wholesale], doc: What kind. }
      version: { type: integer, const: 3, doc: Which version. }
      lines: { type: list<Line>, required: true, minItems: 1, maxItems: 3, uniqueItems: true, acceptSingle: true, doc: What. }
      notes: { type: map<string>, minProperties: 1, maxProperties: 2, values: { minLength: 1 }, doc: Notes. }
      day: { type: date, doc: When. }
      currency: { type: string, format: iso4217, doc: In what. }
      buyer: { type: string, required: onSend, doc: Who. }
      remark: { type: string, nullable: true, doc: Words. }
      more: { type: json, doc: Anything. }
    rules:
      - { id: one-of, exactlyOneOf: [kind, version] }
      - { id: day-for-retail, when: { field: kind, is: retail }, require: [day] }
      - { id: no-notes, when: { field: "lines[*].count", greaterThan: 8 }, forbid: [notes] }
"#;

fn model() -> Model {
    load_model(SPEC)
}

fn load_model(spec: &str) -> Model {
    let loaded = load(vec![InputFile { path: "api.yaml".to_owned(), bytes: spec.as_bytes().to_vec() }]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.model.unwrap()
}

#[test]
fn the_same_seed_gives_the_same_documents() {
    let model = model();
    let made = |seed| {
        let mut documents = Documents::new(&model, "Order", seed).unwrap();
        (0..50).map(|_| documents.next_document()).collect::<Vec<_>>()
    };
    assert_eq!(made(1), made(1));
    assert_ne!(made(1), made(2));
}

#[test]
fn valid_ones_are_valid() {
    let model = model();
    for name in ["Order", "Line", "Size"] {
        let mut documents = Documents::new(&model, name, 3).unwrap();
        for _ in 0..500 {
            let document = documents.of_kind(Kind::Valid);
            let violations = judge_text(&model, name, &document).unwrap();
            // Of an enum that is closed, too.
            assert!(violations.is_empty(), "{}: {violations:?}", String::from_utf8_lossy(&document));
        }
    }
}

#[test]
fn nearly_valid_ones_meet_every_code() {
    let model = model();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let mut documents = Documents::new(&model, "Order", 5).unwrap();
    for _ in 0..3000 {
        let document = documents.of_kind(Kind::Nearly);
        for violation in judge_text(&model, "Order", &document).unwrap() {
            *found.entry(violation.code.into_owned()).or_default() += 1;
        }
    }
    let rare: Vec<_> = wirewright::codes::ALL
        .iter()
        .map(|(code, _)| *code)
        .chain(["rule:one-of", "rule:day-for-retail", "rule:no-notes"])
        .filter(|code| !["syntax", "duplicateKey", "type", "encoding"].contains(code))
        .filter(|code| found.get(*code).copied().unwrap_or_default() < 5)
        .collect();
    assert!(rare.is_empty(), "{rare:?} of {found:#?}");
}

#[test]
fn wild_ones_are_of_all_sorts() {
    let model = model();
    let mut documents = Documents::new(&model, "Order", 5).unwrap();
    let made: Vec<Vec<u8>> = (0..3000).map(|_| documents.of_kind(Kind::Wild)).collect();
    let some =
        |part: &str| made.iter().any(|text| text.windows(part.len()).any(|bytes| bytes == part.as_bytes()));
    for part in
        ["\\ud800", "\u{FEFF}", "1e400", "\\u0000", "9007199254740993", "\\u0061", "🎉", "e\u{301}", "[[[["]
    {
        assert!(some(part), "{part}");
    }
    let codes: Vec<_> =
        made.iter().flat_map(|text| judge_text(&model, "Order", text).unwrap()).map(|one| one.code).collect();
    for code in ["syntax", "type", "required", "encoding", "duplicateKey"] {
        assert!(codes.iter().filter(|found| *found == code).count() > 20, "{code}");
    }
    assert!(made.iter().any(|text| std::str::from_utf8(text).is_err()));
}

#[test]
fn what_has_to_be_huge_is_not_made() {
    let model = load_model(
        "wirewright: 1\napi: Huge\ndoc: What is huge.\ntypes:\n  Order:\n    doc: An order.\n    fields:\n      text: { type: string, required: true, minLength: 18446744073709551615, doc: T. }\n      list: { type: list<list<string>>, required: true, minItems: 9223372036854775807, items: { minItems: 99999999 }, doc: L. }\n      map: { type: map<string>, required: true, minProperties: 99999999, doc: M. }\n",
    );
    let mut documents = Documents::new(&model, "Order", 1).unwrap();
    assert!((0..5).all(|_| documents.next_document().len() < 10_000_000));
}
