//! From YAML trees to the spec: knows the keys of the language, resolves no names.

mod enums;
pub mod keys;
mod objects;
mod sdk;
mod services;
pub mod spec;
pub mod table;
mod type_expression;
mod types;

pub use type_expression::{TypeExpression, TypeExpressionKind};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Deprecation, Role};
use crate::source::{FileId, SourceMap, Span, Spanned};
use crate::yaml::Node;
use spec::{DocsSpec, FileSpec, Head, Item, ItemKind, NameSpec, OutcomeSpec, Spec};
use table::Entries;

/// What every reading function needs: the file, and where to report.
struct Reader<'a> {
    sources: &'a SourceMap,
    file_name: String,
    diagnostics: &'a mut Diagnostics,
}

/// Reads the trees of all files.
pub fn parse_spec(sources: &SourceMap, trees: &[(FileId, Node)], diagnostics: &mut Diagnostics) -> Spec {
    let mut spec = Spec::default();
    for (id, tree) in trees {
        let Some(file) = sources.file(*id) else { continue };
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let reader = &mut Reader { sources, file_name: name.to_owned(), diagnostics };
        let span = Span { file: *id, start: 0, end: 0 };
        let entries = Entries::read(&keys::FILE, tree, reader.diagnostics);
        spec.heads.extend(reader.head(&entries, tree.member("wirewright").is_some()));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let items = reader.items(&entries);
        let sdk = entries.node("sdk").and_then(|node| reader.sdk(node));
        spec.files.push(FileSpec { stem, path: file.path.clone(), span, items, sdk });
    }
    spec
}

impl Reader<'_> {
    fn head(&mut self, entries: &Entries<'_>, versioned: bool) -> Option<Head> {
        let Some(api) = entries.text("api") else {
            let beside = ["wirewright", "doc", "source", "outcome"];
            if let Some(span) = beside.iter().find_map(|name| entries.key(name)) {
                let diagnostic = Diagnostic::new(
                    Code::HeadWithoutApi,
                    "this belongs to the head of the spec, beside `api`",
                    span,
                    "no `api` in this file",
                );
                let help = "one file of the folder holds `wirewright: 1` and `api: Name`";
                self.diagnostics.push(diagnostic.help(help));
            }
            return None;
        };
        if !versioned {
            let diagnostic = Diagnostic::new(
                Code::MissingKey,
                "the head of a spec needs its version",
                api.span,
                "no version",
            );
            self.diagnostics.push(diagnostic.help("add the line `wirewright: 1`"));
        }
        let outcome = entries.node("outcome").and_then(|node| self.outcome(node));
        Some(Head { api, docs: self.docs(entries), outcome })
    }

    fn outcome(&mut self, node: &Node) -> Option<OutcomeSpec> {
        let entries = Entries::read(&keys::OUTCOME, node, self.diagnostics);
        Some(OutcomeSpec {
            status: entries.text("status")?,
            code: entries.text("code"),
            success: entries.texts("success"),
            failure: entries.texts("failure"),
            pending: entries.texts("pending"),
        })
    }

    /// The items of a file, in the order written.
    fn items(&mut self, entries: &Entries<'_>) -> Vec<Item> {
        let mut items = Vec::new();
        for (key, _, _) in entries.iter() {
            for (name, node) in entries.map(key.name) {
                items.extend(self.item(key.name, name, node));
            }
        }
        items
    }

    /// An item that can't be read is kept by its name, so that only itself is reported.
    fn item(&mut self, section: &'static str, name: &Node, node: &Node) -> Option<Item> {
        let text = Spanned::new(name.text()?.to_owned(), name.span);
        let place = format!("{}#/{section}/{}", self.file_name, text.value);
        let read = match section {
            "scalars" => self.scalar(node),
            "types" => self.object(Role::Type, node),
            "requests" => self.object(Role::Request, node),
            "responses" => self.object(Role::Response, node),
            "enums" => self.enumeration(node),
            "codes" => self.codes(node),
            "events" => self.events(node),
            "options" => self.options(node),
            "operations" => self.operation(node),
            "webhooks" => self.webhook(node),
            _ => return None,
        };
        let (kind, docs, (rust, swift)) =
            read.unwrap_or((ItemKind::Broken, DocsSpec::default(), (None, None)));
        Some(Item { name: NameSpec { text, word: None, rust, swift }, docs, place, kind })
    }

    fn docs(&mut self, entries: &Entries<'_>) -> DocsSpec {
        let text = entries.text("doc").map(|doc| Spanned::new(doc.value.trim().to_owned(), doc.span));
        let source = entries.text("source").map(|source| source.value.trim().to_owned());
        let deprecated = entries.text("deprecated").and_then(|text| match text.value.as_str() {
            "false" => None,
            "true" => Some(Deprecation { reason: None }),
            reason => Some(Deprecation { reason: Some(reason.trim().to_owned()) }),
        });
        DocsSpec { text, source, deprecated }
    }

    fn targets(&mut self, entries: &Entries<'_>) -> Targets {
        let mut name = |key: &str| {
            let node = entries.node(key)?;
            Entries::read(&keys::TARGET, node, self.diagnostics).text("name")
        };
        (name("rust"), name("swift"))
    }

    /// The name of a field, value, code, event or option.
    fn name(&mut self, key: &Node, entries: &Entries<'_>) -> Option<NameSpec> {
        let text = Spanned::new(key.text()?.to_owned(), key.span);
        let (rust, swift) = self.targets(entries);
        Some(NameSpec { text, word: entries.text("name"), rust, swift })
    }
}

type Targets = (Option<Spanned<String>>, Option<Spanned<String>>);
type ReadItem = (ItemKind, DocsSpec, Targets);
