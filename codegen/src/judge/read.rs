//! A document that can be read as values of the model's types.

use std::borrow::Cow;

use wirewright::checks::{Entries, Items, Number, Numeric, Scalar as Comparable, ScalarRef, Text};
use wirewright::json::{Kind, Member, Members, Node};
use wirewright::rules::{Anything, Ordered};
use wirewright::{Date, DateTime, Decimal};

use super::unreadable::members;
use crate::model::{Field, Model, ObjectDef, Required, Scalar, Shape, TypeUse};

/// What was read.
pub(super) enum Read<'a> {
    /// The key is not there, or null where null means the same.
    Absent,
    /// An explicit null that is part of the contract.
    Null,
    /// A string, a URL or the value of an enum.
    Text(Cow<'a, str>),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A decimal.
    Decimal(Decimal),
    /// A point in time, valid or not.
    DateTime(DateTime),
    /// A date, valid or not.
    Date(Date),
    /// A list.
    List(Vec<Read<'a>>),
    /// Entries by their keys' bytes.
    Map(Vec<(Cow<'a, str>, Read<'a>)>),
    /// An object.
    Object(Object<'a>),
    /// A value of type `json`.
    Json(Node<'a>),
}

/// An object that was read.
pub(super) struct Object<'a> {
    /// One per field of the model's object, in its order.
    pub(super) fields: Vec<Read<'a>>,
    /// Unknown entries that the type keeps.
    pub(super) kept: Vec<(Cow<'a, str>, Node<'a>)>,
}

/// Reads a value of which nothing is unreadable.
pub(super) fn value<'a>(model: &Model, ty: &TypeUse, node: Node<'a>) -> Read<'a> {
    match &ty.shape {
        Shape::Scalar(scalar) => read_scalar(*scalar, node),
        Shape::Enum(_) => Read::Text(text(node)),
        Shape::Object(id) => Read::Object(object(model, model.object(*id), node)),
        Shape::List { items, .. } if node.kind() == Kind::Array => {
            Read::List(node.elements().map(|element| value(model, items, element)).collect())
        }
        Shape::List { items, .. } => Read::List(vec![value(model, items, node)]),
        Shape::Map { values } => {
            let entries = Members::of(node, 0, true, |_, _| None).unknown.into_iter();
            Read::Map(entries.map(|(key, entry)| (key, value(model, values, entry))).collect())
        }
        Shape::Json => Read::Json(node),
    }
}

fn text(node: Node<'_>) -> Cow<'_, str> {
    node.string().unwrap_or_default()
}

fn read_scalar(scalar: Scalar, node: Node<'_>) -> Read<'_> {
    match scalar {
        Scalar::String | Scalar::Url => Read::Text(text(node)),
        Scalar::DateTime => Read::DateTime(DateTime::new(text(node))),
        Scalar::Date => Read::Date(Date::new(text(node))),
        Scalar::Boolean(_) => Read::Boolean(node.boolean().unwrap_or_else(|| text(node) == "true")),
        Scalar::Integer(_) => {
            Read::Integer(node.integer().or_else(|| text(node).parse().ok()).unwrap_or_default())
        }
        Scalar::Decimal(_) => {
            let decimal = node.decimal().or_else(|| text(node).parse().ok());
            Read::Decimal(decimal.unwrap_or_else(|| Decimal::from(0)))
        }
    }
}

fn object<'a>(model: &Model, def: &ObjectDef, node: Node<'a>) -> Object<'a> {
    let members = members(def, node);
    let fields = def.fields.iter().zip(members.fields);
    let fields = fields.map(|(field, member)| read_field(model, field, member)).collect();
    // Of a key that stands twice the last one counts.
    let mut kept = members.unknown;
    kept.reverse();
    kept.dedup_by(|(earlier, _), (last, _)| earlier == last);
    kept.reverse();
    Object { fields, kept }
}

fn read_field<'a>(model: &Model, field: &Field, member: Member<'a>) -> Read<'a> {
    let Member::Once(node) = member else { return Read::Absent };
    match node.kind() {
        Kind::Null if field.nullable => Read::Null,
        // Null is a JSON value like any other: it only reads as absent where the field may be absent.
        Kind::Null if field.required != Required::Yes => Read::Absent,
        _ => value(model, &field.ty, node),
    }
}

impl Text for Read<'_> {
    fn text(&self) -> Option<&str> {
        match self {
            Read::Text(text) => Some(text),
            Read::DateTime(time) => Some(time.as_str()),
            Read::Date(date) => Some(date.as_str()),
            _ => None,
        }
    }
}

impl Numeric for Read<'_> {
    fn number(&self) -> Option<Number<'_>> {
        match self {
            Read::Integer(integer) => integer.number(),
            Read::Decimal(decimal) => decimal.number(),
            _ => None,
        }
    }
}

impl Comparable for Read<'_> {
    fn scalar(&self) -> Option<ScalarRef<'_>> {
        match self {
            Read::Text(text) => text.scalar(),
            Read::Boolean(boolean) => boolean.scalar(),
            Read::Integer(integer) => integer.scalar(),
            Read::Decimal(decimal) => decimal.scalar(),
            Read::DateTime(time) => time.scalar(),
            Read::Date(date) => date.scalar(),
            _ => None,
        }
    }
}

/// The model has seen to it that two values can be compared.
impl Ordered for Read<'_> {
    type Kind = Anything;
}

impl<'a> Items for Read<'a> {
    type Item = Read<'a>;

    fn items(&self) -> Option<impl ExactSizeIterator<Item = &Read<'a>> + Clone> {
        match self {
            Read::List(elements) => Some(elements.iter()),
            _ => None,
        }
    }
}

impl<'a> Entries for Read<'a> {
    type Value = Read<'a>;

    fn count(&self) -> Option<usize> {
        match self {
            Read::Map(entries) => Some(entries.len()),
            _ => None,
        }
    }

    fn for_each_entry(&self, mut visit: impl FnMut(&str, &Read<'a>)) {
        if let Read::Map(entries) = self {
            entries.iter().for_each(|(key, value)| visit(key, value));
        }
    }
}
