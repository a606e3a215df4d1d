//! Enums, result codes and event codes: open enums whose catch-all keeps the text.

use quote::ToTokens;
use wirewright_macros_core::attr;

use super::Context;
use super::docs::{Notes, code_span, doc_lines, item_notes, sentence, source_note};
use super::names::{Ident, UNRECOGNIZED};
use super::print::Lines;
use super::structs::{deprecation, item_head};
use crate::model::{EnumDef, EnumId, EnumKind, EnumValue, ItemId, Retry};

/// The enum, and the enum of its categories where it has some.
pub(crate) fn enum_items(context: &Context<'_>, id: EnumId) -> Vec<String> {
    let enumeration = context.model.enumeration(id);
    let ident = context.names.item(ItemId::Enum(id));
    let mut items = vec![enum_text(context, id, enumeration, ident)];
    if let Some((category, variants)) = context.names.categories(id) {
        items.push(category_text(enumeration, ident, category, variants));
    }
    items
}

fn enum_text(context: &Context<'_>, id: EnumId, enumeration: &EnumDef, ident: &Ident) -> String {
    let categories = context.names.categories(id);
    let container = attr::OpenEnumContainer {
        closed: !enumeration.open,
        category: categories.map(|(category, _)| std::iter::once(category.token()).collect()),
        krate: None,
    };
    let mut lines = Lines::default();
    let otherwise = match enumeration.kind {
        EnumKind::Enum => format!("The values of {}.", code_span(&enumeration.name.text)),
        EnumKind::Codes => "Result codes, with what to do about them.".to_owned(),
        EnumKind::Events => "Event codes, with what to do about them.".to_owned(),
    };
    item_head(&mut lines, &enumeration.docs, &otherwise);
    lines.line(0, "#[derive(Clone, Debug, PartialEq, Eq, Hash, wirewright::OpenEnum)]");
    lines.attribute(0, "open_enum", container.to_token_stream());
    if enumeration.open {
        lines.line(0, "#[non_exhaustive]");
    }
    lines.line(0, &format!("pub enum {ident} {{"));
    for (value, variant) in enumeration.values.iter().zip(context.names.members(ItemId::Enum(id))) {
        variant_lines(&mut lines, enumeration, value, variant, categories);
    }
    lines.line(1, &format!("/// {}", unrecognized_doc(enumeration)));
    lines.line(1, "#[open_enum(unrecognized)]");
    lines.line(1, &format!("{UNRECOGNIZED}(wirewright::Unrecognized<Self>),"));
    lines.line(0, "}");
    lines.finish()
}

fn variant_lines(
    lines: &mut Lines,
    enumeration: &EnumDef,
    value: &EnumValue,
    variant: &Ident,
    categories: Option<&(Ident, Vec<Ident>)>,
) {
    let category = value.category.and_then(|index| {
        let (category, variants) = categories?;
        Some([category.token(), variants.get(index)?.token()].into_iter().collect())
    });
    let attribute = attr::KnownVariant {
        text: value.name.text.clone(),
        category,
        action: value.action.clone(),
        retry: value.retry.map(retry_attr),
        ..attr::KnownVariant::default()
    };
    let otherwise = format!("{} on the wire.", code_span(&value.name.text));
    lines.docs(1, &doc_lines(&value.docs.text, &otherwise, &variant_notes(enumeration, value)));
    deprecation(lines, 1, &value.docs);
    lines.attribute(1, "open_enum", attr::OpenEnumVariant::Known(attribute).to_token_stream());
    lines.line(1, &format!("{variant},"));
}

/// What the methods `category`, `action` and `retry` say, for who reads the documentation.
fn variant_notes(enumeration: &EnumDef, value: &EnumValue) -> Notes {
    let category = value.category.and_then(|index| enumeration.categories.get(index));
    let category = category.map(|category| format!("Category: {}.", code_span(&category.name.text)));
    let action = value.action.as_ref().map(|action| format!("What to do: {}", sentence(action)));
    let retry = value.retry.map(|retry| retry_doc(retry).to_owned());
    Notes {
        advice: action.into_iter().chain(retry).collect(),
        origin: category.into_iter().chain(source_note(&value.docs)).collect(),
    }
}

fn retry_attr(retry: Retry) -> attr::Retry {
    match retry {
        Retry::Never => attr::Retry::Never,
        Retry::Same => attr::Retry::Same,
        Retry::New => attr::Retry::New,
    }
}

fn retry_doc(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "Repeating the call ends the same way.",
        Retry::Same => "The same call may be repeated.",
        Retry::New => "A new call may be made, with a new idempotency key.",
    }
}

fn unrecognized_doc(enumeration: &EnumDef) -> &'static str {
    match (enumeration.open, enumeration.kind) {
        (true, EnumKind::Enum) => "A value that this version does not know, with its text.",
        (true, EnumKind::Codes | EnumKind::Events) => {
            "A code that this version does not know, with its text."
        }
        (false, _) => "A value outside the list, with its text. Reading keeps it, validation reports it.",
    }
}

fn category_text(enumeration: &EnumDef, ident: &Ident, category: &Ident, variants: &[Ident]) -> String {
    let mut lines = Lines::default();
    lines.docs(0, &doc_lines("", &format!("The categories of [`{ident}`]."), &item_notes(&enumeration.docs)));
    lines.line(0, "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]");
    lines.line(0, "#[non_exhaustive]");
    lines.line(0, &format!("pub enum {category} {{"));
    for (one, variant) in enumeration.categories.iter().zip(variants) {
        lines.line(1, &format!("/// The category {}.", code_span(&one.name.text)));
        lines.line(1, &format!("{variant},"));
    }
    lines.line(0, "}");
    lines.finish()
}
