//! Expressions for values: how to reach one, and whether it may be absent.

use super::Context;
use crate::model::{Field, ItemId, ObjectId, Scalar, Shape, TypeUse};
use crate::swift::facts::is_optional;
use crate::swift::keywords::quoted;

/// A Swift expression for a value.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    /// The expression.
    pub(crate) code: String,
    /// Whether it may be nil.
    pub(crate) optional: bool,
    /// Whether its last member may be: then a `?` stands before what follows. In `a?.b.c` it does not behind `b`.
    asks: bool,
}

/// Names that the generated functions use themselves: a field of such a name is reached through `self`.
const LOCALS: &[&str] = &["container", "decoder", "dictionary", "encoder", "rule", "validator"];

impl Value {
    /// A property of the object that the code stands in.
    pub(crate) fn of_self(name: &str, optional: bool) -> Value {
        let is_local = LOCALS.contains(&name) || name.starts_with("element") || name.starts_with("index");
        let code = if is_local { format!("self.{}", quoted(name)) } else { quoted(name) };
        Value { code, optional, asks: optional }
    }

    /// A local constant that is there.
    pub(crate) fn local(name: impl Into<String>) -> Value {
        Value { code: name.into(), optional: false, asks: false }
    }

    /// A member of the value.
    pub(crate) fn member(&self, name: &str, optional: bool) -> Value {
        let dot = if self.asks { "?." } else { "." };
        Value {
            code: format!("{}{dot}{}", self.code, quoted(name)),
            optional: self.optional || optional,
            asks: optional,
        }
    }

    /// A field of an object: of this value, or of self where there is none. An explicit null counts as absent.
    pub(crate) fn field(
        context: &Context<'_>,
        base: Option<&Value>,
        object: ObjectId,
        index: usize,
    ) -> Option<Value> {
        let field: &Field = context.model.object(object).fields.get(index)?;
        let name = context.names.member(ItemId::Object(object), index);
        let value = match base {
            Some(base) => base.member(name, is_optional(field)),
            None => Value::of_self(name, is_optional(field)),
        };
        Some(if field.nullable { value.member("value", true) } else { value })
    }

    /// The value as a text to compare: its text or raw value, where it is no `String` itself.
    pub(crate) fn text(&self, shape: &Shape) -> Value {
        match shape {
            Shape::Enum(_) => self.member("rawValue", false),
            Shape::Scalar(Scalar::DateTime | Scalar::Date) => self.member("text", false),
            _ => self.clone(),
        }
    }

    /// The value as something ordered; `wide` asks for a decimal of an integer.
    pub(crate) fn ordered(&self, shape: &Shape, wide: bool) -> Value {
        match shape {
            Shape::Scalar(Scalar::DateTime) => self.member("instant", true),
            Shape::Scalar(Scalar::Date) => self.member("day", true),
            Shape::Scalar(Scalar::Integer(_)) if wide => self.mapped("ExactDecimal($0)", "ExactDecimal"),
            _ => self.clone(),
        }
    }

    fn mapped(&self, closure: &str, function: &str) -> Value {
        let code = match self.optional {
            true => format!("{}.map {{ {closure} }}", parenthesized(&self.code)),
            false => format!("{function}({})", self.code),
        };
        Value { code, optional: self.optional, asks: self.optional }
    }

    /// The value as a list to loop over.
    pub(crate) fn or_empty(&self) -> String {
        if self.optional { format!("({} ?? [])", self.code) } else { self.code.clone() }
    }
}

/// `.map` behind `a?.b` would apply to `b`.
fn parenthesized(code: &str) -> String {
    if code.contains("?.") { format!("({code})") } else { code.to_owned() }
}

/// The type of the elements of a list.
pub(crate) fn element_type(ty: &TypeUse) -> &TypeUse {
    match &ty.shape {
        Shape::List { items, .. } => items,
        _ => ty,
    }
}
