//! `#[serde(…)]` on a field.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Attribute, ExprPath, Ident, LitStr};

use super::{Rename, RenameAll, WireName, Word, words};

/// What stands on a field.
#[derive(Clone, Default)]
pub struct Field {
    /// `rename`
    pub rename: Rename,
    /// `alias`, any number.
    pub aliases: Vec<LitStr>,
    /// `default`
    pub default: Option<DefaultValue>,
    /// `flatten`
    pub flatten: Option<Span>,
    /// `skip`, or `skip_serializing`: never written.
    pub skip_serializing: Option<Span>,
    /// `skip`, or `skip_deserializing`: never read.
    pub skip_deserializing: Option<Span>,
    /// `skip_serializing_if = "path"`
    pub skip_serializing_if: Option<LitStr>,
    /// `with = "module"`
    pub with: Option<LitStr>,
    /// `serialize_with = "path"`
    pub serialize_with: Option<LitStr>,
    /// `deserialize_with = "path"`
    pub deserialize_with: Option<LitStr>,
    /// What is not interpreted: `bound`, `borrow`, `getter`.
    pub others: Vec<Word>,
    /// What serde itself will refuse.
    pub malformed: Option<syn::Error>,
}

/// `default` or `default = "path"`: what reading puts where a field is absent.
#[derive(Clone)]
pub enum DefaultValue {
    /// `Default::default()`
    Trait(Span),
    /// What this function returns.
    Function(ExprPath),
}

impl DefaultValue {
    pub(super) fn read(part: &words::Part<'_, '_>) -> syn::Result<DefaultValue> {
        if part.has_value() {
            part.text()?.parse().map(DefaultValue::Function)
        } else {
            Ok(DefaultValue::Trait(part.span))
        }
    }
}

impl Field {
    /// Reads the attributes of a field.
    pub fn read(attributes: &[Attribute]) -> Field {
        let mut field = Field::default();
        field.malformed = words::for_each(attributes, |part| field.read_part(part));
        field
    }

    /// True where no document has it.
    pub fn is_skipped(&self) -> bool {
        self.skip_serializing.is_some() && self.skip_deserializing.is_some()
    }

    /// Its name by the rules of what holds it.
    pub(super) fn name(&self, ident: &Ident, rules: &RenameAll) -> WireName {
        let ident = ident.unraw().to_string();
        WireName::new(&self.rename, rules, |rule| {
            rule.map_or_else(|| ident.clone(), |rule| rule.apply_to_field(&ident))
        })
    }

    fn read_part(&mut self, part: &words::Part<'_, '_>) -> syn::Result<()> {
        match part.word {
            "rename" => {
                let (rename, aliases) = part.rename()?;
                self.rename = rename;
                self.aliases.extend(aliases);
            }
            "alias" => self.aliases.push(part.text()?),
            "default" => self.default = Some(DefaultValue::read(part)?),
            "flatten" => self.flatten = Some(part.span),
            "skip" => {
                self.skip_serializing = Some(part.span);
                self.skip_deserializing = Some(part.span);
            }
            "skip_serializing" => self.skip_serializing = Some(part.span),
            "skip_deserializing" => self.skip_deserializing = Some(part.span),
            "skip_serializing_if" => self.skip_serializing_if = Some(part.text()?),
            "with" => self.with = Some(part.text()?),
            "serialize_with" => self.serialize_with = Some(part.text()?),
            "deserialize_with" => self.deserialize_with = Some(part.text()?),
            _ => self.others.push(part.other()?),
        }
        Ok(())
    }
}
