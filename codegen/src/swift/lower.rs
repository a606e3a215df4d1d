//! Model -> Swift nodes, one file per kind of item. Names are picked, nothing can fail any more.

mod checks;
mod coding;
mod enums;
mod options;
mod patterns;
mod rules;
mod services;
mod structs;
mod types;
mod value;

use super::ast::{Item, SwiftFile};
use super::docs::{doc_lines, item_notes};
use super::facts::Facts;
use super::names::Names;
use crate::model::{Docs, ItemId, Model, Module, Name, ScalarId};
use patterns::Patterns;

/// What the functions of the lowering share.
pub(crate) struct Context<'m> {
    /// The model.
    pub(crate) model: &'m Model,
    /// Its identifiers.
    pub(crate) names: Names,
    /// Facts about its objects.
    pub(crate) facts: Facts,
}

/// Lowers what one spec file declares.
pub(crate) fn lower_module(context: &Context<'_>, module: &Module) -> SwiftFile {
    let mut patterns = Patterns::new(context);
    let mut items = Vec::new();
    for &item in &module.items {
        match item {
            ItemId::Scalar(id) => items.push(alias(context, id)),
            ItemId::Object(id) => items.extend(structs::lower_object(context, id, &mut patterns)),
            ItemId::Enum(id) => items.extend(enums::lower_enum(context, id)),
            ItemId::Options(id) => items.extend(options::lower_options(context, id, &mut patterns)),
            ItemId::Operation(id) => items.push(services::lower_operation(context, id)),
            ItemId::Webhook(id) => items.push(services::lower_webhook(context, id)),
        }
    }
    items.extend(patterns.lower());
    SwiftFile { items }
}

fn alias(context: &Context<'_>, id: ScalarId) -> Item {
    let scalar = context.model.scalar(id);
    let name = context.names.item(ItemId::Scalar(id));
    let line = format!("public typealias {name} = {}", types::shape_type(context, &scalar.ty.shape));
    Item::Alias { docs: item_docs(&scalar.docs, &scalar.name), line }
}

/// The documentation of an item that stands at the top of a file.
fn item_docs(docs: &Docs, name: &Name) -> Vec<String> {
    doc_lines(docs, &format!("`{}`.", name.text), item_notes(docs))
}
