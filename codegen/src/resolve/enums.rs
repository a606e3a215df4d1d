//! Enums, result codes and event codes.

use super::names::{check_overrides, shown};
use super::{Resolver, docs, name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Category, EnumDef, EnumId, EnumKind, EnumValue, ItemId, ModuleId, Name};
use crate::source::Spanned;
use crate::syntax::spec::{EnumSpec, Item, ValueSpec};
use crate::syntax::table::suggest;

impl Resolver<'_> {
    pub(super) fn enumeration(&mut self, module: ModuleId, item: &Item, spec: &EnumSpec) {
        let Some(ItemId::Enum(_)) = self.names.own_id(&item.name) else { return };
        if spec.values.is_empty() {
            let message = format!("`{}` has no values", item.name.text.value);
            let diagnostic =
                Diagnostic::new(Code::EmptyEnum, message, item.name.text.span, "nothing to choose from");
            self.report(diagnostic.help("an enum needs at least one value; use `string` for free text"));
        }
        let categories = self.categories(&spec.categories);
        let values = spec.values.iter().map(|value| self.value(value, spec.kind, &categories)).collect();
        let name = name(&item.name);
        let docs = docs(&item.docs, item.place.clone());
        let open = spec.open;
        self.model.enums.push(EnumDef { name, docs, module, kind: spec.kind, open, categories, values });
    }

    fn categories(&mut self, words: &[Spanned<String>]) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for word in words {
            let lower = word.value.starts_with(|first: char| first.is_ascii_lowercase());
            if !lower || !word.value.chars().all(|char| char.is_ascii_alphanumeric()) {
                let message = format!("`{}` can't name a category", shown(&word.value));
                let diagnostic =
                    Diagnostic::new(Code::BadName, message, word.span, "not in lower camel case");
                self.report(diagnostic.help("use ASCII letters and digits, a lower-case letter first"));
            }
            if let Some(first) = categories.iter().find(|other| other.name.text == word.value) {
                let first = first.name.span;
                let diagnostic = Diagnostic::new(
                    Code::DuplicateValue,
                    "this category is listed twice",
                    word.span,
                    "again",
                );
                self.report(diagnostic.also(first, "first time"));
                continue;
            }
            let name =
                Name { text: word.value.clone(), word: None, rust: None, swift: None, span: word.span };
            categories.push(Category { name });
        }
        categories
    }

    fn value(&mut self, spec: &ValueSpec, kind: EnumKind, categories: &[Category]) -> EnumValue {
        check_overrides(&spec.name, self.diagnostics);
        let category = self.category(spec, kind, categories);
        EnumValue {
            name: name(&spec.name),
            docs: docs(&spec.docs, String::new()),
            category,
            action: spec.action.clone(),
            retry: spec.retry,
        }
    }

    fn category(&mut self, spec: &ValueSpec, kind: EnumKind, categories: &[Category]) -> Option<usize> {
        let words = categories.iter().map(|category| category.name.text.as_str());
        let Some(word) = &spec.category else {
            if kind == EnumKind::Events && !categories.is_empty() {
                let message = format!("the event code `{}` needs a category", shown(&spec.name.text.value));
                let span = spec.name.text.span;
                let diagnostic =
                    Diagnostic::new(Code::MissingKey, message, span, "`category` is missing here");
                let list = words.collect::<Vec<_>>().join(", ");
                self.report(diagnostic.help(format!("the categories are {list}")));
            }
            return None;
        };
        let index = words.clone().position(|text| text == word.value);
        if index.is_none() {
            let message = format!("there is no category `{}`", shown(&word.value));
            let diagnostic = Diagnostic::new(Code::UnknownWord, message, word.span, "not in `categories`");
            self.report(suggest(diagnostic, &word.value, words));
        }
        index
    }

    /// Index of the value with a text; reports a text that the enum does not list.
    pub(super) fn enum_value(&mut self, id: EnumId, text: &Spanned<String>) -> Option<usize> {
        let def = self.model.enums.get(id.0)?;
        let index = def.values.iter().position(|value| value.name.text == text.value);
        if index.is_none() {
            let message = format!("`{}` has no value `{}`", def.name.text, shown(&text.value));
            let diagnostic =
                Diagnostic::new(Code::UnknownValue, message, text.span, "not a value of this enum");
            let diagnostic = diagnostic.also(def.name.span, "the enum");
            let texts: Vec<String> = def.values.iter().map(|value| value.name.text.clone()).collect();
            self.report(suggest(diagnostic, &text.value, texts.iter().map(String::as_str)));
        }
        index
    }
}
