//! Object types and their fields.

use std::collections::{BTreeMap, BTreeSet};

use super::names::check_overrides;
use super::{Resolver, Sample, Site, docs, graph, name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Field, ItemId, ModuleId, ObjectDef, ObjectId, Required, Shape};
use crate::source::Span;
use crate::syntax::spec::{FieldSpec, Item, ObjectSpec};
use crate::yaml::Node;

/// Where a type is used, for messages.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A field.
    Field,
    /// An option.
    Entry,
}

impl Place {
    /// The place in words.
    pub fn word(self) -> &'static str {
        match self {
            Place::Field => "this field",
            Place::Entry => "this option",
        }
    }
}

impl Resolver<'_> {
    /// An object with its own fields; what it takes over and its rules come later.
    pub(super) fn object(&mut self, module: ModuleId, item: &Item, spec: &ObjectSpec) {
        let Some(ItemId::Object(id)) = self.names.own_id(&item.name) else { return };
        let mut fields = Vec::new();
        for field in &spec.fields {
            match self.field(id, fields.len(), field, &item.place) {
                Some(field) => fields.push(field),
                None => {
                    self.broken.insert((id, field.name.text.value.clone()));
                }
            }
        }
        self.sample("example", Site::Object(id), &spec.examples);
        self.model.objects.push(ObjectDef {
            name: name(&item.name),
            docs: docs(&item.docs, item.place.clone()),
            module,
            role: spec.role,
            fields,
            rules: Vec::new(),
            unknown_fields: spec.unknown_fields,
            examples: Vec::new(),
        });
    }

    fn field(&mut self, object: ObjectId, index: usize, spec: &FieldSpec, place: &str) -> Option<Field> {
        check_overrides(&spec.name, self.diagnostics);
        let ty = self.type_use(spec.ty.as_ref()?)?;
        let fallback = spec.fallback.as_ref().and_then(|word| self.fallback(word, &ty, Place::Field));
        if spec.nullable && spec.required == Required::OnSend {
            let message = "`required: onSend` and `nullable` don't go together";
            let diagnostic =
                Diagnostic::new(Code::MisplacedKey, message, spec.name.text.span, "in this field");
            self.report(diagnostic.help("a null would count as there and as missing; use `required: true`"));
        }
        let site = Site::Field(object, index);
        self.sample("default", site, spec.default.as_slice());
        self.sample("example", site, &spec.examples);
        Some(Field {
            name: name(&spec.name),
            docs: docs(&spec.docs, format!("{place}/fields/{}", spec.name.text.value)),
            ty,
            required: spec.required,
            nullable: spec.nullable,
            aliases: spec.aliases.iter().map(|alias| alias.value.clone()).collect(),
            sensitive: spec.sensitive,
            default: None,
            examples: Vec::new(),
            fallback,
        })
    }

    /// Notes values to be judged once the model stands.
    pub(super) fn sample(&mut self, what: &'static str, site: Site, nodes: &[Node]) {
        self.samples.extend(nodes.iter().map(|node| Sample { what, site, node: node.clone() }));
    }

    /// Reports names that two fields of an object would read: `allOf` and aliases can bring them about.
    pub(super) fn check_wire_names(&mut self, object: ObjectId, aliases: &BTreeMap<(String, String), Span>) {
        let Some(def) = self.model.objects.get(object.0) else { return };
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let mut found = Vec::new();
        for field in &def.fields {
            let own = std::iter::once((field.name.text.as_str(), field.name.span));
            let also = field.aliases.iter().map(|alias| {
                let key = (field.name.text.clone(), alias.clone());
                let span = aliases.get(&key).copied().unwrap_or(field.name.span);
                (alias.as_str(), span)
            });
            for (text, span) in own.chain(also) {
                match seen.get(text) {
                    Some(first) => found.push((text.to_owned(), *first, span)),
                    None => {
                        seen.insert(text, span);
                    }
                }
            }
        }
        let object_name = def.name.clone();
        for (text, first, second) in found {
            let message = format!("two fields of `{}` would be read from `{text}`", object_name.text);
            let diagnostic = Diagnostic::new(Code::DuplicateName, message, second, "second one");
            let diagnostic = diagnostic.also(first, "first one");
            self.report(diagnostic.help("rename one field, or drop the alias"));
        }
    }

    /// Reports objects that can't exist: each needs another one without end.
    pub(super) fn check_required_cycles(&mut self) {
        let edges: Vec<Vec<Edge>> = self.model.objects.iter().map(required_edges).collect();
        let targets: Vec<Vec<usize>> =
            edges.iter().map(|edges| edges.iter().map(|(target, _)| *target).collect()).collect();
        let mut reported = BTreeSet::new();
        for (start, _) in graph::back_edges(&targets).into_iter().take(MAX_CYCLES) {
            let Some(path) = graph::cycle_through(start, &targets) else { continue };
            // Point at the first type of the cycle first.
            let first =
                path.iter().enumerate().min_by_key(|(_, (object, _))| *object).map_or(0, |(index, _)| index);
            let path: Vec<_> = path.iter().cycle().skip(first).take(path.len()).copied().collect();
            if path.iter().any(|(object, _)| reported.contains(object)) {
                continue;
            }
            reported.extend(path.iter().map(|(object, _)| *object));
            self.required_cycle(&path, &edges);
        }
    }

    fn required_cycle(&mut self, path: &[(usize, usize)], edges: &[Vec<Edge>]) {
        let name =
            |object: usize| self.model.objects.get(object).map_or("", |object| object.name.text.as_str());
        let names: Vec<&str> = path.iter().map(|(object, _)| name(*object)).collect();
        let message = format!("no value of this type can exist: {} needs itself", names.join(" needs "));
        let mut places =
            path.iter().filter_map(|(object, edge)| edges.get(*object)?.get(*edge)).map(|edge| edge.1);
        let Some(span) = places.next() else { return };
        let diagnostic = Diagnostic::new(Code::RequiredCycle, message, span, "required here");
        let diagnostic = places.fold(diagnostic, |diagnostic, span| diagnostic.also(span, "and here"));
        self.report(diagnostic.help("make one of these fields optional, or a list"));
    }
}

/// How many cycles are looked into: whoever has more mends these first.
const MAX_CYCLES: usize = 100;

/// A required field: the object that it leads to, and its place.
type Edge = (usize, Span);

/// The objects that an object can't be without.
fn required_edges(object: &ObjectDef) -> Vec<Edge> {
    let required = object.fields.iter().filter(|field| field.required == Required::Yes && !field.nullable);
    let edge = |field: &Field| match field.ty.shape {
        Shape::Object(id) => Some((id.0, field.name.span)),
        _ => None,
    };
    required.filter_map(edge).collect()
}
