//! Where the values of a raw JSON text stand, found without changing a byte of it: escapes, the spelling of numbers and
//! white space are what documents for a comparison are about.

use std::ops::Range;

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

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    String,
    Array,
    Object,
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
        std::str::from_utf8(text).ok()?;
        let mut scanner = Scanner { text, at: 0 };
        let (mut nodes, mut open): (Vec<Node>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut key = None;
        scanner.blank();
        loop {
            let index = nodes.len();
            let start = scanner.at;
            let kind = scanner.kind()?;
            nodes.push(Node { range: start..start, kind, parent: open.last().copied(), key: key.take() });
            if scanner.opens(kind)? {
                open.push(index);
                key = scanner.key_in(kind)?;
                continue;
            }
            nodes.get_mut(index)?.range.end = scanner.at;
            loop {
                scanner.blank();
                let Some(parent) = open.last().and_then(|parent| nodes.get_mut(*parent)) else {
                    return (scanner.at == text.len()).then_some(Outline { nodes });
                };
                if scanner.eat(b',') {
                    scanner.blank();
                    key = scanner.key_in(parent.kind)?;
                    break;
                }
                scanner.expect(closing(parent.kind))?;
                parent.range.end = scanner.at;
                open.pop();
            }
        }
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

fn closing(kind: Kind) -> u8 {
    if kind == Kind::Object { b'}' } else { b']' }
}

struct Scanner<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn kind(&self) -> Option<Kind> {
        Some(match self.peek()? {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::String,
            b'-' | b'0'..=b'9' => Kind::Number,
            b't' | b'f' | b'n' => Kind::Word,
            _ => return None,
        })
    }

    /// Goes over a value, or into one that is not empty: then true.
    fn opens(&mut self, kind: Kind) -> Option<bool> {
        match kind {
            Kind::String => self.string()?,
            Kind::Number => self.number()?,
            Kind::Word => self.word()?,
            Kind::Array | Kind::Object => {
                self.at += 1;
                self.blank();
                return Some(!self.eat(closing(kind)));
            }
        }
        Some(false)
    }

    /// The key and its colon, in an object.
    fn key_in(&mut self, kind: Kind) -> Option<Option<Range<usize>>> {
        if kind != Kind::Object {
            return Some(None);
        }
        let start = self.at;
        self.string()?;
        let key = start..self.at;
        self.blank();
        self.expect(b':')?;
        self.blank();
        Some(Some(key))
    }

    fn string(&mut self) -> Option<()> {
        self.expect(b'"')?;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => {
                    let escape = *self.text.get(self.at + 1)?;
                    let digits = if escape == b'u' { 4 } else { 0 };
                    let hex = self.text.get(self.at + 2..self.at + 2 + digits)?;
                    if !br#""\/bfnrtu"#.contains(&escape) || !hex.iter().all(u8::is_ascii_hexdigit) {
                        return None;
                    }
                    self.at += 2 + digits;
                }
                0..=0x1F => return None,
                _ => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn word(&mut self) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let word = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word.as_bytes()))?;
        self.at += word.len();
        Some(())
    }
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
