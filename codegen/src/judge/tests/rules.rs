//! Rules, judged.

use super::*;

const FIELDS: &str = "types:
  Inner:
    doc: What is inside.
    fields:
      a: { type: string, doc: A. }
      b: { type: string, nullable: true, doc: B. }
      c: { type: integer, wire: string, doc: C. }
      d: { type: decimal, doc: D. }
      t: { type: Inner, doc: T. }
  T:
    doc: A type.
    allOf: [Inner]
    fields:
      e: { type: boolean, doc: E. }
      l: { type: list<Inner>, doc: L. }
      from: { type: datetime, doc: F. }
      to: { type: datetime, doc: U. }
    rules:
";

/// The violations of a document under one rule.
fn rule(rule: &str, document: &str) -> String {
    judged(&model(&format!("{FIELDS}      - {{ id: r, {rule} }}\n")), document)
}

/// Whether a condition holds: the rule forbids `e`, which the document gets.
fn holds(condition: &str, document: &str) -> bool {
    let document = document.replacen('{', "{\"e\":true,", 1).replace(",}", "}");
    match rule(&format!("when: {condition}, forbid: [e]"), &document).as_str() {
        "" => false,
        "/e rule:r" => true,
        other => panic!("{other}"),
    }
}

#[test]
fn conditions() {
    for (condition, document, expected) in [
        ("{ field: a, is: X }", r#"{"a":"X"}"#, true),
        ("{ field: a, is: X }", r#"{"a":"x"}"#, false),
        ("{ field: a, is: X }", "{}", false),
        ("{ field: a, in: [X, Y] }", r#"{"a":"Y"}"#, true),
        ("{ field: c, is: 3 }", r#"{"c":"3"}"#, true),
        ("{ field: c, is: 3 }", r#"{"c":3.0}"#, true),
        ("{ field: d, is: 1.50 }", r#"{"d":1.5}"#, true),
        ("{ field: d, in: [1, 2] }", r#"{"d":2.0}"#, true),
        ("{ field: c, lessThan: 3 }", r#"{"c":2}"#, true),
        ("{ field: c, lessThan: 3 }", r#"{"c":3}"#, false),
        ("{ field: c, lessThan: 3 }", "{}", false),
        ("{ field: d, greaterThanOrEqual: 0.1 }", r#"{"d":0.10}"#, true),
        ("{ field: b, present: true }", r#"{"b":"x"}"#, true),
        ("{ field: b, present: true }", r#"{"b":null}"#, false),
        ("{ field: b, present: false }", r#"{"b":null}"#, true),
        ("{ field: t.a, present: false }", "{}", true),
        ("{ field: t.t.a, is: X }", r#"{"t":{"t":{"a":"X"}}}"#, true),
        ("{ field: \"l[*].a\", is: X }", r#"{"l":[{"a":"Y"},{"a":"X"}]}"#, true),
        ("{ field: \"l[*].a\", is: X }", r#"{"l":[{"a":"Y"},{}]}"#, false),
        ("{ field: \"l[*].a\", present: true }", r#"{"l":[{},{"a":"X"}]}"#, true),
        ("{ field: \"l[*].a\", present: false }", r#"{"l":[{},{"a":"X"}]}"#, false),
        ("{ field: \"l[*].a\", present: false }", r#"{"l":[]}"#, true),
        ("{ all: [{ field: a, is: X }, { field: b, present: true }] }", r#"{"a":"X","b":"1"}"#, true),
        ("{ all: [{ field: a, is: X }, { field: b, present: true }] }", r#"{"a":"X"}"#, false),
        ("{ any: [{ field: a, is: X }, { field: b, present: true }] }", r#"{"b":"1"}"#, true),
        ("{ any: [{ field: a, is: X }, { field: b, present: true }] }", "{}", false),
        ("{ not: { field: a, is: X } }", "{}", true),
    ] {
        assert_eq!(holds(condition, document), expected, "{condition} {document}");
    }
    assert_eq!(rule("unless: { field: a, is: X }, require: [b]", r#"{"a":"X"}"#), "");
    assert_eq!(rule("unless: { field: a, is: X }, require: [b]", "{}"), "/b rule:r");
}

#[test]
fn consequences() {
    let forbidden = r#"{"a":"","l":[{"b":"1"},{"b":null},{"b":"2"}]}"#;
    for (consequence, document, expected) in [
        ("require: [a, t.b]", "{}", "/a rule:r\n/t/b rule:r"),
        ("require: [a, t.b]", r#"{"a":"","t":{"b":null}}"#, "/t/b rule:r"),
        ("require: [\"l[*].a\"]", r#"{"l":[{"a":"1"},{},{"a":null}]}"#, "/l/1/a rule:r\n/l/2/a rule:r"),
        ("require: [\"l[*].t.a\"]", r#"{"l":[{}]}"#, "/l/0/t/a rule:r"),
        ("require: [\"l[*].a\"]", "{}", ""),
        ("forbid: [a, \"l[*].b\"]", forbidden, "/a rule:r\n/l/0/b rule:r\n/l/2/b rule:r"),
        ("exactlyOneOf: [a, b]", "{}", " rule:r"),
        ("exactlyOneOf: [a, b]", r#"{"a":""}"#, ""),
        ("exactlyOneOf: [a, b]", r#"{"a":"","b":""}"#, " rule:r"),
        ("exactlyOneOf: [a, \"l[*].a\"]", r#"{"l":[{},{"a":""},{"a":""}]}"#, ""),
        ("atLeastOneOf: [a, b]", r#"{"b":null}"#, " rule:r"),
        ("atLeastOneOf: [a, b]", r#"{"a":"","b":""}"#, ""),
        ("atMostOneOf: [a, b]", "{}", ""),
        ("atMostOneOf: [a, b]", r#"{"a":"","b":""}"#, " rule:r"),
        ("requireTogether: [a, b, t.a]", r#"{"b":"x"}"#, "/a rule:r\n/t/a rule:r"),
        ("requireTogether: [a, b]", "{}", ""),
        ("requireTogether: [a, b]", r#"{"a":"","b":""}"#, ""),
    ] {
        assert_eq!(rule(consequence, document), expected, "{consequence} {document}");
    }
}

#[test]
fn comparisons() {
    let times = |to: &str| format!(r#"{{"from":"2024-01-01T08:00:00+08:00","to":"{to}"}}"#);
    for (compare, document, expected) in [
        ("{ field: c, lessThan: t.c }", r#"{"c":1,"t":{"c":"2"}}"#, ""),
        ("{ field: c, lessThan: t.c }", r#"{"c":2,"t":{"c":"2"}}"#, "/c rule:r"),
        ("{ field: t.c, lessThanOrEqual: c }", r#"{"c":1,"t":{"c":"2"}}"#, "/t/c rule:r"),
        ("{ field: c, lessThan: t.c }", r#"{"c":2}"#, ""),
        ("{ field: from, lessThan: to }", &times("2024-01-01T00:00:01Z"), ""),
        ("{ field: from, lessThan: to }", &times("2024-01-01T00:00:00Z"), "/from rule:r"),
        ("{ field: from, equal: to }", &times("2024-01-01T00:00:00Z"), ""),
        ("{ field: c, notEqual: t.c }", r#"{"c":"1","t":{"c":1.0}}"#, "/c rule:r"),
        ("{ field: d, greaterThan: t.d }", r#"{"d":1.1,"t":{"d":1.10}}"#, "/d rule:r"),
    ] {
        assert_eq!(rule(&format!("compare: {compare}"), document), expected, "{compare} {document}");
    }
    let invalid = r#"{"from":"2024-01-01","to":"2024-01-01T00:00:00Z"}"#;
    assert_eq!(rule("compare: { field: from, lessThan: to }", invalid), "/from format date-time");
}

#[test]
fn a_document_that_could_not_be_read_meets_no_rule() {
    let either = "when: { any: [{ field: a, is: X }, { field: e, is: true }] }, require: [b]";
    for (broken, document, expected) in [
        ("when: { field: a, is: X }, require: [b]", r#"{"a":1}"#, "/a type"),
        ("unless: { field: a, is: X }, require: [b]", r#"{"a":1}"#, "/a type"),
        ("when: { field: a, present: true }, require: [b]", r#"{"a":1}"#, "/a type"),
        ("require: [a, t.b]", r#"{"a":1,"t":2}"#, "/a type\n/t type"),
        ("exactlyOneOf: [a, t.b]", r#"{"t":2}"#, "/t type"),
        ("exactlyOneOf: [a, b, t.b]", r#"{"a":"","b":"","t":2}"#, "/t type"),
        ("requireTogether: [a, t.b]", r#"{"t":2}"#, "/t type"),
        ("compare: { field: c, lessThan: t.c }", r#"{"c":"x","t":{"c":1}}"#, "/c encoding"),
        (either, r#"{"a":1,"e":true}"#, "/a type"),
    ] {
        assert_eq!(rule(broken, document), expected, "{broken} {document}");
    }
}
