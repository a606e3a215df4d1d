//! Where the values of a document stand, and what the model says of each.

use wirewright::Path;
use wirewright::json::Value;

use crate::model::{EnumId, Field, Model, ObjectId, Shape, TypeUse};

/// What a document is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    Object(ObjectId),
    Enum(EnumId),
}

impl Root {
    /// The object or enum of a name.
    pub(crate) fn named(model: &Model, name: &str) -> Option<Root> {
        let object = model.objects.iter().position(|item| item.name.text == name).map(ObjectId);
        let enumeration = || model.enums.iter().position(|item| item.name.text == name).map(EnumId);
        object.map(Root::Object).or_else(|| enumeration().map(Root::Enum))
    }
}

/// One value of a document.
#[derive(Clone, Debug)]
pub(crate) struct Place<'m> {
    /// The way to it: positions in arrays and objects.
    pub(crate) steps: Vec<usize>,
    /// The same as violations say it.
    pub(crate) pointer: String,
    /// Its type; `None` of the document itself.
    pub(crate) ty: Option<&'m TypeUse>,
    /// The object that it is one of.
    pub(crate) object: Option<ObjectId>,
}

/// Every value of a document that the model knows, each before what is in it.
pub(crate) fn places<'m>(model: &'m Model, root: Root, value: &Value) -> Vec<Place<'m>> {
    let mut found = Places { model, found: Vec::new() };
    match root {
        Root::Object(id) => found.object(id, value, &[], &Path::root(), None),
        Root::Enum(_) => found.push(&[], &Path::root(), None, None),
    }
    found.found
}

/// The value of a place.
pub(crate) fn value_at<'v>(value: &'v mut Value, steps: &[usize]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match value {
        Value::Array(items) => items.get_mut(*step),
        Value::Object(entries) => entries.get_mut(*step).map(|(_, value)| value),
        _ => None,
    })
}

/// Whether a key stands for a field.
pub(crate) fn is_called(field: &Field, key: &str) -> bool {
    field.name.text == key || field.aliases.iter().any(|alias| alias == key)
}

struct Places<'m> {
    model: &'m Model,
    found: Vec<Place<'m>>,
}

impl<'m> Places<'m> {
    fn push(&mut self, steps: &[usize], path: &Path<'_>, ty: Option<&'m TypeUse>, object: Option<ObjectId>) {
        self.found.push(Place { steps: steps.to_vec(), pointer: path.to_pointer(), ty, object });
    }

    fn object(
        &mut self,
        id: ObjectId,
        value: &Value,
        steps: &[usize],
        path: &Path<'_>,
        ty: Option<&'m TypeUse>,
    ) {
        self.push(steps, path, ty, Some(id));
        let Value::Object(entries) = value else { return };
        for (index, (key, value)) in entries.iter().enumerate() {
            if let Some(field) = self.model.object(id).fields.iter().find(|field| is_called(field, key)) {
                self.value(&field.ty, value, &below(steps, index), &path.field(&field.name.text));
            }
        }
    }

    fn value(&mut self, ty: &'m TypeUse, value: &Value, steps: &[usize], path: &Path<'_>) {
        match (&ty.shape, value) {
            (Shape::Object(id), _) => return self.object(*id, value, steps, path, Some(ty)),
            (Shape::List { items, accept_single: true }, element)
                if !matches!(element, Value::Null | Value::Array(_)) =>
            {
                return self.value(items, element, steps, &path.index(0));
            }
            _ => self.push(steps, path, Some(ty), None),
        }
        match (&ty.shape, value) {
            (Shape::List { items, .. }, Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.value(items, element, &below(steps, index), &path.index(index));
                }
            }
            (Shape::Map { values }, Value::Object(entries)) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    self.value(values, value, &below(steps, index), &path.field(key));
                }
            }
            _ => {}
        }
    }
}

fn below(steps: &[usize], index: usize) -> Vec<usize> {
    let mut steps = steps.to_vec();
    steps.push(index);
    steps
}
