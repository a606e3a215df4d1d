//! Events of the YAML crate to nodes.

use granit_parser::{Event, Parser, ScalarStyle, Span as Place, options};

use super::{
    MAXIMUM_DEPTH, MAXIMUM_NODES, MAXIMUM_SCALAR, Node, NodeKind, Scalar, decode::span, keys, syntax,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// Reads the first document; `None` where the file has none or cannot be read.
pub(super) fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    let mut options = options! {
        flow_nesting_limit: MAXIMUM_DEPTH,
        block_nesting_limit: MAXIMUM_DEPTH,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        simple_key_max_lookahead: LONGEST_KEY,
    };
    options.set_emit_comments(false);
    let mut builder =
        Builder { file, text, diagnostics, open: Vec::new(), root: None, nodes: 0, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        let read = match event {
            Ok((event, place)) => builder.event(event, place),
            Err(error) => Err(Box::new(syntax::diagnostic(file, text, &error))),
        };
        match read {
            Ok(Step::Next) => {}
            Ok(Step::Done) => break,
            Err(diagnostic) => {
                builder.diagnostics.push(*diagnostic);
                return None;
            }
        }
    }
    builder.root
}

/// Whether there is more to read.
enum Step {
    Next,
    Done,
}

/// A collection that has not ended yet.
enum Open {
    Sequence { start: usize, items: Vec<Node> },
    Mapping { start: usize, pairs: Vec<(Node, Node)>, key: Option<Node> },
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    diagnostics: &'a mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    documents: usize,
}

