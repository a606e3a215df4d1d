//! Object types: a struct with its serde and validation attributes.

use quote::quote;

use super::Context;
use super::attrs::{field_checks, is_camel_case, rule_arguments, serde_arguments};
use super::docs::{code_span, doc_lines, field_notes, item_notes};
use super::names::{ADDITIONAL, Ident, fallback_ident};
use super::print::Lines;
use super::types::field_type;
use crate::model::{
    Deprecation, Docs, EnumId, Field, ItemId, ObjectDef, ObjectId, Required, Shape, UnknownFields,
};

/// The struct of an object, and the `impl` of its accessors where it has some.
pub(crate) fn object_items(context: &Context<'_>, id: ObjectId) -> Vec<String> {
    let object = context.model.object(id);
    let ident = context.names.item(ItemId::Object(id));
    let idents = context.names.members(ItemId::Object(id));
    let accessors =
        object.fields.iter().zip(idents).filter_map(|(field, ident)| Accessor::of_field(field, ident));
    let accessors = accessors.map(|accessor| accessor_text(context, &accessor));
    [Some(struct_text(context, object, ident, idents)), impl_text(ident, accessors)]
        .into_iter()
        .flatten()
        .collect()
}

fn struct_text(context: &Context<'_>, object: &ObjectDef, ident: &Ident, idents: &[Ident]) -> String {
    let renames_all =
        object.fields.iter().zip(idents).any(|(field, ident)| is_camel_case(ident, &field.name.text));
    let is_sensitive = object.fields.iter().any(|field| field.sensitive);
    let mut lines = Lines::default();
    item_head(&mut lines, &object.docs, &format!("The type {}.", code_span(&object.name.text)));
    let debug = if is_sensitive { "" } else { "Debug, " };
    lines.line(0, &format!("#[derive(Clone, {debug}PartialEq, serde::Serialize)]"));
    let redact = if is_sensitive { "wirewright::Redact, " } else { "" };
    lines.line(
        0,
        &format!("#[derive(wirewright::Construct, wirewright::FromJson, {redact}wirewright::Validate)]"),
    );
    if renames_all {
        lines.line(0, "#[serde(rename_all = \"camelCase\")]");
    }
    for rule in &object.rules {
        lines.attribute(0, "validate", rule_arguments(context, rule));
    }
    lines.line(0, "#[non_exhaustive]");
    if object.fields.is_empty() && object.unknown_fields == UnknownFields::Ignore {
        lines.line(0, &format!("pub struct {ident} {{}}"));
        return lines.finish();
    }
    lines.line(0, &format!("pub struct {ident} {{"));
    for (field, ident) in object.fields.iter().zip(idents) {
        field_lines(context, &mut lines, field, ident, renames_all);
    }
    if object.unknown_fields == UnknownFields::Keep {
        lines.line(1, "/// Fields that this version does not know, written back as they were read.");
        lines.line(1, "#[serde(flatten)]");
        let string = context.prelude.string;
        lines.line(1, &format!("pub {ADDITIONAL}: std::collections::BTreeMap<{string}, serde_json::Value>,"));
    }
    lines.line(0, "}");
    lines.finish()
}

fn field_lines(context: &Context<'_>, lines: &mut Lines, field: &Field, ident: &Ident, renames_all: bool) {
    let otherwise = format!("The field {}.", code_span(&field.name.text));
    lines.docs(1, &doc_lines(&field.docs.text, &otherwise, &field_notes(field)));
    deprecation(lines, 1, &field.docs);
    lines.attribute(1, "serde", serde_arguments(context, field, ident, renames_all));
    lines.attribute(1, "validate", field_checks(context, field));
    if field.sensitive {
        lines.line(1, "#[redact]");
    }
    lines.line(1, &format!("pub {ident}: {},", field_type(context, field)));
}

