//! Operations, webhooks and options.

use super::spec::{EntrySpec, ItemKind, OperationSpec, WebhookSpec};
use super::table::Entries;
use super::{ReadItem, Reader, keys};
use crate::yaml::Node;

impl Reader<'_> {
    pub(super) fn operation(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::OPERATION, node, self.diagnostics);
        let docs = self.docs(&entries);
        let targets = self.targets(&entries);
        let operation = OperationSpec {
            method: entries.text("method")?.value,
            path: entries.text("path")?,
            request: entries.text("request")?,
            response: entries.text("response")?,
            idempotency_key: entries.text("idempotencyKey"),
            codes: entries.texts("codes"),
        };
        Some((ItemKind::Operation(operation), docs, targets))
    }

    pub(super) fn webhook(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::WEBHOOK, node, self.diagnostics);
        let docs = self.docs(&entries);
        let targets = self.targets(&entries);
        let webhook = WebhookSpec {
            payload: entries.text("payload")?,
            acknowledgement: entries.text("acknowledgement"),
        };
        Some((ItemKind::Webhook(webhook), docs, targets))
    }

    pub(super) fn options(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::OPTIONS, node, self.diagnostics);
        let options = entries.map("entries").iter().filter_map(|(key, node)| self.entry(key, node)).collect();
        Some((ItemKind::Options(options), self.docs(&entries), self.targets(&entries)))
    }

    fn entry(&mut self, key: &Node, node: &Node) -> Option<EntrySpec> {
        let entries = Entries::read(&keys::OPTION, node, self.diagnostics);
        Some(EntrySpec {
            name: self.name(key, &entries)?,
            docs: self.docs(&entries),
            ty: self.type_spec(&entries),
            dictionary: entries.text("in"),
            default: entries.node("default").cloned(),
            fallback: entries.text("fallback"),
        })
    }
}
