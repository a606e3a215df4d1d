//! Errors of the YAML crate to diagnostics.

use granit_parser::{ErrorKind, ScanError};

use super::{MAXIMUM_DEPTH, decode::span};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// The one diagnostic of a file that cannot be read.
pub(super) fn diagnostic(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let offset = error.marker().byte_offset().unwrap_or_default().min(text.len());
    let at = character_at(file, text, offset);
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(at),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation => {
            Diagnostic::new(Code::YamlTab, "a tab cannot indent a line", at, "tab").help("use spaces")
        }
        ErrorKind::UndeclaredTagHandle => {
            Diagnostic::new(Code::YamlTag, "tags are not allowed in a spec", at, "tag")
        }
        kind => Diagnostic::new(Code::YamlSyntax, format!("cannot read this YAML: {kind}"), at, "here"),
    }
}

pub(super) fn too_deep(at: Span) -> Diagnostic {
    let message = format!("more than {MAXIMUM_DEPTH} lists and mappings inside each other");
    Diagnostic::new(Code::YamlDepth, message, at, "one level too many")
}

/// The character at an offset; at the end of the text nothing.
fn character_at(file: FileId, text: &str, offset: usize) -> Span {
    let width = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    span(file, offset, offset + width)
}
