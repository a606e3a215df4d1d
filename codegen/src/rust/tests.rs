//! The text that each feature of the language becomes.

use insta::{assert_snapshot, with_settings};

use super::{RustOptions, RustShape, generate};
use crate::diagnostic::Diagnostics;
use crate::load::{InputFile, load};

macro_rules! snapshot {
    ($text:expr) => {
        with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, { assert_snapshot!($text) })
    };
}

const HEAD: &str = "wirewright: 1\napi: Shop\ndoc: A shop.\n";

/// Generates from one file `shop.yaml`, and returns its module without the file's head.
fn module(spec: &str) -> String {
    let (files, diagnostics) = output(&[("shop.yaml", &format!("{HEAD}{spec}"))], RustShape::Crate);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let (_, text) = files.into_iter().find(|(path, _)| path == "shop.rs").expect("the module of the file");
    text.lines()
        .skip_while(|line| line.starts_with("//") || line.starts_with("#!"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Files and the messages of diagnostics, each with the texts it points at.
fn output(files: &[(&str, &str)], shape: RustShape) -> (Vec<(String, String)>, Vec<String>) {
    let input =
        |(path, text): &(&str, &str)| InputFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    let loaded = load(files.iter().map(input).collect());
    let mut diagnostics = Diagnostics::new();
    let files = loaded.model.as_ref().map(|model| generate(model, &RustOptions { shape }, &mut diagnostics));
    let messages = loaded.diagnostics.iter().chain(diagnostics.iter()).map(|one| {
        let also: Vec<&str> = one.secondary.iter().map(|label| loaded.sources.text(label.span)).collect();
        format!(
            "{} {} | {} {also:?} | {:?}",
            one.code,
            one.message,
            loaded.sources.text(one.primary.span),
            one.help
        )
    });
    let texts =
        files.iter().flat_map(|files| files.iter()).map(|(path, text)| (path.to_owned(), text.to_owned()));
    (texts.collect(), messages.collect())
}

fn mistakes(spec: &str) -> String {
    output(&[("shop.yaml", &format!("{HEAD}{spec}"))], RustShape::Crate).1.join("\n")
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
      count: { type: integer, doc: Count. }
      countText: { type: integer, wire: string, required: true, doc: Count as text. }
      price: { type: decimal, wire: string, doc: Price. }
      at: { type: datetime, doc: Time. }
      day: { type: date, doc: Day. }
      link: { type: url, doc: Link. }
      any: { type: json, doc: Anything. }
      currency: { type: Currency, required: true, doc: Currency. }
      part: { type: Part, doc: An optional part. }
      wholePart: { type: Part, required: true, doc: A required part. }
      parts: { type: list<Part>, doc: Parts. }
      partsByName: { type: map<Part>, doc: Parts by name. }
      counts: { type: list<integer>, items: { wire: string, minimum: 1 }, doc: Counts. }
      tags: { type: list<string>, acceptSingle: true, doc: Tags. }
      matrix: { type: list<list<string>>, doc: Lists of lists. }
      maybe: { type: string, nullable: true, doc: Null means something. }
      maybePart: { type: Part, required: true, nullable: true, doc: Null means something. }
      sent: { type: string, required: onSend, doc: Ought to be sent. }
"#
    ));
}

#[test]
fn constraints_and_rules() {
    snapshot!(module(
        r#"
types:
  Item:
    doc: An item.
    fields:
      kind: { type: string, const: X, doc: Kind. }
      size: { type: string, enum: [S, M], doc: Size. }
      price: { type: decimal, minimum: 0.01, exclusiveMaximum: 100, multipleOf: 0.01, doc: Price. }
      count: { type: integer, exclusiveMinimum: -1, maximum: 10, doc: Count. }
      tags: { type: list<string>, minItems: 1, maxItems: 3, uniqueItems: true, items: { maxLength: 6 }, doc: Tags. }
      notes: { type: map<string>, minProperties: 1, maxProperties: 2, values: { minLength: 1 }, doc: Notes. }
  Basket:
    doc: A basket.
    fields:
      kind: { type: string, doc: Kind. }
      items: { type: list<Item>, doc: Items. }
      first: { type: Item, doc: First. }
      from: { type: integer, doc: From. }
      to: { type: integer, doc: To. }
    rules:
      - { id: first-when-x, doc: A kind X needs a first item., when: { field: kind, is: X }, require: [first, "items[*].size"] }
      - { id: no-first, unless: { any: [{ field: kind, in: [X, Y] }, { field: first.count, lessThan: 3 }] }, forbid: [first.tags] }
      - { id: one-of, exactlyOneOf: [first, items] }
      - { id: range, compare: { field: from, lessThanOrEqual: to } }
      - id: long
        doc: A rule whose attribute does not fit one line, and whose message is long as well.
        when: { all: [{ field: first.kind, present: true }, { field: first.size, present: false }, { field: "items[*].kind", is: X }] }
        requireTogether: [from, to]
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
    deprecated: Use a token.
    source: the vendor's page
    unknownFields: keep
    fields:
      number: { type: string, sensitive: true, examples: ["4111"], doc: Number. }
      cvv: { type: string, deprecated: true, default: "000", doc: Security code., source: the vendor's page }
      holder_name: { type: string, aliases: [owner, holder], doc: Holder. }
      type: { type: string, required: true, doc: A keyword. }
      self: { type: string, doc: No raw identifier. }
      3ds: { type: string, doc: A digit first. }
      URLPath: { type: string, rust: { name: path }, doc: An override. }
"#
    ));
}

#[test]
fn enums_codes_and_events() {
    snapshot!(module(
        r#"
enums:
  Status:
    doc: A status.
    values:
      S: { name: Success, doc: It worked. }
      "": { doc: Empty. }
      self: { doc: A keyword. }
      in-between: { doc: Two words. }
  Closed:
    doc: A closed enum.
    open: false
    values: { A: { doc: The first., deprecated: Use nothing. }, B: { doc: The second. } }
codes:
  ResultCode:
    SUCCESS: { doc: It worked., retry: never }
    BUSY: { doc: Too much., action: Wait., retry: same }
events:
  ShopEvent:
    doc: Events.
    categories: [status, error]
    codes:
      SHOP_OPENED: { category: status, doc: It opened. }
      SHOP_CLOSED_ERROR: { category: error, doc: It closed., action: "Call us, or come by on another day of the week that is not a Sunday." }
"#
    ));
}

#[test]
fn options_of_an_sdk() {
    snapshot!(module(
        r#"
enums:
  Locale: { doc: A locale., values: { en_US: { doc: English. }, de_DE: { doc: German. } } }
options:
  Configuration:
    doc: Options.
    entries:
      locale: { type: Locale, fallback: en_US, doc: Locale. }
      sandbox: { type: boolean, wire: string, default: false, in: options, doc: Sandbox. }
      maxRetries: { type: integer, wire: string, maximum: 5, in: options, doc: Retries. }
      theme: { type: Locale, fallback: de_DE, in: options, doc: A second fallback. }
"#
    ));
}

#[test]
fn operations_and_webhooks() {
    snapshot!(module(
        r#"
outcome: { status: result.status, code: result.code, success: [S], failure: [F, X], pending: [U] }
types:
  Head: { doc: A head., fields: { id: { type: string, doc: Id. } } }
  CallResult:
    doc: A result.
    fields: { status: { type: string, required: true, doc: Status. }, code: { type: string, doc: Code. } }
requests:
  PayRequest: { doc: A request., fields: { head: { type: Head, doc: Head. } } }
responses:
  Paid: { doc: A response., fields: { result: { type: CallResult, required: true, doc: Result. } } }
  Late: { doc: A response., fields: { result: { type: CallResult, nullable: true, doc: Result. } } }
codes:
  PayCode: { OK: { doc: Fine. }, NO: { doc: Not fine. } }
operations:
  pay: { doc: Pays., method: POST, path: /pay, request: PayRequest, response: Paid, codes: [OK] }
  payLater: { doc: Pays later., method: POST, path: /later, request: PayRequest, response: Late, idempotencyKey: head.id }
webhooks:
  paidLate: { doc: It was paid., payload: Late }
  paidNow: { doc: It was paid., payload: Late, acknowledgement: Paid }
"#
    ));
}

#[test]
fn prelude_names_of_the_api_do_not_hide_those_of_rust() {
    let text = module(
        r#"
types:
  Option: { doc: An option., fields: { value: { type: Vec, doc: A value. }, more: { type: list<string>, doc: More. } } }
  Vec: { doc: A vector., fields: {} }
  Box: { doc: A box., fields: {} }
  String: { doc: A string., fields: {} }
"#,
    );
    assert!(text.contains("pub value: std::option::Option<std::boxed::Box<Vec>>,"), "{text}");
    assert!(text.contains("pub more: std::option::Option<std::vec::Vec<std::string::String>>,"), "{text}");
    assert!(text.contains("skip_serializing_if = \"std::option::Option::is_none\""), "{text}");
}

const TWO_FILES: [(&str, &str); 2] = [
    (
        "spec/api.yaml",
        "wirewright: 1\napi: Shop\ndoc: A shop.\ntypes: { Basket: { doc: B., fields: { item: { type: Item, doc: I. } } } }\n",
    ),
    (
        "spec/item-list.yaml",
        "types: { Item: { doc: C., fields: {} } }\nenums: { Kind: { doc: K., values: { A: { doc: A. } } } }\n",
    ),
];

#[test]
fn a_crate_has_a_file_per_spec_file() {
    let (files, diagnostics) = output(&TWO_FILES, RustShape::Crate);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let all: Vec<String> = files.iter().map(|(path, text)| format!("=== {path}\n{text}")).collect();
    snapshot!(all.concat());
}

#[test]
fn an_included_file_has_no_inner_attributes() {
    let (files, diagnostics) = output(&TWO_FILES, RustShape::Include { file: "shop.rs".to_owned() });
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    snapshot!(files[0].1);
}

#[test]
fn collisions_show_both_places() {
    snapshot!(mistakes(
        r#"
types:
  Item:
    doc: An item.
    unknownFields: keep
    fields:
      fooBar: { type: string, required: true, doc: A. }
      foo_bar: { type: string, doc: B. }
      additional: { type: string, doc: C. }
      支付: { type: string, doc: D. }
  ItemRequired: { doc: Made beside the item., fields: {} }
enums:
  Kind: { doc: K., values: { A-B: { doc: A. }, A_B: { doc: B. }, unrecognized: { doc: C. }, "+": { doc: D. } } }
"#
    ));
}

#[test]
fn texts_of_the_spec_stay_texts() {
    let hostile = r#"\"]; } fn x() {} //! */ \\\" \u202e #![no_std]"#;
    let text = module(&format!(
        r#"
types:
  Item:
    doc: "{hostile}"
    source: "{hostile}"
    deprecated: "{hostile}"
    fields:
      a: {{ type: string, const: "{hostile}", aliases: ["{hostile}"], default: "{hostile}", doc: "{hostile}" }}
    rules: [{{ id: r, doc: "{hostile}", require: [a] }}]
enums:
  Kind: {{ doc: "{hostile}", values: {{ "{hostile}": {{ name: a, doc: "{hostile}", deprecated: "{hostile}" }} }} }}
"#
    ));
    let file = syn::parse_file(&text).expect("Rust");
    assert_eq!(file.items.len(), 2, "{text}");
    assert!(!text.contains('\u{202e}'));
}

/// Whether the lines of `old` are all there in `new`, in their order.
fn only_adds(old: &str, new: &str) -> bool {
    let mut lines = new.lines();
    old.lines().all(|line| lines.any(|other| other == line))
}

#[test]
fn additions_to_a_spec_add_lines_and_change_none() {
    let base = [
        (
            "a.yaml",
            "wirewright: 1\napi: Shop\ndoc: A shop.\ntypes:\n  Basket:\n    doc: B.\n    fields:\n      itemCount: { type: integer, doc: C. }\n      # field\n",
        ),
        (
            "b.yaml",
            "types:\n  Item: { doc: I., fields: { name: { type: string, doc: N. } } }\n  # type\nevents:\n  Event:\n    codes:\n      SHOP_A: { doc: A. }\n      SHOP_B: { doc: B. }\n      # code\n",
        ),
    ];
    let (before, _) = output(&base, RustShape::Crate);
    for (mark, addition) in [
        ("# field", "price: { type: decimal, doc: P. }\n      "),
        ("# field", "item: { type: Item, required: true, doc: I. }\n      "),
        ("# field", "flags: { type: list<boolean>, items: { wire: string }, doc: F. }\n      "),
        ("# field", "more: { type: map<json>, deprecated: Old., doc: M. }\n      "),
        ("# type", "Option: { doc: O., fields: {} }\n  "),
        ("# type", "Vec: { doc: O., fields: { name: { type: string, maxLength: 3, doc: N. } } }\n  "),
        ("# code", "SHOP_C: { doc: C. }\n      "),
    ] {
        let changed: Vec<(&str, String)> = base
            .iter()
            .map(|(path, text)| (*path, text.replace(mark, &format!("{addition}{mark}"))))
            .collect();
        let changed: Vec<(&str, &str)> = changed.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let (after, diagnostics) = output(&changed, RustShape::Crate);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        for ((path, old), (_, new)) in before.iter().zip(&after) {
            // An item named like a prelude type makes its own file spell that type out.
            if !(addition.starts_with("Option") && path == "b.rs") {
                assert!(only_adds(old, new), "{path} after {addition}:\n{new}");
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_a_spec_says_the_output_is_rust(texts in proptest::collection::vec("[ -~éß\u{202e}\u{301}\u{2028}😀`\\\\\"\\[\\]<>/*#!{}\t\n]{0,12}", 8)) {
        let quoted: Vec<String> = texts.iter().map(|text| serde_json::to_string(text).expect("JSON")).collect();
        let [doc, source, reason, field, alias, value, action, constant] = quoted.as_slice() else { return Ok(()) };
        let spec = format!(
            "types:\n  Item:\n    doc: {doc}\n    source: {source}\n    deprecated: {reason}\n    fields:\n      {field}: \
             {{ type: string, rust: {{ name: a }}, const: {constant}, default: {constant}, aliases: [{alias}], doc: {doc} }}\n\
             codes:\n  Code:\n    {value}: {{ name: thing, doc: {doc}, action: {action}, source: {source} }}\n"
        );
        let spec = format!("{HEAD}{spec}");
        for shape in [RustShape::Crate, RustShape::Include { file: "shop.rs".to_owned() }] {
            let (files, diagnostics) = output(&[("shop.yaml", &spec)], shape);
            assert!(!files.is_empty() || !diagnostics.is_empty(), "nothing said, nothing done: {spec}");
            for (path, text) in files {
                let file = syn::parse_file(&text);
                assert!(file.is_ok(), "{path}: {:?}\n{text}", file.err());
                assert!(!text.contains('\u{202e}'), "{path} turns the direction of a line");
            }
        }
    }
}

#[test]
fn a_crate_of_deeply_nested_types_raises_its_limit() {
    let types = |count: usize| {
        let ty = |number| format!("  T{number}:\n    fields:\n      next: {{ type: T{} }}\n", number + 1);
        format!("{HEAD}types:\n{}  T{count}: {{}}\n", (0..count).map(ty).collect::<String>())
    };
    let limit = |count| {
        let (files, diagnostics) = output(&[("shop.yaml", &types(count))], RustShape::Crate);
        assert!(diagnostics.is_empty());
        let (_, root) = files.into_iter().find(|(path, _)| path == "lib.rs").expect("the root");
        root.lines().find(|line| line.contains("recursion_limit")).map(str::to_owned)
    };
    assert_eq!(limit(20), None);
    assert_eq!(limit(21).as_deref(), Some("#![recursion_limit = \"256\"]"));
    assert_eq!(limit(300).as_deref(), Some("#![recursion_limit = \"2048\"]"));
}

/// The root of a crate for a spec, without what follows its documentation.
fn start_of(spec: &str) -> String {
    let (files, diagnostics) = output(&[("shop.yaml", &format!("{HEAD}{spec}"))], RustShape::Crate);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let (_, root) = files.into_iter().find(|(path, _)| path == "lib.rs").expect("the root");
    root.split("#![cfg_attr(rustfmt").next().unwrap_or_default().to_owned()
}

#[test]
fn documentation_starts_from_the_first_call() {
    snapshot!(start_of(
        r##"
scalars:
  Price: { type: decimal, minimum: 0, examples: ["9.50"] }
enums:
  Size: { values: { L: { name: Large } } }
types:
  Line:
    fields:
      size: { type: Size, required: true }
      price: { type: Price, required: true }
      count: { type: integer, examples: [2] }
requests:
  BuyRequest:
    fields:
      id: { type: string, required: true, const: "a\"b" }
      type: { type: string, required: onSend, examples: ["x # y"] }
      sent: { type: datetime, required: true, examples: ["2026-11-24T01:00:00Z"] }
      lines: { type: list<Line>, required: true }
      gift: { type: boolean, wire: string, required: true }
responses:
  BuyResponse:
    fields:
      status: { type: string, required: true }
    examples: [{ status: '"# ok' }]
operations:
  buy: { method: PUT, path: /v1/buy, request: BuyRequest, response: BuyResponse }
"##
    ));
}

#[test]
fn documentation_without_a_call_starts_from_the_first_example() {
    snapshot!(start_of(
        "types:\n  A: { fields: { b: { type: string } } }\n  B:\n    fields: { a: { type: A }, c: { type: string } }\n    \
         examples: [{ a: { b: tea }, c: cup }]\n"
    ));
}

/// Where an example is missing, not valid without more, or cannot be written down briefly, nothing is made up.
#[test]
fn documentation_says_nothing_where_nothing_is_known() {
    for spec in [
        "types: { A: { fields: { b: { type: string, required: true } } } }\n",
        "types:\n  A:\n    fields: { b: { type: map<string> } }\n    examples: [{ b: { c: d } }]\n",
        "types:\n  A:\n    fields: { b: { type: string } }\n    examples: [{ b: \"\\u202e\" }]\n",
        "types:\n  Option:\n    fields: { b: { type: string } }\n    examples: [{ b: c }]\n",
    ] {
        assert!(!start_of(spec).contains("```"), "{}", start_of(spec));
    }
}
