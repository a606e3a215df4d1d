//! No pattern and no document makes reading or validation take longer than the document is long: documents of 10 MB go
//! through the judge, compiled Rust and compiled Swift, which end in time and agree.
//!
//! Nothing is timed. What is quadratic would take hours here, and no answer comes in the time that a document has.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::fmt::Write as _;
use std::sync::LazyLock;
use std::time::Duration;

use wirewright_codegen::twins::{Input, Verdict};
use wirewright_tests::twins;

/// Bytes of a large document.
const SIZE: usize = 10_000_000;

/// A large document has so long: unoptimised programs take seconds, on machines that do other work at the same time.
const TIMEOUT: Duration = Duration::from_secs(120);

#[test]
fn documents_of_ten_megabytes_end_and_agree() {
    let model = twins::model("tests/linear");
    let mut twins = twins::build(&model, TIMEOUT, true);
    for (name, document, expected) in documents() {
        let input = Input { type_name: "Large".to_owned(), document: document.into_bytes() };
        let verdicts = twins.run(&[input]).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let verdict = verdicts.first().expect("a verdict a document");
        assert!(verdict.agree(), "{name}: {}", shown(verdict));
        let found: Vec<String> =
            verdict.judge.iter().take(5).map(|one| format!("{} {}", one.pointer, one.code)).collect();
        assert_eq!(found, expected, "{name}");
    }
}

/// The beginning of what each says.
fn shown(verdict: &Verdict) -> String {
    format!("{verdict:?}").chars().take(2000).collect()
}

type Case = (&'static str, String, Vec<&'static str>);

/// The document is the first level, the list of the field the second.
static DEEP: LazyLock<String> = LazyLock::new(|| format!("/any{} syntax", "/0".repeat(127)));

/// A document, and the first five violations.
fn documents() -> Vec<Case> {
    let mut all = texts();
    all.extend(numbers());
    all.extend(lists());
    all.extend(objects());
    all.extend(unreadable());
    all
}

