//! What a table of keys is, and how a YAML mapping is read by one.
//!
//! The tables themselves are in `keys.rs`. Reading by a table reports every unknown, missing and ill-shaped key, so
//! that what takes the values out afterwards has nothing left to report.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean};
use crate::source::{Span, Spanned};
use crate::yaml::{Node, NodeKind};

/// The keys that one kind of mapping may have.
#[derive(Debug)]
pub struct Table {
    /// What the mapping describes, with its article: `a field`.
    pub what: &'static str,
    /// What it is for; one or two sentences.
    pub doc: &'static str,
    /// Its own keys.
    pub keys: &'static [Key],
    /// Tables whose keys it shares.
    pub shares: &'static [&'static Table],
}

/// A key of the language.
#[derive(Debug)]
pub struct Key {
    /// The word.
    pub name: &'static str,
    /// What may stand behind it.
    pub value: Value,
    /// Whether leaving it out is a mistake.
    pub required: bool,
    /// What it says; plain text with backtick code spans.
    pub doc: &'static str,
}

/// What may stand behind a key.
#[derive(Debug)]
pub enum Value {
    /// Any scalar; it means exactly its text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number, not negative.
    Count,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `true`, `false` or a text.
    Reason,
    /// Any YAML value; judged later against a type.
    Any,
    /// A sequence.
    List(&'static Value),
    /// A mapping from names to values.
    Map(&'static Value),
    /// A mapping with keys of its own.
    Table(&'static Table),
}

impl Table {
    /// All keys, shared ones last.
    pub fn all_keys(&'static self) -> impl Iterator<Item = &'static Key> {
        let shared = self.shares.iter().flat_map(|table| table.keys);
        self.keys.iter().chain(shared)
    }
}

/// The entries of a mapping that its table knows and whose values have the right shape.
pub struct Entries<'n> {
    /// The place of the mapping.
    pub span: Span,
    /// False where it is no mapping at all, which was reported.
    pub sound: bool,
    entries: Vec<(&'static Key, &'n Node, &'n Node)>,
}

impl<'n> Entries<'n> {
    /// Reads a mapping by a table; an empty scalar is a mapping without entries. Whatever else stands there is
    /// reported and read as a mapping without entries, too, so that one mistake gives one diagnostic.
    pub fn read(table: &'static Table, node: &'n Node, diagnostics: &mut Diagnostics) -> Self {
        let mut entries = Vec::new();
        let Some(pairs) = mapping(node, table.what, diagnostics) else {
            return Entries { span: node.span, sound: false, entries };
        };
        for (key_node, value) in pairs {
            let Some(text) = key_node.text() else { continue };
            match table.all_keys().find(|key| key.name == text) {
                Some(key) if key.value.check(value, key.name, diagnostics) => {
                    entries.push((key, key_node, value))
                }
                Some(_) => {}
                None => diagnostics.push(unknown_key(table, text, key_node.span)),
            }
        }
        for key in table.all_keys().filter(|key| key.required) {
            if !has_key(node, key.name) {
                let message = format!("{} needs the key `{}`", table.what, key.name);
                let label = format!("`{}` is missing here", key.name);
                let diagnostic = Diagnostic::new(Code::MissingKey, message, node.head(), label);
                diagnostics.push(diagnostic.help(format!("`{}`: {}", key.name, key.doc)));
            }
        }
        Entries { span: node.span, sound: true, entries }
    }

    /// The place of a key.
    pub fn key(&self, name: &str) -> Option<Span> {
        self.find(name).map(|(_, key, _)| key.span)
    }

    /// The value of a key.
    pub fn node(&self, name: &str) -> Option<&'n Node> {
        self.find(name).map(|(_, _, value)| *value)
    }

    /// The value of a key as text.
    pub fn text(&self, name: &str) -> Option<Spanned<String>> {
        let node = self.node(name)?;
        node.text().map(|text| Spanned::new(text.to_owned(), node.span))
    }

    /// True where the key says `true`.
    pub fn flag(&self, name: &str) -> bool {
        self.node(name).and_then(Node::text) == Some("true")
    }

    /// The elements of a list, none where it is absent.
    pub fn list(&self, name: &str) -> &'n [Node] {
        match self.node(name).map(|node| &node.kind) {
            Some(NodeKind::Sequence(elements)) => elements,
            _ => &[],
        }
    }

    /// The texts of a list of texts.
    pub fn texts(&self, name: &str) -> Vec<Spanned<String>> {
        let text = |node: &Node| node.text().map(|text| Spanned::new(text.to_owned(), node.span));
        self.list(name).iter().filter_map(text).collect()
    }

    /// The entries of a mapping, none where it is absent.
    pub fn map(&self, name: &str) -> &'n [(Node, Node)] {
        match self.node(name).map(|node| &node.kind) {
            Some(NodeKind::Mapping(pairs)) => pairs,
            _ => &[],
        }
    }

    /// All entries in the order written.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Key, &'n Node, &'n Node)> + '_ {
        self.entries.iter().copied()
    }

