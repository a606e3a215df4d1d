//! The judge: what is wrong with a JSON document, by the model alone, with nothing compiled.
//!
//! It answers for examples and defaults in a spec, for `wirewright validate`, and for the comparison of the twins.
//! Every single decision is the runtime's, so that none is made twice: the judge only knows where which function is
//! asked. First everything is told that can't be read ([`unreadable`]). Only a document without such a place is read into
//! values of the model's types ([`read`]), which are then checked ([`check`], [`rules`], [`canonical`]).
//!
//! - What can't be read is reported alone: of such a document there is no value to validate, in no language.
//! - Order: per value its constraints in the model's order, what it contains, and for an object its rules last. Entries
//!   of a map stand by their keys' bytes.
//! - Unknown fields are ignored, their duplicates included. A bare element of an `acceptSingle` list is element 0.

mod canonical;
mod check;
mod read;
mod rules;
mod unreadable;

use std::fmt;

use wirewright::json::{Document, Reader, Value};
use wirewright::{Path, Violation, codes};

use crate::diagnostic::did_you_mean;
use crate::model::{EnumId, Field, Model, ObjectId, ScalarId, Shape, TypeUse};
use crate::source::Span;

/// What is wrong with a document of a named type: an object, an enum or a named scalar.
///
/// # Errors
/// When the model has no such type.
pub fn judge_text(model: &Model, type_name: &str, document: &[u8]) -> Result<Vec<Violation>, UnknownType> {
    let ty = named_type(model, type_name)?;
    Ok(judge(model, &ty, document))
}

/// What is wrong with a value of a type.
pub fn judge_value(model: &Model, ty: &TypeUse, value: &Value) -> Vec<Violation> {
    judge(model, ty, value.to_string().as_bytes())
}

/// What is wrong with a value of a field: null is accepted where the field is nullable, and nowhere else.
pub fn judge_field(model: &Model, field: &Field, value: &Value) -> Vec<Violation> {
    match value {
        Value::Null if field.nullable => Vec::new(),
        _ => judge_value(model, &field.ty, value),
    }
}

/// What is wrong with an object.
pub fn judge_object(model: &Model, object: ObjectId, value: &Value) -> Vec<Violation> {
    let span = model.object(object).name.span;
    judge_value(model, &bare(Shape::Object(object), span), value)
}

fn judge(model: &Model, ty: &TypeUse, document: &[u8]) -> Vec<Violation> {
    let root = Path::root();
    let Ok(document) = Document::parse(document) else {
        return vec![Violation::new(&root, codes::SYNTAX, None)];
    };
    let mut reader = Reader::default();
    unreadable::value(&mut reader, model, ty, document.root(), &root);
    let mut violations = reader.into_violations();
    if violations.is_empty() {
        check::value(model, ty, &read::value(model, ty, document.root()), &root, &mut violations);
    }
    violations.into_vec()
}

/// The use of a type by its name alone.
fn named_type(model: &Model, name: &str) -> Result<TypeUse, UnknownType> {
    let object = model.objects.iter().position(|item| item.name.text == name).map(ObjectId);
    let enumeration = || model.enums.iter().position(|item| item.name.text == name).map(EnumId);
    let scalar = || model.scalars.iter().position(|item| item.name.text == name).map(ScalarId);
    if let Some(id) = object {
        return Ok(bare(Shape::Object(id), model.object(id).name.span));
    }
    if let Some(id) = enumeration() {
        return Ok(bare(Shape::Enum(id), model.enumeration(id).name.span));
    }
    if let Some(id) = scalar() {
        return Ok(model.scalar(id).ty.clone());
    }
    Err(unknown_type(model, name))
}

/// The model has no type of this name.
pub(crate) fn unknown_type(model: &Model, name: &str) -> UnknownType {
    UnknownType { name: name.to_owned(), suggestion: did_you_mean(name, names(model)).map(str::to_owned) }
}

/// The names that [`judge_text`] knows, in the order of the model.
pub fn names(model: &Model) -> impl Iterator<Item = &str> {
    let objects = model.objects.iter().map(|item| item.name.text.as_str());
    let enums = model.enums.iter().map(|item| item.name.text.as_str());
    let scalars = model.scalars.iter().map(|item| item.name.text.as_str());
    objects.chain(enums).chain(scalars)
}

fn bare(shape: Shape, span: Span) -> TypeUse {
    TypeUse { scalar: None, shape, constraints: Vec::new(), span }
}

/// The model has no type of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownType {
    /// The name asked for.
    pub name: String,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
}

impl fmt::Display for UnknownType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the spec has no type `{}`", self.name)?;
        match &self.suggestion {
            Some(suggestion) => write!(formatter, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownType {}

#[cfg(test)]
mod tests;
