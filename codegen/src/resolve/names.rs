//! The names of all items, shared by all files.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EnumId, ItemId, ObjectId, OperationId, OptionsId, ScalarId, WebhookId};
use crate::source::{Span, Spanned};
use crate::syntax::spec::{Item, ItemKind, NameSpec, Spec};
use crate::syntax::table::suggest;
use crate::text::is_device;

/// Types that the language brings along.
pub const BUILT_IN: [&str; 8] =
    ["string", "boolean", "integer", "decimal", "datetime", "date", "url", "json"];

/// What people write from habit, and what it is called here.
const FOREIGN: [(&str, &str); 14] = [
    ("int", "integer"),
    ("int32", "integer"),
    ("int64", "integer"),
    ("long", "integer"),
    ("number", "decimal"),
    ("float", "decimal"),
    ("double", "decimal"),
    ("bool", "boolean"),
    ("text", "string"),
    ("timestamp", "datetime"),
    ("uri", "url"),
    ("any", "json"),
    ("array", "list<T>"),
    ("object", "map<T>"),
];

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An item.
    Item(ItemId),
    /// An item that was reported as broken; what refers to it says nothing more.
    Broken,
}

/// All names of a spec.
#[derive(Debug)]
pub struct Names {
    found: BTreeMap<String, (Found, Span)>,
    complete: bool,
}

impl Names {
    /// Gives every item its id, in the order of files and items.
    pub fn collect(spec: &Spec, complete: bool, diagnostics: &mut Diagnostics) -> Self {
        let mut names = Names { found: BTreeMap::new(), complete };
        let mut next = NextIds::default();
        for file in &spec.files {
            check_stem(&file.stem, file.span, diagnostics);
            for item in &file.items {
                names.add(item, &mut next, diagnostics);
            }
        }
        names
    }

    fn add(&mut self, item: &Item, next: &mut NextIds, diagnostics: &mut Diagnostics) {
        let name = &item.name;
        check_name(item, diagnostics);
        if let Some((_, first)) = self.found.get(&name.text.value) {
            let message = format!("the name `{}` is taken", name.text.value);
            let diagnostic =
                Diagnostic::new(Code::DuplicateName, message, name.text.span, "second item of this name");
            let help = "all files of a spec share their names: rename one of the two";
            diagnostics.push(diagnostic.also(*first, "first item of this name").help(help));
            return;
        }
        let found = next.take(&item.kind).map_or(Found::Broken, Found::Item);
        self.found.insert(name.text.value.clone(), (found, name.text.span));
    }

    /// The id of an item itself; `None` for broken items and for the second of two of the same name.
    pub fn own_id(&self, name: &NameSpec) -> Option<ItemId> {
        match self.found.get(&name.text.value) {
            Some((Found::Item(id), span)) if *span == name.text.span => Some(*id),
            _ => None,
        }
    }

    /// Looks a name up that is used as a type.
    pub fn look_up(&self, name: &str) -> Option<Found> {
        self.found.get(name).map(|(found, _)| *found)
    }

    /// The place where a name is declared.
    pub fn place(&self, name: &str) -> Option<Span> {
        self.found.get(name).map(|(_, span)| *span)
    }

    /// Reports a name that no item has, unless the file that has it may be the one that could not be read.
    pub fn unknown(&self, name: &Spanned<String>, what: &str, diagnostics: &mut Diagnostics) {
        if !self.complete {
            return;
        }
        let message = format!("there is no {what} `{}`", name.value);
        let diagnostic = Diagnostic::new(Code::UnknownName, message, name.span, "not declared in any file");
        let foreign = FOREIGN.iter().find(|(word, _)| word.eq_ignore_ascii_case(&name.value));
        diagnostics.push(match foreign {
            Some((_, ours)) => diagnostic.help(format!("the spec language calls it `{ours}`")),
            None => {
                let types = self.found.keys().map(String::as_str);
                suggest(diagnostic, &name.value, BUILT_IN.into_iter().chain(types))
            }
        });
    }
}

#[derive(Default)]
struct NextIds {
    scalars: usize,
    objects: usize,
    enums: usize,
    options: usize,
    operations: usize,
    webhooks: usize,
}

