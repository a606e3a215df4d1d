//! Offsets in texts to places in the file.

use super::*;

/// The source at the place of `part` of the text of key `a`.
fn inner(document: &str, part: &str) -> String {
    let (root, sources, _) = read(document.as_bytes());
    let root = root.unwrap();
    let node = root.member("a").unwrap();
    let text = node.text().unwrap();
    let at = text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text:?}"));
    sources.text(node.inner_span(&sources, at..at + part.len())).to_owned()
}

#[test]
fn plain_and_quoted() {
    assert_eq!(inner("a: 日本語 x\n", "本語"), "本語");
    assert_eq!(inner("a: 'it''s [x'\n", "'s ["), "''s [");
    assert_eq!(inner(r#"a: "\\d\u65e5\x41\U0001F600[b""#, "[b"), "[b");
    assert_eq!(inner(r#"a: "\\d\u65e5\x41\U0001F600[b""#, "日A"), r"\u65e5\x41");
    assert_eq!(inner(r#"a: "x\uD83D\uDE00[b""#, "😀"), r"\uD83D\uDE00");
}

#[test]
fn folded_lines() {
    assert_eq!(inner("a: one\n  two\n\n  three\n", "two\nthr"), "two\n\n  thr");
    assert_eq!(inner("a: 'one\n  two'\n", "two"), "two");
    assert_eq!(inner("a: \"one\\\n   two\"\n", "etw"), "e\\\n   tw");
    assert_eq!(inner("a: \"one  \n   two\"\n", "two"), "two");
}

#[test]
fn blocks() {
    assert_eq!(inner("a: |\n  one\n   two\n\n  three\n", " two\n\nth"), " two\n\n  th");
    assert_eq!(inner("a: |\n\n\n  one\n  two\n", "two"), "two");
    assert_eq!(inner("a: >-\n  one\n  two\n\n  three\n", "two"), "two");
    assert_eq!(inner("a: >-\n  one\n  two\n\n  three\n", "three"), "three");
    assert_eq!(inner("a: >-\r\n  one\r\n  two\r\n", "two"), "two");
    assert_eq!(inner("a: |2-\n   one\n  two\n", " one"), " one");
    assert_eq!(inner("a: >\n  one\n    more\n  two\n", "two"), "two");
    assert_eq!(inner("b:\n  - |\n   x\na: |\n  \"q\"\n", "\"q"), "\"q");
}

#[test]
fn beyond_the_text() {
    let (root, sources, _) = read(b"a: bcd\n");
    let root = root.unwrap();
    let node = root.member("a").unwrap();
    assert_eq!(node.inner_span(&sources, 3..3).range(), 6..6);
    assert_eq!(node.inner_span(&sources, 90..99).range(), 6..6);
    assert_eq!(node.inner_span(&sources, 1..1).range(), 4..4);
    assert_eq!(root.inner_span(&sources, 0..1), root.span);
}
