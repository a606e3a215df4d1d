//! Nodes for `dump --stage nodes --format yaml`.

use serde_yaml::Value;

use super::{Node, NodeKind};

/// The tree as a value that `serde_yaml` writes. Every scalar is a string, since nothing has been interpreted yet;
/// what was refused is null.
///
/// ```
/// # use wirewright_codegen::{diagnostic::Diagnostics, source::SourceMap, yaml};
/// # let mut sources = SourceMap::default();
/// # let mut diagnostics = Diagnostics::new();
/// # let file = yaml::add_file("api.yaml", b"a: [1, no]", &mut sources, &mut diagnostics).unwrap();
/// # let root = yaml::parse(file, &sources.file(file).unwrap().text, &mut diagnostics).unwrap();
/// assert_eq!(serde_yaml::to_string(&yaml::to_value(&root)).unwrap(), "a:\n- '1'\n- no\n");
/// ```
pub fn to_value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar(scalar) => Value::String(scalar.text.clone()),
        NodeKind::Sequence(items) => Value::Sequence(items.iter().map(to_value).collect()),
        NodeKind::Mapping(pairs) => {
            Value::Mapping(pairs.iter().map(|(key, value)| (to_value(key), to_value(value))).collect())
        }
        NodeKind::Refused => Value::Null,
    }
}
