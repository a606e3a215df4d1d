//! What the lowering asks about objects as a whole, worked out once.

use std::collections::BTreeSet;

use crate::facts::leaf;
use crate::model::{Constraint, Field, Model, ObjectId, Required, Shape, TypeUse};

/// Facts about the objects of one model.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// What the Rust backend asks, too.
    shared: crate::facts::Facts,
    /// Objects that are compared byte by byte, because lists of them must be free of duplicates.
    exact: BTreeSet<ObjectId>,
}

impl Facts {
    /// Works out the facts of a model.
    pub(crate) fn of(model: &Model) -> Facts {
        Facts { shared: crate::facts::Facts::of(model), exact: exact_objects(model) }
    }

    /// Whether a field has to stand apart from its object: a Swift value cannot contain itself. That every optional
    /// field of a recursive type does breaks each cycle, since required fields alone make none.
    pub(crate) fn is_indirect(&self, field: &Field) -> bool {
        match field.ty.shape {
            Shape::Object(target) => {
                is_optional(field) && !field.nullable && self.shared.is_recursive(target)
            }
            _ => false,
        }
    }

    /// Whether values of the object are compared byte by byte.
    pub(crate) fn is_exact(&self, object: ObjectId) -> bool {
        self.exact.contains(&object)
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
    match leaf(ty) {
        Shape::Object(id) => Some(*id),
        _ => None,
    }
}

/// Whether a field's Swift type is optional.
pub(crate) fn is_optional(field: &Field) -> bool {
    field.required != Required::Yes
}
