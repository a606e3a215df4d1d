//! The model as a tree for people and snapshots: ids as names, places and what is left at its default left out.

use wirewright::json::{Number as JsonNumber, Value};

use super::{
    Condition, Consequence, Constraint, Docs, EnumDef, EnumKind, Field, FieldPath, ItemId, Literal, Model,
    Name, Number, ObjectDef, OperationDef, OptionsDef, Required, Retry, Role, Rule, Scalar, Shape, Test,
    TypeUse, UnknownFields, WebhookDef, Wire,
};

mod sdk;

type Entries = Vec<(String, Value)>;

/// The whole model. Equal models give equal trees.
pub fn dump(model: &Model) -> Value {
    let mut tree = vec![entry("api", text(&model.api.name.text))];
    docs(&mut tree, &model.api.docs);
    if let Some(outcome) = &model.api.outcome {
        let responses = outcome.responses.iter().map(|(object, status, code)| {
            let mut entries = vec![entry("response", text(&model.object(*object).name.text))];
            entries.push(entry("status", path(model, status)));
            entries.extend(code.as_ref().map(|code| entry("code", path(model, code))));
            Value::Object(entries)
        });
        let mut entries = vec![entry("responses", Value::Array(responses.collect()))];
        entries.push(entry("success", texts(&outcome.success)));
        entries.push(entry("failure", texts(&outcome.failure)));
        entries.push(entry("pending", texts(&outcome.pending)));
        tree.push(entry("outcome", Value::Object(entries)));
    }
    for module in &model.modules {
        let items = module.items.iter().map(|id| item(model, *id)).collect();
        tree.push((format!("module {}", module.name), Value::Object(items)));
    }
    tree.extend(model.sdk.as_ref().map(|binding| entry("sdk", sdk::sdk(model, binding))));
    Value::Object(tree)
}

fn item(model: &Model, id: ItemId) -> (String, Value) {
    let (kind, item_name, entries) = match id {
        ItemId::Scalar(id) => {
            let scalar = model.scalar(id);
            let mut entries = named(&scalar.name, &scalar.docs);
            entries.extend(type_entries(model, &scalar.ty));
            list(&mut entries, "examples", &scalar.examples);
            ("scalar", &scalar.name, entries)
        }
        ItemId::Object(id) => object(model, model.object(id)),
        ItemId::Enum(id) => enumeration(model.enumeration(id)),
        ItemId::Options(id) => options(model, model.option_set(id)),
        ItemId::Operation(id) => operation(model, model.operation(id)),
        ItemId::Webhook(id) => webhook(model, model.webhook(id)),
    };
    (format!("{kind} {}", item_name.text), Value::Object(entries))
}

fn object<'m>(model: &Model, def: &'m ObjectDef) -> (&'static str, &'m Name, Entries) {
    let kind = match def.role {
        Role::Type => "type",
        Role::Request => "request",
        Role::Response => "response",
    };
    let mut entries = named(&def.name, &def.docs);
    if def.unknown_fields == UnknownFields::Keep {
        entries.push(entry("unknownFields", text("keep")));
    }
    let fields = def.fields.iter().map(|field| (field.name.text.clone(), field_value(model, field)));
    entries.push(entry("fields", Value::Object(fields.collect())));
    let rules = def.rules.iter().map(|one| (one.id.clone(), rule(model, one))).collect::<Entries>();
    if !rules.is_empty() {
        entries.push(entry("rules", Value::Object(rules)));
    }
    list(&mut entries, "examples", &def.examples);
    (kind, &def.name, entries)
}

fn field_value(model: &Model, field: &Field) -> Value {
    let mut entries = type_entries(model, &field.ty);
    match field.required {
        Required::No => {}
        Required::Yes => entries.push(entry("required", Value::Bool(true))),
        Required::OnSend => entries.push(entry("required", text("onSend"))),
    }
    flag(&mut entries, "nullable", field.nullable);
    flag(&mut entries, "sensitive", field.sensitive);
    if !field.aliases.is_empty() {
        entries.push(entry("aliases", texts(&field.aliases)));
    }
    entries.extend(field.default.clone().map(|default| entry("default", default)));
    fallback(&mut entries, model, &field.ty, field.fallback);
    list(&mut entries, "examples", &field.examples);
    entries.extend(named(&field.name, &field.docs));
    Value::Object(entries)
}

fn fallback(entries: &mut Entries, model: &Model, ty: &TypeUse, index: Option<usize>) {
    if let (Shape::Enum(id), Some(index)) = (&ty.shape, index) {
        let value = model.enumeration(*id).values.get(index);
        entries.extend(value.map(|value| entry("fallback", text(&value.name.text))));
    }
}

