//! Whole files: header, imports, items with a blank line between them, in one of two shapes.

use std::collections::BTreeSet;

use super::docs::{code_span, doc_lines, item_notes};
use super::enums::enum_items;
use super::names::Ident;
use super::operations::{operation_items, webhook_items};
use super::options::options_items;
use super::print::Lines;
use super::structs::{item_head, object_items};
use super::types::{field_adapter, value_type};
use super::{Context, RustOptions, RustShape};
use crate::files::{Files, header};
use crate::model::{ItemId, Module, ModuleId, ScalarId, Shape, TypeUse};

/// All files of a model whose names are picked.
pub(crate) fn files(context: &Context<'_>, options: &RustOptions) -> Files {
    let mut files = Files::default();
    match &options.shape {
        RustShape::Crate => {
            for (module, ident) in modules(context) {
                files.insert(format!("{ident}.rs"), module_file(context, module));
            }
            files.insert("lib.rs", crate_root(context));
        }
        RustShape::Include { file } => files.insert(file.clone(), included_file(context)),
    }
    files
}

/// The modules that have items, with their identifiers.
fn modules<'c>(context: &'c Context<'_>) -> impl Iterator<Item = (&'c Module, &'c Ident)> {
    context.model.modules.iter().zip(context.names.modules()).filter(|(module, _)| !module.items.is_empty())
}

fn module_file(context: &Context<'_>, module: &Module) -> String {
    let mut lines = Lines::default();
    lines.line(0, &format!("// {}", header(&module.path)));
    lines.line(0, SKIP_FORMAT);
    if has_deprecations(context) {
        lines.line(0, &format!("#!{ALLOW_DEPRECATED}"));
    }
    join_items(std::iter::once(lines.finish()).chain(module_items(context, module)))
}

fn crate_root(context: &Context<'_>) -> String {
    let api = &context.model.api;
    let mut lines = Lines::default();
    lines.line(0, &format!("// {}", header(&spec_path(context))));
    for line in doc_lines(&api.docs.text, &format!("The API `{}`.", api.name.text), &item_notes(&api.docs)) {
        lines.line(0, format!("//! {line}").trim_end());
    }
    lines.line(0, SKIP_FORMAT);
    lines.line(0, "#![forbid(unsafe_code)]");
    let declarations = modules(context).map(|(_, ident)| format!("mod {ident};\n")).collect();
    let exports = modules(context).map(|(_, ident)| format!("pub use {ident}::*;\n")).collect();
    join_items([lines.finish(), declarations, exports])
}

/// One file for `include!`, which takes no inner attributes: modules in braces.
fn included_file(context: &Context<'_>) -> String {
    let mut parts = vec![format!("// {}\n", header(&spec_path(context)))];
    for (module, ident) in modules(context) {
        let mut lines = Lines::default();
        lines.line(0, ALLOW_INCLUDED);
        lines.line(0, &format!("mod {ident} {{"));
        for line in join_items(module_items(context, module)).lines() {
            lines.line(usize::from(!line.is_empty()), line);
        }
        lines.line(0, "}");
        parts.push(lines.finish());
    }
    let export = |(_, ident): (_, &Ident)| format!("#[allow(unused_imports)]\npub use {ident}::*;\n");
    parts.push(modules(context).map(export).collect());
    join_items(parts)
}

