//! Errors of the YAML crate to diagnostics.

use granit_parser::{ErrorKind, ScanError};

use super::{MAXIMUM_DEPTH, decode::span};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// The one diagnostic of a file that cannot be read.
pub(super) fn diagnostic(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let kind = error.kind();
    let mut offset = error.marker().byte_offset().unwrap_or_default().min(text.len());
    if matches!(kind, ErrorKind::UnknownQuotedScalarEscape) {
        offset = unknown_escape(text, offset).unwrap_or(offset);
    }
    let at = character_at(file, text, offset);
    match kind {
        ErrorKind::RecursionLimitExceeded => too_deep(at),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation => {
            Diagnostic::new(Code::YamlTab, "a tab cannot indent a line", at, "tab").help("use spaces")
        }
        ErrorKind::UndeclaredTagHandle => {
            Diagnostic::new(Code::YamlTag, "tags are not allowed in a spec", at, "tag")
                .help("if it shall be text that starts with `!`, put it in quotes")
        }
        ErrorKind::DuplicateVersionDirective
        | ErrorKind::UnsupportedYamlMajorVersion
        | ErrorKind::DuplicateTagDirective
        | ErrorKind::MissingDocumentEndBeforeDirective => {
            Diagnostic::new(Code::YamlDirective, "directives are not allowed in a spec", at, "directive")
                .help("remove the line")
        }
        _ => {
            let mut diagnostic =
                Diagnostic::new(Code::YamlSyntax, format!("malformed YAML: {kind}"), at, "here");
            diagnostic.help.extend(help(kind).map(str::to_owned));
            diagnostic
        }
    }
}

/// What has most often gone wrong.
fn help(kind: &ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::MappingValueNotAllowed => {
            "put text with `: ` in quotes, or indent this line like its siblings"
        }
        ErrorKind::InvalidColonPlacement
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => "is a bracket, a brace or a comma missing before this?",
        ErrorKind::UnclosedFlowCollection { .. } => "close it, or put text with a bracket in quotes",
        ErrorKind::UnexpectedCharacter { .. } => "put text that starts with this character in quotes",
        ErrorKind::UnknownQuotedScalarEscape => "write `\\\\` for a backslash, or use single quotes",
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::BlockSequenceEntryNotAllowed => "indent the lines of one mapping or list alike",
        ErrorKind::InvalidTrailingSingleQuotedScalar => "write `''` for an apostrophe inside single quotes",
        ErrorKind::InvalidTrailingDoubleQuotedScalar => "write `\\\"` for a quote inside double quotes",
        _ => return None,
    })
}

/// The parser points at the opening quote; people look for the backslash.
fn unknown_escape(text: &str, quote: usize) -> Option<usize> {
    let mut characters = text.get(quote..)?.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == '\\' && !ESCAPES.contains(characters.next()?.1) {
            return Some(quote + at);
        }
    }
    None
}

/// Characters that may stand behind a backslash in double quotes.
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU\n\r";

pub(super) fn too_deep(at: Span) -> Diagnostic {
    let message = format!("more than {MAXIMUM_DEPTH} lists and mappings inside each other");
    Diagnostic::new(Code::YamlDepth, message, at, "one level too many")
}

/// The character at an offset; at the end of the text nothing.
fn character_at(file: FileId, text: &str, offset: usize) -> Span {
    let width = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    span(file, offset, offset + width)
}
