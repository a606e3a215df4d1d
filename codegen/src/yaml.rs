//! YAML text to a tree that knows the place of every key and value. The only module that knows the YAML crate.
//!
//! Nothing is interpreted: a scalar is its text, and what `no`, `1.10` or `null` mean is decided by who reads it.
//! What YAML allows and a spec does not (anchors, aliases, merge keys, tags, directives, several documents, duplicate
//! keys) is reported at its place, and the rest of the file is read all the same.
//!
//! Decisions: files are UTF-8; a byte order mark at the start is skipped; `\n`, `\r\n` and `\r` end a line; an empty
//! file is a warning. All limits are constants of this module and [`crate::diagnostic::MAXIMUM`].

mod decode;
mod inner;
mod keys;
mod syntax;
mod tree;
#[cfg(feature = "cli")]
mod value;

pub use decode::add_file;
#[cfg(feature = "cli")]
pub use value::to_value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// Most bytes of one file.
pub const MAXIMUM_FILE: usize = 8 * 1024 * 1024;
/// Most bytes of all files together.
pub const MAXIMUM_TOTAL: usize = 64 * 1024 * 1024;
/// Most keys and values of one file.
pub const MAXIMUM_NODES: usize = 1_000_000;
/// Most bytes of one scalar.
pub const MAXIMUM_SCALAR: usize = 64 * 1024;
/// Most levels of lists and mappings inside each other.
pub const MAXIMUM_DEPTH: usize = 128;

/// A key or a value and its place: quotes are part of it, the `|` of a block text is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its place. That of an absent value (`key:`) is empty and stands behind the colon.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A text; an absent value is plain and empty.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order written. Every key is a scalar, and no two are equal.
    Mapping(Vec<(Node, Node)>),
    /// Something that has been reported already (an alias): readers pass over it in silence.
    Refused,
}

/// The text of a scalar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text, quotes and escapes resolved.
    pub text: String,
    /// Written without quotes and not as a block.
    pub plain: bool,
}

impl Node {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Where to point at the node as a whole: the first key of a mapping, the first element of a list.
    pub fn head(&self) -> Span {
        match &self.kind {
            NodeKind::Mapping(pairs) => pairs.first().map_or(self.span, |(key, _)| key.span),
            NodeKind::Sequence(nodes) => nodes.first().map_or(self.span, Node::head),
            NodeKind::Scalar(_) | NodeKind::Refused => self.span,
        }
    }

    /// Whether nothing stands there, as in `key:`.
    pub fn is_absent(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar(scalar) if scalar.plain && scalar.text.is_empty())
    }

    /// The value of a key of a mapping.
    pub fn member(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            NodeKind::Mapping(pairs) => {
                pairs.iter().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

/// Reads the one document of a file. `None` where there is nothing to go on with: a syntax error, a limit, or an
/// empty file; each of them has been reported then.
///
/// ```
/// use wirewright_codegen::{diagnostic::Diagnostics, source::SourceMap, yaml};
/// let mut sources = SourceMap::default();
/// let mut diagnostics = Diagnostics::new();
/// let file = yaml::add_file("api.yaml", b"api: Shop\n", &mut sources, &mut diagnostics).unwrap();
/// let root = yaml::parse(file, &sources.file(file).unwrap().text, &mut diagnostics).unwrap();
/// assert_eq!(root.member("api").and_then(|value| value.text()), Some("Shop"));
/// ```
pub fn parse(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    if text.len() > MAXIMUM_FILE {
        let message = format!("the file has {} bytes, more than {MAXIMUM_FILE}", text.len());
        diagnostics.push(Diagnostic::about_file(Code::FileTooLarge, message, file));
        return None;
    }
    let root =
        tree::read(file, text, diagnostics).filter(|root| !root.is_absent() || !root.span.range().is_empty());
    if root.is_none() && !diagnostics.iter().any(|one| one.primary.span.file == file) {
        diagnostics.push(
            Diagnostic::about_file(Code::YamlEmpty, "the file declares nothing", file)
                .help("remove the file, or write declarations into it"),
        );
    }
    root
}

#[cfg(test)]
mod tests;
