//! The Rust type of a value, and the serde adapter that reads and writes it where serde's own way would not do.

use super::Context;
use crate::model::{Field, ItemId, Required, Scalar, Shape, TypeUse, Wire};

/// The type of a field.
///
/// An object behind `Option` or `Nullable` is boxed, and no other: a large optional part costs a pointer where it is
/// absent, and types may contain themselves.
pub(crate) fn field_type(context: &Context<'_>, field: &Field) -> String {
    let optional = field.required != Required::Yes;
    let mut text = value_type(context, &field.ty);
    if (optional || field.nullable) && matches!(field.ty.shape, Shape::Object(_)) {
        text = format!("{}<{text}>", context.prelude.boxed);
    }
    if field.nullable {
        text = format!("wirewright::Nullable<{text}>");
    }
    if optional { format!("{}<{text}>", context.prelude.option) } else { text }
}

/// The type of a value that is there.
pub(crate) fn value_type(context: &Context<'_>, ty: &TypeUse) -> String {
    if let Some(scalar) = ty.scalar {
        return context.names.item(ItemId::Scalar(scalar)).to_string();
    }
    match &ty.shape {
        Shape::Scalar(scalar) => scalar_type(context, *scalar).to_owned(),
        Shape::Enum(id) => context.names.item(ItemId::Enum(*id)).to_string(),
        Shape::Object(id) => context.names.item(ItemId::Object(*id)).to_string(),
        Shape::List { items, .. } => format!("{}<{}>", context.prelude.vec, value_type(context, items)),
        Shape::Map { values } => {
            format!("std::collections::BTreeMap<{}, {}>", context.prelude.string, value_type(context, values))
        }
        Shape::Json => "serde_json::Value".to_owned(),
    }
}

/// The type behind a scalar, named or not.
pub(crate) fn scalar_type(context: &Context<'_>, scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String | Scalar::Url => context.prelude.string,
        Scalar::Boolean(_) => "bool",
        Scalar::Integer(_) => "i64",
        Scalar::Decimal(_) => "wirewright::Decimal",
        Scalar::DateTime => "wirewright::DateTime",
        Scalar::Date => "wirewright::Date",
    }
}

/// The adapter of a field for `#[serde(with = "…")]`; `None` where serde's own way will do. A file with adapters
/// imports `wirewright::wire`.
pub(crate) fn field_adapter(context: &Context<'_>, field: &Field) -> Option<String> {
    let optional = field.required != Required::Yes;
    let mut adapter = value_adapter(context, &field.ty);
    if field.nullable {
        // By serde's own way null would be absent in an optional field, and absent would be null in a required one.
        let inner = inner_adapter(context, &field.ty);
        adapter = Some(format!("wire::Nullable<{inner}>"));
    }
    let adapter = adapter?;
    let whole = if optional { format!("{}<{adapter}>", context.prelude.option) } else { adapter };
    Some(format!("wire::As::<{whole}>"))
}

fn value_adapter(context: &Context<'_>, ty: &TypeUse) -> Option<String> {
    match &ty.shape {
        Shape::Scalar(Scalar::Boolean(wire) | Scalar::Integer(wire) | Scalar::Decimal(wire)) => match wire {
            Wire::Native => None,
            Wire::Either => Some("wire::Either".to_owned()),
            Wire::String => Some("wire::Text".to_owned()),
        },
        Shape::List { items, accept_single: true } => {
            let inner = inner_adapter(context, items);
            Some(format!("wire::OneOrMany<{inner}>"))
        }
        Shape::List { items, accept_single: false } => {
            value_adapter(context, items).map(|inner| format!("{}<{inner}>", context.prelude.vec))
        }
        Shape::Map { values } => value_adapter(context, values)
            .map(|inner| format!("std::collections::BTreeMap<{}, {inner}>", context.prelude.string)),
        Shape::Scalar(Scalar::String | Scalar::DateTime | Scalar::Date | Scalar::Url)
        | Shape::Enum(_)
        | Shape::Object(_)
        | Shape::Json => None,
    }
}

/// The adapter of a value within another adapter: there the derive of `FromJson` no longer sees that a map is one, whose
/// keys may not stand twice.
fn inner_adapter(context: &Context<'_>, ty: &TypeUse) -> String {
    value_adapter(context, ty)
        .or_else(|| map_adapter(context, ty))
        .unwrap_or_else(|| "wire::Plain".to_owned())
}

/// The adapter of what has a map in it.
fn map_adapter(context: &Context<'_>, ty: &TypeUse) -> Option<String> {
    match &ty.shape {
        Shape::List { items, .. } => {
            map_adapter(context, items).map(|inner| format!("{}<{inner}>", context.prelude.vec))
        }
        Shape::Map { values } => {
            let inner = inner_adapter(context, values);
            Some(format!("std::collections::BTreeMap<{}, {inner}>", context.prelude.string))
        }
        _ => None,
    }
}
