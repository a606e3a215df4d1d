//! The inside of a module: what it imports, then its items.

use std::collections::BTreeSet;

use super::docs::code_span;
use super::enums::enum_items;
use super::names::Names;
use super::operations::{operation_items, webhook_items};
use super::options::options_items;
use super::print::Lines;
use super::structs::{item_head, object_items};
use super::types::{field_adapter, value_type};
use super::{Context, Prelude};
use crate::model::{ItemId, Model, Module, ModuleId, ScalarId, Shape, TypeUse};

/// The imports of a module and its items, a text each.
pub(crate) fn module_items(model: &Model, names: &Names, module: &Module) -> Vec<String> {
    let mut scope: BTreeSet<ItemId> = module.items.iter().copied().collect();
    module.items.iter().for_each(|item| item_references(model, *item, &mut scope));
    let has = |name: &str, kind: fn(&ItemId) -> bool| {
        scope.iter().filter(|item| kind(item)).any(|item| names.item(*item).plain() == name)
    };
    let prelude = Prelude::beside(|name| has(name, |_| true), |name| has(name, is_unit));
    let context = Context { model, names, prelude };
    let mut items = vec![imports(&context, module, &scope)];
    items.extend(module.items.iter().flat_map(|item| item_texts(&context, *item)));
    items
}

/// Unit structs are values besides being types.
fn is_unit(item: &ItemId) -> bool {
    matches!(item, ItemId::Operation(_) | ItemId::Webhook(_))
}

fn item_texts(context: &Context<'_>, item: ItemId) -> Vec<String> {
    match item {
        ItemId::Scalar(id) => vec![alias_text(context, id)],
        ItemId::Object(id) => object_items(context, id),
        ItemId::Enum(id) => enum_items(context, id),
        ItemId::Options(id) => options_items(context, id),
        ItemId::Operation(id) => operation_items(context, id),
        ItemId::Webhook(id) => webhook_items(context, id),
    }
}

fn alias_text(context: &Context<'_>, id: ScalarId) -> String {
    let scalar = context.model.scalar(id);
    let mut lines = Lines::default();
    item_head(&mut lines, &scalar.docs, &format!("The scalar {}.", code_span(&scalar.name.text)));
    let ident = context.names.item(ItemId::Scalar(id));
    lines.line(0, &format!("pub type {ident} = {};", value_type(context, &scalar.ty)));
    lines.finish()
}

/// One `use` per item of another module, so that a new one adds a line and changes none.
fn imports(context: &Context<'_>, module: &Module, scope: &BTreeSet<ItemId>) -> String {
    let here = module.items.first().map(|item| home_of(context.model, *item));
    let path = |item: &ItemId| {
        let home = home_of(context.model, *item);
        let ident = context.names.modules().get(home.0)?;
        (here != Some(home)).then(|| format!("use super::{ident}::{};\n", context.names.item(*item)))
    };
    let paths: BTreeSet<String> = scope.iter().filter_map(path).collect();
    let has_adapters = module.items.iter().any(|item| has_adapters(context, *item));
    let wire = has_adapters.then(|| if paths.is_empty() { WIRE.to_owned() } else { format!("{WIRE}\n") });
    wire.into_iter().chain(paths).collect()
}

const WIRE: &str = "use wirewright::wire;\n";

/// Whether a field of an item needs an adapter.
fn has_adapters(context: &Context<'_>, item: ItemId) -> bool {
    match item {
        ItemId::Object(id) => {
            context.model.object(id).fields.iter().any(|field| field_adapter(context, field).is_some())
        }
        ItemId::Scalar(_)
        | ItemId::Enum(_)
        | ItemId::Options(_)
        | ItemId::Operation(_)
        | ItemId::Webhook(_) => false,
    }
}

/// The module that an item stands in.
fn home_of(model: &Model, item: ItemId) -> ModuleId {
    match item {
        ItemId::Scalar(id) => model.scalar(id).module,
        ItemId::Object(id) => model.object(id).module,
        ItemId::Enum(id) => model.enumeration(id).module,
        ItemId::Options(id) => model.option_set(id).module,
        ItemId::Operation(id) => model.operation(id).module,
        ItemId::Webhook(id) => model.webhook(id).module,
    }
}

/// Adds the items that an item's text names.
fn item_references(model: &Model, item: ItemId, used: &mut BTreeSet<ItemId>) {
    match item {
        ItemId::Scalar(_) | ItemId::Enum(_) => {}
        ItemId::Object(id) => {
            model.object(id).fields.iter().for_each(|field| type_references(&field.ty, used))
        }
        ItemId::Options(id) => {
            model.option_set(id).entries.iter().for_each(|entry| type_references(&entry.ty, used))
        }
        ItemId::Operation(id) => {
            let operation = model.operation(id);
            used.extend([ItemId::Object(operation.request), ItemId::Object(operation.response)]);
            used.extend(operation.codes.iter().map(|(id, _)| ItemId::Enum(*id)));
        }
        ItemId::Webhook(id) => {
            let webhook = model.webhook(id);
            used.extend(
                [Some(webhook.payload), webhook.acknowledgement].into_iter().flatten().map(ItemId::Object),
            );
        }
    }
}

fn type_references(ty: &TypeUse, used: &mut BTreeSet<ItemId>) {
    match (ty.scalar, &ty.shape) {
        (Some(scalar), _) => used.extend([ItemId::Scalar(scalar)]),
        (None, Shape::Enum(id)) => used.extend([ItemId::Enum(*id)]),
        (None, Shape::Object(id)) => used.extend([ItemId::Object(*id)]),
        (None, Shape::List { items: inner, .. } | Shape::Map { values: inner }) => {
            type_references(inner, used)
        }
        (None, Shape::Scalar(_) | Shape::Json) => {}
    }
}
