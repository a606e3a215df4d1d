//! Keys of a mapping: scalars only, no merge keys, no two alike.

use std::collections::BTreeMap;

use super::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// Keeps the pairs with proper keys, of equal keys the first, and reports the others.
pub(super) fn proper(pairs: Vec<(Node, Node)>, diagnostics: &mut Diagnostics) -> Vec<(Node, Node)> {
    let mut firsts: BTreeMap<String, (Span, bool)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let Some(text) = usable(&key, &value, diagnostics) else { continue };
        if let Some((first, reported)) = firsts.get_mut(text) {
            if !std::mem::replace(reported, true) {
                diagnostics.push(duplicate(text, key.span, *first));
            }
            continue;
        }
        firsts.insert(text.to_owned(), (key.span, false));
        kept.push((key, value));
    }
    kept
}

/// The text of a key that may stand in a spec.
fn usable<'a>(key: &'a Node, value: &Node, diagnostics: &mut Diagnostics) -> Option<&'a str> {
    let NodeKind::Scalar(scalar) = &key.kind else {
        if key.kind != NodeKind::Refused {
            diagnostics.push(Diagnostic::new(
                Code::YamlKey,
                "a key must be a text",
                key.span,
                "this is a list or a mapping",
            ));
        }
        return None;
    };
    if is_merge(key) {
        diagnostics.push(
            Diagnostic::new(
                Code::YamlMergeKey,
                "merge keys are not allowed in a spec",
                key.span,
                "merge key",
            )
            .help("to take over the fields of another type, write `allOf: [Other]`"),
        );
        return None;
    }
    if key.is_absent() {
        diagnostics.push(Diagnostic::new(
            Code::YamlKey,
            "a key is missing",
            value.span,
            "this value has no key",
        ));
        return None;
    }
    Some(&scalar.text)
}

/// Whether a key is `<<`.
pub(super) fn is_merge(key: &Node) -> bool {
    matches!(&key.kind, NodeKind::Scalar(scalar) if scalar.plain && scalar.text == "<<")
}

fn duplicate(text: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::YamlDuplicateKey, format!("duplicate key `{text}`"), second, "written again here")
        .also(first, "first written here")
        .help("remove one of them, or rename it")
}
