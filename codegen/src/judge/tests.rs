use super::*;
use crate::diagnostic::render::{self, Format};
use crate::load::{InputFile, load};

mod reading;
mod rules;

fn model(spec: &str) -> Model {
    let text = format!("wirewright: 1\napi: Test\ndoc: A test.\n{spec}");
    let loaded = load(vec![InputFile { path: "test.yaml".to_owned(), bytes: text.into_bytes() }]);
    let shown = render::render(&loaded.diagnostics, &loaded.sources, Format::Text, false);
    loaded.model.unwrap_or_else(|| panic!("{shown}"))
}

/// The violations of a document of type `T`, a line each: `pointer code limit`.
fn judged(model: &Model, document: &str) -> String {
    let lines = judge_text(model, "T", document.as_bytes()).unwrap().into_iter().map(|violation| {
        let limit = violation.limit.map(|limit| format!(" {limit}")).unwrap_or_default();
        format!("{} {}{limit}", violation.pointer, violation.code)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The same of a spec with one type `T` whose fields are given.
fn fields(fields: &str, document: &str) -> String {
    judged(&model(&format!("types:\n  T:\n    doc: A type.\n    fields:\n{fields}")), document)
}

#[test]
fn types_by_name() {
    let model = model(
        "scalars:\n  Code: { type: string, maxLength: 2, doc: A code. }\nenums:\n  Color: { doc: A color., open: false, values: { RED: { doc: Red. } } }\ntypes:\n  Thing: { doc: A thing., fields: { code: { type: Code, doc: Its code. } } }\n",
    );
    let codes = |name: &str, document: &str| {
        let violations = judge_text(&model, name, document.as_bytes()).unwrap();
        violations.into_iter().map(|violation| violation.code.into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes("Code", "\"abc\""), ["maxLength"]);
    assert_eq!(codes("Color", "\"RED\""), [""; 0]);
    assert_eq!(codes("Color", "\"BLUE\""), ["enum"]);
    assert_eq!(codes("Thing", "[]"), ["type"]);
    assert_eq!(codes("Thing", "{"), ["syntax"]);
    let unknown = judge_text(&model, "Thig", b"{}").unwrap_err();
    assert_eq!(unknown.to_string(), "the spec has no type `Thig`; did you mean `Thing`?");
    assert_eq!(judge_text(&model, "Elephant", b"{}").unwrap_err().suggestion, None);
    assert_eq!(names(&model).collect::<Vec<_>>(), ["Thing", "Color", "Code"]);
}

/// As examples and defaults of a spec are asked.
#[test]
fn values_by_their_place() {
    let model = model(
        "types:
  T:
    doc: A type.
    fields:
      a: { type: string, maxLength: 1, nullable: true, doc: A. }
      b: { type: string, maxLength: 1, doc: B. }
",
    );
    let codes = |violations: Vec<Violation>| {
        let line = |violation: Violation| format!("{} {}", violation.pointer, violation.code);
        violations.into_iter().map(line).collect::<Vec<_>>()
    };
    let [nullable, plain] = model.objects[0].fields.as_slice() else { panic!("two fields") };
    let (short, long) = (Value::String("x".to_owned()), Value::String("xy".to_owned()));
    assert_eq!(codes(judge_field(&model, nullable, &Value::Null)), [""; 0]);
    assert_eq!(codes(judge_field(&model, plain, &Value::Null)), [" type"]);
    assert_eq!(codes(judge_field(&model, nullable, &long)), [" maxLength"]);
    assert_eq!(codes(judge_value(&model, &nullable.ty, &Value::Null)), [" type"]);
    assert_eq!(codes(judge_value(&model, &plain.ty, &short)), [""; 0]);
    let object = |a: &Value, b: &Value| Value::Object(vec![("a".into(), a.clone()), ("b".into(), b.clone())]);
    assert_eq!(codes(judge_object(&model, ObjectId(0), &object(&short, &long))), ["/b maxLength"]);
    assert_eq!(codes(judge_object(&model, ObjectId(0), &object(&Value::Null, &short))), [""; 0]);
}

#[test]
fn every_constraint_just_inside_and_just_outside() {
    for (keyword, inside, outside, expected) in [
        ("type: string, const: X", "\"X\"", "\"x\"", "const X"),
        ("type: integer, const: 3", "3", "4", "const 3"),
        ("type: decimal, const: 1.50", "1.5", "1.51", "const 1.50"),
        ("type: boolean, const: true", "true", "false", "const true"),
        ("type: string, enum: [A, B]", "\"B\"", "\"C\"", "enum"),
        ("type: integer, enum: [1, 2]", "2", "3", "enum"),
        ("type: decimal, enum: [1.0]", "1", "1.1", "enum"),
        ("type: string, minLength: 2", "\"äö\"", "\"ä\"", "minLength 2"),
        ("type: string, maxLength: 2", "\"😀😀\"", "\"abc\"", "maxLength 2"),
        ("type: string, pattern: \"^[a-z]{2}$\"", "\"ab\"", "\"ab\\n\"", "pattern ^[a-z]{2}$"),
        ("type: string, pattern: \"é|x.y$\"", "\"1é2\"", "\"xy\"", "pattern é|x.y$"),
        ("type: string, format: iso4217", "\"EUR\"", "\"DEM\"", "format iso4217"),
        ("type: string, format: iso3166-1-alpha2", "\"DE\"", "\"XX\"", "format iso3166-1-alpha2"),
        ("type: datetime", "\"2024-02-29T00:00:00Z\"", "\"2024-02-30T00:00:00Z\"", "format date-time"),
        ("type: date", "\"2024-02-29\"", "\"2024-02-30\"", "format date"),
        ("type: url", "\"a:b\"", "\"a\"", "format uri"),
        ("type: integer, minimum: 3", "3", "2", "minimum 3"),
        ("type: integer, exclusiveMinimum: 3", "4", "3", "exclusiveMinimum 3"),
        ("type: integer, maximum: 3", "3", "4", "maximum 3"),
        ("type: integer, exclusiveMaximum: 3", "2", "3", "exclusiveMaximum 3"),
        ("type: integer, multipleOf: 3", "-6", "4", "multipleOf 3"),
        ("type: decimal, minimum: 0.01", "0.010", "0.009", "minimum 0.01"),
        ("type: decimal, multipleOf: 0.01", "1.05", "1.055", "multipleOf 0.01"),
        ("type: list<integer>, minItems: 2", "[1,2]", "[1]", "minItems 2"),
        ("type: list<integer>, maxItems: 1", "[1]", "[1,2]", "maxItems 1"),
        ("type: list<decimal>, uniqueItems: true", "[1,2]", "[1.0,2,1]", "uniqueItems"),
        ("type: map<integer>, minProperties: 1", "{\"a\":1}", "{}", "minProperties 1"),
        ("type: map<integer>, maxProperties: 1", "{\"a\":1}", "{\"a\":1,\"b\":2}", "maxProperties 1"),
    ] {
        let field = format!("      v: {{ {keyword}, doc: A value. }}\n");
        assert_eq!(fields(&field, &format!("{{\"v\":{inside}}}")), "", "{keyword}");
        assert_eq!(fields(&field, &format!("{{\"v\":{outside}}}")), format!("/v {expected}"), "{keyword}");
    }
}

#[test]
fn order_is_the_models() {
    let model = model(
        "types:
  T:
    doc: A type.
    fields:
      b: { type: string, required: true, format: iso4217, minLength: 3, doc: First. }
      a: { type: map<Inner>, minProperties: 3, doc: Second. }
    rules:
      - { id: never-b, doc: No b here., forbid: [b] }
  Inner:
    doc: Inside.
    fields:
      z: { type: list<integer>, items: { minimum: 5 }, maxItems: 1, doc: Numbers. }
      y: { type: string, required: onSend, doc: Needed. }
    rules:
      - { id: one-of, exactlyOneOf: [y, z] }
",
    );
    let document = r#"{"a": {"é/~": {"z": [9, 1, 2]}, "Z": {"y": "1", "z": []}}, "b": "ab", "c": 1}"#;
    let expected = "/b minLength 3
/b format iso4217
/a minProperties 3
/a/Z rule:one-of
/a/é~1~0/z maxItems 1
/a/é~1~0/z/1 minimum 5
/a/é~1~0/z/2 minimum 5
/a/é~1~0/y required
/b rule:never-b";
    assert_eq!(judged(&model, document), expected);
    let messages: Vec<_> = judge_text(&model, "T", document.as_bytes()).unwrap();
    assert_eq!(messages.last().unwrap().message, "No b here.");
    assert_eq!(messages.get(3).unwrap().message, "Rule `one-of` is not met.");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 1_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_document_makes_it_panic(document in r#"[\[\]{}:,"abeE0-9.\\+u\- ]{0,40}"#, value in values()) {
        static MODEL: std::sync::LazyLock<Model> = std::sync::LazyLock::new(|| model(ANYTHING));
        judge_text(&MODEL, "T", document.as_bytes()).unwrap();
        judge_text(&MODEL, "T", value.as_bytes()).unwrap();
    }
}

/// Documents that have the right keys and any values.
fn values() -> impl proptest::prelude::Strategy<Value = String> {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "\"[a-c]{0,3}\"",
        "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,3})?(e-?[0-9]{1,6})?",
        "\"-?[0-9]{1,20}(\\.[0-9]{1,3})?\"",
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec(("[a-h]", inner), 0..6).prop_map(|entries| {
                let entries: Vec<_> =
                    entries.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
        ]
    })
}

const ANYTHING: &str = "enums:
  E: { doc: An enum., open: false, values: { a: { doc: A. } } }
types:
  T:
    doc: A type.
    fields:
      a: { type: integer, wire: string, multipleOf: 3, doc: A. }
      b: { type: decimal, minimum: 0.5, multipleOf: 0.01, required: true, doc: B. }
      c: { type: list<T>, uniqueItems: true, acceptSingle: true, doc: C. }
      d: { type: map<E>, doc: D. }
      e: { type: T, nullable: true, doc: E. }
      f: { type: list<json>, uniqueItems: true, doc: F. }
      g: { type: datetime, aliases: [h], doc: G. }
    rules:
      - { id: one, when: { any: [{ field: \"c[*].a\", lessThan: 3 }, { not: { field: e.b, is: 1 } }] }, require: [\"c[*].e.a\", e.e.g] }
      - { id: two, exactlyOneOf: [a, e.a, \"c[*].b\"] }
      - { id: three, compare: { field: a, lessThan: e.a } }
";
