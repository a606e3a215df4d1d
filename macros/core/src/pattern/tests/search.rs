//! Random patterns against the `regex` crate.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

/// A pattern that can be written in both notations.
#[derive(Clone, Debug)]
enum Node {
    Character(char),
    Set(char),
    Class(bool, Vec<(char, char)>),
    Start,
    End,
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat(Box<Node>, &'static str),
}

const ALPHABET: [char; 12] = ['a', 'b', 'z', '0', '9', '_', '-', ' ', '\n', 'é', '\u{2028}', '😀'];

impl Node {
    /// In ours, or in that of the crate.
    fn write(&self, out: &mut String, is_ours: bool) {
        match self {
            Node::Character(character) => push_character(out, *character),
            Node::Set(letter) => out.push_str(set(*letter, is_ours)),
            Node::Class(negated, ranges) => {
                out.push_str(if *negated { "[^" } else { "[" });
                for (low, high) in ranges {
                    push_character(out, *low);
                    out.push('-');
                    push_character(out, *high);
                }
                out.push(']');
            }
            Node::Start => out.push('^'),
            Node::End => out.push('$'),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| node.write(out, is_ours)),
            Node::Choice(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    out.push_str(if index == 0 { "(?:" } else { "|" });
                    node.write(out, is_ours);
                }
                out.push(')');
            }
            Node::Repeat(node, operator) => {
                out.push_str("(?:");
                node.write(out, is_ours);
                out.push(')');
                out.push_str(operator);
            }
        }
    }

    fn text(&self, is_ours: bool) -> String {
        let mut out = String::new();
        self.write(&mut out, is_ours);
        out
    }
}

fn push_character(out: &mut String, character: char) {
    match character {
        '-' => out.push_str("\\-"),
        '\n' => out.push_str("\\n"),
        _ => out.push(character),
    }
}

fn set(letter: char, is_ours: bool) -> &'static str {
    match (letter, is_ours) {
        ('d', true) => r"\d",
        ('d', false) => "[0-9]",
        ('W', true) => r"\W",
        ('W', false) => "[^0-9A-Za-z_]",
        ('s', true) => r"\s",
        ('s', false) => {
            r"[\t-\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}]"
        }
        (_, true) => ".",
        (_, false) => r"[^\n\r\u{2028}\u{2029}]",
    }
}

fn character() -> impl Strategy<Value = char> {
    proptest::sample::select(&ALPHABET[..])
}

fn node() -> impl Strategy<Value = Node> {
    let range = (character(), character()).prop_map(|(one, other)| (one.min(other), one.max(other)));
    let leaf = prop_oneof![
        6 => character().prop_map(Node::Character),
        2 => proptest::sample::select(vec!['d', 'W', 's', '.']).prop_map(Node::Set),
        2 => (any::<bool>(), proptest::collection::vec(range, 1..3)).prop_map(|(negated, ranges)| Node::Class(negated, ranges)),
        1 => Just(Node::Start),
        1 => Just(Node::End),
    ];
    let operators: &[&str] = &["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "*?", "{1,2}?"];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            3 => proptest::collection::vec(inner.clone(), 1..5).prop_map(Node::Sequence),
            1 => proptest::collection::vec(inner.clone(), 1..4).prop_map(Node::Choice),
            2 => (inner, proptest::sample::select(operators)).prop_map(|(node, operator)| Node::Repeat(Box::new(node), operator)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn finds_what_the_regex_crate_finds(
        node in node(),
        texts in proptest::collection::vec(proptest::collection::vec(character(), 0..7), 1..40),
    ) {
        // Now and then a random pattern is too large, which other tests are about.
        let Ok(table) = compile(&node.text(true)) else { return Ok(()) };
        let oracle = regex::Regex::new(&node.text(false)).unwrap();
        for text in texts {
            let text: String = text.into_iter().collect();
            prop_assert_eq!(table.is_match(&text), oracle.is_match(&text), "{} in {:?}", node.text(true), text);
        }
    }

    #[test]
    fn tables_are_well_formed_and_smallest(node in node()) {
        // Now and then a random pattern is too large, which other tests are about.
        let Ok(table) = compile(&node.text(true)) else { return Ok(()) };
        let (states, stride) = (table.accepting.len(), usize::from(table.stride));
        prop_assert_eq!(table.transitions.len(), states * stride);
        prop_assert!(table.transitions.iter().all(|state| usize::from(*state) < states));
        prop_assert!(table.classes.iter().all(|class| usize::from(*class) < stride));
        prop_assert_eq!(count_distinguishable(&table), states);
        let columns: BTreeSet<Vec<u16>> = (0..stride)
            .map(|column| table.transitions.iter().skip(column).step_by(stride).copied().collect())
            .collect();
        prop_assert_eq!(columns.len(), stride);
        let twice = compile(&format!("(?:{0})|{0}", node.text(true)));
        prop_assert!(twice.is_err() || twice == Ok(table));
    }

    #[test]
    fn any_text_compiles_or_has_an_error_at_a_place_in_it(text in r"[\\()\[\]{}|^$*+?.,\-a0-9é:=!<pbduxc]{0,24}") {
        if let Err(error) = compile(&text) {
            prop_assert!(text.get(error.range.clone()).is_some(), "{text}: {error} {:?}", error.range);
        }
    }
}

/// Moore's algorithm, as naive as it gets.
fn count_distinguishable(table: &Table) -> usize {
    let stride = usize::from(table.stride);
    let mut groups: Vec<usize> = table.accepting.iter().map(|accepting| usize::from(*accepting)).collect();
    loop {
        let mut ids = BTreeMap::new();
        let next: Vec<usize> = (0..groups.len())
            .map(|state| {
                let row = &table.transitions[state * stride..(state + 1) * stride];
                let signature =
                    (groups[state], row.iter().map(|next| groups[usize::from(*next)]).collect::<Vec<_>>());
                let id = ids.len();
                *ids.entry(signature).or_insert(id)
            })
            .collect();
        let distinct = |groups: &[usize]| groups.iter().collect::<BTreeSet<_>>().len();
        if distinct(&next) == distinct(&groups) {
            return distinct(&next);
        }
        groups = next;
    }
}