fn enumeration(def: &EnumDef) -> (&'static str, &Name, Entries) {
    let kind = match def.kind {
        EnumKind::Enum => "enum",
        EnumKind::Codes => "codes",
        EnumKind::Events => "events",
    };
    let mut entries = named(&def.name, &def.docs);
    flag(&mut entries, "closed", !def.open);
    if !def.categories.is_empty() {
        let names = def.categories.iter().map(|category| text(&category.name.text));
        entries.push(entry("categories", Value::Array(names.collect())));
    }
    let values = def.values.iter().map(|value| {
        let mut entries = named(&value.name, &value.docs);
        let category = value.category.and_then(|index| def.categories.get(index));
        entries.extend(category.map(|category| entry("category", text(&category.name.text))));
        entries.extend(value.action.as_ref().map(|action| entry("action", text(action))));
        entries.extend(value.retry.map(|retry| entry("retry", text(retry_word(retry)))));
        (value.name.text.clone(), Value::Object(entries))
    });
    entries.push(entry("values", Value::Object(values.collect())));
    (kind, &def.name, entries)
}

fn options<'m>(model: &Model, def: &'m OptionsDef) -> (&'static str, &'m Name, Entries) {
    let mut entries = named(&def.name, &def.docs);
    entries.extend(def.dictionary.as_ref().map(|name| entry("dictionary", text(name))));
    let options = def.entries.iter().map(|option| {
        let mut entries = type_entries(model, &option.ty);
        flag(&mut entries, "inDictionary", option.in_dictionary);
        entries.extend(option.default.clone().map(|default| entry("default", default)));
        fallback(&mut entries, model, &option.ty, option.fallback);
        entries.extend(named(&option.name, &option.docs));
        (option.name.text.clone(), Value::Object(entries))
    });
    entries.push(entry("entries", Value::Object(options.collect())));
    ("options", &def.name, entries)
}

fn operation<'m>(model: &Model, def: &'m OperationDef) -> (&'static str, &'m Name, Entries) {
    let mut entries = named(&def.name, &def.docs);
    entries.push(entry("method", text(&def.method)));
    entries.push(entry("path", text(&def.path)));
    entries.push(entry("request", text(&model.object(def.request).name.text)));
    entries.push(entry("response", text(&model.object(def.response).name.text)));
    entries.extend(def.idempotency_key.as_ref().map(|key| entry("idempotencyKey", path(model, key))));
    if let Some((id, indexes)) = &def.codes {
        let values = indexes.iter().filter_map(|index| model.enumeration(*id).values.get(*index));
        entries.push(entry("codes", Value::Array(values.map(|value| text(&value.name.text)).collect())));
    }
    ("operation", &def.name, entries)
}

fn webhook<'m>(model: &Model, def: &'m WebhookDef) -> (&'static str, &'m Name, Entries) {
    let mut entries = named(&def.name, &def.docs);
    entries.push(entry("payload", text(&model.object(def.payload).name.text)));
    let acknowledgement = def.acknowledgement.map(|id| text(&model.object(id).name.text));
    entries.extend(acknowledgement.map(|name| entry("acknowledgement", name)));
    ("webhook", &def.name, entries)
}

fn type_entries(model: &Model, ty: &TypeUse) -> Entries {
    let mut entries = vec![entry("type", text(&type_name(model, ty)))];
    if let Some(id) = ty.scalar {
        entries.push(entry("scalar", text(&model.scalar(id).name.text)));
    }
    entries.extend(ty.constraints.iter().map(constraint));
    match &ty.shape {
        Shape::List { items, accept_single } => {
            flag(&mut entries, "acceptSingle", *accept_single);
            entries.push(entry("items", Value::Object(type_entries(model, items))));
        }
        Shape::Map { values } => entries.push(entry("values", Value::Object(type_entries(model, values)))),
        Shape::Scalar(_) | Shape::Enum(_) | Shape::Object(_) | Shape::Json => {}
    }
    entries
}

fn type_name(model: &Model, ty: &TypeUse) -> String {
    let wired = |name: &str, wire: Wire| match wire {
        Wire::Native => name.to_owned(),
        Wire::Either => format!("{name}, reads text too"),
        Wire::String => format!("{name} as text"),
    };
    match &ty.shape {
        Shape::Scalar(Scalar::String) => "string".to_owned(),
        Shape::Scalar(Scalar::Boolean(wire)) => wired("boolean", *wire),
        Shape::Scalar(Scalar::Integer(wire)) => wired("integer", *wire),
        Shape::Scalar(Scalar::Decimal(wire)) => wired("decimal", *wire),
        Shape::Scalar(Scalar::DateTime) => "datetime".to_owned(),
        Shape::Scalar(Scalar::Date) => "date".to_owned(),
        Shape::Scalar(Scalar::Url) => "url".to_owned(),
        Shape::Enum(id) => model.enumeration(*id).name.text.clone(),
        Shape::Object(id) => model.object(*id).name.text.clone(),
        Shape::List { .. } => "list".to_owned(),
        Shape::Map { .. } => "map".to_owned(),
        Shape::Json => "json".to_owned(),
    }
}

