//! Object types and their fields.

use std::collections::BTreeMap;

use super::names::check_overrides;
use super::{Resolver, Sample, Site, docs, name};
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
        let mut reported = vec![false; edges.len()];
        for start in 0..edges.len() {
            let Some(path) = cycle_from(start, &edges) else { continue };
            if path.iter().any(|(object, ..)| reported.get(*object).copied().unwrap_or(true)) {
                continue;
            }
            for (object, ..) in &path {
                if let Some(flag) = reported.get_mut(*object) {
                    *flag = true;
                }
            }
            let Some(((_, span, _), rest)) = path.split_first() else { continue };
            let names: Vec<&str> = path.iter().map(|(_, _, name)| name.as_str()).collect();
            let message = format!("no value of this type can exist: {} needs itself", names.join(" needs "));
            let mut diagnostic = Diagnostic::new(Code::RequiredCycle, message, *span, "required here");
            for (_, span, _) in rest {
                diagnostic = diagnostic.also(*span, "and here");
            }
            self.report(diagnostic.help("make one of these fields optional, or a list"));
        }
    }
}

/// A required field: the object that it leads to (or comes from, in a cycle), its place, its object's name.
type Edge = (usize, Span, String);

/// The objects that an object can't be without.
fn required_edges(object: &ObjectDef) -> Vec<Edge> {
    let required = object.fields.iter().filter(|field| field.required == Required::Yes && !field.nullable);
    let edge = |field: &Field| match field.ty.shape {
        Shape::Object(id) => Some((id.0, field.name.span, object.name.text.clone())),
        _ => None,
    };
    required.filter_map(edge).collect()
}

/// The edges of a cycle through `start`, if there is one.
fn cycle_from(start: usize, edges: &[Vec<Edge>]) -> Option<Vec<Edge>> {
    // Breadth first with a parent per object: finds a shortest cycle without recursion.
    let mut parent: Vec<Option<(usize, Edge)>> = vec![None; edges.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(object) = queue.pop_front() {
        for (target, span, name) in edges.get(object).into_iter().flatten() {
            let edge = (object, *span, name.clone());
            if *target == start {
                let mut path = vec![edge];
                let mut at = object;
                while at != start {
                    let (previous, edge) = parent.get(at)?.clone()?;
                    path.push(edge);
                    at = previous;
                }
                path.reverse();
                return Some(path);
            }
            if let Some(slot) = parent.get_mut(*target)
                && slot.is_none()
            {
                *slot = Some((object, edge));
                queue.push_back(*target);
            }
        }
    }
    None
}
