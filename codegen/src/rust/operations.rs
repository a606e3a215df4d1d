//! Operations and webhooks: unit structs that implement the runtime's traits.

use super::Context;
use super::docs::code_span;
use super::names::Ident;
use super::print::{Lines, literal};
use super::structs::item_head;
use crate::model::{
    EnumId, FieldPath, ItemId, OperationDef, OperationId, Outcome, Required, Scalar, Shape, Step, WebhookId,
};

/// The struct of an operation, its codes, and its `Operation`.
pub(crate) fn operation_items(context: &Context<'_>, id: OperationId) -> Vec<String> {
    let operation = context.model.operation(id);
    let ident = context.names.item(ItemId::Operation(id));
    let mut lines = Lines::default();
    item_head(&mut lines, &operation.docs, &format!("The call {}.", code_span(&operation.name.text)));
    unit_struct(&mut lines, ident);
    let codes = operation.codes.as_ref().map(|(id, values)| codes_text(context, ident, *id, values));
    let items = [Some(lines.finish()), codes, Some(operation_text(context, operation, ident))];
    items.into_iter().flatten().collect()
}

/// The struct of a webhook and its `Webhook`.
pub(crate) fn webhook_items(context: &Context<'_>, id: WebhookId) -> Vec<String> {
    let webhook = context.model.webhook(id);
    let ident = context.names.item(ItemId::Webhook(id));
    let mut head = Lines::default();
    item_head(&mut head, &webhook.docs, &format!("The notification {}.", code_span(&webhook.name.text)));
    unit_struct(&mut head, ident);
    let payload = context.names.item(ItemId::Object(webhook.payload));
    let acknowledgement = webhook
        .acknowledgement
        .map_or_else(|| "()".to_owned(), |id| context.names.item(ItemId::Object(id)).to_string());
    let mut lines = Lines::default();
    lines.line(0, &format!("impl wirewright::Webhook for {ident} {{"));
    lines.line(1, &format!("type Payload = {payload};"));
    lines.line(1, &format!("type Acknowledgement = {acknowledgement};"));
    lines.line(1, &format!("const NAME: &'static str = {};", literal(&webhook.name.text)));
    lines.line(0, "}");
    vec![head.finish(), lines.finish()]
}

fn unit_struct(lines: &mut Lines, ident: &Ident) {
    lines.line(0, "#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]");
    lines.line(0, &format!("pub struct {ident};"));
}

fn codes_text(context: &Context<'_>, ident: &Ident, id: EnumId, values: &[usize]) -> String {
    let codes = context.names.item(ItemId::Enum(id));
    let mut lines = Lines::default();
    lines.line(0, &format!("impl {ident} {{"));
    lines.line(1, "/// The codes that the API documents for this call; others may come.");
    lines.line(1, &format!("pub const CODES: &'static [{codes}] = &["));
    for value in values {
        lines.line(2, &format!("{codes}::{},", context.names.member(ItemId::Enum(id), *value)));
    }
    lines.line(1, "];");
    lines.line(0, "}");
    lines.finish()
}

fn operation_text(context: &Context<'_>, operation: &OperationDef, ident: &Ident) -> String {
    let object = |id| context.names.item(ItemId::Object(id));
    let mut lines = Lines::default();
    lines.line(0, &format!("impl wirewright::Operation for {ident} {{"));
    lines.line(1, &format!("type Request = {};", object(operation.request)));
    lines.line(1, &format!("type Response = {};", object(operation.response)));
    for (constant, text) in
        [("NAME", &operation.name.text), ("METHOD", &operation.method), ("PATH", &operation.path)]
    {
        lines.line(1, &format!("const {constant}: &'static str = {};", literal(text)));
    }
    if let Some(path) = &operation.idempotency_key {
        let option = context.prelude.option;
        lines.line(0, "");
        lines.line(1, &format!("fn idempotency_key(request: &Self::Request) -> {option}<&str> {{"));
        let key = text_at(context, &path.steps, "request");
        let some = context.prelude.some;
        lines.line(2, &if key.optional { key.code } else { format!("{some}({})", key.code) });
        lines.line(1, "}");
    }
    if let Some((outcome, path)) = outcome_of(context, operation) {
        outcome_lines(context, &mut lines, outcome, path);
    }
    lines.line(0, "}");
    lines.finish()
}

/// Where the operation's response says how the call ended.
fn outcome_of<'m>(context: &Context<'m>, operation: &OperationDef) -> Option<(&'m Outcome, &'m FieldPath)> {
    let outcome = context.model.api.outcome.as_ref()?;
    let response = outcome.responses.iter().find(|(response, _, _)| *response == operation.response)?;
    Some((outcome, &response.1))
}

fn outcome_lines(context: &Context<'_>, lines: &mut Lines, outcome: &Outcome, path: &FieldPath) {
    let status = text_at(context, &path.steps, "response");
    lines.line(0, "");
    lines.line(1, "fn outcome(response: &Self::Response) -> wirewright::Outcome {");
    lines.line(2, &format!("match {} {{", status.code));
    let ends = [("Success", &outcome.success), ("Failure", &outcome.failure), ("Pending", &outcome.pending)];
    for (end, texts) in ends.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        let texts = texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(" | ");
        let pattern = if status.optional { format!("{}({texts})", context.prelude.some) } else { texts };
        lines.line(3, &format!("{pattern} => wirewright::Outcome::{end},"));
    }
    lines.line(3, "_ => wirewright::Outcome::Unrecognized,");
    lines.line(2, "}");
    lines.line(1, "}");
}

/// An expression for a text somewhere in an object.
struct TextAt {
    code: String,
    /// Whether it is an `Option<&str>`, because the way there has optional fields; else a `&str`.
    optional: bool,
}

/// The text that steps lead to from `start`.
fn text_at(context: &Context<'_>, steps: &[Step], start: &str) -> TextAt {
    let [step, rest @ ..] = steps else {
        return TextAt { code: format!("{start}.as_str()"), optional: false };
    };
    let ident = context.names.member(ItemId::Object(step.object), step.field);
    let field = context.model.object(step.object).fields.get(step.field);
    let optional = field.is_some_and(|field| field.required != Required::Yes);
    let nullable = field.is_some_and(|field| field.nullable);
    let place = format!("{start}.{ident}");
    let access = match (optional, nullable) {
        (false, false) => return text_at(context, rest, &place),
        (true, false) => format!("{place}.as_ref()"),
        (false, true) => format!("{place}.value()"),
        (true, true) => format!("{place}.as_ref().and_then(wirewright::Nullable::value)"),
    };
    let is_string =
        field.is_some_and(|field| matches!(field.ty.shape, Shape::Scalar(Scalar::String | Scalar::Url)));
    if rest.is_empty() && is_string && !nullable {
        return TextAt { code: format!("{place}.as_deref()"), optional: true };
    }
    let inner = text_at(context, rest, &ident.to_string());
    let method = if inner.optional { "and_then" } else { "map" };
    TextAt { code: format!("{access}.{method}(|{ident}| {})", inner.code), optional: true }
}
