//! Options of an SDK: typed properties, and the dictionary of texts that the SDK takes.

use super::Context;
use super::checks::{self, Place, value_checks};
use super::item_docs;
use super::patterns::Patterns;
use super::structs::{fallback_function, validate_function};
use super::types::value_type;
use super::value::Value;
use crate::model::{ItemId, OptionEntry, OptionsDef, OptionsId, Shape};
use crate::swift::ast::{Function, Item, Member, Statement, TypeDecl};
use crate::swift::docs::{code_span, default_note, doc_lines};
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::ADDITIONAL;

/// The struct of a set of options.
pub(crate) fn lower_options<'m>(
    context: &'m Context<'m>,
    id: OptionsId,
    patterns: &mut Patterns<'m>,
) -> Vec<Item> {
    let options = context.model.option_set(id);
    let mut members = properties(context, id, options);
    members.push(Member::Function(initializer(context, id, options)));
    members.push(Member::Function(from_dictionary(context, id, options)));
    members.push(Member::Function(to_dictionary(context, id, options)));
    for (index, entry) in options.entries.iter().enumerate() {
        if let (Some(fallback), Shape::Enum(enumeration)) = (entry.fallback, &entry.ty.shape) {
            let name = context.names.member(ItemId::Options(id), index);
            let value = Value::of_self(name, true);
            members.push(Member::Function(fallback_function(context, name, &value, *enumeration, fallback)));
        }
    }
    members.extend(validation(context, id, options, patterns));
    let name = quoted(context.names.item(ItemId::Options(id)));
    let head = format!("public struct {name}: Hashable, Validatable, SendableIfAvailable");
    let docs = item_docs(&options.docs, &options.name);
    vec![Item::Type(TypeDecl { docs, head, members })]
}

fn properties(context: &Context<'_>, id: OptionsId, options: &OptionsDef) -> Vec<Member> {
    let property = |(index, entry): (usize, &OptionEntry)| {
        let name = context.names.member(ItemId::Options(id), index);
        let otherwise = format!("The option {}.", code_span(&entry.name.text));
        let docs = doc_lines(&entry.docs, &otherwise, notes(options, entry));
        let text = format!("public var {}: {}?", quoted(name), value_type(context, &entry.ty));
        Member::Line { docs, text }
    };
    let mut members: Vec<Member> = options.entries.iter().enumerate().map(property).collect();
    let docs =
        vec!["Entries that this version does not know, or whose text is no value of their type.".to_owned()];
    members.push(Member::Line { docs, text: format!("public var {ADDITIONAL}: [String: String]") });
    members
}

fn notes(options: &OptionsDef, entry: &OptionEntry) -> Vec<String> {
    let mut notes: Vec<String> = entry.default.as_ref().and_then(default_note).into_iter().collect();
    if let Some(dictionary) = options.dictionary.as_ref().filter(|_| entry.in_dictionary) {
        notes.push(format!("An entry of {}.", code_span(dictionary)));
    }
    notes
}

fn initializer(context: &Context<'_>, id: OptionsId, options: &OptionsDef) -> Function {
    let mut parameters = Vec::new();
    let mut body = Vec::new();
    for (index, entry) in options.entries.iter().enumerate() {
        let name = quoted(context.names.member(ItemId::Options(id), index));
        parameters.push(format!("{name}: {}? = nil", value_type(context, &entry.ty)));
        body.push(Statement::line(format!("self.{name} = {name}")));
    }
    parameters.push(format!("{ADDITIONAL}: [String: String] = [:]"));
    body.push(Statement::line(format!("self.{ADDITIONAL} = {ADDITIONAL}")));
    Function {
        docs: vec!["Makes options; each may be left out.".to_owned()],
        head: "public init".to_owned(),
        parameters: Some(parameters),
        tail: String::new(),
        body,
    }
}

/// The dictionary's entries, with their properties and keys.
fn entries<'c>(
    context: &'c Context<'_>,
    id: OptionsId,
    options: &'c OptionsDef,
) -> impl Iterator<Item = (bool, String, String)> + 'c {
    options.entries.iter().enumerate().map(move |(index, entry)| {
        let name = quoted(context.names.member(ItemId::Options(id), index));
        (entry.in_dictionary, name, literal::string(&entry.name.text))
    })
}

fn from_dictionary(context: &Context<'_>, id: OptionsId, options: &OptionsDef) -> Function {
    let mut body = vec![Statement::line("var rest = dictionary")];
    for (in_dictionary, name, key) in entries(context, id, options) {
        let value = if in_dictionary { format!("rest.takeOption({key})") } else { "nil".to_owned() };
        body.push(Statement::line(format!("self.{name} = {value}")));
    }
    body.push(Statement::line(format!("self.{ADDITIONAL} = rest")));
    if !options.entries.iter().any(|entry| entry.in_dictionary) {
        body.remove(0);
        body.pop();
        body.push(Statement::line(format!("self.{ADDITIONAL} = dictionary")));
    }
    Function {
        docs: vec![
            "Reads the dictionary of an SDK; never fails, since what is not understood is kept.".to_owned(),
        ],
        head: "public init".to_owned(),
        parameters: Some(vec!["dictionary: [String: String]".to_owned()]),
        tail: String::new(),
        body,
    }
}

fn to_dictionary(context: &Context<'_>, id: OptionsId, options: &OptionsDef) -> Function {
    let mut body = vec![Statement::line(format!("var dictionary = self.{ADDITIONAL}"))];
    for (_, name, key) in entries(context, id, options).filter(|(in_dictionary, _, _)| *in_dictionary) {
        body.push(Statement::line(format!("dictionary.putOption({key}, self.{name})")));
    }
    body.push(Statement::line("return dictionary"));
    if body.len() == 2 {
        body = vec![Statement::line(format!("return self.{ADDITIONAL}"))];
    }
    Function {
        docs: vec![
            "The dictionary that the SDK takes; a typed value wins over an additional one.".to_owned(),
        ],
        head: "public var dictionary: [String: String]".to_owned(),
        parameters: None,
        tail: String::new(),
        body,
    }
}

fn validation<'m>(
    context: &'m Context<'m>,
    id: OptionsId,
    options: &'m OptionsDef,
    patterns: &mut Patterns<'m>,
) -> Option<Member> {
    let mut body = Vec::new();
    for (index, entry) in options.entries.iter().enumerate() {
        let owner = checks::owner(context, ItemId::Options(id), index);
        let place = Place { step: literal::string(&entry.name.text), owner: &owner, depth: 0 };
        let value = Value::of_self(context.names.member(ItemId::Options(id), index), true);
        body.extend(value_checks(context, &entry.ty, &value, &place, patterns));
    }
    (!body.is_empty()).then(|| Member::Function(validate_function(body)))
}
