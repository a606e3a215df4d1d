//! Diagnostics to text and JSON. The only module that knows the rendering crate.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
#[cfg(feature = "cli")]
use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Label, Severity};
use crate::source::{FileId, SourceFile, SourceMap, Span};

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With an excerpt of the spec and carets.
    Text,
    /// `path:line:column: error[WW0101]: message`, one a line.
    Short,
    /// One JSON object a line.
    #[cfg(feature = "cli")]
    Json,
}

/// Renders all of them, in the order they have; ends with a line feed unless there are none.
pub fn render(diagnostics: &Diagnostics, sources: &SourceMap, format: Format, color: bool) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        out += &match format {
            Format::Text => text(diagnostic, sources, color) + "\n",
            Format::Short => short(diagnostic, sources),
            #[cfg(feature = "cli")]
            Format::Json => json(diagnostic, sources).to_string(),
        };
        out.push('\n');
    }
    match diagnostics.dropped() {
        #[cfg(feature = "cli")]
        _ if format == Format::Json => {}
        0 => {}
        1 => out += "note: 1 more is not shown\n",
        dropped => out += &format!("note: {dropped} more are not shown\n"),
    }
    out
}

/// With an excerpt of every file it points into; no line feed at the end.
pub fn text(diagnostic: &Diagnostic, sources: &SourceMap, color: bool) -> String {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.code.id()));
    for (file, labels) in labels_by_file(diagnostic) {
        let Some(source) = sources.file(file) else { continue };
        group = if diagnostic.has_excerpt() || file != diagnostic.primary.span.file {
            group.element(excerpt(source, diagnostic, &labels))
        } else {
            group.element(Origin::path(&source.path))
        };
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The labels of each file, that of the primary one first.
fn labels_by_file(diagnostic: &Diagnostic) -> Vec<(FileId, Vec<&Label>)> {
    let mut files: Vec<(FileId, Vec<&Label>)> = Vec::new();
    for label in std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary) {
        match files.iter_mut().find(|(file, _)| *file == label.span.file) {
            Some((_, labels)) => labels.push(label),
            None => files.push((label.span.file, vec![label])),
        }
    }
    files
}

/// Hands over the lines that labels touch and no more: the renderer reads all that it is given.
fn excerpt<'a>(
    source: &'a SourceFile,
    diagnostic: &'a Diagnostic,
    labels: &[&'a Label],
) -> Snippet<'a, Annotation<'a>> {
    let ranges = || labels.iter().map(|label| first_line(source, label.span));
    let first = ranges().map(|range| range.start).min().unwrap_or_default();
    let last = ranges().map(|range| range.end).max().unwrap_or_default();
    let before = source.text.get(..first).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let after = source.text.get(last..).unwrap_or_default();
    let end = after.find('\n').map_or(source.text.len(), |at| last + at);
    let lines_before = before.get(..start).unwrap_or_default().matches('\n').count();
    let annotation = |label: &&'a Label| {
        let primary = std::ptr::eq(*label, &raw const diagnostic.primary);
        let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = first_line(source, label.span);
        let annotation = kind.span(range.start - start..range.end - start);
        if label.text.is_empty() { annotation } else { annotation.label(&label.text) }
    };
    let shown = source.text.get(start..end).unwrap_or_default();
    Snippet::source(shown.strip_suffix('\r').unwrap_or(shown))
        .path(&source.path)
        .line_start(lines_before + 1)
        .annotations(labels.iter().map(annotation))
}

/// The range of a span, moved into the text and to the bounds of characters.
fn within(source: &SourceFile, span: Span) -> Range<usize> {
    let floor = |offset: usize| {
        let offset = offset.min(source.text.len());
        (0..=offset).rev().find(|at| source.text.is_char_boundary(*at)).unwrap_or_default()
    };
    let start = floor(span.range().start);
    start..floor(span.range().end).max(start)
}

/// The part of a span that stands on its first line: a caret under that says enough.
fn first_line(source: &SourceFile, span: Span) -> Range<usize> {
    let range = within(source, span);
    let text = source.text.get(range.clone()).unwrap_or_default();
    let length = text.find(['\n', '\r']).unwrap_or(text.len());
    range.start..range.start + length
}

/// `path:line:column: error[WW0101]: message`; `path: error[…]: …` for a file as a whole.
pub fn short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let (severity, code) = (diagnostic.code.severity().as_str(), diagnostic.code.id());
    let path = path(diagnostic.primary.span.file, sources);
    let message = &diagnostic.message;
    if !diagnostic.has_excerpt() {
        return format!("{path}: {severity}[{code}]: {message}");
    }
    let Position { line, column } = start(diagnostic.primary.span, sources);
    format!("{path}:{line}:{column}: {severity}[{code}]: {message}")
}

/// As a JSON object. Lines and columns count from 1, columns in Unicode scalar values; offsets are bytes.
#[cfg(feature = "cli")]
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let place = |label: &Label| {
        let (from, to) = (start(label.span, sources), end(label.span, sources));
        json!({
            "path": path(label.span.file, sources),
            "line": from.line,
            "column": from.column,
            "endLine": to.line,
            "endColumn": to.column,
            "offset": label.span.start,
            "endOffset": label.span.end,
            "label": label.text,
        })
    };
    json!({
        "code": diagnostic.code.id(),
        "severity": diagnostic.code.severity().as_str(),
        "message": diagnostic.message,
        "primary": place(&diagnostic.primary),
        "secondary": diagnostic.secondary.iter().map(place).collect::<Vec<_>>(),
        "help": diagnostic.help,
    })
}

fn path(file: FileId, sources: &SourceMap) -> &str {
    sources.file(file).map(|source| source.path.as_str()).unwrap_or_default()
}

/// A place as people count: both from 1, the column in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where a span starts.
pub fn start(span: Span, sources: &SourceMap) -> Position {
    position(span, sources, false)
}

/// Where a span ends: behind its last character.
pub fn end(span: Span, sources: &SourceMap) -> Position {
    position(span, sources, true)
}

fn position(span: Span, sources: &SourceMap, end: bool) -> Position {
    let Some(source) = sources.file(span.file) else { return Position { line: 1, column: 1 } };
    let range = within(source, span);
    let before = source.text.get(..if end { range.end } else { range.start }).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Position {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
    }
}