impl NextIds {
    fn take(&mut self, kind: &ItemKind) -> Option<ItemId> {
        fn next(counter: &mut usize) -> usize {
            let id = *counter;
            *counter += 1;
            id
        }
        Some(match kind {
            ItemKind::Broken => return None,
            ItemKind::Scalar(..) => ItemId::Scalar(ScalarId(next(&mut self.scalars))),
            ItemKind::Object(_) => ItemId::Object(ObjectId(next(&mut self.objects))),
            ItemKind::Enum(_) => ItemId::Enum(EnumId(next(&mut self.enums))),
            ItemKind::Options(_) => ItemId::Options(OptionsId(next(&mut self.options))),
            ItemKind::Operation(_) => ItemId::Operation(OperationId(next(&mut self.operations))),
            ItemKind::Webhook(_) => ItemId::Webhook(WebhookId(next(&mut self.webhooks))),
        })
    }
}

fn check_name(item: &Item, diagnostics: &mut Diagnostics) {
    match item.kind {
        ItemKind::Broken => {}
        ItemKind::Operation(_) | ItemKind::Webhook(_) => check_member_name(&item.name, diagnostics),
        _ => check_type_name(&item.name, "an item", diagnostics),
    }
    check_overrides(&item.name, diagnostics);
}

/// Names of types are identifiers in both languages as they stand.
pub fn check_type_name(name: &NameSpec, what: &str, diagnostics: &mut Diagnostics) {
    let text = &name.text.value;
    if is_word(text, |first| first.is_ascii_uppercase()) && !text.contains('_') {
        return;
    }
    let message = format!("`{}` can't name {what}", shown(text));
    let diagnostic = Diagnostic::new(Code::BadName, message, name.text.span, "not in upper camel case");
    diagnostics.push(
        diagnostic.help("use ASCII letters and digits, an upper-case letter first, like `PaymentMethod`"),
    );
}

fn check_member_name(name: &NameSpec, diagnostics: &mut Diagnostics) {
    let text = &name.text.value;
    if is_word(text, |first| first.is_ascii_alphabetic()) && !text.contains('_') {
        return;
    }
    let message = format!("`{}` can't name an operation or a webhook", shown(text));
    let diagnostic = Diagnostic::new(Code::BadName, message, name.text.span, "not in camel case");
    diagnostics
        .push(diagnostic.help("use ASCII letters and digits, a letter first, like `createPaymentSession`"));
}

/// Overrides are taken as they are, so they must be identifiers.
pub fn check_overrides(name: &NameSpec, diagnostics: &mut Diagnostics) {
    for part in [&name.rust, &name.swift, &name.word].into_iter().flatten() {
        if is_word(&part.value, |first| first.is_ascii_alphabetic()) {
            continue;
        }
        let message = format!("`{}` is not an identifier", shown(&part.value));
        let diagnostic = Diagnostic::new(Code::BadName, message, part.span, "not an identifier");
        diagnostics.push(diagnostic.help("use ASCII letters, digits and `_`, a letter first"));
    }
}

fn check_stem(stem: &str, span: Span, diagnostics: &mut Diagnostics) {
    let plain =
        stem.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || "-_".contains(char));
    if plain && stem.starts_with(|first: char| first.is_ascii_lowercase()) {
        if is_device(stem) {
            let message = format!("the file name `{stem}` is a device on Windows");
            let diagnostic = Diagnostic::about_file(Code::BadName, message, span.file);
            diagnostics.push(diagnostic.help("generated files are named after spec files: rename it"));
        }
        return;
    }
    let message = format!("the file name `{}` can't name a module", shown(stem));
    let diagnostic = Diagnostic::about_file(Code::BadName, message, span.file);
    let help = "generated files are named after spec files: use lower-case ASCII letters, digits, `-` and `_`, a letter first";
    diagnostics.push(diagnostic.help(help));
}

/// An ASCII word of letters, digits and `_`, with this first letter.
pub(super) fn is_word(text: &str, first: impl Fn(char) -> bool) -> bool {
    text.starts_with(first) && text.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

/// A text of the spec for a message: shortened, and without characters that disturb a terminal.
pub fn shown(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    short.chars().flat_map(char::escape_debug).collect()
}
