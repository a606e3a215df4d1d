//! Operations and webhooks as enums without cases: names for what belongs together.

use super::Context;
use super::item_docs;
use super::rules::single_value;
use super::value::Value;
use crate::model::{
    FieldPath, ItemId, ObjectId, OperationDef, OperationId, Outcome, Scalar, Shape, WebhookId,
};
use crate::swift::ast::{Function, Item, Member, Statement, TypeDecl};
use crate::swift::keywords::quoted;
use crate::swift::literal;

/// A call of the API.
pub(crate) fn lower_operation(context: &Context<'_>, id: OperationId) -> Item {
    let operation = context.model.operation(id);
    let mut members = vec![
        line("What is sent.", associated(context, "Request", operation.request)),
        line("What comes back.", associated(context, "Response", operation.response)),
        constant("The name of the call.", "name", &operation.name.text),
        constant("The HTTP method.", "method", &operation.method),
        constant("The path below the host.", "path", &operation.path),
    ];
    if let Some((codes, values)) = &operation.codes {
        let ty = outside(context, context.names.item(ItemId::Enum(*codes)));
        let element =
            |value: &usize| format!(".{}", quoted(context.names.member(ItemId::Enum(*codes), *value)));
        members.push(Member::List {
            docs: vec!["The codes that the API documents for this call; others may come.".to_owned()],
            head: format!("public static let codes: [{ty}] ="),
            elements: values.iter().map(element).collect(),
        });
    }
    members.extend(operation.idempotency_key.as_ref().and_then(|path| idempotency_key(context, path)));
    members.extend(outcome(context, operation));
    declaration(
        context,
        ItemId::Operation(id),
        "APIOperation",
        item_docs(&operation.docs, &operation.name),
        members,
    )
}

/// A notification that the API sends.
pub(crate) fn lower_webhook(context: &Context<'_>, id: WebhookId) -> Item {
    let webhook = context.model.webhook(id);
    let acknowledgement = match webhook.acknowledgement {
        Some(object) => associated(context, "Acknowledgement", object),
        None => "public typealias Acknowledgement = Void".to_owned(),
    };
    let members = vec![
        line("What arrives.", associated(context, "Payload", webhook.payload)),
        line("What is answered.", acknowledgement),
        constant("The name of the notification.", "name", &webhook.name.text),
    ];
    declaration(context, ItemId::Webhook(id), "APIWebhook", item_docs(&webhook.docs, &webhook.name), members)
}

fn declaration(
    context: &Context<'_>,
    id: ItemId,
    protocol: &str,
    docs: Vec<String>,
    members: Vec<Member>,
) -> Item {
    let head = format!("public enum {}: {protocol}", quoted(context.names.item(id)));
    Item::Type(TypeDecl { docs, head, members })
}

fn line(doc: &str, text: String) -> Member {
    Member::Line { docs: vec![doc.to_owned()], text }
}

fn constant(doc: &str, name: &str, text: &str) -> Member {
    line(doc, format!("public static let {name} = {}", literal::string(text)))
}

fn associated(context: &Context<'_>, name: &str, object: ObjectId) -> String {
    format!("public typealias {name} = {}", outside(context, context.names.item(ItemId::Object(object))))
}

/// A type of the module; the module's name stands before one that an alias of the declaration would hide.
fn outside(context: &Context<'_>, target: &str) -> String {
    match target {
        "Request" | "Response" | "Payload" | "Acknowledgement" => {
            format!("{}.{target}", context.model.api.name.text)
        }
        _ => quoted(target),
    }
}

fn function(doc: &str, head: &str, parameter: &str, result: &str, statement: String) -> Member {
    Member::Function(Function {
        docs: vec![doc.to_owned()],
        head: format!("public static func {head}"),
        parameters: Some(vec![parameter.to_owned()]),
        tail: format!(" -> {result}"),
        body: vec![Statement::line(statement)],
    })
}

fn idempotency_key(context: &Context<'_>, path: &FieldPath) -> Option<Member> {
    let (value, ty) = single_value(context, Some(&Value::local("request")), &path.steps)?;
    let code = match ty.shape {
        Shape::Scalar(Scalar::Integer(_)) if value.optional => {
            format!("({}).map {{ String($0) }}", value.code)
        }
        Shape::Scalar(Scalar::Integer(_)) => format!("String({})", value.code),
        _ => value.text(&ty.shape).code,
    };
    let doc = "What makes a repeat of the call safe.";
    Some(function(doc, "idempotencyKey", "of request: Request", "String?", format!("return {code}")))
}

fn outcome(context: &Context<'_>, operation: &OperationDef) -> Option<Member> {
    let outcome: &Outcome = context.model.api.outcome.as_ref()?;
    let (_, path, _) = outcome.responses.iter().find(|(response, _, _)| *response == operation.response)?;
    let (value, ty) = single_value(context, Some(&Value::local("response")), &path.steps)?;
    let mut arguments = vec![value.text(&ty.shape).code];
    for (label, texts) in
        [("success", &outcome.success), ("failure", &outcome.failure), ("pending", &outcome.pending)]
    {
        if !texts.is_empty() {
            arguments.push(format!("{label}: {}", literal::strings(texts.iter().map(String::as_str))));
        }
    }
    let code = format!("return Wire.outcome({})", arguments.join(", "));
    Some(function("How the call ended.", "outcome", "of response: Response", "CallOutcome", code))
}
