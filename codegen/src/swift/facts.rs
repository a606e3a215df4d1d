//! What the lowering asks about objects as a whole, worked out once.

use std::collections::BTreeSet;

use crate::model::{Constraint, Field, Model, ObjectDef, ObjectId, Required, Shape, TypeUse};

/// Facts about the objects of one model.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// For each object, the objects it may hold inline.
    inline: Vec<BTreeSet<ObjectId>>,
    /// Objects that are compared byte by byte, because lists of them must be free of duplicates.
    exact: BTreeSet<ObjectId>,
}

impl Facts {
    /// Works out the facts of a model.
    pub(crate) fn of(model: &Model) -> Facts {
        Facts { inline: inline_objects(model), exact: exact_objects(model) }
    }

    /// Whether a field has to stand apart from its object: a Swift value cannot contain itself.
    pub(crate) fn is_indirect(&self, owner: ObjectId, field: &Field) -> bool {
        matches!(field.ty.shape, Shape::Object(target) if target == owner || self.inline_of(target).contains(&owner))
    }

    /// Whether values of the object are compared byte by byte.
    pub(crate) fn is_exact(&self, object: ObjectId) -> bool {
        self.exact.contains(&object)
    }

    fn inline_of(&self, object: ObjectId) -> &BTreeSet<ObjectId> {
        static NONE: BTreeSet<ObjectId> = BTreeSet::new();
        self.inline.get(object.0).unwrap_or(&NONE)
    }
}

/// For each object all objects it may hold without a list or a map between; walks with a list, not with the stack.
fn inline_objects(model: &Model) -> Vec<BTreeSet<ObjectId>> {
    let reached = |object: &ObjectDef| {
        let mut reached = BTreeSet::new();
        let mut pending: Vec<ObjectId> = object.fields.iter().filter_map(inline_target).collect();
        while let Some(next) = pending.pop() {
            if reached.insert(next) {
                pending.extend(model.object(next).fields.iter().filter_map(inline_target));
            }
        }
        reached
    };
    model.objects.iter().map(reached).collect()
}

fn inline_target(field: &Field) -> Option<ObjectId> {
    match field.ty.shape {
        // Cycles of required fields are refused by the front end.
        Shape::Object(target) => Some(target),
        _ => None,
    }
}

/// The objects in elements of lists with `uniqueItems`, and those in them.
fn exact_objects(model: &Model) -> BTreeSet<ObjectId> {
    let mut pending = Vec::new();
    let fields = model.objects.iter().flat_map(|object| &object.fields);
    fields.for_each(|field| collect_unique(&field.ty, &mut pending));
    let mut exact = BTreeSet::new();
    while let Some(next) = pending.pop() {
        if exact.insert(next) {
            let fields = &model.object(next).fields;
            pending.extend(fields.iter().filter_map(|field| innermost_object(&field.ty)));
        }
    }
    exact
}

fn collect_unique(ty: &TypeUse, found: &mut Vec<ObjectId>) {
    let (Shape::List { items: inner, .. } | Shape::Map { values: inner }) = &ty.shape else { return };
    if ty.constraints.contains(&Constraint::UniqueItems) {
        found.extend(innermost_object(inner));
    }
    collect_unique(inner, found);
}

/// The object behind lists and maps.
fn innermost_object(ty: &TypeUse) -> Option<ObjectId> {
    match &ty.shape {
        Shape::Object(id) => Some(*id),
        Shape::List { items: inner, .. } | Shape::Map { values: inner } => innermost_object(inner),
        Shape::Scalar(_) | Shape::Enum(_) | Shape::Json => None,
    }
}

/// Whether a field's Swift type is optional.
pub(crate) fn is_optional(field: &Field) -> bool {
    field.required != Required::Yes
}