/// Joins texts that end with a line break by a blank line; empty ones leave no trace.
fn join_items(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().filter(|item| !item.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The imports and the items of a module.
fn module_items(context: &Context<'_>, module: &Module) -> Vec<String> {
    let mut items = vec![imports(context, module)];
    for &item in &module.items {
        items.extend(match item {
            ItemId::Scalar(id) => vec![alias_text(context, id)],
            ItemId::Object(id) => object_items(context, id),
            ItemId::Enum(id) => enum_items(context, id),
            ItemId::Options(id) => options_items(context, id),
            ItemId::Operation(id) => operation_items(context, id),
            ItemId::Webhook(id) => webhook_items(context, id),
        });
    }
    items
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
fn imports(context: &Context<'_>, module: &Module) -> String {
    let mut used = BTreeSet::new();
    module.items.iter().for_each(|item| item_references(context, *item, &mut used));
    let here = module.items.first().map(|item| home_of(context, *item));
    let path = |item: &ItemId| {
        let home = home_of(context, *item);
        let ident = context.names.modules().get(home.0)?;
        (here != Some(home)).then(|| format!("use super::{ident}::{};\n", context.names.item(*item)))
    };
    let wire = module
        .items
        .iter()
        .any(|item| has_adapters(context, *item))
        .then(|| "use wirewright::wire;\n\n".to_owned());
    wire.into_iter().chain(used.iter().filter_map(path).collect::<BTreeSet<_>>()).collect()
}

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
fn home_of(context: &Context<'_>, item: ItemId) -> ModuleId {
    let model = context.model;
    match item {
        ItemId::Scalar(id) => model.scalar(id).module,
        ItemId::Object(id) => model.object(id).module,
        ItemId::Enum(id) => model.enumeration(id).module,
        ItemId::Options(id) => model.option_set(id).module,
        ItemId::Operation(id) => model.operation(id).module,
        ItemId::Webhook(id) => model.webhook(id).module,
    }
}

/// The items that an item's text names.
fn item_references(context: &Context<'_>, item: ItemId, used: &mut BTreeSet<ItemId>) {
    let model = context.model;
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
        (Some(scalar), _) => drop(used.insert(ItemId::Scalar(scalar))),
        (None, Shape::Enum(id)) => drop(used.insert(ItemId::Enum(*id))),
        (None, Shape::Object(id)) => drop(used.insert(ItemId::Object(*id))),
        (None, Shape::List { items: inner, .. } | Shape::Map { values: inner }) => {
            type_references(inner, used)
        }
        (None, Shape::Scalar(_) | Shape::Json) => {}
    }
}

/// The file that says `api:`, or the folder of all where that file declares nothing else.
fn spec_path(context: &Context<'_>) -> String {
    let model = context.model;
    let of_api = model.modules.iter().find(|module| module.span.file == model.api.name.span.file);
    match (of_api, model.modules.first()) {
        (Some(module), _) => module.path.clone(),
        (None, Some(module)) => module.path.rsplit_once('/').map_or(".", |(folder, _)| folder).to_owned(),
        (None, None) => model.api.name.text.clone(),
    }
}

/// Whether anything of the API is deprecated: its own text may name it without a warning.
fn has_deprecations(context: &Context<'_>) -> bool {
    let model = context.model;
    let items = model.scalars.iter().map(|item| &item.docs);
    let items = items
        .chain(model.objects.iter().map(|item| &item.docs))
        .chain(model.enums.iter().map(|item| &item.docs));
    let items = items.chain(model.options.iter().map(|item| &item.docs));
    let items = items.chain(model.operations.iter().map(|item| &item.docs));
    let items = items.chain(model.webhooks.iter().map(|item| &item.docs));
    let fields = model.objects.iter().flat_map(|object| &object.fields).map(|field| &field.docs);
    let values = model.enums.iter().flat_map(|enumeration| &enumeration.values).map(|value| &value.docs);
    let entries = model.options.iter().flat_map(|options| &options.entries).map(|entry| &entry.docs);
    items.chain(fields).chain(values).chain(entries).any(|docs| docs.deprecated.is_some())
}

const SKIP_FORMAT: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]";

const ALLOW_DEPRECATED: &str =
    "[allow(deprecated, reason = \"the API's own types name what it deprecates\")]";

const ALLOW_INCLUDED: &str =
    "#[allow(clippy::all, dead_code, deprecated, reason = \"generated, and included as a whole\")]";
