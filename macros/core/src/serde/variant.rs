//! `#[serde(…)]` on a variant.

use proc_macro2::Span;
use syn::{Attribute, LitStr};

use super::{Rename, RenameAll, Word, words};

/// What stands on a variant.
#[derive(Clone, Default)]
pub struct Variant {
    /// `rename`
    pub rename: Rename,
    /// `rename_all`: its fields.
    pub rename_all: RenameAll,
    /// `alias`, any number.
    pub aliases: Vec<LitStr>,
    /// `skip`, or `skip_serializing`: never written.
    pub skip_serializing: Option<Span>,
    /// `skip`, or `skip_deserializing`: never read.
    pub skip_deserializing: Option<Span>,
    /// `other`: what any other tag is read as.
    pub other: Option<Span>,
    /// `untagged`: as if the enum were.
    pub untagged: Option<Span>,
    /// `with`: the module that writes and reads the content.
    pub with: Option<LitStr>,
    /// `serialize_with`
    pub serialize_with: Option<LitStr>,
    /// `deserialize_with`
    pub deserialize_with: Option<LitStr>,
    /// What is not interpreted: `bound`, `borrow`.
    pub others: Vec<Word>,
    /// What serde itself will refuse.
    pub malformed: Option<syn::Error>,
}

impl Variant {
    /// Reads the attributes of a variant.
    pub fn read(attributes: &[Attribute]) -> Variant {
        let mut variant = Variant::default();
        variant.malformed = words::for_each(attributes, |part| variant.read_part(part));
        variant
    }

    /// True where no document holds it.
    pub fn is_skipped(&self) -> bool {
        self.skip_serializing.is_some() && self.skip_deserializing.is_some()
    }

    fn read_part(&mut self, part: &words::Part<'_, '_>) -> syn::Result<()> {
        match part.word {
            "rename" => {
                let (rename, aliases) = part.rename()?;
                self.rename = rename;
                self.aliases.extend(aliases);
            }
            "rename_all" => self.rename_all = part.rename_all()?.or(&self.rename_all),
            "alias" => self.aliases.push(part.text()?),
            "skip" => {
                self.skip_serializing = Some(part.span);
                self.skip_deserializing = Some(part.span);
            }
            "skip_serializing" => self.skip_serializing = Some(part.span),
            "skip_deserializing" => self.skip_deserializing = Some(part.span),
            "other" => self.other = Some(part.span),
            "untagged" => self.untagged = Some(part.span),
            "with" => self.with = Some(part.text()?),
            "serialize_with" => self.serialize_with = Some(part.text()?),
            "deserialize_with" => self.deserialize_with = Some(part.text()?),
            _ => self.others.push(part.other()?),
        }
        Ok(())
    }
}
