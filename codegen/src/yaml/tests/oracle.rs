//! Our reader against `serde_yaml`, and against texts that nobody would write.

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;

/// What `serde_yaml` makes of the same tree: it guesses types of plain scalars, we do not.
fn guessed(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar(scalar) => match serde_yaml::from_str(&scalar.text) {
            Ok(guess @ (Value::Null | Value::Bool(_) | Value::Number(_))) if scalar.plain => guess,
            _ => Value::String(scalar.text.clone()),
        },
        NodeKind::Sequence(items) => Value::Sequence(items.iter().map(guessed).collect()),
        NodeKind::Mapping(pairs) => {
            Value::Mapping(pairs.iter().map(|(key, value)| (guessed(key), guessed(value))).collect())
        }
        NodeKind::Refused => Value::Null,
    }
}

fn assert_same(text: &str) {
    let (root, _, diagnostics) = read(text.as_bytes());
    assert!(diagnostics.is_empty(), "{}", messages(text));
    assert_eq!(guessed(&root.unwrap()), serde_yaml::from_str::<Value>(text).unwrap(), "{text}");
}

#[test]
fn ordinary_documents() {
    assert_same(SPEC);
    for text in [
        "a: |\n  x\n\n   y\nb: >\n  x\n  y\n\n  z\nc: >-\n    x\nd: |+\n  x\n\n\ne: 1\n",
        "- - a\n  - b\n-\n  - c\n- ? d\n  : e\n",
        "'a b': \"c\\n\\u65e5\"\n日本: 語\n\"x: y\": {a: [b, c: d], 'e':f}\n",
        "a: b c\n  d\n\n  e\n# f\nb:   'g\n  h'   # i\n",
        "a: http://x/y#z\nb: x:y\nc: -1\nd: --\n",
    ] {
        assert_same(text);
    }
}

/// Any tree of lists, mappings and texts. Without U+2028 and U+2029: to the oracle, which reads YAML 1.1, they end a
/// line; in YAML 1.2 they are characters like any other.
fn values() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-z]{1,6}",
        "[^\\pC\u{2028}\u{2029}]{0,8}",
        "[ -~\n]{0,12}",
        Just("no".to_owned()),
        Just("~".to_owned())
    ];
    text.prop_map(Value::String).prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Sequence),
            proptest::collection::btree_map("[a-z\u{e4}]{1,4}", inner, 0..5).prop_map(|map| {
                Value::Mapping(map.into_iter().map(|(key, value)| (Value::String(key), value)).collect())
            }),
        ]
    })
}

/// Every place lies in the text and in the place of its parent.
fn assert_places(node: &Node, text: &str, parent: std::ops::Range<usize>) {
    let range = node.span.range();
    assert!(text.get(range.clone()).is_some(), "{range:?} is no place in {text:?}");
    assert!(
        parent.start <= range.start && range.end <= parent.end.max(range.start),
        "{range:?} not in {parent:?}"
    );
    match &node.kind {
        NodeKind::Sequence(items) => items.iter().for_each(|item| assert_places(item, text, range.clone())),
        NodeKind::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
            assert_places(key, text, range.clone());
            assert_places(value, text, range.clone());
        }),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_by_serde_yaml(value in values()) {
        let text = serde_yaml::to_string(&value).unwrap();
        let (root, _, diagnostics) = read(text.as_bytes());
        // Both may refuse a control character; what ours reads is what was written.
        if let Some(root) = root.filter(|_| diagnostics.is_empty()) {
            prop_assert_eq!(guessed(&root), serde_yaml::from_str::<Value>(&text).unwrap(), "{}", text);
        }
    }

    #[test]
    fn mutated_specs_never_panic(edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..30_usize, "[\\[\\]{}:,#&*!|>'\"%@`?\\- \\t\\n\\\\a\u{feff}\u{65e5}<]{0,6}"), 1..8)) {
        let mut text: Vec<char> = SPEC.chars().collect();
        for (at, length, with) in edits {
            let start = at.index(text.len().max(1)).min(text.len());
            let end = (start + length).min(text.len());
            text.splice(start..end, with.chars());
        }
        let text: String = text.into_iter().collect();
        let (root, sources, diagnostics) = read(text.as_bytes());
        for format in [Format::Text, Format::Short, Format::Json] {
            render::render(&diagnostics, &sources, format, false);
        }
        if let Some(root) = root {
            assert_places(&root, text.trim_start_matches('\u{feff}'), 0..text.len());
            assert_inner(&root, &sources);
        }
    }
}

/// Every part of every scalar has a place inside the scalar's.
fn assert_inner(node: &Node, sources: &SourceMap) {
    match &node.kind {
        NodeKind::Scalar(scalar) => {
            for at in 0..scalar.text.len().min(80) {
                let place = node.inner_span(sources, at..at + 1);
                assert!(node.span.start <= place.start && place.end <= node.span.end);
            }
        }
        NodeKind::Sequence(items) => items.iter().for_each(|item| assert_inner(item, sources)),
        NodeKind::Mapping(pairs) => pairs.iter().for_each(|(_, value)| assert_inner(value, sources)),
        NodeKind::Refused => {}
    }
}

const SPEC: &str = r#"wirewright: 1              # version of the spec language
api: Shop
doc: |
  A shop.

    Indented.
scalars:
  CurrencyCode: { type: string, pattern: "^[A-Z]{3}$", examples: [USD, BRL], doc: 'It''s ISO 4217.' }
types:
  Amount:
    doc: >-
      A sum
      of money.
    fields:
      currency: { type: CurrencyCode, required: true }
      日本:
        type: string
        enum: [no, "on", 1e3, ~]
    rules:
      - id: a-rule
        when: { field: a.b, is: X }
        require: [c]
"#;
