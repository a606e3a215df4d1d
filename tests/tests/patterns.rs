//! The runtime runs a pattern's table as the compiler of patterns made it.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::sync::LazyLock;

use proptest::prelude::*;
use wirewright::PatternTable;
use wirewright_macros_core::pattern::{Table, compile};

/// Patterns of every shape: states that stay, chains, ways back, dead ends or none, tables of both widths.
const PATTERNS: &[&str] = &[
    "^[A-Z]{3}$",
    "^a*$",
    "a",
    "^$",
    "",
    "^(ab|c)+$",
    "^[^@ ]+@[^@ ]+$",
    r"^\+[0-9]{4,15}$",
    "^.*[0-9]x.*$",
    "é|😀",
    "^(a|b)*a(a|b){6}$",
    r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$",
];

static TABLES: LazyLock<Vec<Table>> =
    LazyLock::new(|| PATTERNS.iter().map(|pattern| table(pattern)).collect());

fn table(pattern: &str) -> Table {
    compile(pattern).expect("it is in the language")
}

/// Texts of characters that the patterns know, often the same one many times over.
fn text() -> impl Strategy<Value = String> {
    let character = prop::sample::select("abcx019@ +-AZé😀\n".chars().collect::<Vec<_>>());
    prop::collection::vec((character, 1..6_usize), 0..8)
        .prop_map(|runs| runs.into_iter().flat_map(|(one, count)| std::iter::repeat_n(one, count)).collect())
}

fn agree(table: &Table, text: &str) {
    let rows = table.rows();
    let wide = PatternTable::wide(table.dead_row(), table.stride, &table.classes, &rows);
    assert_eq!(wide.is_match(text), table.is_match(text), "{text:?} {table:?}");
    if let Ok(rows) = rows.iter().map(|place| u8::try_from(*place)).collect::<Result<Vec<u8>, _>>() {
        let narrow = PatternTable::narrow(table.dead_row(), table.stride, &table.classes, &rows);
        assert_eq!(narrow.is_match(text), table.is_match(text), "{text:?} {table:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_texts(text in text()) {
        TABLES.iter().for_each(|table| agree(table, &text));
    }
}

#[test]
fn texts_that_match() {
    for (pattern, text) in [
        ("^[A-Z]{3}$", "BRL"),
        ("^[^@ ]+@[^@ ]+$", "ana.souza@mail.example"),
        (r"^\+[0-9]{4,15}$", "+5511987654321"),
        (r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", "0f6b2ee4-7c1d-4a0b-9a5e-0d7c8a1b2c3d"),
        ("^(a|b)*a(a|b){6}$", "bbabaabab"),
    ] {
        let table = table(pattern);
        assert!(table.is_match(text), "{pattern}");
        agree(&table, text);
        agree(&table, &text[1..]);
        agree(&table, &format!("{text}{text}"));
    }
}
