//! Examples and defaults: each is judged by the rules that documents are judged by.

use wirewright::{Limit, Violation};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::judge;
use crate::model::Model;
use crate::resolve::{Resolved, Sample, Site, sample_value};
use crate::source::Span;
use crate::yaml::{Node, NodeKind};

/// Reports every sample that is not valid, once.
pub fn check_samples(resolved: &Resolved, diagnostics: &mut Diagnostics) {
    for sample in &resolved.samples {
        let violations = violations(&resolved.model, sample);
        let Some((first, rest)) = violations.split_first() else { continue };
        let limit = match &first.limit {
            None => String::new(),
            Some(Limit::Integer(limit)) => format!(" {limit}"),
            Some(Limit::Text(limit)) => format!(" `{limit}`"),
        };
        let message = format!("this {} is not valid: {}", sample.what, first.message);
        let span = place(&sample.node, &first.pointer);
        let diagnostic =
            Diagnostic::new(Code::InvalidSample, message, span, format!("{}{limit}", first.code));
        diagnostics.push(match rest.len() {
            0 => diagnostic,
            1 => diagnostic.help("and one more violation"),
            more => diagnostic.help(format!("and {more} more violations")),
        });
    }
}

fn violations(model: &Model, sample: &Sample) -> Vec<Violation> {
    let value = sample_value(model, sample);
    match sample.site {
        Site::Object(id) => judge::judge_object(model, id, &value),
        Site::Scalar(id) => judge::judge_value(model, &model.scalar(id).ty, &value),
        Site::Field(id, index) => match model.object(id).fields.get(index) {
            Some(field) => judge::judge_field(model, field, &value),
            None => Vec::new(),
        },
        Site::Entry(id, index) => match model.option_set(id).entries.get(index) {
            Some(entry) => judge::judge_value(model, &entry.ty, &value),
            None => Vec::new(),
        },
    }
}

/// The place of the value that a JSON Pointer leads to, or of what is nearest to it.
fn place(root: &Node, pointer: &str) -> Span {
    let mut node = root;
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let next = match &node.kind {
            NodeKind::Mapping(_) => node.member(&name),
            NodeKind::Sequence(nodes) => name.parse::<usize>().ok().and_then(|index| nodes.get(index)),
            NodeKind::Scalar(_) | NodeKind::Refused => None,
        };
        match next {
            Some(next) => node = next,
            None => return node.head(),
        }
    }
    node.head()
}
