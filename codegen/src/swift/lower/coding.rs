//! Coding: synthesised where every field reads and writes itself, written out where one does not.

use super::Context;
use super::types::{form, some_form};
use crate::model::{Field, ItemId, ObjectDef, ObjectId, Shape, UnknownFields};
use crate::swift::ast::{Function, Member, Statement, TypeDecl};
use crate::swift::facts::is_optional;
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::{ADDITIONAL, storage_property};

/// The constant that holds the names on the wire that a type knows.
const KNOWN: &str = "wireNames";

/// `CodingKeys`, or `init(from:)` and `encode(to:)`; nothing where names on the wire are Swift's.
pub(crate) fn coding_members(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Vec<Member> {
    let is_plain = |field: &Field| is_synthesized(context, field);
    if object.unknown_fields == UnknownFields::Keep || !object.fields.iter().all(is_plain) {
        let known = (object.unknown_fields == UnknownFields::Keep).then(|| known_names(object));
        let functions = [decoding(context, id, object), encoding(context, id, object)];
        return known.into_iter().chain(functions.into_iter().map(Member::Function)).collect();
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
        let (function, arguments) = read(context, field);
        let property = quoted(&property(context, id, index, field));
        body.push(Statement::call(format!("self.{property} = try {function}"), arguments));
    }
    if object.unknown_fields == UnknownFields::Keep {
        let code = format!("self.{ADDITIONAL} = try container.readOthers(besides: Self.{KNOWN})");
        body.push(Statement::line(code));
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

/// The call that reads a field: function and arguments.
fn read(context: &Context<'_>, field: &Field) -> (String, Vec<String>) {
    let name = literal::string(&field.name.text);
    let key = match field.aliases.as_slice() {
        [] => name,
        aliases => {
            let aliases: Vec<String> = aliases.iter().map(|alias| literal::string(alias)).collect();
            format!("container.key({name}, or: {})", aliases.join(", "))
        }
    };
    let optional = is_optional(field);
    let form = match (field.nullable, form(context, &field.ty)) {
        (true, _) if optional => Some(some_form(context, &field.ty)),
        (true, Some(form)) => Some(format!("Wire.OrNull<{form}>")),
        (_, form) => form,
    };
    let function = match (optional, field.nullable) {
        (true, true) => "container.readNullable",
        (true, false) => "container.readIfPresent",
        (false, _) => "container.read",
    };
    let form = form.map(|form| format!("as: {form}.self"));
    (function.to_owned(), std::iter::once(key).chain(form).collect())
}

fn encoding(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let mut body = vec![Statement::line("var container = encoder.container(keyedBy: Wire.Key.self)")];
    for (index, field) in object.fields.iter().enumerate() {
        let name = context.names.member(ItemId::Object(id), index);
        body.push(write(context, field, name));
    }
    if object.unknown_fields == UnknownFields::Keep {
        let code = format!("try container.writeOthers(self.{ADDITIONAL}, besides: Self.{KNOWN})");
        body.push(Statement::line(code));
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
fn write(context: &Context<'_>, field: &Field, name: &str) -> Statement {
    let form = form(context, &field.ty).map(|form| match field.nullable {
        true => format!("as: Wire.OrNull<{form}>.self"),
        false => format!("as: {form}.self"),
    });
    // Without `self` a name of the function's own would hide the property.
    let arguments = [format!("self.{}", quoted(name)), literal::string(&field.name.text)];
    Statement::call("try container.write", arguments.into_iter().chain(form).collect())
}

/// The names on the wire that a type knows, which what it keeps besides cannot have.
fn known_names(object: &ObjectDef) -> Member {
    let names =
        object.fields.iter().flat_map(|field| std::iter::once(&field.name.text).chain(&field.aliases));
    Member::List {
        docs: Vec::new(),
        head: format!("private static let {KNOWN}: [String] ="),
        elements: names.map(|name| literal::string(name)).collect(),
    }
}