/// The doc comment of an item with its place in the spec, and its deprecation; `otherwise` is said where the spec says
/// nothing.
pub(crate) fn item_head(lines: &mut Lines, docs: &Docs, otherwise: &str) {
    lines.docs(0, &doc_lines(&docs.text, otherwise, &item_notes(docs)));
    deprecation(lines, 0, docs);
}

/// `#[deprecated]`, with the reason where there is one.
pub(crate) fn deprecation(lines: &mut Lines, level: usize, docs: &Docs) {
    match &docs.deprecated {
        Some(Deprecation { reason: Some(reason) }) => {
            lines.attribute(level, "deprecated", quote!(note = #reason))
        }
        Some(Deprecation { reason: None }) => lines.line(level, "#[deprecated]"),
        None => {}
    }
}

/// A method that reads an enum with its fallback.
pub(crate) struct Accessor<'m> {
    field: &'m Ident,
    enumeration: EnumId,
    fallback: usize,
    optional: bool,
    nullable: bool,
}

impl<'m> Accessor<'m> {
    fn of_field(field: &Field, ident: &'m Ident) -> Option<Accessor<'m>> {
        let optional = field.required != Required::Yes;
        Accessor::new(&field.ty.shape, field.fallback, ident).map(|accessor| Accessor {
            optional,
            nullable: field.nullable,
            ..accessor
        })
    }

    /// The accessor of a field that is an optional enum with a fallback.
    pub(crate) fn new(shape: &Shape, fallback: Option<usize>, field: &'m Ident) -> Option<Accessor<'m>> {
        match (shape, fallback) {
            (Shape::Enum(enumeration), Some(fallback)) => {
                Some(Accessor { field, enumeration: *enumeration, fallback, optional: true, nullable: false })
            }
            _ => None,
        }
    }

    /// What matches the value where it is there.
    fn pattern(&self, context: &Context<'_>, value: &str) -> String {
        let inner =
            if self.nullable { format!("wirewright::Nullable::Value({value})") } else { value.to_owned() };
        if self.optional { format!("{}({inner})", context.prelude.some) } else { inner }
    }
}

/// An `impl` with these methods, a blank line between them; `None` where there is none.
pub(crate) fn impl_text(ident: &Ident, methods: impl IntoIterator<Item = String>) -> Option<String> {
    let methods: Vec<String> = methods.into_iter().collect();
    (!methods.is_empty()).then(|| format!("impl {ident} {{\n{}}}\n", methods.join("\n")))
}

/// The method of an accessor.
pub(crate) fn accessor_text(context: &Context<'_>, accessor: &Accessor<'_>) -> String {
    let mut lines = Lines::default();
    let enumeration = context.names.item(ItemId::Enum(accessor.enumeration));
    let variant = context.names.member(ItemId::Enum(accessor.enumeration), accessor.fallback);
    let field = accessor.field;
    let known = format!("{enumeration}::{variant}");
    let maybe_absent = accessor.optional || accessor.nullable;
    let (some, option) = (context.prelude.some, context.prelude.option);
    let result = if maybe_absent { format!("{option}<&{enumeration}>") } else { format!("&{enumeration}") };
    let wrap = |value: &str| if maybe_absent { format!("{some}({value})") } else { value.to_owned() };
    lines
        .line(1, &format!("/// `{field}`, with [`{known}`] in the place of a value that is not recognized."));
    lines.line(1, &format!("pub fn {}(&self) -> {result} {{", fallback_ident(field)));
    lines.line(2, &format!("match &self.{field} {{"));
    let value = accessor.pattern(context, "value");
    lines.line(3, &format!("{value} if wirewright::OpenEnum::is_recognized(value) => {},", wrap("value")));
    lines.line(3, &format!("{} => {},", accessor.pattern(context, "_"), wrap(&format!("&{known}"))));
    if maybe_absent {
        lines.line(3, &format!("_ => {},", context.prelude.none));
    }
    lines.line(2, "}");
    lines.line(1, "}");
    lines.finish()
}