fn constraint(constraint: &Constraint) -> (String, Value) {
    let value = match constraint {
        Constraint::Const(value) => literal(value),
        Constraint::Enum(values) => Value::Array(values.iter().map(literal).collect()),
        Constraint::Pattern(pattern) => text(&pattern.text),
        Constraint::Format(format) => text(format.keyword()),
        Constraint::Minimum(bound)
        | Constraint::ExclusiveMinimum(bound)
        | Constraint::Maximum(bound)
        | Constraint::ExclusiveMaximum(bound)
        | Constraint::MultipleOf(bound) => number(bound),
        Constraint::MinLength(bound)
        | Constraint::MaxLength(bound)
        | Constraint::MinItems(bound)
        | Constraint::MaxItems(bound)
        | Constraint::MinProperties(bound)
        | Constraint::MaxProperties(bound) => {
            Value::Number(JsonNumber::from(i64::try_from(*bound).unwrap_or(i64::MAX)))
        }
        Constraint::UniqueItems => Value::Bool(true),
    };
    entry(constraint.keyword(), value)
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Text(value) => text(value),
        Literal::Integer(value) => Value::Number(JsonNumber::from(*value)),
        Literal::Decimal(value) => text(value.as_str()),
        Literal::Boolean(value) => Value::Bool(*value),
    }
}

fn number(number: &Number) -> Value {
    match number {
        Number::Integer(value) => Value::Number(JsonNumber::from(*value)),
        Number::Decimal(value) => text(value.as_str()),
    }
}

fn rule(model: &Model, rule: &Rule) -> Value {
    let mut entries = Entries::new();
    docs(&mut entries, &rule.docs);
    entries.extend(rule.condition.as_ref().map(|one| entry("when", condition(model, one))));
    let paths = |paths: &[FieldPath]| Value::Array(paths.iter().map(|one| path(model, one)).collect());
    let (keyword, value) = match &rule.consequence {
        Consequence::Require(fields) => ("require", paths(fields)),
        Consequence::Forbid(fields) => ("forbid", paths(fields)),
        Consequence::ExactlyOneOf(fields) => ("exactlyOneOf", paths(fields)),
        Consequence::AtLeastOneOf(fields) => ("atLeastOneOf", paths(fields)),
        Consequence::AtMostOneOf(fields) => ("atMostOneOf", paths(fields)),
        Consequence::RequireTogether(fields) => ("requireTogether", paths(fields)),
        Consequence::Compare { left, comparison, right } => {
            let sides =
                vec![entry("field", path(model, left)), entry(comparison.keyword(), path(model, right))];
            ("compare", Value::Object(sides))
        }
    };
    entries.push(entry(keyword, value));
    Value::Object(entries)
}

fn condition(model: &Model, one: &Condition) -> Value {
    let all = |list: &[Condition]| Value::Array(list.iter().map(|one| condition(model, one)).collect());
    Value::Object(match one {
        Condition::All(list) => vec![entry("all", all(list))],
        Condition::Any(list) => vec![entry("any", all(list))],
        Condition::Not(inner) => vec![entry("not", condition(model, inner))],
        Condition::Test { path: field, test } => {
            let (keyword, value) = match test {
                Test::In(values) => ("in", Value::Array(values.iter().map(literal).collect())),
                Test::Present(present) => ("present", Value::Bool(*present)),
                Test::Compare(comparison, value) => (comparison.keyword(), literal(value)),
            };
            vec![entry("field", path(model, field)), entry(keyword, value)]
        }
    })
}

fn path(model: &Model, path: &FieldPath) -> Value {
    let step = |step: &super::Step| {
        let field = model.object(step.object).fields.get(step.field);
        let name = field.map(|field| field.name.text.as_str()).unwrap_or_default();
        if step.each { format!("{name}[*]") } else { name.to_owned() }
    };
    text(&path.steps.iter().map(step).collect::<Vec<_>>().join("."))
}

/// What every item has beside its own entries: overrides of its name, and its documentation.
fn named(name: &Name, documentation: &Docs) -> Entries {
    let mut entries = Entries::new();
    for (key, part) in [("name", &name.word), ("rust", &name.rust), ("swift", &name.swift)] {
        entries.extend(part.as_ref().map(|part| entry(key, text(part))));
    }
    docs(&mut entries, documentation);
    entries
}

fn docs(entries: &mut Entries, docs: &Docs) {
    if !docs.text.is_empty() {
        entries.push(entry("doc", text(&docs.text)));
    }
    entries.extend(docs.source.as_ref().map(|source| entry("source", text(source))));
    if let Some(deprecation) = &docs.deprecated {
        let reason = deprecation.reason.as_ref().map_or(Value::Bool(true), |reason| text(reason));
        entries.push(entry("deprecated", reason));
    }
}

fn list(entries: &mut Entries, key: &str, values: &[Value]) {
    if !values.is_empty() {
        entries.push(entry(key, Value::Array(values.to_vec())));
    }
}

fn flag(entries: &mut Entries, key: &str, set: bool) {
    if set {
        entries.push(entry(key, Value::Bool(true)));
    }
}

fn entry(key: &str, value: Value) -> (String, Value) {
    (key.to_owned(), value)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn texts(texts: &[String]) -> Value {
    Value::Array(texts.iter().map(|one| text(one)).collect())
}

fn retry_word(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::Same => "same",
        Retry::New => "new",
    }
}
