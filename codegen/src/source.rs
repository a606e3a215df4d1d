//! Where a text of a spec stands: files, byte spans, and values that remember their place.

use std::ops::Range;

use crate::text::is_hidden;

/// Index of a file in its [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The place as a range of byte offsets.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value together with the place that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

impl Spanned<String> {
    /// The place of a part of the text, where the text stands in the file as it is, with or without quotes around
    /// it; else the whole place.
    pub fn part(&self, part: Range<usize>) -> Span {
        let surplus = self.span.range().len().checked_sub(self.value.len());
        let quote = match surplus {
            Some(0) => 0,
            Some(2) => 1,
            _ => return self.span,
        };
        let offset = |at: usize| {
            u32::try_from(at + quote).map_or(self.span.end, |at| self.span.start.saturating_add(at))
        };
        Span { file: self.span.file, start: offset(part.start), end: offset(part.end) }
    }
}

/// One text that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path shown to people: relative, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// All texts of a run, by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and returns its id. A path's characters that show nothing are replaced: it is shown to people, and
    /// stands in the first line of what is generated.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let path = path.into().replace(is_hidden, "\u{fffd}");
        self.files.push(SourceFile { path, text: text.into() });
        id
    }

    /// The file of an id that this map made.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The text at a place; empty where the place is not of this map.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).and_then(|file| file.text.get(span.range())).unwrap_or_default()
    }

    /// All files in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }
}
