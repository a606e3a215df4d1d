//! What reading finds.

use super::*;

/// The violations of a value of one optional field `v`.
fn value(ty: &str, value: &str) -> String {
    fields(&format!("      v: {{ type: {ty}, doc: A value. }}\n"), &format!("{{\"v\":{value}}}"))
}

#[test]
fn wrong_types() {
    for (ty, right, wrong) in [
        ("string", "\"\"", "1"),
        ("boolean", "true", "\"true\""),
        ("integer", "-5", "\"5\""),
        ("decimal", "1.5", "true"),
        ("datetime", "\"2024-01-01T00:00:00Z\"", "5"),
        ("date", "\"2024-01-01\"", "{}"),
        ("url", "\"a:b\"", "[]"),
        ("list<string>", "[]", "\"x\""),
        ("map<string>", "{}", "[]"),
        ("T", "{}", "\"T\""),
    ] {
        assert_eq!(value(ty, right), "", "{ty}");
        assert_eq!(value(ty, wrong), "/v type", "{ty}");
    }
    assert_eq!(value("list<string>", "[\"a\", null, 1]"), "/v/1 type\n/v/2 type");
    assert_eq!(value("map<string>", "{\"a\":null}"), "/v/a type");
    assert_eq!(value("json", "{\"a\":[null, 1e999999]}"), "/v/a/1 type");
    assert_eq!(value("json", "{\"a\":[null, 1e308, 1e-999999]}"), "");
    assert_eq!(value("list<json>", "[null]"), "");
}

#[test]
fn numbers() {
    for right in [
        "9223372036854775807",
        "-9223372036854775808",
        "-0",
        "1.0",
        "1e2",
        "120e-1",
        "-1.50e1",
        "0e99999999999999999999",
    ] {
        assert_eq!(value("integer", right), "", "{right}");
    }
    for wrong in
        ["9223372036854775808", "1.5", "15e-2", "1e19", "1e99999999999999999999", "1e-99999999999999999999"]
    {
        assert_eq!(value("integer", wrong), "/v type", "{wrong}");
    }
    assert_eq!(value("decimal", "1e10000"), "");
    assert_eq!(value("decimal", "1e10001"), "/v type");
    assert_eq!(value("decimal", &"1".repeat(101)), "/v type");
}

#[test]
fn integers_keep_their_value() {
    let field = "      v: { type: integer, const: -9223372036854775800, doc: A value. }\n";
    for number in [
        "-9223372036854775800",
        "-922337203685477580e1",
        "-9223372036854775800.00",
        "-92233720368547758000e-1",
    ] {
        assert_eq!(fields(field, &format!("{{\"v\":{number}}}")), "", "{number}");
    }
    assert_eq!(fields(field, "{\"v\":-922337203685477580e0}"), "/v const -9223372036854775800");
}

#[test]
fn texts_of_scalars() {
    for string in [true, false] {
        let check = |ty: &str, value: &str| {
            let wire = match ty {
                _ if string => "string",
                "boolean" => "boolean",
                _ => "number",
            };
            let field = format!("      v: {{ type: {ty}, wire: {wire}, doc: A value. }}\n");
            fields(&field, &format!("{{\"v\":{value}}}"))
        };
        for (ty, right) in [
            ("boolean", "true"),
            ("boolean", "\"false\""),
            ("integer", "\"-12\""),
            ("integer", "12"),
            ("decimal", "\"1.50\""),
            ("decimal", "1.5e0"),
        ] {
            assert_eq!(check(ty, right), "", "{ty} {right}");
        }
        for (ty, wrong) in [
            ("boolean", "\"True\""),
            ("boolean", "\"\""),
            ("integer", "\"012\""),
            ("integer", "\"-0\""),
            ("integer", "\"+1\""),
            ("integer", "\"1.0\""),
            ("integer", "\"9223372036854775808\""),
            ("decimal", "\".5\""),
            ("decimal", "\" 1\""),
        ] {
            assert_eq!(check(ty, wrong), "/v encoding", "{ty} {wrong}");
        }
        assert_eq!(check("integer", "true"), "/v type");
        assert_eq!(check("boolean", "1"), "/v type");
        assert_eq!(check("integer", "1.5"), "/v type");
    }
}

