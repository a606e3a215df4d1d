//! Objects as structs: properties, an initialiser, coding where it is not synthesised, and `validate(into:)`.

use super::Context;
use super::checks::{self, Place, value_checks};
use super::coding;
use super::item_docs;
use super::patterns::Patterns;
use super::rules::rule_checks;
use super::types::{field_type, is_text, present_type};
use super::value::Value;
use crate::model::{EnumId, Field, ItemId, ObjectDef, ObjectId, Required, Shape, UnknownFields};
use crate::swift::ast::{Function, Item, Member, Statement, TypeDecl};
use crate::swift::docs::{code_span, doc_lines, field_notes};
use crate::swift::facts::is_optional;
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::{ADDITIONAL, fallback_property, storage_property};

/// The struct of an object, and what it conforms to besides.
pub(crate) fn lower_object<'m>(
    context: &'m Context<'m>,
    id: ObjectId,
    patterns: &mut Patterns<'m>,
) -> Vec<Item> {
    let object = context.model.object(id);
    let name = context.names.item(ItemId::Object(id));
    let mut members: Vec<Member> = properties(context, id, object);
    members.push(Member::Function(initializer(context, id, object)));
    members.extend(fallbacks(context, id, object));
    members.extend(coding::coding_members(context, id, object));
    if context.facts.is_exact(id) {
        members.push(Member::Function(exact_equality(context, id, object)));
        members.push(Member::Function(exact_hash(context, id, object)));
    }
    members.extend(validation(context, id, object, patterns));
    let head = format!("public struct {}: WireModel", quoted(name));
    let docs = item_docs(&object.docs, &object.name);
    let mut items = vec![Item::Type(TypeDecl { docs, head, members })];
    items.extend(redaction(context, id, object));
    items
}

fn properties(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Vec<Member> {
    let mut members = Vec::new();
    let mut storages = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let name = context.names.member(ItemId::Object(id), index);
        let otherwise = format!("The field {}.", code_span(&field.name.text));
        let docs = doc_lines(&field.docs, &otherwise, field_notes(field));
        let property = format!("public var {}: {}", quoted(name), field_type(context, field));
        if context.facts.is_indirect(field) {
            let storage = storage_property(name);
            let ty = format!("Indirect<{}>", present_type(context, field));
            storages.push(Member::Line { docs: Vec::new(), text: format!("private var {storage}: {ty}?") });
            members.push(Member::Function(indirect_property(docs, property, &storage)));
        } else {
            members.push(Member::Line { docs, text: property });
        }
    }
    if object.unknown_fields == UnknownFields::Keep {
        let docs = vec!["Fields that this version does not know; they are written back.".to_owned()];
        members.push(Member::Line { docs, text: format!("public var {ADDITIONAL}: StringMap<JSONValue>") });
    }
    members.extend(storages);
    members
}

/// A property whose value stands elsewhere: a struct cannot contain itself.
fn indirect_property(docs: Vec<String>, head: String, storage: &str) -> Function {
    let body = vec![
        Statement::line(format!("get {{ return {storage}?.value }}")),
        Statement::line(format!("set {{ {storage} = newValue.map {{ Indirect($0) }} }}")),
    ];
    Function { docs, head, parameters: None, tail: String::new(), body }
}

fn initializer(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let mut parameters = Vec::new();
    let mut body = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let name = context.names.member(ItemId::Object(id), index);
        let default = if is_optional(field) { " = nil" } else { "" };
        parameters.push(format!("{}: {}{default}", quoted(name), field_type(context, field)));
        body.push(Statement::line(match context.facts.is_indirect(field) {
            true => format!("self.{} = {}.map {{ Indirect($0) }}", storage_property(name), quoted(name)),
            false => format!("self.{} = {}", quoted(name), quoted(name)),
        }));
    }
    if object.unknown_fields == UnknownFields::Keep {
        parameters.push(format!("{ADDITIONAL}: StringMap<JSONValue> = [:]"));
        body.push(Statement::line(format!("self.{ADDITIONAL} = {ADDITIONAL}")));
    }
    Function {
        docs: vec!["Makes a value; what is optional may be left out.".to_owned()],
        head: "public init".to_owned(),
        parameters: Some(parameters),
        tail: String::new(),
        body,
    }
}

