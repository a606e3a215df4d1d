//! The text that each feature of the language becomes.

use insta::{assert_snapshot, with_settings};

use super::generate;
use crate::diagnostic::Diagnostics;
use crate::load::{InputFile, load};

macro_rules! snapshot {
    ($text:expr) => {
        with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, { assert_snapshot!($text) })
    };
}

const HEAD: &str = "wirewright: 1\napi: Shop\ndoc: A shop.\n";

/// Generates from one file `shop.yaml`, and returns its file without the head.
fn module(spec: &str) -> String {
    let (files, diagnostics) = output(&[("shop.yaml", &format!("{HEAD}{spec}"))]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let (_, text) = files.into_iter().find(|(path, _)| path == "Shop.swift").expect("the file's module");
    text.lines().skip_while(|line| line.starts_with("// ")).collect::<Vec<_>>().join("\n")
}

/// Files and the messages of diagnostics, each with the texts it points at.
fn output(files: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<String>) {
    let input =
        |(path, text): &(&str, &str)| InputFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(files.iter().map(input).collect());
    let mut diagnostics = Diagnostics::new();
    let files = loaded.model.as_ref().map(|model| generate(model, &mut diagnostics));
    let messages = loaded.diagnostics.iter().chain(diagnostics.iter()).map(|one| {
        let also: Vec<&str> = one.secondary.iter().map(|label| loaded.sources.text(label.span)).collect();
        let text = loaded.sources.text(one.primary.span);
        format!("{} {} | {text} {also:?} | {:?}", one.code, one.message, one.help)
    });
    let texts =
        files.iter().flat_map(|files| files.iter()).map(|(path, text)| (path.to_owned(), text.to_owned()));
    (texts.collect(), messages.collect())
}

fn mistakes(spec: &str) -> String {
    output(&[("shop.yaml", &format!("{HEAD}{spec}"))]).1.join("\n")
}

#[test]
fn fields_of_every_type() {
    snapshot!(module(
        r#"
scalars:
  Currency: { type: string, minLength: 3, maxLength: 3, examples: [USD], doc: ISO 4217 code. }
types:
  Part: { doc: A part., fields: { name: { type: string, doc: Name. } } }
  Every:
    doc: Every type there is.
    fields:
      text: { type: string, required: true, doc: Text. }
      flag: { type: boolean, doc: Flag. }
      flagText: { type: boolean, wire: string, doc: Flag as text. }
      flagEither: { type: boolean, wire: boolean, required: true, doc: Flag in both forms. }
      countText: { type: integer, wire: string, required: true, doc: Count as text. }
      price: { type: decimal, wire: string, doc: Price. }
      at: { type: datetime, doc: Time. }
      day: { type: date, doc: Day. }
      link: { type: url, doc: Link. }
      any: { type: json, doc: Anything. }
      currency: { type: Currency, required: true, doc: Currency. }
      parts: { type: list<Part>, doc: Parts. }
      partsByName: { type: map<Part>, doc: Parts by name. }
      counts: { type: "list<map<integer>>", acceptSingle: true, doc: Counts. }
      maybe: { type: integer, nullable: true, doc: A number or null. }
      mustBe: { type: string, required: true, nullable: true, doc: A text or null. }
      renamed: { type: string, aliases: [old, older], doc: Renamed. }
"#
    ));
}

#[test]
fn plain_fields_leave_coding_to_swift() {
    snapshot!(module(
        r#"
types:
  Same: { doc: The same names., fields: { name: { type: string }, part: { type: Other } } }
  Other: { doc: Other names., fields: { shopUrl: { type: url, required: true }, class: { type: string } } }
  Empty: { doc: Nothing. }
"#
    ));
}

#[test]
fn recursive_types() {
    snapshot!(module(
        r#"
types:
  Tree:
    doc: A tree.
    fields:
      left: { type: Tree }
      leaves: { type: list<Tree> }
      next: { type: Tree, nullable: true }
"#
    ));
}

#[test]
fn sensitive_deprecated_and_kept_fields() {
    snapshot!(module(
        r#"
types:
  Card:
    doc: A card.
    unknownFields: keep
    deprecated: Use `Token`.
    fields:
      number: { type: string, sensitive: true, required: true, examples: ["4111"], doc: The number. }
      holder: { type: string, default: "nobody", source: The terms., doc: Who. }
"#
    ));
}

#[test]
fn constraints() {
    snapshot!(module(
        r#"
scalars:
  Cent: { type: decimal, wire: string, multipleOf: 0.01, minimum: 0 }
enums:
  Closed: { open: false, values: { A: {}, B: {} } }
types:
  Every:
    doc: Every constraint.
    fields:
      text: { type: string, required: true, minLength: 1, maxLength: 64 }
      when: { type: datetime, required: onSend }
      code: { type: string, format: iso4217, const: EUR }
      kind: { type: string, enum: [a, "b\"\\("] }
      count: { type: integer, exclusiveMinimum: -5, maximum: 10, multipleOf: 5 }
      price: { type: Cent, exclusiveMaximum: 100 }
      list: { type: list<string>, minItems: 1, maxItems: 9, uniqueItems: true, items: { maxLength: 6 } }
      lists: { type: "list<list<Cent>>", items: { minItems: 1 } }
      map: { type: map<Every>, minProperties: 1, maxProperties: 2 }
      closed: { type: list<Closed> }
      every: { type: list<Every>, uniqueItems: true }
      maybe: { type: string, nullable: true, maxLength: 3 }
"#
    ));
}

#[test]
fn rules() {
    snapshot!(module(
        r#"
types:
  Line: { doc: A line., fields: { kind: { type: string, required: true }, price: { type: integer }, note: { type: string } } }
  Order:
    doc: An order.
    fields:
      line: { type: Line }
      lines: { type: list<Line>, required: true }
      from: { type: datetime, required: true }
      until: { type: datetime }
      least: { type: integer }
      most: { type: decimal }
    rules:
      - { id: all, doc: Told in words., when: { all: [{ field: line.kind, is: A }, { field: least, lessThan: 3 }] }, require: [line.price, until] }
      - { id: any, unless: { any: [{ field: "lines[*].kind", in: [A, B] }, { field: most, present: true }] }, forbid: ["lines[*].note", from] }
      - { id: each, require: ["lines[*].price"] }
      - { id: exactly, exactlyOneOf: [line, until, "lines[*].note"] }
      - { id: at-least, atLeastOneOf: [least, most] }
      - { id: at-most, atMostOneOf: [least, from] }
      - { id: together, requireTogether: [least, most] }
      - { id: times, compare: { field: from, lessThan: until } }
      - { id: numbers, compare: { field: least, lessThanOrEqual: most } }
      - { id: never, require: [lines] }
"#
    ));
}

#[test]
fn enums_codes_and_events() {
    snapshot!(module(
        r#"
enums:
  Size: { doc: Sizes., values: { S: { name: small, doc: Small. }, "3D": {}, default: {}, none: {}, "": {}, "e\u0301": { name: accent } } }
  Kind: { doc: Kinds., open: false, values: { A: {} } }
codes:
  ResultCode:
    SUCCESS: { doc: It worked. }
    BUSY: { doc: Later., action: "Say \"wait\".", retry: same }
events:
  Event:
    categories: [status, error]
    codes:
      SDK_CALL_URL_ERROR: { category: error, doc: No way., action: Check the URL. }
      SDK_START: { category: status }
"#
    ));
}

#[test]
fn options_of_an_sdk() {
    snapshot!(module(
        r#"
enums:
  Locale: { doc: Locales., values: { en_US: {}, pt_BR: {} } }
options:
  Configuration:
    doc: Options.
    entries:
      locale: { type: Locale, fallback: en_US }
      sandbox: { type: boolean, wire: string, default: false, in: options, doc: Sandbox. }
      limit: { type: integer, in: options, maximum: 5 }
"#
    ));
}

#[test]
fn operations_and_webhooks() {
    snapshot!(module(
        r#"
outcome: { status: result.status, success: [S], failure: [F] }
types: { CallResult: { doc: End., fields: { status: { type: string, required: true } } } }
codes: { ResultCode: { SUCCESS: {}, BUSY: {} } }
requests: { Request: { doc: Sent., fields: { id: { type: string, required: true } } } }
responses: { Answer: { doc: Got., fields: { result: { type: CallResult } } } }
operations:
  pay: { doc: Pays., method: POST, path: /pay, request: Request, response: Answer, idempotencyKey: id, codes: [BUSY] }
webhooks:
  paid: { doc: It is paid., payload: Request, acknowledgement: Answer }
  seen: { doc: It is seen., payload: Request }
"#
    ));
}

#[test]
fn collisions_show_both_places() {
    snapshot!(mistakes(
        r#"
enums:
  Size: { values: { a-b: {}, a_b: {}, unrecognized: {}, "+": {} } }
types:
  Error: { fields: {} }
  Shop: { fields: {} }
  Order: { unknownFields: keep, fields: { fooBar: { type: string }, foo_bar: { type: string }, additional: { type: string } } }
  Part: { swift: { name: Order }, fields: { x: { type: string, swift: { name: self } } } }
"#
    ));
}

#[test]
fn nothing_escapes_from_comments_and_strings() {
    let text = module(
        r#"
types:
  Odd:
    doc: "First.\u2028*/ \"\"\" \\(exit()) `code\u202e` \r\nlet evil = 1"
    fields:
      "a\"\\(evil)\n\u2029": { type: string, swift: { name: odd }, rust: { name: odd }, const: "\"\\(evil)\n" }
"#,
    );
    for line in text.lines().filter(|line| line.contains("evil")) {
        let line = line.trim_start();
        assert!(line.starts_with("///") || line.contains(r"\\(evil)\n"), "{line}");
    }
    assert!(text.chars().all(|letter| letter == '\n' || (' '..='~').contains(&letter)), "{text}");
}

#[test]
fn files_are_named_after_spec_files_and_support_stands_beside() {
    let head = format!("{HEAD}types: {{ A: {{ doc: A., fields: {{}} }} }}\n");
    let line = "types: { B: { doc: B., fields: { a: { type: A } } } }\n";
    let (files, diagnostics) = output(&[("order-line.yaml", line), ("api.yaml", &head)]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let own: Vec<&str> =
        files.iter().map(|(path, _)| path.as_str()).filter(|path| !path.starts_with("Support/")).collect();
    assert_eq!(own, ["API.swift", "OrderLine.swift"]);
    for (path, text) in &files {
        assert!(text.starts_with("// @generated by wirewright"), "{path}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains('\r'), "{path}");
    }
}

#[test]
fn support_and_generated_code_need_no_newer_swift() {
    let (files, _) = output(&[("shop.yaml", HEAD)]);
    for (path, text) in &files {
        for line in text.lines() {
            let shorthand = ["if let ", "guard let ", "if var "]
                .iter()
                .any(|head| line.trim_start().strip_prefix(head).is_some_and(|rest| !rest.contains('=')));
            let newer = [" async ", " await ", ": any ", ": some ", "#unavailable", "nonisolated"];
            let code = line.split("//").next().unwrap_or_default();
            assert!(!shorthand && !newer.iter().any(|word| code.contains(word)), "{path}: {line}");
        }
    }
}
