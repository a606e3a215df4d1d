//! Enums, result codes and event codes.

use super::spec::{DocsSpec, EnumSpec, ItemKind, ValueSpec};
use super::table::{Entries, Table, mapping};
use super::{ReadItem, Reader, keys};
use crate::model::{EnumKind, Retry};
use crate::yaml::Node;

impl Reader<'_> {
    pub(super) fn enumeration(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::ENUM, node, self.diagnostics);
        entries.node("values")?;
        let spec = EnumSpec {
            kind: EnumKind::Enum,
            open: entries.node("open").is_none() || entries.flag("open"),
            categories: Vec::new(),
            values: self.values(entries.map("values"), &keys::ENUM_VALUE),
        };
        Some((ItemKind::Enum(spec), self.docs(&entries), self.targets(&entries)))
    }

    /// Result codes stand directly below their enum's name, so the enum has no keys of its own.
    pub(super) fn codes(&mut self, node: &Node) -> Option<ReadItem> {
        let pairs = mapping(node, "a result code enum", self.diagnostics)?;
        let values = self.values(pairs, &keys::CODE);
        let spec = EnumSpec { kind: EnumKind::Codes, open: true, categories: Vec::new(), values };
        Some((ItemKind::Enum(spec), DocsSpec::default(), (None, None)))
    }

    pub(super) fn events(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::EVENTS, node, self.diagnostics);
        entries.node("codes")?;
        let spec = EnumSpec {
            kind: EnumKind::Events,
            open: true,
            categories: entries.texts("categories"),
            values: self.values(entries.map("codes"), &keys::EVENT),
        };
        Some((ItemKind::Enum(spec), self.docs(&entries), self.targets(&entries)))
    }

    fn values(&mut self, pairs: &[(Node, Node)], table: &'static Table) -> Vec<ValueSpec> {
        pairs.iter().filter_map(|(key, node)| self.value(key, node, table)).collect()
    }

    fn value(&mut self, key: &Node, node: &Node, table: &'static Table) -> Option<ValueSpec> {
        let entries = Entries::read(table, node, self.diagnostics);
        let retry = entries.text("retry").and_then(|text| match text.value.as_str() {
            "never" => Some(Retry::Never),
            "same" => Some(Retry::Same),
            "new" => Some(Retry::New),
            _ => None,
        });
        Some(ValueSpec {
            name: self.name(key, &entries)?,
            docs: self.docs(&entries),
            category: entries.text("category"),
            action: entries.text("action").map(|text| text.value.trim().to_owned()),
            retry,
        })
    }
}
