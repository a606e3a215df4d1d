//! `#[serde(flatten)]`: of a struct its fields, of a map what the struct does not know.

use syn::spanned::Spanned as _;
use wirewright_macros_core::attr::{Checks, ValidateContainer, is_redacted};
use wirewright_macros_core::serde::Field;

use super::declared::{Declared, Marked, Meaning};
use super::types::{is_text, map, newtype_field, wrapped};
use super::{FilePlace, Mirror};
use crate::diagnostic::Code;
use crate::model::UnknownFields;
use crate::syntax::spec::ObjectSpec;
use crate::syntax::{TypeExpression, TypeExpressionKind};

const NO_STRUCT: &str = "flatten a struct with named fields, which does not flatten itself";

impl Mirror<'_> {
    /// `flatten` of a marked struct, or of a map that keeps what the struct does not know.
    pub(super) fn flattened(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        field: &syn::Field,
        flatten: proc_macro2::Span,
        (object, flattening): (&mut ObjectSpec, &[&Marked]),
    ) {
        let place = marked.place;
        let (checks, error) = Checks::read(&field.attrs);
        self.malformed(place, Code::MirrorAttribute, error);
        let read = Field::read(&field.attrs);
        if let Some(with) = &read.with {
            self.serde(place, with.span(), "an adapter can't be flattened in Swift", "leave `with` out");
        }
        let (sensitive, error) = is_redacted(&field.attrs);
        self.malformed(place, Code::MirrorAttribute, error);
        if let Some((key, value)) = map(&field.ty) {
            let is_any_json = is_text(key) && is_json(value) && checks.is_empty();
            return self.flattened_map(place, flatten, object, (is_any_json, sensitive));
        }
        if object.unknown_fields == UnknownFields::Keep {
            let message = "serde writes what stands here twice: the map before it keeps it, too";
            self.serde(place, flatten, message, "put the map behind everything else that is flattened");
        }
        let Some((found, fields)) = self.flattened_struct(declared, place, field, flatten) else { return };
        if flattening.iter().any(|marked| std::ptr::eq(*marked, found)) {
            return self.serde(place, flatten, "this field can't be flattened in Swift", NO_STRUCT);
        }
        let name = found.item.ident.to_string();
        if !ValidateContainer::read(&found.item.attrs).0.rules.is_empty() {
            let message = format!("`{name}` has rules, which Swift would report in another order");
            self.serde(place, flatten, message, "move the rules to the structs that flatten it");
        }
        if let Some(skip) = &read.skip_serializing_if {
            let message = "flattened fields that are left out at times can't be mirrored in Swift";
            self.serde(place, skip.span(), message, "leave `skip_serializing_if` out");
        }
        let kind = TypeExpressionKind::Name(name);
        self.nested(declared, place, &checks, &TypeExpression { kind, span: place.span(field.ty.span()) });
        // Its mistakes are told where it stands itself.
        let told = std::mem::take(self.diagnostics);
        let flattening: Vec<&Marked> = flattening.iter().copied().chain([found]).collect();
        let before = object.fields.len();
        self.object_fields(declared, found, fields, object, &flattening);
        *self.diagnostics = told;
        object.fields.iter_mut().skip(before).for_each(|field| field.sensitive |= sensitive);
    }

    /// A map keeps what its struct does not know.
    fn flattened_map(
        &mut self,
        place: FilePlace,
        flatten: proc_macro2::Span,
        object: &mut ObjectSpec,
        (is_any_json, sensitive): (bool, bool),
    ) {
        if !is_any_json {
            let help = "Swift keeps what a type does not know as any JSON, unchecked: use a map of `serde_json::Value`";
            self.serde(place, flatten, "this map can't be flattened in Swift", help);
        }
        if object.unknown_fields == UnknownFields::Keep {
            self.serde(place, flatten, "two maps would keep the same fields", "leave one of them out");
        }
        if sensitive {
            let message = "what a type does not know can't be redacted in Swift";
            let help = "leave `#[redact]` out, or name the fields that are secret";
            self.serde(place, flatten, message, help);
        }
        object.unknown_fields = UnknownFields::Keep;
    }

    /// The marked struct of a field that is flattened, and its fields.
    fn flattened_struct<'d>(
        &mut self,
        declared: &'d Declared,
        place: FilePlace,
        field: &syn::Field,
        flatten: proc_macro2::Span,
    ) -> Option<(&'d Marked, &'d syn::FieldsNamed)> {
        let base = match wrapped(&field.ty, &["Box"]).unwrap_or(&field.ty) {
            syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        let Some(Meaning::Marked(found)) = base.and_then(|base| declared.look_up(&base, place.file)) else {
            let help = "flatten a struct that is marked with `SwiftMirror`, or a map of `serde_json::Value`";
            self.serde(place, flatten, "this field can't be flattened in Swift", help);
            return None;
        };
        match &found.item.data {
            syn::Data::Struct(syn::DataStruct { fields: syn::Fields::Named(fields), .. })
                if newtype_field(&found.item).is_none() =>
            {
                Some((found, fields))
            }
            _ => {
                self.serde(place, flatten, "this field can't be flattened in Swift", NO_STRUCT);
                None
            }
        }
    }
}

fn is_json(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Value"))
}
