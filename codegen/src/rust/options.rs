//! Options of an SDK: a struct of optional typed values, to and from the SDK's dictionary of texts.

use super::Context;
use super::attrs::{entry_checks, is_camel_case, rename_argument};
use super::docs::{Notes, code_span, default_note, doc_lines, source_note};
use super::names::{ADDITIONAL, Ident};
use super::print::{Lines, literal};
use super::structs::{Accessor, accessor_text, deprecation, impl_text, item_head};
use super::types::value_type;
use crate::model::{ItemId, OptionEntry, OptionsDef, OptionsId};

/// The struct, its two conversions, and its accessors.
pub(crate) fn options_items(context: &Context<'_>, id: OptionsId) -> Vec<String> {
    let options = context.model.option_set(id);
    let ident = context.names.item(ItemId::Options(id));
    let idents = context.names.members(ItemId::Options(id));
    let accessor = |(entry, ident): (&OptionEntry, _)| Accessor::new(&entry.ty.shape, entry.fallback, ident);
    let accessors = options.entries.iter().zip(idents).filter_map(accessor);
    let accessors = accessors.map(|accessor| accessor_text(context, &accessor));
    let conversions =
        [to_dictionary_text(context, options, idents), from_dictionary_text(context, options, idents)];
    let methods = impl_text(ident, conversions.into_iter().chain(accessors));
    [Some(struct_text(context, options, ident, idents)), methods].into_iter().flatten().collect()
}

fn struct_text(context: &Context<'_>, options: &OptionsDef, ident: &Ident, idents: &[Ident]) -> String {
    let renames_all =
        options.entries.iter().zip(idents).any(|(entry, ident)| is_camel_case(ident, &entry.name.text));
    let mut lines = Lines::default();
    item_head(&mut lines, &options.docs, &format!("The options {}.", code_span(&options.name.text)));
    lines.line(0, "#[derive(Clone, Debug, PartialEq, wirewright::Construct, wirewright::Validate)]");
    if renames_all {
        lines.line(0, "#[serde(rename_all = \"camelCase\")]");
    }
    lines.line(0, "#[non_exhaustive]");
    lines.line(0, &format!("pub struct {ident} {{"));
    for (entry, ident) in options.entries.iter().zip(idents) {
        entry_lines(context, &mut lines, options, entry, ident, renames_all);
    }
    lines.line(1, "/// Entries that this version does not know, or whose text is no value of their type.");
    lines.line(1, "#[serde(flatten)]");
    lines.line(1, &format!("pub {ADDITIONAL}: {},", dictionary_type(context)));
    lines.line(0, "}");
    lines.finish()
}

fn entry_lines(
    context: &Context<'_>,
    lines: &mut Lines,
    options: &OptionsDef,
    entry: &OptionEntry,
    ident: &Ident,
    renames_all: bool,
) {
    let dictionary = options.dictionary.as_ref().filter(|_| entry.in_dictionary);
    let dictionary = dictionary.map(|name| format!("An entry of {}.", code_span(name)));
    let notes = Notes {
        advice: entry.default.as_ref().and_then(default_note).into_iter().collect(),
        origin: dictionary.into_iter().chain(source_note(&entry.docs)).collect(),
    };
    let otherwise = format!("The option {}.", code_span(&entry.name.text));
    lines.docs(1, &doc_lines(&entry.docs.text, &otherwise, &notes));
    deprecation(lines, 1, &entry.docs);
    let rename = rename_argument(ident, &entry.name.text, renames_all);
    lines.attribute(1, "serde", rename.unwrap_or_default());
    lines.attribute(1, "validate", entry_checks(context, &entry.ty));
    lines.line(1, &format!("pub {ident}: {}<{}>,", context.prelude.option, value_type(context, &entry.ty)));
}

fn to_dictionary_text(context: &Context<'_>, options: &OptionsDef, idents: &[Ident]) -> String {
    let name = options.dictionary.as_ref().map(|name| format!(" {}", code_span(name))).unwrap_or_default();
    let mut lines = Lines::default();
    lines.line(1, &format!("/// The dictionary{name} that the SDK takes: [`Self::{ADDITIONAL}`], and each option that is set."));
    lines.line(1, &format!("pub fn to_dictionary(&self) -> {} {{", dictionary_type(context)));
    if !options.entries.iter().any(|entry| entry.in_dictionary) {
        lines.line(2, &format!("self.{ADDITIONAL}.clone()"));
        lines.line(1, "}");
        return lines.finish();
    }
    lines.line(2, &format!("let mut dictionary = self.{ADDITIONAL}.clone();"));
    for (entry, ident) in options.entries.iter().zip(idents).filter(|(entry, _)| entry.in_dictionary) {
        let key = literal(&entry.name.text);
        lines.line(2, &format!("wirewright::options::insert(&mut dictionary, {key}, &self.{ident});"));
    }
    lines.line(2, "dictionary");
    lines.line(1, "}");
    lines.finish()
}

fn from_dictionary_text(context: &Context<'_>, options: &OptionsDef, idents: &[Ident]) -> String {
    let mut lines = Lines::default();
    let mutable = if options.entries.iter().any(|entry| entry.in_dictionary) { "mut " } else { "" };
    let dictionary = dictionary_type(context);
    let docs = format!(
        "/// Reads a dictionary. A text that is no value of its option stays in [`Self::{ADDITIONAL}`]."
    );
    lines.line(1, &docs);
    lines.line(1, &format!("pub fn from_dictionary({mutable}dictionary: {dictionary}) -> Self {{"));
    lines.line(2, "Self {");
    for (entry, ident) in options.entries.iter().zip(idents) {
        let value = match entry.in_dictionary {
            true => format!("wirewright::options::take(&mut dictionary, {})", literal(&entry.name.text)),
            false => context.prelude.none.to_owned(),
        };
        lines.line(3, &format!("{ident}: {value},"));
    }
    lines.line(3, &format!("{ADDITIONAL}: dictionary,"));
    lines.line(2, "}");
    lines.line(1, "}");
    lines.finish()
}

fn dictionary_type(context: &Context<'_>) -> String {
    let string = context.prelude.string;
    format!("std::collections::BTreeMap<{string}, {string}>")
}
