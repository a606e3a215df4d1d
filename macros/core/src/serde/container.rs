//! `#[serde(…)]` on a struct or an enum.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Attribute, Ident, LitStr};

use super::{DefaultValue, Field, Rename, RenameAll, Variant, WireName, Word, words};

/// What stands on a struct or an enum.
#[derive(Clone, Default)]
pub struct Container {
    /// `rename`: the type's own name, which only `tag` on a struct writes.
    pub rename: Rename,
    /// `rename_all`: of a struct its fields, of an enum its variants.
    pub rename_all: RenameAll,
    /// `rename_all_fields`: the fields of an enum's variants.
    pub rename_all_fields: RenameAll,
    /// `tag = "type"`
    pub tag: Option<LitStr>,
    /// `content = "value"`
    pub content: Option<LitStr>,
    /// `untagged`
    pub untagged: Option<Span>,
    /// `transparent`
    pub transparent: Option<Span>,
    /// `default`
    pub default: Option<DefaultValue>,
    /// What is not interpreted: `deny_unknown_fields`, `from`, `try_from`, `into`, `remote`, `bound`, `crate` …
    pub others: Vec<Word>,
    /// What serde itself will refuse.
    pub malformed: Option<syn::Error>,
}

/// How an enum's variants are told apart in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Representation {
    /// `{"Variant": content}`
    External,
    /// `{"tag": "Variant", …fields}`
    Internal {
        /// The key of the variant's name.
        tag: String,
    },
    /// `{"tag": "Variant", "content": content}`
    Adjacent {
        /// The key of the variant's name.
        tag: String,
        /// The key of what it holds.
        content: String,
    },
    /// `content`
    Untagged,
}

impl Container {
    /// Reads the attributes of a struct or an enum.
    pub fn read(attributes: &[Attribute]) -> Container {
        let mut container = Container::default();
        container.malformed = words::for_each(attributes, |part| container.read_part(part));
        container
    }

    fn read_part(&mut self, part: &words::Part<'_, '_>) -> syn::Result<()> {
        match part.word {
            "rename" => self.rename = part.rename()?.0,
            "rename_all" => self.rename_all = part.rename_all()?.or(&self.rename_all),
            "rename_all_fields" => {
                self.rename_all_fields = part.rename_all()?.or(&self.rename_all_fields);
            }
            "tag" => self.tag = Some(part.text()?),
            "content" => self.content = Some(part.text()?),
            "untagged" => self.untagged = Some(part.span),
            "transparent" => self.transparent = Some(part.span),
            "default" => self.default = Some(DefaultValue::read(part)?),
            _ => self.others.push(part.other()?),
        }
        Ok(())
    }

    /// How the variants of an enum are told apart.
    pub fn representation(&self) -> Representation {
        match (&self.tag, &self.content) {
            _ if self.untagged.is_some() => Representation::Untagged,
            (Some(tag), Some(content)) => {
                Representation::Adjacent { tag: tag.value(), content: content.value() }
            }
            (Some(tag), None) => Representation::Internal { tag: tag.value() },
            (None, _) => Representation::External,
        }
    }

    /// What a struct's field is called.
    pub fn field_name(&self, field: &Field, ident: &Ident) -> WireName {
        field.name(ident, &self.rename_all)
    }

    /// What a variant is called.
    pub fn variant_name(&self, variant: &Variant, ident: &Ident) -> WireName {
        let ident = ident.unraw().to_string();
        WireName::new(&variant.rename, &self.rename_all, |rule| {
            rule.map_or_else(|| ident.clone(), |rule| rule.apply_to_variant(&ident))
        })
    }

    /// What a field of a variant is called.
    pub fn variant_field_name(&self, variant: &Variant, field: &Field, ident: &Ident) -> WireName {
        field.name(ident, &variant.rename_all.or(&self.rename_all_fields))
    }
}
