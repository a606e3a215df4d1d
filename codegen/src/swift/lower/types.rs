//! How Swift spells types, and the forms in which values travel.

use super::Context;
use crate::model::{Field, ItemId, Scalar, Shape, TypeUse, Wire};
use crate::swift::facts::is_optional;

/// The type of a use: the alias of a named scalar, else the type itself.
pub(crate) fn value_type(context: &Context<'_>, ty: &TypeUse) -> String {
    match ty.scalar {
        Some(scalar) => context.names.item(ItemId::Scalar(scalar)).to_owned(),
        None => shape_type(context, &ty.shape),
    }
}

/// The type of a shape.
pub(crate) fn shape_type(context: &Context<'_>, shape: &Shape) -> String {
    match shape {
        Shape::Scalar(scalar) => scalar_type(*scalar).to_owned(),
        Shape::Enum(id) => context.names.item(ItemId::Enum(*id)).to_owned(),
        Shape::Object(id) => context.names.item(ItemId::Object(*id)).to_owned(),
        Shape::List { items, .. } => format!("[{}]", value_type(context, items)),
        Shape::Map { values } => format!("StringMap<{}>", value_type(context, values)),
        Shape::Json => "JSONValue".to_owned(),
    }
}

fn scalar_type(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String | Scalar::Url => "String",
        Scalar::Boolean(_) => "Bool",
        Scalar::Integer(_) => "Int64",
        Scalar::Decimal(_) => "ExactDecimal",
        Scalar::DateTime => "DateTime",
        Scalar::Date => "CalendarDate",
    }
}

/// The type of a field's property.
pub(crate) fn field_type(context: &Context<'_>, field: &Field) -> String {
    let value = present_type(context, field);
    if is_optional(field) { format!("{value}?") } else { value }
}

/// The type of a field's property where it is there.
pub(crate) fn present_type(context: &Context<'_>, field: &Field) -> String {
    let value = value_type(context, &field.ty);
    if field.nullable { format!("Nullable<{value}>") } else { value }
}

/// The form in which values travel.
pub(crate) fn form(context: &Context<'_>, ty: &TypeUse) -> String {
    let form = match &ty.shape {
        Shape::Scalar(Scalar::Boolean(wire) | Scalar::Integer(wire) | Scalar::Decimal(wire)) => match wire {
            Wire::Native => "Wire.Plain",
            Wire::Either => "Wire.Either",
            Wire::String => "Wire.AsText",
        },
        Shape::Scalar(_) | Shape::Json => "Wire.Plain",
        Shape::Enum(_) => "Wire.Choice",
        Shape::Object(_) => "Wire.Object",
        Shape::List { items, accept_single: true } => {
            return format!("Wire.OneOrMany<{}>", form(context, items));
        }
        Shape::List { items, accept_single: false } => return format!("Wire.List<{}>", form(context, items)),
        Shape::Map { values } => return format!("Wire.Map<{}>", form(context, values)),
    };
    format!("{form}<{}>", value_type(context, ty))
}

/// Whether values read and write themselves, so that their coding needs no form.
pub(crate) fn codes_itself(ty: &TypeUse) -> bool {
    match &ty.shape {
        Shape::Scalar(Scalar::Boolean(wire) | Scalar::Integer(wire) | Scalar::Decimal(wire)) => {
            *wire == Wire::Native
        }
        Shape::List { accept_single: true, .. } => false,
        Shape::List { items: inner, .. } | Shape::Map { values: inner } => codes_itself(inner),
        Shape::Scalar(_) | Shape::Enum(_) | Shape::Object(_) | Shape::Json => true,
    }
}

/// Whether a shape is text, or lists or maps of text, which `==` of Swift does not compare byte by byte.
pub(crate) fn is_text(shape: &Shape) -> bool {
    match shape {
        Shape::Scalar(Scalar::String | Scalar::Url) => true,
        Shape::List { items: inner, .. } | Shape::Map { values: inner } => is_text(&inner.shape),
        Shape::Scalar(_) | Shape::Enum(_) | Shape::Object(_) | Shape::Json => false,
    }
}
