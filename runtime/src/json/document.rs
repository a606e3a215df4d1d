//! A document as it was written: where each of its values stands. Read in one pass without recursion, so that neither
//! its size nor its depth matters.

use std::borrow::Cow;

use super::SyntaxError;
use super::scan::Scanner;

/// A JSON text (RFC 8259) that has been looked through: one value and white space around it.
///
/// Nothing is interpreted yet. Keys that stand twice, numbers of any size, halves of surrogate pairs and any depth
/// are all there; a byte order mark and bytes that are not UTF-8 are not JSON.
///
/// # Example
/// ```
/// use wirewright::json::{Document, Kind};
///
/// let document = Document::parse(r#"{"a": 1.50, "a": [true]}"#)?;
/// let entries: Vec<_> = document.root().entries().map(|(key, value)| (key.text(), value.text())).collect();
/// assert_eq!(entries, [("\"a\"", "1.50"), ("\"a\"", "[true]")]);
/// assert_eq!(document.root().kind(), Kind::Object);
/// # Ok::<(), wirewright::json::SyntaxError>(())
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    /// In the order of the text: a container before what it holds, a key before its value.
    slots: Vec<Slot>,
}

/// Where a value stands. Four bytes a place: there are many of them.
#[derive(Clone, Copy, Debug)]
struct Slot {
    start: u32,
    end: u32,
    /// The slot behind this value and all that it holds.
    next: u32,
    /// A string with an escape in it.
    escaped: bool,
    /// A string, or an object with a key, that holds half of a surrogate pair.
    broken: bool,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A text.
    String,
    /// A list.
    Array,
    /// Keys and values.
    Object,
}

/// A value of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Node<'d> {
    document: &'d Document<'d>,
    slot: Slot,
    index: u32,
    /// How many arrays and objects it stands in.
    level: usize,
}

impl<'t> Document<'t> {
    /// Looks through a text, which may have up to 4 GiB.
    ///
    /// # Errors
    /// The first mistake of grammar, with its place.
    pub fn parse(text: &'t (impl AsRef<[u8]> + ?Sized)) -> Result<Self, SyntaxError> {
        let text = std::str::from_utf8(text.as_ref())
            .map_err(|error| SyntaxError { offset: error.valid_up_to(), message: "not UTF-8" })?;
        if u32::try_from(text.len()).is_err() {
            return Err(SyntaxError { offset: 0, message: "longer than 4 GiB" });
        }
        let mut reader = Reader { scanner: Scanner::new(text), slots: Vec::new(), open: Vec::new() };
        reader.read()?;
        Ok(Document { text, slots: reader.slots })
    }

    /// The whole value.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        self.node(0, 0)
    }

    fn node(&self, index: u32, level: usize) -> Node<'_> {
        // Parsing has made a slot for each index that a slot names; the other is what cannot occur.
        let nothing = Slot { start: 0, end: 0, next: index, escaped: false, broken: false };
        let slot = self.slots.get(index as usize).copied().unwrap_or(nothing);
        Node { document: self, slot, index, level }
    }
}

impl<'d> Node<'d> {
    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.text().as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// As it was written, white space within it included.
    #[must_use]
    pub fn text(self) -> &'d str {
        self.document.text.get(self.slot.start as usize..self.slot.end as usize).unwrap_or_default()
    }

    /// Where it begins, in bytes from the start of the document.
    #[must_use]
    pub fn offset(self) -> usize {
        self.slot.start as usize
    }

    /// The text that a string stands for; `None` where it is none, or holds half of a surrogate pair.
    #[must_use]
    pub fn string(self) -> Option<Cow<'d, str>> {
        if self.kind() != Kind::String || self.slot.broken {
            return None;
        }
        let quoted = self.text();
        let plain = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        if self.slot.escaped { unescape(plain).map(Cow::Owned) } else { Some(Cow::Borrowed(plain)) }
    }

    /// The elements of an array; none of anything else.
    pub fn elements(self) -> impl Iterator<Item = Node<'d>> {
        let children = Children::of(self);
        children.take_while(move |_| self.kind() == Kind::Array)
    }

    /// The keys and values of an object, in the order of the text; none of anything else.
    pub fn entries(self) -> impl Iterator<Item = (Node<'d>, Node<'d>)> {
        let mut children = Children::of(self);
        let is_object = self.kind() == Kind::Object;
        std::iter::from_fn(move || if is_object { children.next().zip(children.next()) } else { None })
    }

    /// Whether no value can be made of it, whatever it should be: a string with half of a surrogate pair, an object
    /// with such a key, an array or object at a level beyond [`MAX_DEPTH`](super::MAX_DEPTH). What it holds is not
    /// looked at.
    #[must_use]
    pub fn is_unreadable(self) -> bool {
        self.slot.broken || self.is_too_deep()
    }

    /// Whether it is an array or object at a level beyond [`MAX_DEPTH`](super::MAX_DEPTH).
    #[must_use]
    pub fn is_too_deep(self) -> bool {
        self.level >= super::MAX_DEPTH && matches!(self.kind(), Kind::Array | Kind::Object)
    }
}

