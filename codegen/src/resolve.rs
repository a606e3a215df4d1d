//! From the spec to the model: names become ids, defaults are filled in, `allOf` is expanded.

mod all_of;
mod constraints;
mod enums;
mod graph;
mod names;
mod objects;
mod rules;
mod sdk;
mod services;
mod types;
mod values;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Api, Docs, Model, Module, ModuleId, Name, ObjectId};
use crate::source::SourceMap;
use crate::syntax::spec::{DocsSpec, Item, ItemKind, NameSpec, Spec};
use crate::yaml::Node;
use names::Names;
pub use types::NATIVE;
pub use values::sample_value;

/// A value of the spec that the judge checks once the model stands: examples and defaults.
#[derive(Debug)]
pub struct Sample {
    /// What it is: `example`, `default`.
    pub what: &'static str,
    /// Where the model keeps it.
    pub site: Site,
    /// The value as written.
    pub node: Node,
}

/// The type that a sample is judged against.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    /// A whole object.
    Object(ObjectId),
    /// A field of an object.
    Field(ObjectId, usize),
    /// A named scalar.
    Scalar(crate::model::ScalarId),
    /// An entry of options.
    Entry(crate::model::OptionsId, usize),
}

/// The model as far as it could be made.
#[derive(Debug)]
pub struct Resolved {
    /// The model. Backends see it only where nothing was reported.
    pub model: Model,
    /// Examples and defaults, not judged yet.
    pub samples: Vec<Sample>,
}

/// Makes the model. `complete` is false where a file could not be read: then names may be missing for that reason
/// and are not reported.
pub fn resolve(
    spec: &Spec,
    sources: &SourceMap,
    complete: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Resolved> {
    let api = head(spec, complete, diagnostics)?;
    let names = Names::collect(spec, complete, diagnostics);
    let model = Model {
        api,
        modules: Vec::new(),
        scalars: Vec::new(),
        objects: Vec::new(),
        enums: Vec::new(),
        options: Vec::new(),
        operations: Vec::new(),
        webhooks: Vec::new(),
        sdk: None,
    };
    let broken = BTreeSet::new();
    let mut resolver =
        Resolver { sources, names, model, samples: Vec::new(), broken, lineages: Vec::new(), diagnostics };
    resolver.modules(spec);
    resolver.run(spec);
    Some(Resolved { model: resolver.model, samples: resolver.samples })
}

/// What resolving needs and makes.
struct Resolver<'a> {
    sources: &'a SourceMap,
    names: Names,
    model: Model,
    samples: Vec<Sample>,
    /// Fields that were reported as broken: rules that name them say nothing more.
    broken: BTreeSet<(ObjectId, String)>,
    /// Per object the objects whose fields and rules it takes over, in order.
    lineages: Vec<Vec<usize>>,
    diagnostics: &'a mut Diagnostics,
}

impl Resolver<'_> {
    /// Each step sees what the steps before it made: fields need scalars and enums, rules need fields.
    fn run(&mut self, spec: &Spec) {
        for (module, item) in items(spec) {
            if let ItemKind::Scalar(ty, examples) = &item.kind {
                self.scalar(module, item, ty, examples);
            }
        }
        for (module, item) in items(spec) {
            if let ItemKind::Enum(spec) = &item.kind {
                self.enumeration(module, item, spec);
            }
        }
        for (module, item) in items(spec) {
            if let ItemKind::Object(spec) = &item.kind {
                self.object(module, item, spec);
            }
        }
        self.expand_all_of(spec);
        self.rules(spec);
        for (module, item) in items(spec) {
            match &item.kind {
                ItemKind::Options(entries) => self.options(module, item, entries),
                ItemKind::Operation(operation) => self.operation(module, item, operation),
                ItemKind::Webhook(webhook) => self.webhook(module, item, webhook),
                _ => {}
            }
        }
        self.outcome(spec);
        self.sdk(spec);
        self.fill_samples();
    }

    fn modules(&mut self, spec: &Spec) {
        for file in &spec.files {
            let ids = file.items.iter().filter_map(|item| self.names.own_id(&item.name)).collect();
            let module =
                Module { name: file.stem.clone(), path: file.path.clone(), span: file.span, items: ids };
            self.model.modules.push(module);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether an item got an id: broken ones and duplicates did not.
    fn has_id(&self, item: &Item) -> bool {
        self.names.own_id(&item.name).is_some()
    }
}

/// All items with their module.
fn items(spec: &Spec) -> impl Iterator<Item = (ModuleId, &Item)> {
    let files = spec.files.iter().enumerate();
    files.flat_map(|(index, file)| file.items.iter().map(move |item| (ModuleId(index), item)))
}

fn head(spec: &Spec, complete: bool, diagnostics: &mut Diagnostics) -> Option<Api> {
    let (head, others) = match spec.heads.split_first() {
        Some(heads) => heads,
        None => {
            if complete && let Some(file) = spec.files.first() {
                let message = "no file of the spec holds `wirewright:` and `api:`";
                let diagnostic = Diagnostic::about_file(Code::NoHead, message, file.span.file);
                diagnostics.push(diagnostic.help("add `wirewright: 1` and `api: YourName` to one file"));
            }
            return None;
        }
    };
    for other in others {
        let message = "a spec has one head, but `api` is here twice";
        let diagnostic = Diagnostic::new(Code::DuplicateName, message, other.api.span, "second head");
        diagnostics.push(diagnostic.also(head.api.span, "first head"));
    }
    let name = NameSpec { text: head.api.clone(), word: None, rust: None, swift: None };
    names::check_type_name(&name, "an API", diagnostics);
    let docs = docs(&head.docs, "api".to_owned());
    Some(Api { name: self::name(&name), docs, outcome: None })
}

/// A name of the model.
fn name(spec: &NameSpec) -> Name {
    let text = |part: &Option<crate::source::Spanned<String>>| part.as_ref().map(|name| name.value.clone());
    Name {
        text: spec.text.value.clone(),
        word: text(&spec.word),
        rust: text(&spec.rust),
        swift: text(&spec.swift),
        span: spec.text.span,
    }
}

/// Documentation of the model.
fn docs(spec: &DocsSpec, place: String) -> Docs {
    Docs {
        text: spec.text.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
        source: spec.source.clone(),
        deprecated: spec.deprecated.clone(),
        place,
    }
}