    fn find(&self, name: &str) -> Option<&(&'static Key, &'n Node, &'n Node)> {
        self.entries.iter().find(|(key, ..)| key.name == name)
    }
}

/// The entries of a mapping; reports and returns `None` where it is none.
pub fn mapping<'n>(node: &'n Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'n [(Node, Node)]> {
    match &node.kind {
        NodeKind::Mapping(pairs) => Some(pairs),
        NodeKind::Refused => None,
        _ if node.is_absent() => Some(&[]),
        _ => {
            diagnostics.push(wrong_kind(node, &format!("{what} is written as a mapping"), "a mapping"));
            None
        }
    }
}

impl Value {
    /// Reports a value of the wrong shape; the parts of tables and maps are read later.
    fn check(&self, node: &Node, key: &str, diagnostics: &mut Diagnostics) -> bool {
        let problem = self.problem(node, key);
        let fits = problem.is_none();
        diagnostics.extend(problem);
        match (self, &node.kind) {
            (Value::List(element), NodeKind::Sequence(nodes)) => {
                // Every element is reported, so no short-circuit.
                nodes.iter().filter(|node| !element.check(node, key, diagnostics)).count() == 0 && fits
            }
            _ => fits,
        }
    }

    fn problem(&self, node: &Node, key: &str) -> Option<Diagnostic> {
        if node.kind == NodeKind::Refused {
            return None;
        }
        let expected = |what: &str| Some(wrong_kind(node, &format!("`{key}` takes {what}"), what));
        match self {
            Value::Any => None,
            Value::Text if node.text().is_none() => expected("a text"),
            Value::Text => None,
            Value::Boolean => match node.text() {
                Some("true" | "false") => None,
                _ => expected("`true` or `false`"),
            },
            Value::Reason if node.text().is_none() => expected("`true` or a reason"),
            Value::Reason => None,
            Value::Count => match node.text().map(count) {
                Some(Some(_)) => None,
                _ => expected("a whole number, not negative"),
            },
            Value::Choice(words) => choice_problem(words, node, key),
            Value::List(_) => match node.kind {
                NodeKind::Sequence(_) => None,
                _ => expected("a list"),
            },
            Value::Map(_) | Value::Table(_) => match node.kind {
                NodeKind::Mapping(_) => None,
                _ if node.is_absent() => None,
                _ => expected("a mapping"),
            },
        }
    }
}

/// A whole number in canonical form.
pub fn count(text: &str) -> Option<u64> {
    text.parse::<u64>().ok().filter(|number| number.to_string() == text)
}

fn choice_problem(words: &[&'static str], node: &Node, key: &str) -> Option<Diagnostic> {
    let text = node.text().unwrap_or_default();
    if words.contains(&text) && node.text().is_some() {
        return None;
    }
    let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let diagnostic = Diagnostic::new(
        Code::UnknownWord,
        format!("`{key}` takes one of {list}"),
        node.span,
        "not one of them",
    );
    Some(suggest(diagnostic, text, words.iter().copied()))
}

/// Adds "did you mean" where a candidate is near.
pub fn suggest<'a>(
    diagnostic: Diagnostic,
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    match did_you_mean(word, candidates) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}

fn has_key(node: &Node, name: &str) -> bool {
    match &node.kind {
        NodeKind::Mapping(pairs) => pairs.iter().any(|(key, _)| key.text() == Some(name)),
        _ => false,
    }
}

fn unknown_key(table: &'static Table, text: &str, span: Span) -> Diagnostic {
    let names: Vec<&str> = table.all_keys().map(|key| key.name).collect();
    let message = format!("{} has no key `{text}`", table.what);
    let diagnostic = Diagnostic::new(Code::UnknownKey, message, span, "unknown key");
    match did_you_mean(text, names.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if text.contains(' ') => {
            diagnostic.help("inside `{ … }` a comma ends a value: put a text that has one in double quotes")
        }
        None => diagnostic.help(format!("its keys are {}", names.join(", "))),
    }
}

/// The diagnostic for a value that has the wrong shape.
pub fn wrong_kind(node: &Node, message: &str, expected: &str) -> Diagnostic {
    let found = match &node.kind {
        NodeKind::Scalar(scalar) if scalar.text.is_empty() => "nothing",
        NodeKind::Scalar(_) => "a text",
        NodeKind::Sequence(_) => "a list",
        NodeKind::Mapping(_) => "a mapping",
        NodeKind::Refused => "something else",
    };
    let label = match (&node.kind, expected) {
        (NodeKind::Scalar(_), _) => format!("expected {expected}"),
        _ => format!("expected {expected}, found {found}"),
    };
    Diagnostic::new(Code::WrongKind, message, node.head(), label)
}
