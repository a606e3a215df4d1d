//! Coding: synthesised where every field reads and writes itself, written out where one does not.

use super::Context;
use super::types::{form, present_type, some_form};
use crate::model::{Field, ItemId, ObjectDef, ObjectId, Shape, UnknownFields};
use crate::swift::ast::{Function, Member, Statement, TypeDecl};
use crate::swift::facts::is_optional;
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::{ADDITIONAL, storage_property};

/// `CodingKeys`, or `init(from:)` and `encode(to:)`; nothing where names on the wire are Swift's.
pub(crate) fn coding_members(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Vec<Member> {
    let is_plain = |field: &Field| is_synthesized(context, field);
    if object.unknown_fields == UnknownFields::Keep || !object.fields.iter().all(is_plain) {
        let functions = [decoding(context, id, object), encoding(context, id, object)];
        return functions.into_iter().map(Member::Function).collect();
    }
    coding_keys(context, id, object).map(Member::Type).into_iter().collect()
}

/// Whether what Swift synthesises does the right thing for a field.
fn is_synthesized(context: &Context<'_>, field: &Field) -> bool {
    let may_be_null = field.nullable && is_optional(field);
    // A required JSON value may be null, which the synthesised code refuses with some decoders.
    let is_json = matches!(field.ty.shape, Shape::Json);
    field.aliases.is_empty()
        && !may_be_null
        && !is_json
        && form(context, &field.ty).is_none()
        && field.name.text.is_ascii()
}

fn coding_keys(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Option<TypeDecl> {
    let mut differs = false;
    let mut members = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let name = property(context, id, index, field);
        let is_same = name == field.name.text;
        differs |= !is_same;
        let text = if is_same {
            quoted(&name)
        } else {
            format!("{} = {}", quoted(&name), literal::string(&field.name.text))
        };
        members.push(Member::Case { docs: Vec::new(), text });
    }
    let head = "private enum CodingKeys: String, CodingKey".to_owned();
    differs.then_some(TypeDecl { docs: Vec::new(), head, members })
}

/// The stored property of a field.
fn property(context: &Context<'_>, id: ObjectId, index: usize, field: &Field) -> String {
    let name = context.names.member(ItemId::Object(id), index);
    if context.facts.is_indirect(field) { storage_property(name) } else { name.to_owned() }
}

fn decoding(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let mut body = vec![Statement::line("let container = try decoder.container(keyedBy: Wire.Key.self)")];
    for (index, field) in object.fields.iter().enumerate() {
        let property = quoted(&property(context, id, index, field));
        let boxed = if context.facts.is_indirect(field) { ".map { Indirect($0) }" } else { "" };
        body.push(Statement::line(format!("self.{property} = {}{boxed}", read(context, field))));
    }
    if object.unknown_fields == UnknownFields::Keep {
        let names =
            object.fields.iter().flat_map(|field| std::iter::once(&field.name.text).chain(&field.aliases));
        let known = literal::strings(names.map(String::as_str));
        body.push(Statement::line(format!("self.{ADDITIONAL} = try container.readOthers(besides: {known})")));
    }
    if body.len() == 1 {
        body = vec![Statement::line("_ = try decoder.container(keyedBy: Wire.Key.self)")];
    }
    Function {
        docs: Vec::new(),
        head: "public init".to_owned(),
        parameters: Some(vec!["from decoder: Decoder".to_owned()]),
        tail: " throws".to_owned(),
        body,
    }
}

/// The expression that reads a field.
fn read(context: &Context<'_>, field: &Field) -> String {
    let name = literal::string(&field.name.text);
    let key = match field.aliases.as_slice() {
        [] => name,
        aliases => {
            let aliases: Vec<String> = aliases.iter().map(|alias| literal::string(alias)).collect();
            format!("container.key({name}, or: {})", aliases.join(", "))
        }
    };
    let if_present = if is_optional(field) { "IfPresent" } else { "" };
    match (field.nullable, form(context, &field.ty)) {
        (true, _) if is_optional(field) => {
            format!("try container.readNullableIfPresent({}.self, {key})", some_form(context, &field.ty))
        }
        (true, Some(form)) => format!("try container.read(Wire.OrNull<{form}>.self, {key})"),
        (false, Some(form)) => format!("try container.read{if_present}({form}.self, {key})"),
        (_, None) => {
            format!("try container.decode{if_present}({}.self, forKey: {key})", present_type(context, field))
        }
    }
}

fn encoding(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let mut body = vec![Statement::line("var container = encoder.container(keyedBy: Wire.Key.self)")];
    for (index, field) in object.fields.iter().enumerate() {
        let name = context.names.member(ItemId::Object(id), index);
        body.push(Statement::line(write(context, field, name)));
    }
    if object.unknown_fields == UnknownFields::Keep {
        let known = literal::strings(object.fields.iter().map(|field| field.name.text.as_str()));
        body.push(Statement::line(format!("try container.writeOthers(self.{ADDITIONAL}, besides: {known})")));
    }
    if body.len() == 1 {
        body = vec![Statement::line("_ = encoder.container(keyedBy: Wire.Key.self)")];
    }
    Function {
        docs: Vec::new(),
        head: "public func encode".to_owned(),
        parameters: Some(vec!["to encoder: Encoder".to_owned()]),
        tail: " throws".to_owned(),
        body,
    }
}

/// The statement that writes a field.
fn write(context: &Context<'_>, field: &Field, name: &str) -> String {
    let key = literal::string(&field.name.text);
    let if_present = if is_optional(field) { "IfPresent" } else { "" };
    // Names of the function's own would hide those of properties.
    let property = format!("self.{}", quoted(name));
    match form(context, &field.ty) {
        None => format!("try container.encode{if_present}({property}, forKey: {key})"),
        Some(form) if field.nullable => {
            format!("try container.write{if_present}(Wire.OrNull<{form}>.self, {property}, {key})")
        }
        Some(form) => format!("try container.write{if_present}({form}.self, {property}, {key})"),
    }
}