/// Properties that read an open enum with its fallback.
fn fallbacks(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Vec<Member> {
    let with_fallback = |(index, field): (usize, &Field)| {
        let (Some(fallback), Shape::Enum(enumeration)) = (field.fallback, &field.ty.shape) else {
            return None;
        };
        let name = context.names.member(ItemId::Object(id), index);
        let value = Value::field(context, None, id, index)?;
        Some(Member::Function(fallback_function(context, name, &value, *enumeration, fallback)))
    };
    object.fields.iter().enumerate().filter_map(with_fallback).collect()
}

/// A property that reads an open enum with its fallback.
pub(crate) fn fallback_function(
    context: &Context<'_>,
    name: &str,
    value: &Value,
    enumeration: EnumId,
    fallback: usize,
) -> Function {
    let known = quoted(context.names.member(ItemId::Enum(enumeration), fallback));
    let ty = context.names.item(ItemId::Enum(enumeration));
    let (mark, returned) = match value.optional {
        true => ("?", format!("{}.map {{ $0.isRecognized ? $0 : .{known} }}", optional_code(value))),
        false => ("", format!("{0}.isRecognized ? {0} : .{known}", value.code)),
    };
    Function {
        docs: vec![format!("``{name}``, with `{known}` in the place of a value that is not recognized.")],
        head: format!("public var {}: {ty}{mark}", fallback_property(name)),
        parameters: None,
        tail: String::new(),
        body: vec![Statement::line(format!("return {returned}"))],
    }
}

/// An optional expression on which `.map` means the whole.
fn optional_code(value: &Value) -> String {
    if value.code.contains("?.") { format!("({})", value.code) } else { value.code.clone() }
}

/// `==` that tells canonically equivalent texts apart, for elements of lists without duplicates.
fn exact_equality(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let name = quoted(context.names.item(ItemId::Object(id)));
    let mut parts: Vec<String> = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let member = quoted(context.names.member(ItemId::Object(id), index));
        parts.push(match is_text(&field.ty.shape) {
            true => format!("Wire.sameTexts(left.{member}, right.{member})"),
            false => format!("left.{member} == right.{member}"),
        });
    }
    if object.unknown_fields == UnknownFields::Keep {
        parts.push(format!("left.{ADDITIONAL} == right.{ADDITIONAL}"));
    }
    // One statement per field: the type checker is slow with long chains of operators.
    let mut body: Vec<Statement> =
        parts.iter().map(|part| Statement::line(format!("guard {part} else {{ return false }}"))).collect();
    body.push(Statement::line("return true"));
    Function {
        docs: vec!["Texts are compared byte by byte.".to_owned()],
        head: "public static func == ".to_owned(),
        parameters: Some(vec![format!("left: {name}, right: {name}")]),
        tail: " -> Bool".to_owned(),
        body,
    }
}

/// The hash that goes with it: texts that only look alike may be many, and must not meet in one.
fn exact_hash(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Function {
    let mut body: Vec<Statement> = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let member = quoted(context.names.member(ItemId::Object(id), index));
        body.push(Statement::line(match is_text(&field.ty.shape) {
            true => format!("self.{member}.hashExactly(into: &hasher)"),
            false => format!("hasher.combine(self.{member})"),
        }));
    }
    if object.unknown_fields == UnknownFields::Keep {
        body.push(Statement::line(format!("hasher.combine(self.{ADDITIONAL})")));
    }
    Function {
        docs: Vec::new(),
        head: "public func hash".to_owned(),
        parameters: Some(vec!["into hasher: inout Hasher".to_owned()]),
        tail: String::new(),
        body,
    }
}

/// `validate(into:)`; nothing where nothing can be wrong.
fn validation<'m>(
    context: &'m Context<'m>,
    id: ObjectId,
    object: &'m ObjectDef,
    patterns: &mut Patterns<'m>,
) -> Vec<Member> {
    let fields: Vec<Vec<Statement>> =
        (0..object.fields.len()).map(|index| field_checks(context, id, object, index, patterns)).collect();
    let rules: Vec<Vec<Statement>> =
        object.rules.iter().map(|rule| rule_checks(context, rule).into_iter().collect()).collect();
    if fields.len() <= MANY_FIELDS && rules.len() <= MANY_RULES {
        let body: Vec<Statement> = fields.into_iter().chain(rules).flatten().collect();
        return if body.is_empty() { Vec::new() } else { vec![Member::Function(validate_function(body))] };
    }
    let parts = fields.chunks(MANY_FIELDS / 2).chain(rules.chunks(MANY_RULES / 4));
    let parts: Vec<Vec<Statement>> = parts.map(<[_]>::concat).filter(|part| !part.is_empty()).collect();
    let names: Vec<String> = (1..=parts.len()).map(|number| format!("validatePart{number}")).collect();
    let calls = names.iter().map(|name| Statement::line(format!("{name}(into: &validator)"))).collect();
    let whole = Member::Function(validate_function(calls));
    let parts = names.iter().zip(parts).map(|(name, body)| {
        Member::Function(Function { head: format!("private func {name}"), ..validate_function(body) })
    });
    std::iter::once(whole).chain(parts).collect()
}

