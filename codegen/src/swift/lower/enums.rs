//! Enums, result codes and event codes as open enums.

use super::Context;
use super::item_docs;
use crate::model::{EnumDef, EnumId, EnumValue, ItemId, Retry};
use crate::swift::ast::{Function, Item, Member, Statement, TypeDecl};
use crate::swift::docs::{code_span, doc_lines};
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::names::UNRECOGNIZED;

/// Cases of one `switch`: compilers give up on proving longer ones exhaustive.
const LONGEST_SWITCH: usize = 200;

/// The enum, the enum of its categories, and its validation where it is closed.
pub(crate) fn lower_enum(context: &Context<'_>, id: EnumId) -> Vec<Item> {
    let enumeration = context.model.enumeration(id);
    let name = context.names.item(ItemId::Enum(id));
    let mut members = cases(context, id, enumeration);
    members.push(known_cases(context, id, enumeration));
    members.push(Member::Function(initializer()));
    members.push(Member::Function(raw_value(context, id, enumeration)));
    if !enumeration.categories.is_empty() {
        members.push(Member::Function(category(context, id, enumeration)));
    }
    members.extend(action(context, id, enumeration).map(Member::Function));
    members.extend(retry(context, id, enumeration).map(Member::Function));
    let head = format!("public enum {}: OpenEnum", quoted(name));
    let docs = item_docs(&enumeration.docs, &enumeration.name);
    let mut items = vec![Item::Type(TypeDecl { docs, head, members })];
    items.extend(category_enum(context, id, enumeration));
    if !enumeration.open {
        items.push(membership(name));
    }
    items
}

fn cases(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Vec<Member> {
    let case = |(index, value): (usize, &EnumValue)| {
        let otherwise = format!("The value {}.", code_span(&value.name.text));
        let docs = doc_lines(&value.docs, &otherwise, Vec::new());
        Member::Case { docs, text: case_name(context, id, index) }
    };
    let mut members: Vec<Member> = enumeration.values.iter().enumerate().map(case).collect();
    let docs = vec!["A text that this version does not know, exactly as received.".to_owned()];
    members.push(Member::Case { docs, text: format!("{UNRECOGNIZED}(String)") });
    members
}

fn case_name(context: &Context<'_>, id: EnumId, index: usize) -> String {
    quoted(context.names.member(ItemId::Enum(id), index))
}

fn known_cases(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Member {
    let name = quoted(context.names.item(ItemId::Enum(id)));
    Member::List {
        docs: vec!["Every value that this version knows, in the order of the spec.".to_owned()],
        head: format!("public static let knownCases: [{name}] ="),
        elements: (0..enumeration.values.len())
            .map(|index| format!(".{}", case_name(context, id, index)))
            .collect(),
    }
}

fn initializer() -> Function {
    Function {
        docs: vec!["The value of a text; never fails, since an unknown text is kept.".to_owned()],
        head: "public init".to_owned(),
        parameters: Some(vec!["rawValue: String".to_owned()]),
        tail: String::new(),
        body: vec![Statement::line(format!(
            "self = Self.knownCase(of: rawValue) ?? .{UNRECOGNIZED}(rawValue)"
        ))],
    }
}

/// The property that gives back the text. Long enums get a `switch` per some hundred cases.
fn raw_value(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Function {
    let arm = |(index, value): (usize, &EnumValue)| {
        (
            format!("case .{}", case_name(context, id, index)),
            format!("return {}", literal::string(&value.name.text)),
        )
    };
    let mut arms: Vec<(String, String)> = enumeration.values.iter().enumerate().map(arm).collect();
    arms.push((format!("case .{UNRECOGNIZED}(let text)"), "return text".to_owned()));
    let chunks: Vec<&[(String, String)]> = arms.chunks(LONGEST_SWITCH).collect();
    let mut body: Vec<Statement> = chunks
        .iter()
        .map(|chunk| {
            let mut arms = chunk.to_vec();
            if chunks.len() > 1 {
                arms.push(("default".to_owned(), "break".to_owned()));
            }
            Statement::Switch(arms)
        })
        .collect();
    if chunks.len() > 1 {
        // Never reached: each case returns above.
        body.push(Statement::line("return \"\""));
    }
    property("The text on the wire.", "rawValue: String", body)
}

fn property(doc: &str, head: &str, body: Vec<Statement>) -> Function {
    Function {
        docs: vec![doc.to_owned()],
        head: format!("public var {head}"),
        parameters: None,
        tail: String::new(),
        body,
    }
}

/// A property that is nil for most values.
fn lookup(
    context: &Context<'_>,
    id: EnumId,
    enumeration: &EnumDef,
    result: impl Fn(&EnumValue) -> Option<String>,
) -> Vec<Statement> {
    let arm = |(index, value): (usize, &EnumValue)| {
        Some((format!("case .{}", case_name(context, id, index)), format!("return {}", result(value)?)))
    };
    let mut arms: Vec<(String, String)> = enumeration.values.iter().enumerate().filter_map(arm).collect();
    if arms.is_empty() {
        return Vec::new();
    }
    arms.push(("default".to_owned(), "return nil".to_owned()));
    vec![Statement::Switch(arms)]
}

fn category(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Function {
    let result =
        |value: &EnumValue| Some(format!(".{}", quoted(context.names.category(id, value.category?))));
    let mut body = lookup(context, id, enumeration, result);
    if body.is_empty() {
        body.push(Statement::line("return nil"));
    }
    let head = format!("category: {}?", quoted(&context.names.category_type(id)));
    property("What kind of value it is; nil where that is not documented.", &head, body)
}

fn action(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Option<Function> {
    let body = lookup(context, id, enumeration, |value| value.action.as_deref().map(literal::string));
    let doc = "What to do when the value is met; nil where nothing is documented.";
    (!body.is_empty()).then(|| property(doc, "action: String?", body))
}

fn retry(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Option<Function> {
    let result = |value: &EnumValue| {
        let advice = match value.retry? {
            Retry::Never => ".never",
            Retry::Same => ".same",
            Retry::New => ".new",
        };
        Some(advice.to_owned())
    };
    let body = lookup(context, id, enumeration, result);
    let doc = "Whether the same call may be made again; nil where nothing is documented.";
    (!body.is_empty()).then(|| property(doc, "retry: RetryAdvice?", body))
}

fn category_enum(context: &Context<'_>, id: EnumId, enumeration: &EnumDef) -> Option<Item> {
    if enumeration.categories.is_empty() {
        return None;
    }
    let name = context.names.category_type(id);
    let case = |(index, category): (usize, &crate::model::Category)| {
        let case = context.names.category(id, index);
        let text = &category.name.text;
        let raw = if case == text { String::new() } else { format!(" = {}", literal::string(text)) };
        Member::Case { docs: vec![format!("The category `{text}`.")], text: format!("{}{raw}", quoted(case)) }
    };
    let members = enumeration.categories.iter().enumerate().map(case).collect();
    let docs = vec![format!("What kinds of ``{}`` there are.", context.names.item(ItemId::Enum(id)))];
    let head = format!("public enum {}: String, Hashable, CaseIterable, SendableIfAvailable", quoted(&name));
    Some(Item::Type(TypeDecl { docs, head, members }))
}

/// The validation of a closed enum.
fn membership(name: &str) -> Item {
    let body = vec![Statement::line("validator.member(self)")];
    let members = vec![Member::Function(super::structs::validate_function(body))];
    Item::Type(TypeDecl {
        docs: Vec::new(),
        head: format!("extension {}: Validatable", quoted(name)),
        members,
    })
}
