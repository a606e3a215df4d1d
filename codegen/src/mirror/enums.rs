//! Enums of texts: open ones by `OpenEnum`, closed ones by serde.

use syn::ext::IdentExt;
use syn::spanned::Spanned as _;
use wirewright_macros_core::attr::{KnownVariant, OpenEnumContainer, OpenEnumVariant, Retry, SwiftName};
use wirewright_macros_core::serde::{Container, Variant};

use super::declared::Marked;
use super::{Mirror, docs};
use crate::diagnostic::Code;
use crate::model::{self, EnumKind};
use crate::source::Spanned;
use crate::syntax::spec::{EnumSpec, Item, ItemKind, NameSpec, ValueSpec};

impl Mirror<'_> {
    pub(super) fn enumeration(&mut self, marked: &Marked, data: &syn::DataEnum) -> Option<Item> {
        self.generics(marked);
        self.conditions(marked, &marked.item.attrs);
        let spec = match marked.derives("OpenEnum") {
            true => self.open_enum(marked, data),
            false => self.serde_enum(marked, data)?,
        };
        Some(self.item_of(marked, ItemKind::Enum(spec)))
    }

    /// An item with its name and documentation.
    pub(super) fn item_of(&mut self, marked: &Marked, kind: ItemKind) -> Item {
        let name =
            self.name(marked, &marked.item.attrs, marked.item.ident.to_string(), marked.item.ident.span());
        let docs = docs(&marked.item.attrs, marked.place);
        Item { name, docs, place: String::new(), kind }
    }

    /// A name and what `#[swift(name = "…")]` makes of it.
    pub(super) fn name(
        &mut self,
        marked: &Marked,
        attributes: &[syn::Attribute],
        text: String,
        place: proc_macro2::Span,
    ) -> NameSpec {
        let (swift, error) = SwiftName::read(attributes);
        self.malformed(marked.place, Code::MirrorAttribute, error);
        let swift = swift.map(|swift| marked.place.spanned(swift.name, swift.place.0));
        NameSpec { text: marked.place.spanned(text, place), word: None, rust: None, swift }
    }

    fn open_enum(&mut self, marked: &Marked, data: &syn::DataEnum) -> EnumSpec {
        let (container, error) = OpenEnumContainer::read(&marked.item.attrs);
        self.malformed(marked.place, Code::MirrorAttribute, error);
        let mut values = Vec::new();
        let mut categories: Vec<Spanned<String>> = Vec::new();
        let mut is_code = false;
        for variant in &data.variants {
            self.conditions(marked, &variant.attrs);
            let (read, error) = OpenEnumVariant::read(&variant.attrs);
            self.malformed(marked.place, Code::MirrorAttribute, error);
            let Some(OpenEnumVariant::Known(known)) = read else { continue };
            is_code |= known.action.is_some() || known.retry.is_some();
            let category = category(marked, &known);
            if let Some(category) = category.as_ref().filter(|category| !has(&categories, category)) {
                categories.push(category.clone());
            }
            let place = known.place.0;
            let mut value = self.value(marked, variant, known.text, place);
            value.category = category;
            value.action = known.action;
            value.retry = known.retry.map(retry);
            values.push(value);
        }
        let kind = match (categories.is_empty(), is_code) {
            (false, _) => EnumKind::Events,
            (true, true) => EnumKind::Codes,
            (true, false) => EnumKind::Enum,
        };
        self.if_empty(marked, &values);
        EnumSpec { kind, open: !container.closed, categories, values }
    }

    /// An enum without content, as serde writes it: texts, and no others.
    fn serde_enum(&mut self, marked: &Marked, data: &syn::DataEnum) -> Option<EnumSpec> {
        if let Some(variant) =
            data.variants.iter().find(|variant| !matches!(variant.fields, syn::Fields::Unit))
        {
            let help = "tagged unions are not part of the language yet: use a struct with a `kind` and optional fields, and rules";
            self.shape(marked, variant.fields.span(), "an enum with content has no twin in Swift", help);
            return None;
        }
        self.needs_serde(marked);
        let container = Container::read(&marked.item.attrs);
        self.malformed(marked.place, Code::MirrorSerde, container.malformed.clone());
        self.other_words(marked.place, &container.others);
        let shaped = container.tag.as_ref().map(|tag| (tag.span(), "tag"));
        let shaped = shaped.or_else(|| container.content.as_ref().map(|content| (content.span(), "content")));
        if let Some((span, word)) = shaped.or_else(|| container.untagged.map(|span| (span, "untagged"))) {
            let help = "an enum of texts is written as serde does by itself";
            self.serde(
                marked.place,
                span,
                format!("`{word}` on an enum of texts can't be mirrored in Swift"),
                help,
            );
        }
        let mut values = Vec::new();
        for variant in &data.variants {
            self.conditions(marked, &variant.attrs);
            let read = Variant::read(&variant.attrs);
            self.malformed(marked.place, Code::MirrorSerde, read.malformed.clone());
            if read.is_skipped() {
                continue;
            }
            self.variant_attributes(marked, &read);
            let name = container.variant_name(&read, &variant.ident);
            if name.serialize != name.deserialize {
                let message =
                    "a value that is read by another name than it is written can't be mirrored in Swift";
                self.serde(marked.place, variant.ident.span(), message, "use one name for both");
            }
            values.push(self.value(marked, variant, name.serialize, variant.ident.span()));
        }
        self.if_empty(marked, &values);
        Some(EnumSpec { kind: EnumKind::Enum, open: false, categories: Vec::new(), values })
    }

    fn variant_attributes(&mut self, marked: &Marked, read: &Variant) {
        self.other_words(marked.place, &read.others);
        if let Some(alias) = read.aliases.first() {
            let message = "`alias` of a value can't be mirrored in Swift";
            self.serde(marked.place, alias.span(), message, "an `OpenEnum` keeps any text: derive that");
        }
        let one_way =
            [(read.skip_serializing, "skip_serializing"), (read.skip_deserializing, "skip_deserializing")];
        let others = [(read.other, "other"), (read.untagged, "untagged")];
        for (span, word) in one_way.into_iter().chain(others) {
            if let Some(span) = span {
                let help = "an `OpenEnum` keeps any text: derive that, or leave this out";
                self.serde(
                    marked.place,
                    span,
                    format!("`{word}` on a value can't be mirrored in Swift"),
                    help,
                );
            }
        }
    }

    /// A value, called in Swift as its variant is in Rust.
    fn value(
        &mut self,
        marked: &Marked,
        variant: &syn::Variant,
        text: String,
        place: proc_macro2::Span,
    ) -> ValueSpec {
        let mut name = self.name(marked, &variant.attrs, text, place);
        name.word = Some(marked.place.spanned(variant.ident.unraw().to_string(), variant.ident.span()));
        let docs = docs(&variant.attrs, marked.place);
        ValueSpec { name, docs, category: None, action: None, retry: None }
    }

    fn if_empty(&mut self, marked: &Marked, values: &[ValueSpec]) {
        if values.is_empty() {
            let place = marked.item.ident.span();
            self.shape(
                marked,
                place,
                "an enum without values has no twin in Swift",
                "give it a value, or use `String`",
            );
        }
    }
}

/// `Category::Status` as `status`.
fn category(marked: &Marked, known: &KnownVariant) -> Option<Spanned<String>> {
    let last = known.category.as_ref()?.segments.last()?;
    let word = wirewright_macros_core::rename::camel_case(&heck::ToSnakeCase::to_snake_case(
        last.unraw().to_string().as_str(),
    ));
    Some(marked.place.spanned(word, last.span()))
}

fn has(categories: &[Spanned<String>], category: &Spanned<String>) -> bool {
    categories.iter().any(|known| known.value == category.value)
}

fn retry(retry: Retry) -> model::Retry {
    match retry {
        Retry::Never => model::Retry::Never,
        Retry::Same => model::Retry::Same,
        Retry::New => model::Retry::New,
    }
}