/// A type with more is validated part by part: what a function touches stands on the stack all at once, where the compiler does
/// not optimise.
const MANY_FIELDS: usize = 48;

/// See [`MANY_FIELDS`].
const MANY_RULES: usize = 16;

/// The checks of a field.
fn field_checks<'m>(
    context: &'m Context<'m>,
    id: ObjectId,
    object: &'m ObjectDef,
    index: usize,
    patterns: &mut Patterns<'m>,
) -> Vec<Statement> {
    let (Some(field), Some(value)) = (object.fields.get(index), Value::field(context, None, id, index))
    else {
        return Vec::new();
    };
    let owner = checks::owner(context, ItemId::Object(id), index);
    let place = Place { step: literal::string(&field.name.text), owner: &owner, depth: 0 };
    let mut body = Vec::new();
    if field.required == Required::OnSend {
        // An explicit null is there, so the property itself is asked.
        let property = Value::of_self(context.names.member(ItemId::Object(id), index), true);
        body.push(checks::call("required", [Some(property.code)], &place));
    }
    body.extend(value_checks(context, &field.ty, &value, &place, patterns));
    body
}

/// `validate(into:)` with its statements.
pub(crate) fn validate_function(body: Vec<Statement>) -> Function {
    Function {
        docs: Vec::new(),
        head: "public func validate".to_owned(),
        parameters: Some(vec!["into validator: inout Validator".to_owned()]),
        tail: String::new(),
        body,
    }
}

/// Keeps sensitive fields out of printing, dumping and mirroring.
fn redaction(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Option<Item> {
    if !object.fields.iter().any(|field| field.sensitive) {
        return None;
    }
    let mut children = Vec::new();
    for (index, field) in object.fields.iter().enumerate() {
        let name = context.names.member(ItemId::Object(id), index);
        let value = if field.sensitive {
            "Wire.Redacted()".to_owned()
        } else {
            format!("self.{} as Any", quoted(name))
        };
        children.push(format!("{}: {value}", literal::string(name)));
    }
    if object.unknown_fields == UnknownFields::Keep {
        children.push(format!("{}: self.{ADDITIONAL}", literal::string(ADDITIONAL)));
    }
    let mut body = vec![Statement::line("let children: KeyValuePairs<String, Any> = [")];
    body.extend(children.iter().map(|child| Statement::line(format!("    {child},"))));
    body.push(Statement::line("]"));
    body.push(Statement::line("return Mirror(self, children: children, displayStyle: .struct)"));
    let mirror = Function {
        docs: vec!["The fields, without the values of those that must not reach logs.".to_owned()],
        head: "public var customMirror: Mirror".to_owned(),
        parameters: None,
        tail: String::new(),
        body,
    };
    let mut members = vec![Member::Function(mirror)];
    members.extend(redacted_description(context, id, object));
    let printed = if members.len() > 1 { ", CustomStringConvertible" } else { "" };
    let name = quoted(context.names.item(ItemId::Object(id)));
    let head = format!("extension {name}: Redacting{printed}");
    Some(Item::Type(TypeDecl { docs: Vec::new(), head, members }))
}

/// `description`, unless a field has that name: printing takes `debugDescription` then, which says the same.
fn redacted_description(context: &Context<'_>, id: ObjectId, object: &ObjectDef) -> Option<Member> {
    let mut names = (0..object.fields.len()).map(|index| context.names.member(ItemId::Object(id), index));
    if names.any(|name| name == "description") {
        return None;
    }
    Some(Member::Function(Function {
        docs: vec!["The fields, without the values of those that must not reach logs.".to_owned()],
        head: "public var description: String".to_owned(),
        parameters: None,
        tail: String::new(),
        body: vec![Statement::line("return debugDescription")],
    }))
}
