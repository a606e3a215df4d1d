//! From an offset in a scalar's text to its place in the file, through quotes, escapes and folded lines.

use std::ops::Range;

use super::{Node, NodeKind, decode::span};
use crate::source::{SourceMap, Span};

impl Node {
    /// The place of a part of a scalar's text, given in bytes of that text: where an error in a pattern or in a
    /// rule's path stands. The whole scalar where that cannot be told.
    ///
    /// ```
    /// # use wirewright_codegen::{diagnostic::Diagnostics, source::SourceMap, yaml};
    /// # let mut sources = SourceMap::default();
    /// # let mut diagnostics = Diagnostics::new();
    /// let text = br#"pattern: "^\\d[A-"  # the text is ^\d[A- "#;
    /// # let file = yaml::add_file("api.yaml", text, &mut sources, &mut diagnostics).unwrap();
    /// # let root = yaml::parse(file, &sources.file(file).unwrap().text, &mut diagnostics).unwrap();
    /// let bracket = root.member("pattern").unwrap().inner_span(&sources, 3..6);
    /// assert_eq!(sources.text(bracket), "[A-");
    /// ```
    pub fn inner_span(&self, sources: &SourceMap, part: Range<usize>) -> Span {
        let NodeKind::Scalar(scalar) = &self.kind else { return self.span };
        let Some(file) = sources.file(self.span.file) else { return self.span };
        let Some(source) = file.text.get(self.span.range()) else { return self.span };
        let line =
            file.text.get(..self.span.range().start).and_then(|before| before.rsplit(['\n', '\r']).next());
        let indent = line.map_or(0, |line| line.chars().count());
        let Some(places) = places(source, &scalar.text, scalar.plain, indent) else { return self.span };
        let base = self.span.range().start;
        let end_of_text = places.last().map_or(0, |place| place.source.end);
        let start = places
            .iter()
            .find(|place| place.value.end > part.start)
            .map_or(end_of_text, |place| place.source.start);
        let end = places
            .iter()
            .rev()
            .find(|place| place.value.start < part.end)
            .map_or(start, |place| place.source.end);
        span(self.span.file, base + start, base + end.max(start))
    }
}

/// Where a stretch of the text stands in the source; both in bytes from the scalar's start.
struct Place {
    value: Range<usize>,
    source: Range<usize>,
}

/// Walks source and text side by side; `None` where they do not fit, which is for the caller to live with.
fn places(source: &str, value: &str, plain: bool, indent: usize) -> Option<Vec<Place>> {
    let walk = |at: usize, step: Step, block_indent: Option<usize>| {
        let mut walk = Walk { source, value, at, read: 0, places: Vec::new() };
        walk.run(step, block_indent).map(|()| walk.places)
    };
    if plain {
        return walk(0, |walk| walk.character(), None);
    }
    let quoted: Option<Step> = match source.chars().next() {
        Some('"') => Some(|walk| walk.double_quoted()),
        Some('\'') => Some(|walk| walk.single_quoted()),
        _ => None,
    };
    // A block text may start with a quote, too: then the quoted reading does not fit.
    quoted.and_then(|step| walk(1, step, None)).or_else(|| walk(0, |walk| walk.character(), Some(indent)))
}

type Step = fn(&mut Walk<'_>) -> Option<()>;

struct Walk<'a> {
    source: &'a str,
    value: &'a str,
    /// Offset in the source.
    at: usize,
    /// Offset in the text.
    read: usize,
    places: Vec<Place>,
}

impl<'a> Walk<'a> {
    /// `block_indent` is set for block texts: their lines start with exactly so many columns that do not count.
    fn run(&mut self, step: Step, block_indent: Option<usize>) -> Option<()> {
        if block_indent.is_some() {
            // Blank lines before the first one with text are not part of the scalar's place.
            let blank = self.value.len() - self.value.trim_start_matches('\n').len();
            self.push(blank, 0);
        }
        while self.read < self.value.len() {
            if self.at_line_end(block_indent.is_some()) {
                self.line_break(block_indent)?;
            } else {
                step(self)?;
            }
        }
        Some(())
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn unread(&self) -> &'a str {
        self.value.get(self.read..).unwrap_or_default()
    }

    fn push(&mut self, value: usize, source: usize) {
        let place = Place { value: self.read..self.read + value, source: self.at..self.at + source };
        self.read += value;
        self.at += source;
        self.places.push(place);
    }

    /// In block texts white space before a line's end is part of the text, elsewhere it is not.
    fn at_line_end(&self, block: bool) -> bool {
        let rest = if block { self.rest() } else { self.rest().trim_start_matches([' ', '\t']) };
        rest.starts_with(['\n', '\r']) || rest.is_empty()
    }

    /// A run of line breaks, with the indentation after it, is a space or fewer line feeds in the text.
    fn line_break(&mut self, block_indent: Option<usize>) -> Option<()> {
        let rest = self.rest();
        let value = match self.unread() {
            unread if unread.starts_with('\n') => unread.len() - unread.trim_start_matches('\n').len(),
            unread if unread.starts_with(' ') => 1,
            _ => 0,
        };
        let source = match block_indent {
            None => rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len(),
            Some(indent) => block_break(rest, indent),
        };
        if value == 0 && source == 0 {
            return None;
        }
        self.push(value, source);
        Some(())
    }

    fn character(&mut self) -> Option<()> {
        let (read, written) = (self.unread().chars().next()?, self.rest().chars().next()?);
        if read != written {
            return None;
        }
        self.push(read.len_utf8(), written.len_utf8());
        Some(())
    }

    fn single_quoted(&mut self) -> Option<()> {
        if self.rest().starts_with("''") && self.unread().starts_with('\'') {
            self.push(1, 2);
            return Some(());
        }
        self.character()
    }

    fn double_quoted(&mut self) -> Option<()> {
        let Some(escape) = self.rest().strip_prefix('\\') else { return self.character() };
        if escape.starts_with(['\n', '\r']) {
            // An escaped line break is nothing at all, and so is the indentation after it.
            self.push(0, self.rest().len() - escape.trim_start().len());
            return Some(());
        }
        let read = self.unread().chars().next()?;
        let escape = escape.chars().next()?;
        let mut length = 1 + match escape {
            'x' => 3,
            'u' => 5,
            'U' => 9,
            other => other.len_utf8(),
        };
        // Characters beyond the basic plane may be written as two escapes.
        if escape == 'u' && read.len_utf8() == 4 {
            length *= 2;
        }
        (length <= self.rest().len()).then(|| self.push(read.len_utf8(), length))
    }
}

/// The length of the breaks and blank lines up to the next line with text, and of its indentation.
fn block_break(rest: &str, indent: usize) -> usize {
    let mut length = 0;
    loop {
        let line = rest.get(length..).unwrap_or_default();
        let after = match line.strip_prefix("\r\n").or_else(|| line.strip_prefix(['\n', '\r'])) {
            Some(after) => after,
            None => return length,
        };
        let spaces = after.bytes().take(indent).take_while(|byte| *byte == b' ').count();
        length += line.len() - after.len() + spaces;
        if !after.get(spaces..).unwrap_or_default().starts_with(['\n', '\r']) {
            return length;
        }
    }
}
