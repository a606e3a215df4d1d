//! Coding: synthesised where every field reads and writes itself, written out where one does not.

use super::Context;
use super::types::{codes_itself, form};
use crate::model::{Field, ItemId, ObjectDef, ObjectId, Shape, UnknownFields};
use crate::swift::ast::{Function, Member, Statement, TypeDecl};
use crate::swift::facts::is_optional;
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::{ADDITIONAL, storage_property};

/// The constant that says what documents of a type are checked for.
const FIELDS: &str = "wireFields";

/// What documents are checked for; then `CodingKeys`, or `init(from:)` and `encode(to:)`, or nothing where names on the
/// wire are Swift's.
pub(crate) fn coding_members(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Vec<Member> {
    let mut members = vec![checked_fields(context, object)];
    if object.unknown_fields == UnknownFields::Keep || !object.fields.iter().all(is_synthesized) {
        members.push(Member::Function(decoding(context, id, object)));
        members.push(Member::Function(encoding(context, id, object)));
    } else {
        members.extend(coding_keys(context, id, object).map(Member::Type));
    }
    members
}

/// The fields as the reader checks them: an argument per field.
fn checked_fields(context: &Context<'_>, object: &ObjectDef) -> Member {
    let keeps = (object.unknown_fields == UnknownFields::Keep).then(|| "keepsOthers: true".to_owned());
    let fields = object.fields.iter().map(|field| checked_field(context, field));
    Member::Call {
        head: format!("public static let {FIELDS} = WireFields"),
        arguments: keeps.into_iter().chain(fields).collect(),
    }
}

/// `.required("id", or: "ID", as: Wire.Plain<Int64>.self)`
fn checked_field(context: &Context<'_>, field: &Field) -> String {
    let null_is_value = field.nullable || matches!(field.ty.shape, Shape::Json);
    let kind = match (is_optional(field), null_is_value) {
        (true, _) => "optional",
        (false, false) => "required",
        (false, true) => "present",
    };
    format!(".{kind}({}, as: {}.self)", names_of(field), form(context, &field.ty))
}

/// The name on the wire, and its aliases.
fn names_of(field: &Field) -> String {
    let name = literal::string(&field.name.text);
    let aliases: Vec<String> = field.aliases.iter().map(|alias| literal::string(alias)).collect();
    match aliases.is_empty() {
        true => name,
        false => format!("{name}, or: {}", aliases.join(", ")),
    }
}

/// Whether what Swift synthesises does the right thing for a field.
fn is_synthesized(field: &Field) -> bool {
    let may_be_null = field.nullable && is_optional(field);
    // A required JSON value may be null, which the synthesised code refuses with some decoders.
    let is_json = matches!(field.ty.shape, Shape::Json);
    field.aliases.is_empty()
        && !may_be_null
        && !is_json
        && codes_itself(&field.ty)
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
        let code = format!("self.{ADDITIONAL} = try decoder.others(besides: Self.{FIELDS})");
        body.push(Statement::line(code));
    }
    if object.fields.is_empty() {
        body.remove(0);
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
    let key = match field.aliases.is_empty() {
        true => names_of(field),
        false => format!("container.key({})", names_of(field)),
    };
    let optional = is_optional(field);
    let form = match (field.nullable, codes_itself(&field.ty)) {
        (true, _) if optional => Some(form(context, &field.ty)),
        (_, true) => None,
        (true, false) => Some(format!("Wire.OrNull<{}>", form(context, &field.ty))),
        (false, false) => Some(form(context, &field.ty)),
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
        let code = format!("try container.writeOthers(self.{ADDITIONAL}, besides: Self.{FIELDS})");
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
    let form = form(context, &field.ty);
    let form = (!codes_itself(&field.ty)).then(|| match field.nullable {
        true => format!("as: Wire.OrNull<{form}>.self"),
        false => format!("as: {form}.self"),
    });
    // Without `self` a name of the function's own would hide the property.
    let arguments = [format!("self.{}", quoted(name)), literal::string(&field.name.text)];
    Statement::call("try container.write", arguments.into_iter().chain(form).collect())
}