#[test]
fn required_and_null() {
    let spec = "      a: { type: string, required: true, doc: A. }
      b: { type: string, required: onSend, doc: B. }
      c: { type: string, minLength: 1, doc: C. }
      d: { type: string, required: true, nullable: true, doc: D. }
      f: { type: string, nullable: true, doc: F. }
      g: { type: json, required: true, doc: G. }
      h: { type: json, required: onSend, doc: H. }
";
    // What can't be read is not validated.
    assert_eq!(fields(spec, "{}"), "/a required\n/d required\n/g required");
    assert_eq!(fields(spec, r#"{"a":"","d":null,"g":null}"#), "/b required\n/h required");
    let nulls = r#"{"a":null,"b":null,"c":null,"d":null,"f":null,"g":null,"h":null}"#;
    assert_eq!(fields(spec, nulls), "/a required");
}

#[test]
fn null_of_a_field() {
    let model = model(
        "types: { T: { doc: A type., fields: { a: { type: string, doc: A. }, b: { type: string, nullable: true, doc: B. } } } }\n",
    );
    let count = |index: usize| {
        let field = model.objects.first().unwrap().fields.get(index).unwrap();
        judge_field(&model, field, &Value::Null).len()
    };
    assert_eq!((count(0), count(1)), (1, 0));
    assert_eq!(judge_object(&model, ObjectId(0), &Value::Null).len(), 1);
}

#[test]
fn duplicates_and_aliases() {
    let spec = "      a: { type: string, maxLength: 1, aliases: [A, b/c], doc: A. }
      m: { type: map<string>, doc: M. }
";
    assert_eq!(fields(spec, r#"{"A":"xx"}"#), "/a maxLength 1");
    assert_eq!(fields(spec, r#"{"b/c":"x"}"#), "");
    assert_eq!(fields(spec, r#"{"a":"xx","A":"xx"}"#), "/a duplicateKey");
    assert_eq!(fields(spec, r#"{"a":"x","a":"x","a":null}"#), "/a duplicateKey");
    assert_eq!(fields(spec, r#"{"m":{"x":"1","x":"2","y":1}}"#), "/m/x duplicateKey\n/m/y type");
    assert_eq!(fields(spec, r#"{"zz":1,"zz":2}"#), "", "nobody reads it");
}

#[test]
fn a_bare_element_is_element_0() {
    let spec =
        "      v: { type: list<integer>, items: { minimum: 2 }, minItems: 2, acceptSingle: true, doc: V. }\n";
    assert_eq!(fields(spec, r#"{"v":1}"#), "/v minItems 2\n/v/0 minimum 2");
    assert_eq!(fields(spec, r#"{"v":"x"}"#), "/v/0 type");
    assert_eq!(fields(spec, r#"{"v":null}"#), "");
}

#[test]
fn unique_means_equal_in_meaning() {
    let unique = |ty: &str, items: &str| {
        let field = format!(
            "      v: {{ type: list<{ty}>, uniqueItems: true, doc: V. }}
      w: {{ type: boolean, wire: string, aliases: [x], doc: W. }}\n"
        );
        fields(&field, &format!("{{\"v\":{items}}}"))
    };
    assert_eq!(unique("string", r#"["e\u0301", "é"]"#), "");
    assert_eq!(unique("string", r#"["\u00e9", "é"]"#), "/v uniqueItems");
    assert_eq!(unique("integer", "[10, 1e1]"), "/v uniqueItems");
    assert_eq!(unique("T", r#"[{"w":true}, {"x":"true", "other":1}]"#), "/v uniqueItems");
    assert_eq!(unique("T", r#"[{"w":true}, {"w":false}]"#), "");
    assert_eq!(unique("json", r#"[{"a":1,"b":2}, {"b":2.0,"a":1}]"#), "/v uniqueItems");
    assert_eq!(unique("integer", "[1, 1, \"x\"]"), "/v/2 type", "what could not be read may be anything");
}

#[test]
fn deep_documents_are_read_or_refused() {
    let spec = model(
        "types: { T: { doc: A type., fields: { v: { type: T, doc: V. }, w: { type: integer, required: true, doc: W. } } } }\n",
    );
    let nested =
        |levels: usize| format!("{}{{\"w\":1}}{}", "{\"w\":1,\"v\":".repeat(levels), "}".repeat(levels));
    assert_eq!(judged(&spec, &nested(127)), "");
    assert_eq!(judged(&spec, &nested(128)), format!("{} syntax", "/v".repeat(128)));
    assert_eq!(judged(&spec, &"[".repeat(1_000_000)), " syntax");
    assert_eq!(judged(&spec, &format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000))), " type");
}
