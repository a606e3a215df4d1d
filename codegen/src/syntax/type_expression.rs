//! The text behind `type:`: a name, `list<T>` or `map<T>`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceMap, Span};
use crate::yaml::Node;

/// How deep lists and maps may nest.
const MAX_DEPTH: usize = 16;

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeExpression {
    /// What it says.
    pub kind: TypeExpressionKind,
    /// Its place inside the scalar.
    pub span: Span,
}

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeExpressionKind {
    /// The name of a type.
    Name(String),
    /// `list<T>`
    List(Box<TypeExpression>),
    /// `map<T>`
    Map(Box<TypeExpression>),
}

/// Parses the scalar behind `type:`.
pub fn parse(node: &Node, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Option<TypeExpression> {
    let text = node.text()?;
    parse_part(node, sources, text, 0, MAX_DEPTH, diagnostics)
}

fn parse_part(
    node: &Node,
    sources: &SourceMap,
    part: &str,
    offset: usize,
    depth: usize,
    diagnostics: &mut Diagnostics,
) -> Option<TypeExpression> {
    let skipped = part.len() - part.trim_start().len();
    let (part, offset) = (part.trim(), offset + skipped);
    let span = node.inner_span(sources, offset..offset + part.len());
    let is_name = |text: &str| text.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    if !part.is_empty() && is_name(part) {
        return Some(TypeExpression { kind: TypeExpressionKind::Name(part.to_owned()), span });
    }
    let inner = part.split_once('<').and_then(|(head, rest)| Some((head.trim(), rest.strip_suffix('>')?)));
    match inner {
        Some(("list" | "map", _)) if depth == 0 => {
            let message = format!("types nest at most {MAX_DEPTH} deep");
            diagnostics.push(Diagnostic::new(Code::TypeSyntax, message, span, "too deep"));
            None
        }
        Some((head @ ("list" | "map"), rest)) => {
            let start = offset + part.find('<').unwrap_or_default() + 1;
            let element = Box::new(parse_part(node, sources, rest, start, depth - 1, diagnostics)?);
            let kind = match head {
                "list" => TypeExpressionKind::List(element),
                _ => TypeExpressionKind::Map(element),
            };
            Some(TypeExpression { kind, span })
        }
        _ => {
            let diagnostic = Diagnostic::new(Code::TypeSyntax, "this is not a type", span, "not a type");
            let help = "a type is a name, `list<T>` or `map<T>` (keys of maps are always text)";
            diagnostics.push(diagnostic.help(help));
            None
        }
    }
}