struct Children<'d> {
    document: &'d Document<'d>,
    next: u32,
    end: u32,
    level: usize,
}

impl<'d> Children<'d> {
    fn of(node: Node<'d>) -> Self {
        let Node { document, slot, index, level } = node;
        Children { document, next: index + 1, end: slot.next, level: level + 1 }
    }
}

impl<'d> Iterator for Children<'d> {
    type Item = Node<'d>;

    fn next(&mut self) -> Option<Node<'d>> {
        if self.next >= self.end {
            return None;
        }
        let node = self.document.node(self.next, self.level);
        self.next = node.slot.next;
        Some(node)
    }
}

fn unescape(text: &str) -> Option<String> {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, _)) = rest.split_once('\\') {
        result.push_str(plain);
        rest = rest.get(plain.len()..)?;
        let mut scanner = Scanner::new(rest);
        result.push(scanner.escape().ok()??);
        rest = rest.get(scanner.offset..)?;
    }
    result.push_str(rest);
    Some(result)
}

/// Reads a text into slots.
struct Reader<'t> {
    scanner: Scanner<'t>,
    slots: Vec<Slot>,
    /// The slots of the arrays and objects that are not closed yet, and which of both each is.
    open: Vec<(usize, Container)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Container {
    Array,
    Object,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), SyntaxError> {
        self.scanner.skip_white_space();
        loop {
            let opened = self.value()?;
            if opened && !self.closes() {
                self.key()?;
            } else if !self.go_on()? {
                break;
            }
        }
        match self.scanner.peek() {
            None => Ok(()),
            Some(_) => Err(self.scanner.error("expected the end of the text")),
        }
    }

    /// Reads a value that holds nothing, or the start of one that may; whether it may.
    fn value(&mut self) -> Result<bool, SyntaxError> {
        let start = self.scanner.offset;
        match self.scanner.peek() {
            Some(b'{') => return Ok(self.open(Container::Object)),
            Some(b'[') => return Ok(self.open(Container::Array)),
            Some(b'"') => return self.string().map(|_| false),
            Some(b'-' | b'0'..=b'9') => self.scanner.number()?,
            Some(b't') => self.scanner.word("true")?,
            Some(b'f') => self.scanner.word("false")?,
            Some(b'n') => self.scanner.word("null")?,
            _ => return Err(self.scanner.error("expected a value")),
        }
        self.push(start, false, false);
        Ok(false)
    }

    fn open(&mut self, container: Container) -> bool {
        self.open.push((self.slots.len(), container));
        let start = self.scanner.offset;
        self.scanner.offset += 1;
        self.push(start, false, false);
        true
    }

    /// Whether the innermost container ends here; it is then closed.
    fn closes(&mut self) -> bool {
        let Some((slot, container)) = self.open.last().copied() else { return false };
        let bracket = if container == Container::Array { b']' } else { b'}' };
        let ends = self.scanner.skip_white_space_and(bracket);
        if ends {
            self.open.pop();
            let (end, next) = (position(self.scanner.offset), position(self.slots.len()));
            if let Some(slot) = self.slots.get_mut(slot) {
                (slot.end, slot.next) = (end, next);
            }
        }
        ends
    }

    /// Goes on behind a value, to the next one; `false` at the end of the document.
    fn go_on(&mut self) -> Result<bool, SyntaxError> {
        while self.closes() {}
        let Some((_, container)) = self.open.last() else {
            self.scanner.skip_white_space();
            return Ok(false);
        };
        let message = match container {
            Container::Array => "expected a comma or a closing bracket",
            Container::Object => "expected a comma or a closing brace",
        };
        if !self.scanner.skip_white_space_and(b',') {
            return Err(self.scanner.error(message));
        }
        self.scanner.skip_white_space();
        self.key()?;
        Ok(true)
    }

    /// The key before the next value, where that stands in an object.
    fn key(&mut self) -> Result<(), SyntaxError> {
        let Some((object, Container::Object)) = self.open.last().copied() else { return Ok(()) };
        if self.scanner.peek() != Some(b'"') {
            return Err(self.scanner.error("expected a key"));
        }
        let broken = self.string()?;
        if let Some(object) = self.slots.get_mut(object) {
            object.broken |= broken;
        }
        if !self.scanner.skip_white_space_and(b':') {
            return Err(self.scanner.error("expected a colon"));
        }
        self.scanner.skip_white_space();
        Ok(())
    }

    /// Whether it holds half of a surrogate pair.
    fn string(&mut self) -> Result<bool, SyntaxError> {
        let start = self.scanner.offset;
        let escapes = self.scanner.string()?;
        self.push(start, escapes.any, escapes.lone_surrogate);
        Ok(escapes.lone_surrogate)
    }

    /// The slot of what ends here.
    fn push(&mut self, start: usize, escaped: bool, broken: bool) {
        let next = position(self.slots.len() + 1);
        self.slots.push(Slot {
            start: position(start),
            end: position(self.scanner.offset),
            next,
            escaped,
            broken,
        });
    }
}

/// The text is no longer than fits, and has no more values than bytes.
fn position(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
