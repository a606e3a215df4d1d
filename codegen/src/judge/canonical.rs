//! Values by what they mean, for `uniqueItems`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use wirewright::Decimal;
use wirewright::json::{Kind, Node};

use super::read::Read;
use crate::model::{Model, Shape, TypeUse};

/// Whether no two elements of a list mean the same. Takes n log n comparisons.
pub(super) fn are_unique(model: &Model, ty: &TypeUse, read: &Read<'_>) -> bool {
    let (Shape::List { items, .. }, Read::List(elements)) = (&ty.shape, read) else { return true };
    let mut sorted: Vec<Canonical> =
        elements.iter().map(|element| Canonical::of(model, items, element)).collect();
    sorted.sort();
    sorted.iter().zip(sorted.iter().skip(1)).all(|(left, right)| left != right)
}

/// A value of which only one spelling counts.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Canonical {
    Null,
    Boolean(bool),
    /// An integer of a field, or an integer of 64 bits in JSON, signed or not.
    Integer(i128),
    /// Any other number in JSON, as the bits of the double.
    Double(u64),
    Decimal(Decimal),
    Text(String),
    List(Vec<Canonical>),
    /// What is absent has no entry.
    Object(BTreeMap<String, Canonical>),
}

impl Canonical {
    fn of(model: &Model, ty: &TypeUse, read: &Read<'_>) -> Canonical {
        match (read, &ty.shape) {
            (Read::Text(text), _) => Canonical::Text(text.to_string()),
            (Read::DateTime(time), _) => Canonical::Text(time.as_str().to_owned()),
            (Read::Date(date), _) => Canonical::Text(date.as_str().to_owned()),
            (Read::Boolean(boolean), _) => Canonical::Boolean(*boolean),
            (Read::Integer(integer), _) => Canonical::Integer((*integer).into()),
            (Read::Decimal(decimal), _) => Canonical::Decimal(decimal.clone()),
            (Read::Json(node), _) => Canonical::of_json(*node),
            (Read::List(elements), Shape::List { items, .. }) => {
                Canonical::List(elements.iter().map(|read| Canonical::of(model, items, read)).collect())
            }
            (Read::Map(entries), Shape::Map { values }) => {
                let entry = |(key, read): &(Cow<'_, str>, Read<'_>)| {
                    (key.to_string(), Canonical::of(model, values, read))
                };
                Canonical::Object(entries.iter().map(entry).collect())
            }
            (Read::Object(object), Shape::Object(id)) => {
                let fields = model.object(*id).fields.iter().zip(&object.fields);
                let there = fields.filter(|(_, read)| !matches!(read, Read::Absent));
                let fields = there
                    .map(|(field, read)| (field.name.text.clone(), Canonical::of(model, &field.ty, read)));
                let kept = object.kept.iter().map(|(key, node)| (key.to_string(), Canonical::of_json(*node)));
                Canonical::Object(fields.chain(kept).collect())
            }
            // Everything else is read as the model says.
            _ => Canonical::Null,
        }
    }

    fn of_json(node: Node<'_>) -> Canonical {
        match node.kind() {
            Kind::Null => Canonical::Null,
            Kind::Bool => Canonical::Boolean(node.boolean() == Some(true)),
            Kind::Number => Canonical::of_number(node),
            Kind::String => Canonical::Text(node.string().unwrap_or_default().into_owned()),
            Kind::Array => Canonical::List(node.elements().map(Canonical::of_json).collect()),
            Kind::Object => {
                let entry = |(key, node): (Node<'_>, Node<'_>)| {
                    (key.string().unwrap_or_default().into_owned(), Canonical::of_json(node))
                };
                Canonical::Object(node.entries().map(entry).collect())
            }
        }
    }

    fn of_number(node: Node<'_>) -> Canonical {
        // Whole doubles up to here have no neighbour that rounds to them.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let text = node.text();
        let range = i128::from(i64::MIN)..=i128::from(u64::MAX);
        if let Some(integer) = text.parse().ok().filter(|integer| range.contains(integer)) {
            return Canonical::Integer(integer);
        }
        let double = node.double().unwrap_or_default();
        if double.fract() == 0.0 && double.abs() < EXACT {
            return Canonical::Integer(double as i128);
        }
        Canonical::Double(double.to_bits())
    }
}
