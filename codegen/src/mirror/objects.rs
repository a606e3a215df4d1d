//! Structs with named fields as objects, newtypes as named scalars.

use syn::ext::IdentExt;
use syn::spanned::Spanned as _;
use wirewright_macros_core::attr::{CheckKind, Checks, ValidateContainer, is_redacted};
use wirewright_macros_core::serde::{Container, Field};

use super::absence::FilledIn;
use super::declared::{Declared, Marked, Meaning};
use super::types::{Mapped, is_scalar, newtype_field};
use super::{FilePlace, Mirror, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Required, Role, UnknownFields};
use crate::source::Spanned;
use crate::syntax::TypeExpression;
use crate::syntax::spec::{DocsSpec, Facets, FieldSpec, Item, ItemKind, NameSpec, ObjectSpec, TypeSpec};

impl Mirror<'_> {
    /// A struct; `None` where it is no item of its own, or was reported.
    pub(super) fn structure(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        data: &syn::DataStruct,
    ) -> Option<Item> {
        self.generics(marked);
        self.conditions(marked, &marked.item.attrs);
        self.needs_serde(marked);
        if let Some(field) = newtype_field(&marked.item) {
            return self.newtype(declared, marked, field);
        }
        match &data.fields {
            syn::Fields::Named(fields) => {
                let object = self.object(declared, marked, fields);
                Some(self.item_of(marked, ItemKind::Object(object)))
            }
            syn::Fields::Unnamed(fields) => {
                let help = "give the fields names, or keep one field";
                self.shape(marked, fields.span(), "a tuple has no twin in Swift", help);
                None
            }
            syn::Fields::Unit => {
                let place = marked.item.ident.span();
                self.shape(
                    marked,
                    place,
                    "a struct without fields is null in JSON and has no twin in Swift",
                    "write `{}` behind its name",
                );
                None
            }
        }
    }

    /// A named scalar; any other newtype is what it holds, wherever it is used.
    fn newtype(&mut self, declared: &Declared, marked: &Marked, field: &syn::Field) -> Option<Item> {
        let mut newtypes = Vec::new();
        let (expression, facets) = self.newtype_content(declared, marked, field, &mut newtypes, 0)?;
        if !is_scalar(declared, marked.place, &field.ty, 0) {
            return None;
        }
        let kind = ItemKind::Scalar(TypeSpec { expression, facets }, Vec::new());
        Some(self.item_of(marked, kind))
    }

    /// The type inside of a newtype, with its checks.
    pub(super) fn newtype_content(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        field: &syn::Field,
        newtypes: &mut Vec<String>,
        steps: usize,
    ) -> Option<(TypeExpression, Facets)> {
        let container = Container::read(&marked.item.attrs);
        let read = Field::read(&field.attrs);
        let (checks, error) = Checks::read(&field.attrs);
        // Of a type that is used often, mistakes are told once: where it stands itself.
        if steps == 0 {
            self.malformed(marked.place, Code::MirrorAttribute, error);
            self.malformed(marked.place, Code::MirrorSerde, container.malformed.or(read.malformed.clone()));
            self.other_words(marked.place, &container.others);
            self.one_way(marked, &read);
            if let Some(skip) = read.skip_serializing.filter(|_| read.is_skipped()) {
                let message = "the one field of a newtype is its JSON: without it there is nothing to mirror";
                self.serde(marked.place, skip, message, "leave `skip` out");
            }
            let rules = ValidateContainer::read(&marked.item.attrs).0.rules;
            if let Some(rule) = rules.first() {
                let help = "rules are for structs with named fields";
                self.shape(marked, rule.place.0, "a newtype has no rules", help);
            }
        }
        let (expression, mut facets) = self.part(declared, marked.place, &field.ty, newtypes, steps)?;
        if let Some(with) = &read.with {
            self.wire(marked.place, with, (&expression, &mut facets));
        }
        self.checks(marked.place, &checks, &expression, &mut facets);
        if steps == 0 {
            self.nested(declared, marked.place, &checks, &expression);
        }
        Some((expression, facets))
    }

    fn object(&mut self, declared: &Declared, marked: &Marked, fields: &syn::FieldsNamed) -> ObjectSpec {
        let container = Container::read(&marked.item.attrs);
        self.malformed(marked.place, Code::MirrorSerde, container.malformed.clone());
        self.other_words(marked.place, &container.others);
        if let Some(tag) = &container.tag {
            let message = "`tag` on a struct can't be mirrored in Swift";
            self.serde(
                marked.place,
                tag.span(),
                message,
                "write the tag as a field, with `#[validate(constant = \"…\")]`",
            );
        }
        let mut object = ObjectSpec {
            role: Role::Type,
            all_of: Vec::new(),
            fields: Vec::new(),
            rules: Vec::new(),
            unknown_fields: UnknownFields::Ignore,
            examples: Vec::new(),
        };
        self.object_fields(declared, marked, fields, &mut object, &[marked]);
        object.rules = self.rules(declared, marked);
        object
    }

    pub(super) fn object_fields(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        fields: &syn::FieldsNamed,
        object: &mut ObjectSpec,
        flattening: &[&Marked],
    ) {
        let container = Container::read(&marked.item.attrs);
        for field in &fields.named {
            self.conditions(marked, &field.attrs);
            let read = Field::read(&field.attrs);
            self.malformed(marked.place, Code::MirrorSerde, read.malformed.clone());
            if read.is_skipped() {
                continue;
            }
            self.one_way(marked, &read);
            if let Some(flatten) = read.flatten {
                self.flattened(declared, marked, field, flatten, (object, flattening));
            } else {
                object.fields.extend(self.field(declared, marked, &container, field, &read));
            }
        }
    }

    fn field(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        container: &Container,
        field: &syn::Field,
        read: &Field,
    ) -> Option<FieldSpec> {
        let ident = field.ident.as_ref()?;
        let place = marked.place;
        let wire = container.field_name(read, ident);
        if wire.serialize != wire.deserialize {
            let message =
                "a field that is read by another name than it is written can't be mirrored in Swift";
            self.serde(place, ident.span(), message, "use one name for both; `alias` adds names to read");
        }
        let (checks, error) = Checks::read(&field.attrs);
        self.malformed(place, Code::MirrorAttribute, error);
        for error in checks.misfits(&field.ty) {
            self.malformed(place, Code::MirrorAttribute, Some(error));
        }
        let (sensitive, error) = is_redacted(&field.attrs);
        self.malformed(place, Code::MirrorAttribute, error);
        let mapped = self.field_type(declared, place, &field.ty);
        let mut name = self.name(marked, &field.attrs, wire.serialize, ident.span());
        if ident.unraw() != name.text.value && crate::words::words(&name.text.value).is_none() {
            // A name that is no word in Swift: what Rust calls it is one.
            let swift = wirewright_macros_core::rename::camel_case(&ident.unraw().to_string());
            name.swift.get_or_insert(place.spanned(swift, ident.span()));
        }
        let Some(mut mapped) = mapped else {
            return Some(bare(name, docs(&field.attrs, place)));
        };
        if let Some(with) = &read.with {
            self.wire(place, with, (&mapped.expression, &mut mapped.facets));
        }
        let on_send = self.checks(place, &checks, &mapped.expression, &mut mapped.facets);
        self.nested(declared, place, &checks, &mapped.expression);
        self.newtypes(declared, marked, field, &checks, &mapped);
        let filled_in = FilledIn::of(marked, container, read);
        let has_default = filled_in != FilledIn::Never;
        self.absence(marked, field, read, &mapped, has_default);
        if filled_in.is_there(mapped.optional) {
            self.filled_in(marked, &checks, filled_in, mapped.optional);
        }
        // serde reads an absent `Nullable` as null.
        let is_null = mapped.nullable && read.with.is_none();
        let required = match (on_send, mapped.optional || has_default || is_null) {
            (true, _) => Required::OnSend,
            (false, true) => Required::No,
            (false, false) => Required::Yes,
        };
        Some(FieldSpec {
            ty: Some(TypeSpec { expression: mapped.expression, facets: mapped.facets }),
            required,
            nullable: mapped.nullable,
            sensitive: sensitive || self.holds_secret(declared, marked, &mapped.newtypes),
            aliases: aliases(read, &name.text.value, place),
            ..bare(name, docs(&field.attrs, place))
        })
    }

    /// What a newtype keeps out of logs stays out of those of the struct that has it: an alias can't do that itself.
    fn holds_secret(&self, declared: &Declared, marked: &Marked, newtypes: &[String]) -> bool {
        newtypes.iter().any(|name| match declared.look_up(name, marked.place.file) {
            Some(Meaning::Marked(found)) => {
                newtype_field(&found.item).is_some_and(|field| is_redacted(&field.attrs).0)
            }
            _ => false,
        })
    }

    /// Reports what is implemented by hand: nobody but rustc can follow that.
    pub(super) fn by_hand(&mut self, declared: &Declared, marked: &Marked) {
        let name = marked.item.ident.to_string();
        for (what, place, span) in declared.imports.by_hand(&name, marked.place.file) {
            let message = format!("`{what}` is implemented by hand, which can't be mirrored");
            let diagnostic = Diagnostic::new(Code::MirrorShape, message, place.span(span), "not derived");
            let diagnostic = diagnostic.also(marked.place.span(marked.item.ident.span()), "the marked type");
            self.report(diagnostic.help("derive it, or mirror another type"));
        }
    }

    /// Newtypes that are mirrored as what they hold bring their checks along.
    fn newtypes(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        field: &syn::Field,
        checks: &Checks,
        mapped: &Mapped,
    ) {
        let nested = has_nested(checks);
        let inlined = mapped.newtypes.iter().filter(|name| match declared.look_up(name, marked.place.file) {
            Some(Meaning::Marked(marked)) => newtype_field(&marked.item)
                .is_some_and(|field| !is_scalar(declared, marked.place, &field.ty, 0)),
            _ => false,
        });
        for name in inlined.filter(|name| !nested && super::checks::has_checks(declared, name, marked.place))
        {
            let message = format!("`{name}` has checks of its own, which Rust leaves out here");
            let span = marked.place.span(field.ty.span());
            let diagnostic =
                Diagnostic::new(Code::MirrorNested, message, span, "without `#[validate(nested)]`");
            self.report(
                diagnostic
                    .help("Swift judges all that a value holds: add `nested`, and derive `Validate` here"),
            );
        }
    }

    /// Attributes that let a value travel one way, or in a form of their own.
    fn one_way(&mut self, marked: &Marked, read: &Field) {
        self.other_words(marked.place, &read.others);
        let skips = [
            (read.skip_serializing.filter(|_| read.skip_deserializing.is_none()), "skip_serializing"),
            (read.skip_deserializing.filter(|_| read.skip_serializing.is_none()), "skip_deserializing"),
        ];
        let forms = [
            (read.serialize_with.as_ref().map(syn::LitStr::span), "serialize_with"),
            (read.deserialize_with.as_ref().map(syn::LitStr::span), "deserialize_with"),
        ];
        for (span, word) in skips.into_iter().chain(forms) {
            if let Some(span) = span {
                let help = "what is written has to be what is read; for numbers as texts use `with = \"wirewright::wire::As::<…>\"`";
                self.serde(marked.place, span, format!("`{word}` can't be mirrored in Swift"), help);
            }
        }
    }

    /// Type parameters are for the types that fill them in.
    pub(super) fn generics(&mut self, marked: &Marked) {
        let parameter = marked
            .item
            .generics
            .params
            .iter()
            .find(|parameter| !matches!(parameter, syn::GenericParam::Lifetime(_)));
        if let Some(parameter) = parameter {
            let help = "mark a struct whose fields say what fills it in";
            self.shape(marked, parameter.span(), "a generic type has no twin in Swift", help);
        }
    }

    /// Attributes that are there in some builds only.
    pub(super) fn conditions(&mut self, marked: &Marked, attributes: &[syn::Attribute]) {
        for attribute in Marked::conditional(attributes) {
            let message = "whether this attribute is there can't be told without building the crate";
            let span = marked.place.span(attribute.span());
            let diagnostic = Diagnostic::new(Code::MirrorHidden, message, span, "under a condition");
            self.report(diagnostic.help("write the attribute without `cfg_attr`"));
        }
        let is_item = std::ptr::eq(attributes, marked.item.attrs.as_slice());
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("cfg") && !is_item) {
            let message = "whether this part is there can't be told without building the crate";
            let span = marked.place.span(attribute.span());
            let diagnostic = Diagnostic::new(Code::MirrorHidden, message, span, "under a condition");
            self.report(diagnostic.help("leave the condition out, or mirror a type that always has it"));
        }
    }

    /// What a type looks like in JSON is known where serde derives it.
    pub(super) fn needs_serde(&mut self, marked: &Marked) {
        if ["Serialize", "Deserialize", "FromJson"].iter().any(|name| marked.derives(name)) {
            return;
        }
        let help = "derive `Serialize` and `Deserialize`; an implementation by hand can't be mirrored";
        let place = marked.item.ident.span();
        self.shape(marked, place, "what this type looks like in JSON is not known", help);
    }
}

fn has_nested(checks: &Checks) -> bool {
    checks.0.iter().any(|check| match &check.kind {
        CheckKind::Nested => true,
        CheckKind::Items(inner) | CheckKind::Values(inner) => has_nested(inner),
        CheckKind::Required | CheckKind::Constraint(_) => false,
    })
}

/// Further names to read. serde takes one that is there already for the same.
fn aliases(read: &Field, name: &str, place: FilePlace) -> Vec<Spanned<String>> {
    let mut aliases: Vec<Spanned<String>> = Vec::new();
    for alias in &read.aliases {
        let text = alias.value();
        if text != name && !aliases.iter().any(|known| known.value == text) {
            aliases.push(place.spanned(text, alias.span()));
        }
    }
    aliases
}

/// A field that is called something, and says nothing else.
fn bare(name: NameSpec, docs: DocsSpec) -> FieldSpec {
    FieldSpec {
        name,
        docs,
        ty: None,
        required: Required::No,
        nullable: false,
        sensitive: false,
        aliases: Vec::new(),
        default: None,
        fallback: None,
        examples: Vec::new(),
    }
}
