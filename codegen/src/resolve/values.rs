//! Examples and defaults: YAML becomes JSON, read by the type that the value is for.

use wirewright::json;

use super::{Resolver, Sample, Site};
use crate::model::{Model, ObjectId, Scalar, Shape, TypeUse};
use crate::yaml::{Node, NodeKind, Scalar as Text};

impl Resolver<'_> {
    /// Puts every sample into the model, where the judge and the backends find it.
    pub(super) fn fill_samples(&mut self) {
        let samples = std::mem::take(&mut self.samples);
        for sample in &samples {
            let value = sample_value(&self.model, sample);
            self.store(sample, value);
        }
        self.samples = samples;
    }

    fn store(&mut self, sample: &Sample, value: json::Value) {
        let model = &mut self.model;
        let (default, examples) = match sample.site {
            Site::Object(id) => (None, model.objects.get_mut(id.0).map(|object| &mut object.examples)),
            Site::Scalar(id) => (None, model.scalars.get_mut(id.0).map(|scalar| &mut scalar.examples)),
            Site::Field(id, index) => {
                let field = model.objects.get_mut(id.0).and_then(|object| object.fields.get_mut(index));
                match field {
                    Some(field) => (Some(&mut field.default), Some(&mut field.examples)),
                    None => (None, None),
                }
            }
            Site::Entry(id, index) => {
                let entry = model.options.get_mut(id.0).and_then(|options| options.entries.get_mut(index));
                (entry.map(|entry| &mut entry.default), None)
            }
        };
        match (sample.what, default, examples) {
            ("default", Some(slot), _) => *slot = Some(value),
            ("example", _, Some(list)) => list.push(value),
            _ => {}
        }
    }
}

/// A sample as JSON.
pub fn sample_value(model: &Model, sample: &Sample) -> json::Value {
    match sample.site {
        Site::Object(id) => object(model, id, &sample.node),
        site => match site_type(model, site) {
            Some(ty) => value(model, ty, &sample.node),
            None => natural(&sample.node),
        },
    }
}

/// The type that a sample is for; `None` for a whole object.
pub fn site_type(model: &Model, site: Site) -> Option<&TypeUse> {
    match site {
        Site::Object(_) => None,
        Site::Field(id, index) => Some(&model.objects.get(id.0)?.fields.get(index)?.ty),
        Site::Scalar(id) => Some(&model.scalars.get(id.0)?.ty),
        Site::Entry(id, index) => Some(&model.options.get(id.0)?.entries.get(index)?.ty),
    }
}

fn value(model: &Model, ty: &TypeUse, node: &Node) -> json::Value {
    match (&ty.shape, &node.kind) {
        (Shape::Enum(_), NodeKind::Scalar(scalar)) => text(scalar),
        (Shape::Scalar(kind), NodeKind::Scalar(scalar)) => match kind {
            Scalar::Boolean(_) | Scalar::Integer(_) | Scalar::Decimal(_) => plain(scalar),
            Scalar::String | Scalar::DateTime | Scalar::Date | Scalar::Url => text(scalar),
        },
        (Shape::Object(id), NodeKind::Mapping(_)) => object(model, *id, node),
        (Shape::List { items, .. }, NodeKind::Sequence(nodes)) => {
            json::Value::Array(nodes.iter().map(|node| value(model, items, node)).collect())
        }
        (Shape::Map { values }, NodeKind::Mapping(pairs)) => {
            entries(pairs, |_, node| value(model, values, node))
        }
        _ => natural(node),
    }
}

fn object(model: &Model, id: ObjectId, node: &Node) -> json::Value {
    let NodeKind::Mapping(pairs) = &node.kind else { return natural(node) };
    let fields = model.objects.get(id.0).map_or(&[][..], |object| &object.fields);
    entries(pairs, |key, node| {
        let named = |field: &&crate::model::Field| {
            field.name.text == key || field.aliases.iter().any(|alias| alias == key)
        };
        match fields.iter().find(named) {
            Some(field) => value(model, &field.ty, node),
            None => natural(node),
        }
    })
}

/// A value by what it looks like, for places where any JSON may stand.
fn natural(node: &Node) -> json::Value {
    match &node.kind {
        NodeKind::Scalar(scalar) => plain(scalar),
        NodeKind::Refused => json::Value::Null,
        NodeKind::Sequence(nodes) => json::Value::Array(nodes.iter().map(natural).collect()),
        NodeKind::Mapping(pairs) => entries(pairs, |_, node| natural(node)),
    }
}

fn entries(pairs: &[(Node, Node)], mut value: impl FnMut(&str, &Node) -> json::Value) -> json::Value {
    let entry = |(key, node): &(Node, Node)| {
        let key = key.text().unwrap_or_default();
        (key.to_owned(), value(key, node))
    };
    json::Value::Object(pairs.iter().map(entry).collect())
}

fn text(scalar: &Text) -> json::Value {
    json::Value::String(scalar.text.clone())
}

/// A plain `null`, `true`, `false` or JSON number means that; anything else is text.
fn plain(scalar: &Text) -> json::Value {
    if !scalar.plain {
        return text(scalar);
    }
    match scalar.text.as_str() {
        "null" => json::Value::Null,
        "true" => json::Value::Bool(true),
        "false" => json::Value::Bool(false),
        other => match json::parse(other) {
            Ok(value @ json::Value::Number(_)) => value,
            _ => text(scalar),
        },
    }
}
