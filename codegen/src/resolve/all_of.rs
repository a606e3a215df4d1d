//! `allOf`: fields and rules of other types come before an object's own.

use std::collections::BTreeMap;

use super::names::Found;
use super::{Resolver, Site, graph, items};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ItemId, ObjectId};
use crate::source::{Span, Spanned};
use crate::syntax::spec::{ItemKind, ObjectSpec, Spec};

impl Resolver<'_> {
    pub(super) fn expand_all_of(&mut self, spec: &Spec) {
        let own: Vec<&ObjectSpec> = items(spec)
            .filter(|(_, item)| self.has_id(item))
            .filter_map(|(_, item)| match &item.kind {
                ItemKind::Object(object) => Some(object),
                _ => None,
            })
            .collect();
        let parents: Vec<Vec<(ObjectId, Span)>> = own
            .iter()
            .map(|object| object.all_of.iter().filter_map(|name| self.parent(name)).collect())
            .collect();
        let parents = self.without_cycles(parents);
        let lineages = self.lineages_of(&parents);
        let originals: Vec<_> = self.model.objects.iter().map(|object| object.fields.clone()).collect();
        for (index, lineage) in lineages.iter().enumerate() {
            let mut fields = Vec::new();
            for ancestor in lineage {
                fields.extend(originals.get(*ancestor).into_iter().flatten().cloned());
            }
            self.take_over_broken(index, lineage);
            let inherited = fields.len();
            self.shift_samples(ObjectId(index), inherited);
            if let Some(object) = self.model.objects.get_mut(index) {
                fields.append(&mut object.fields);
                object.fields = fields;
            }
            let aliases = alias_places(own.get(index).copied());
            self.check_wire_names(ObjectId(index), &aliases);
        }
        self.lineages = lineages;
        self.check_required_cycles();
    }

    fn parent(&mut self, name: &Spanned<String>) -> Option<(ObjectId, Span)> {
        match self.names.look_up(&name.value) {
            Some(Found::Item(ItemId::Object(id))) => Some((id, name.span)),
            Some(Found::Item(_)) => {
                let message = format!("`allOf` takes over object types, and `{}` is none", name.value);
                self.report(Diagnostic::new(Code::NotAType, message, name.span, "not an object type"));
                None
            }
            Some(Found::Broken) => None,
            None => {
                self.names.unknown(name, "type", self.diagnostics);
                None
            }
        }
    }

    /// Drops and reports edges that lead back to where they come from.
    fn without_cycles(&mut self, mut parents: Vec<Vec<(ObjectId, Span)>>) -> Vec<Vec<(ObjectId, Span)>> {
        let targets: Vec<Vec<usize>> =
            parents.iter().map(|edges| edges.iter().map(|(parent, _)| parent.0).collect()).collect();
        let mut cut = Vec::new();
        for (index, edge) in graph::back_edges(&targets) {
            let Some((parent, span)) = parents.get(index).and_then(|edges| edges.get(edge)).copied() else {
                continue;
            };
            let message = "a type can't take over itself, not even by way of others";
            self.report(Diagnostic::new(Code::AllOfCycle, message, span, "leads back to this type"));
            cut.push((index, parent));
        }
        for (index, parent) in cut {
            if let Some(edges) = parents.get_mut(index) {
                edges.retain(|(other, _)| *other != parent);
            }
        }
        parents
    }

    /// What each type takes over; a type that takes over too many is reported and takes over none.
    fn lineages_of(&mut self, parents: &[Vec<(ObjectId, Span)>]) -> Vec<Vec<usize>> {
        let mut lineages = Vec::new();
        for (index, edges) in parents.iter().enumerate() {
            let lineage = lineage(index, parents);
            if let (None, Some((_, span))) = (&lineage, edges.first()) {
                let message = format!("a type takes over at most {MAX_ANCESTORS} others");
                self.report(Diagnostic::new(Code::AllOfCycle, message, *span, "brings too many along"));
            }
            lineages.push(lineage.unwrap_or_default());
        }
        lineages
    }

    fn take_over_broken(&mut self, index: usize, lineage: &[usize]) {
        let inherited: Vec<_> =
            self.broken.iter().filter(|(object, _)| lineage.contains(&object.0)).cloned().collect();
        self.broken.extend(inherited.into_iter().map(|(_, name)| (ObjectId(index), name)));
    }

    fn shift_samples(&mut self, object: ObjectId, by: usize) {
        for sample in &mut self.samples {
            if let Site::Field(owner, index) = &mut sample.site
                && *owner == object
            {
                *index += by;
            }
        }
    }
}

/// How many types one may take over, by way of others included.
const MAX_ANCESTORS: usize = 64;

/// All types that one takes over, each once, in the order in which their fields come; `None` where they are too many.
fn lineage(index: usize, parents: &[Vec<(ObjectId, Span)>]) -> Option<Vec<usize>> {
    let mut done = Vec::new();
    // Depth first with a stack of our own: specs decide how long a chain is.
    let mut stack = vec![(index, false)];
    while let Some((object, expanded)) = stack.pop() {
        if stack.len() > MAX_ANCESTORS * 4 || done.len() > MAX_ANCESTORS {
            return None;
        }
        if expanded {
            if object != index && !done.contains(&object) {
                done.push(object);
            }
            continue;
        }
        stack.push((object, true));
        let next = parents.get(object).into_iter().flatten().rev();
        stack.extend(
            next.filter(|(parent, _)| !done.contains(&parent.0)).map(|(parent, _)| (parent.0, false)),
        );
    }
    Some(done)
}

/// Places of aliases by field and alias.
fn alias_places(object: Option<&ObjectSpec>) -> BTreeMap<(String, String), Span> {
    let mut places = BTreeMap::new();
    for field in object.into_iter().flat_map(|object| &object.fields) {
        for alias in &field.aliases {
            places.insert((field.name.text.value.clone(), alias.value.clone()), alias.span);
        }
    }
    places
}
