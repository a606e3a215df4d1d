//! Where the values of a raw JSON text stand, found without changing a byte of it: escapes, the spelling of numbers and
//! white space are what documents for a comparison are about.

use std::ops::Range;

use wirewright::json::{self, Document};

pub(crate) use wirewright::json::Kind;

/// The values of a text in the order in which they begin; the first one is the whole document.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    pub(crate) nodes: Vec<Node>,
}

/// One value.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
    /// The array or object it stands in.
    pub(crate) parent: Option<usize>,
    /// Its key with the quotes around it, where it stands in an object.
    pub(crate) key: Option<Range<usize>>,
}

impl Node {
    /// The whole member of an object, or the element of an array.
    pub(crate) fn member(&self) -> Range<usize> {
        self.key.as_ref().map_or(self.range.start, |key| key.start)..self.range.end
    }
}

impl Outline {
    /// The outline of a text that follows the grammar of RFC 8259: any depth, any numbers, halves of surrogate pairs.
    /// `None` of any other text.
    pub(crate) fn of(text: &[u8]) -> Option<Outline> {
        let document = Document::parse(text).ok()?;
        let mut nodes = Vec::new();
        // Without recursion, since nothing limits the depth.
        let mut pending = vec![(document.root(), None, None)];
        while let Some((value, parent, key)) = pending.pop() {
            let index = nodes.len();
            nodes.push(Node { range: range(value), kind: value.kind(), parent, key });
            let first = pending.len();
            pending.extend(value.elements().map(|element| (element, Some(index), None)));
            pending.extend(value.entries().map(|(key, value)| (value, Some(index), Some(range(key)))));
            pending.get_mut(first..)?.reverse();
        }
        Some(Outline { nodes })
    }

    /// The values that stand directly in one.
    pub(crate) fn children(&self, parent: usize) -> impl Iterator<Item = usize> {
        (0..self.nodes.len())
            .skip(parent + 1)
            .filter(move |index| self.nodes.get(*index).is_some_and(|node| node.parent == Some(parent)))
    }

    /// What has to go, commas included, so that a member or an element is gone.
    pub(crate) fn removal(&self, index: usize) -> Option<Range<usize>> {
        let node = self.nodes.get(index)?;
        let siblings: Vec<usize> = self.children(node.parent?).collect();
        let at = siblings.iter().position(|sibling| *sibling == index)?;
        let sibling = |at: usize| siblings.get(at).and_then(|sibling| self.nodes.get(*sibling));
        let own = node.member();
        Some(match (sibling(at + 1), at.checked_sub(1).and_then(sibling)) {
            (Some(next), _) => own.start..next.member().start,
            (None, Some(previous)) => previous.range.end..own.end,
            (None, None) => own,
        })
    }
}

fn range(value: json::Node<'_>) -> Range<usize> {
    value.offset()..value.offset() + value.text().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<&str> {
        let nodes = Outline::of(text.as_bytes()).unwrap().nodes;
        nodes.into_iter().map(|node| &text[node.range]).collect()
    }

    #[test]
    fn every_value_has_its_bytes() {
        let text = r#" {"a" : [1.0, "\ud800", {}], "b":null} "#;
        assert_eq!(values(text), [text.trim(), r#"[1.0, "\ud800", {}]"#, "1.0", r#""\ud800""#, "{}", "null"]);
        assert_eq!(values("[[],-0e+5]"), ["[[],-0e+5]", "[]", "-0e+5"]);
    }

    #[test]
    fn depth_is_no_limit_and_grammar_is() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(Outline::of(deep.as_bytes()).unwrap().nodes.len(), 100_000);
        for text in
            ["", "[1,]", "01", "1.", "{\"a\"}", "\"\\x\"", "\"\n\"", "[1] 2", "nul", "\u{FEFF}1", "-", "[1}"]
        {
            assert!(Outline::of(text.as_bytes()).is_none(), "{text}");
        }
        assert!(Outline::of(b"\"\xFF\"").is_none());
    }

    #[test]
    fn a_removal_takes_one_comma() {
        let text = r#"{"a":1, "b":[2,3] ,"c":{}}"#;
        let outline = Outline::of(text.as_bytes()).unwrap();
        let without = |index: usize| {
            let mut rest = text.to_owned();
            rest.replace_range(outline.removal(index).unwrap(), "");
            rest
        };
        assert_eq!(without(1), r#"{"b":[2,3] ,"c":{}}"#);
        assert_eq!(without(2), r#"{"a":1, "c":{}}"#);
        assert_eq!(without(4), r#"{"a":1, "b":[2] ,"c":{}}"#);
        assert_eq!(without(5), r#"{"a":1, "b":[2,3]}"#);
        assert_eq!(outline.removal(0), None);
    }
}