/// An object with one field.
fn field(name: &str, value: impl std::fmt::Display) -> String {
    format!("{{\"{name}\":{value}}}")
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn texts() -> Vec<Case> {
    let a = "a".repeat(SIZE);
    let marks = "e\u{301}".repeat(SIZE / 3);
    vec![
        ("a text", field("text", quoted(&a)), vec![]),
        ("a text of marks that join", field("text", quoted(&marks)), vec![]),
        ("a text of escapes", field("text", quoted(&"\\u00e9".repeat(SIZE / 6))), vec![]),
        ("a text that is compared", field("same", quoted(&a)), vec!["/same const"]),
        ("a search without a match", field("search", quoted(&a)), vec!["/search pattern"]),
        ("a match at the end", field("search", quoted(&format!("{a}bbbbbbc"))), vec![]),
        ("nested repeats", field("whole", quoted(&a)), vec![]),
        ("nested repeats without a match", field("whole", quoted(&format!("{a}!"))), vec!["/whole pattern"]),
        ("words", field("words", quoted(&"ab ".repeat(SIZE / 3))), vec![]),
        ("words without a match", field("words", quoted(&format!("{a}  "))), vec!["/words pattern"]),
        ("a link", field("link", quoted(&format!("x:{a}"))), vec![]),
        ("a scheme without an end", field("link", quoted(&a)), vec!["/link format"]),
        (
            "a fraction of a second",
            field("moment", quoted(&format!("2024-02-29T00:00:00.{}Z", "1".repeat(SIZE)))),
            vec![],
        ),
    ]
}

fn numbers() -> Vec<Case> {
    let zeros = "0".repeat(SIZE);
    vec![
        ("zeros behind the dot", field("integer", format!("12.{zeros}")), vec![]),
        ("zeros and an exponent", field("integer", format!("12{zeros}e-{SIZE}")), vec![]),
        ("an exponent of many digits", field("integer", format!("1e1{zeros}")), vec!["/integer type"]),
        ("a nothing of many digits", field("integer", format!("0e1{zeros}")), vec![]),
        ("digits in a text", field("integer", quoted(&format!("1{zeros}"))), vec!["/integer encoding"]),
        ("a decimal of many digits", field("decimal", format!("1{zeros}")), vec!["/decimal type"]),
        ("zeros in front", field("decimal", format!("0.{zeros}1")), vec!["/decimal multipleOf"]),
        ("a double of many digits", field("any", format!("0.{zeros}1")), vec![]),
        ("a double that overflows", field("any", format!("1{zeros}")), vec!["/any type"]),
    ]
}

fn lists() -> Vec<Case> {
    let numbers: Vec<String> = (0..SIZE / 8).map(|number| number.to_string()).collect();
    let numbers = format!("[{}]", numbers.join(","));
    let texts: Vec<String> = (0..SIZE / 11).map(|number| format!("\"{number:x}\"")).collect();
    let objects: Vec<String> =
        (0..SIZE / 40).map(|number| format!("{{\"b\":{number}.50,\"a\":1,\"c\":[\"{number}\"]}}")).collect();
    let twice = format!("[{},{}]", objects.join(","), r#"{"c":["7"],"a":1,"b":7.5}"#);
    let anys: Vec<String> = (0..SIZE / 20).map(|number| format!("{{\"x\":[{number}.0,\"é\"]}}")).collect();
    vec![
        ("numbers", field("numbers", &numbers), vec![]),
        ("texts", field("texts", format!("[{}]", texts.join(","))), vec![]),
        ("objects", format!("{{\"text\":\"ab\",\"objects\":[{}]}}", objects.join(",")), vec![]),
        (
            "objects of which two are equal",
            format!("{{\"text\":\"ab\",\"objects\":{twice}}}"),
            vec!["/objects uniqueItems"],
        ),
        ("decimals", field("single", &numbers), vec![]),
        ("anything", field("any", &numbers), vec![]),
        ("anything, and unique", field("anys", format!("[{}]", anys.join(","))), vec![]),
    ]
}

fn objects() -> Vec<Case> {
    let mut entries = String::new();
    for number in 0..SIZE / 16 {
        // Not in the order of their bytes.
        write!(entries, "\"k{:07}\":{number},", (number * 7919) % 10_000_000).expect("memory");
    }
    let entries = format!("{{{}}}", entries.trim_end_matches(','));
    let key = "é".repeat(SIZE / 2);
    vec![
        ("entries of a map", field("map", &entries), vec!["/map maxProperties"]),
        ("anything with keys", field("any", &entries), vec![]),
        ("fields that are ignored", field("small", &entries), vec![]),
        ("fields that are kept", entries, vec![]),
        ("a key", field("map", field(&key, 1)), vec![]),
        ("a key that is ignored", field("small", field(&key, 1)), vec![]),
        ("a key that is kept", field(&key, 1), vec![]),
        (
            "a key that is the same field",
            field("small", format!("{{{}\"b\":1}}", "\"a\":1,".repeat(SIZE / 6))),
            vec!["/small/a duplicateKey"],
        ),
        (
            "deep, and ignored",
            field("small", field("x", "[".repeat(SIZE / 2) + &"]".repeat(SIZE / 2))),
            vec![],
        ),
    ]
}

fn unreadable() -> Vec<Case> {
    let many = "true,".repeat(20_000);
    vec![
        ("brackets that are not closed", "[".repeat(SIZE), vec![" syntax"]),
        (
            "deep where it is read",
            field("any", "[".repeat(SIZE / 2) + &"]".repeat(SIZE / 2)),
            vec![DEEP.as_str()],
        ),
        ("a mistake at the end", field("text", quoted(&"a".repeat(SIZE))) + "x", vec![" syntax"]),
        (
            "a violation an element",
            field("numbers", format!("[{}0]", many)),
            vec![
                "/numbers/0 type",
                "/numbers/1 type",
                "/numbers/2 type",
                "/numbers/3 type",
                "/numbers/4 type",
            ],
        ),
    ]
}
