//! What of a document can't be read, by the model: the runtime's reader is told which field is asked for what.

use wirewright::Path;
use wirewright::json::{Kind, Members, Node, Reader};

use crate::model::{Field, Model, ObjectDef, Required, Scalar, Shape, TypeUse, UnknownFields, Wire};

/// Reports what can't be read of a value of a type.
pub(super) fn value(reader: &mut Reader, model: &Model, ty: &TypeUse, node: Node<'_>, path: &Path<'_>) {
    match &ty.shape {
        Shape::Scalar(scalar) => read_scalar(reader, *scalar, node, path),
        Shape::Enum(_) => reader.text(node, path),
        Shape::Object(id) => object(reader, model, model.object(*id), node, path),
        Shape::List { items, accept_single } => {
            reader.list(node, *accept_single, path, |reader, element, path| {
                value(reader, model, items, element, path);
            });
        }
        Shape::Map { values } => {
            reader.map(node, path, |reader, entry, path| value(reader, model, values, entry, path));
        }
        Shape::Json => reader.json(node, path),
    }
}

fn read_scalar(reader: &mut Reader, scalar: Scalar, node: Node<'_>, path: &Path<'_>) {
    match scalar {
        Scalar::String | Scalar::Url | Scalar::DateTime | Scalar::Date => reader.text(node, path),
        Scalar::Boolean(wire) => reader.boolean(node, wire != Wire::Native, path),
        Scalar::Integer(wire) => reader.integer(node, wire != Wire::Native, path),
        Scalar::Decimal(wire) => reader.decimal(node, wire != Wire::Native, path),
    }
}

fn object(reader: &mut Reader, model: &Model, def: &ObjectDef, node: Node<'_>, path: &Path<'_>) {
    if !reader.object(node, path) {
        return;
    }
    let members = members(def, node);
    for (field, member) in def.fields.iter().zip(members.fields) {
        let path = path.field(&field.name.text);
        let is_required = field.required == Required::Yes;
        reader.field(member, is_required, &path, |reader, node, path| {
            // Null is absent, or a value of its own.
            let is_nothing = node.kind() == Kind::Null && (field.nullable || !is_required);
            if !is_nothing {
                value(reader, model, &field.ty, node, path);
            }
        });
    }
    for (key, node) in members.unknown {
        reader.json(node, &path.field(&key));
    }
}

/// The members of an object by the fields of its type, and those that the type keeps.
pub(super) fn members<'d>(def: &ObjectDef, node: Node<'d>) -> Members<'d> {
    let keep = def.unknown_fields == UnknownFields::Keep;
    Members::of(node, def.fields.len(), keep, |key, likely| match def.fields.get(likely) {
        Some(field) if is_called(field, key) => Some(likely),
        _ => def.fields.iter().position(|field| is_called(field, key)),
    })
}

fn is_called(field: &Field, key: &str) -> bool {
    field.name.text == key || field.aliases.iter().any(|alias| alias == key)
}