/// What cannot be gone on after; boxed, since it is rare and large.
type Fatal = Box<Diagnostic>;

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, place: Place) -> Result<Step, Fatal> {
        let range = place.byte_range().unwrap_or_default();
        match event {
            Event::DocumentStart(..) => return Ok(self.document(self.span(range.start, range.end))),
            Event::Anchor(_, name) => self.refuse_anchor(&name, self.span(range.start, range.end)),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let span = self.span(range.start, range.end);
                if !self.merging() {
                    self.refuse_alias(span);
                }
                self.add(Node { span, kind: NodeKind::Refused })?;
            }
            Event::Scalar(text, style, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(place);
                }
                self.scalar(text.into_owned(), style, range.start, range.end)?;
            }
            Event::SequenceStart(_, _, tag) => {
                let sequence = Open::Sequence { start: range.start, items: Vec::new() };
                self.open(sequence, tag.is_some(), place)?;
            }
            Event::MappingStart(_, _, tag) => {
                let mapping = Open::Mapping { start: range.start, pairs: Vec::new(), key: None };
                self.open(mapping, tag.is_some(), place)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.start, range.end)?,
            _ => {}
        }
        Ok(Step::Next)
    }

    /// Only the first document is read.
    fn document(&mut self, span: Span) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            self.refuse_directives(span);
            return Step::Next;
        }
        self.diagnostics.push(
            Diagnostic::new(
                Code::YamlDocuments,
                "the file has more than one document",
                span,
                "a second one starts",
            )
            .help("move what follows to a file of its own in the same folder"),
        );
        Step::Done
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, start: usize, end: usize) -> Result<(), Fatal> {
        if text.len() > MAXIMUM_SCALAR {
            let message = format!("the text has {} bytes, more than {MAXIMUM_SCALAR}", text.len());
            let line = self.span(start, self.line_end(start).min(end));
            self.diagnostics.push(Diagnostic::new(Code::YamlScalar, message, line, "starts here"));
            return self.add(Node { span: self.span(start, end), kind: NodeKind::Refused });
        }
        let plain = style == ScalarStyle::Plain;
        let written = self.text.get(start..end).unwrap_or_default();
        // An absent value arrives as `~` without a place of its own, in front of the colon.
        let absent = plain && written.is_empty();
        let text = if absent { String::new() } else { text };
        let (start, end) = if absent {
            let behind_colon =
                start + usize::from(self.text.get(start..).is_some_and(|rest| rest.starts_with(':')));
            (behind_colon, behind_colon)
        } else {
            (start, start + written.trim_end_matches(['\n', '\r']).len())
        };
        self.add(Node { span: self.span(start, end), kind: NodeKind::Scalar(Scalar { text, plain }) })
    }

    fn open(&mut self, collection: Open, tagged: bool, place: Place) -> Result<(), Fatal> {
        if tagged {
            self.refuse_tag(place);
        }
        if self.open.len() >= MAXIMUM_DEPTH {
            let range = place.byte_range().unwrap_or_default();
            return Err(Box::new(syntax::too_deep(self.span(range.start, range.start))));
        }
        self.open.push(collection);
        Ok(())
    }

    /// The end of a block collection lies at the next token; where its last child ends is what people see.
    fn close(&mut self, start: usize, end: usize) -> Result<(), Fatal> {
        let flow = end > start;
        let (begin, last, kind) = match self.open.pop() {
            Some(Open::Sequence { start, items }) => {
                (start, items.last().map(|node| node.span), NodeKind::Sequence(items))
            }
            Some(Open::Mapping { start, pairs, .. }) => {
                let last = pairs.last().map(|(_, value)| value.span);
                (start, last, NodeKind::Mapping(keys::proper(pairs, self.diagnostics)))
            }
            None => return Ok(()),
        };
        let end = if flow { end } else { last.map_or(begin, |span| span.range().end) };
        self.add(Node { span: self.span(begin, end), kind })
    }

    /// Puts a finished node where it belongs.
    fn add(&mut self, node: Node) -> Result<(), Fatal> {
        self.nodes += 1;
        if self.nodes > MAXIMUM_NODES {
            let message = format!("the file has more than {MAXIMUM_NODES} keys and values");
            let diagnostic = Diagnostic::new(Code::YamlNodes, message, node.span, "one too many");
            return Err(Box::new(diagnostic.help("split it into several files")));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { pairs, key, .. }) => match key.take() {
                None => *key = Some(node),
                Some(key) => pairs.push((key, node)),
            },
        }
        Ok(())
    }

    fn refuse_anchor(&mut self, name: &str, span: Span) {
        let message = format!("the anchor `&{name}` is not allowed in a spec");
        self.diagnostics.push(
            Diagnostic::new(Code::YamlAnchor, message, span, "anchor")
                .help("declare what is shared under a name of its own, and refer to that name"),
        );
    }

    /// Whether the value of a merge key comes next; the key itself is reported with its mapping.
    fn merging(&self) -> bool {
        let Some(Open::Mapping { key: Some(key), .. }) = self.open.last() else { return false };
        keys::is_merge(key)
    }

    /// The parser takes directives in silence: they are the lines with `%` in front of the document.
    fn refuse_directives(&mut self, document: Span) {
        let mut start = 0;
        for line in self.text.get(..document.range().start).unwrap_or_default().split_inclusive('\n') {
            if line.starts_with('%') {
                let span = self.span(start, start + line.trim_end().len());
                self.diagnostics.push(
                    Diagnostic::new(
                        Code::YamlDirective,
                        "directives are not allowed in a spec",
                        span,
                        "directive",
                    )
                    .help("remove the line"),
                );
            }
            start += line.len();
        }
    }

    fn refuse_alias(&mut self, span: Span) {
        let written = self.text.get(span.range()).unwrap_or_default();
        let message = format!("the alias `{written}` is not allowed in a spec");
        self.diagnostics.push(
            Diagnostic::new(Code::YamlAlias, message, span, "alias")
                .help("declare what is shared under a name of its own, and refer to that name")
                .help("if it shall be text that starts with `*`, put it in quotes"),
        );
    }

    fn refuse_tag(&mut self, place: Place) {
        let at = place.tag_span().and_then(|tag| tag.byte_range());
        let range = at.or_else(|| place.byte_range()).unwrap_or_default();
        let written = self.text.get(range.clone()).unwrap_or_default();
        let message = format!("the tag `{written}` is not allowed in a spec");
        self.diagnostics.push(
            Diagnostic::new(Code::YamlTag, message, self.span(range.start, range.end), "tag")
                .help("remove it; if it shall be text that starts with `!`, put it in quotes"),
        );
    }

    fn line_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        rest.find(['\n', '\r']).map_or(self.text.len(), |at| start + at)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        span(self.file, start, end)
    }
}

/// The YAML specification's 1,024 characters for a key would make an error of a long one that is merely odd.
const LONGEST_KEY: usize = 4_096;
