//! From an offset in a scalar's text to its place in the file.

use std::ops::Range;

use super::Node;
use crate::source::{SourceMap, Span};

impl Node {
    /// The place of a part of a scalar's text, given in bytes of that text: where an error in a pattern or in a
    /// rule's path stands. The whole scalar where that cannot be told.
    pub fn inner_span(&self, _sources: &SourceMap, _part: Range<usize>) -> Span {
        self.span
    }
}
