//! Rust's types as those of a spec, and serde's adapters as the form that values travel in.

use proc_macro2::Span as Place;
use syn::spanned::Spanned as _;
use syn::{GenericArgument, PathArguments, Type};

use super::declared::{Declared, Marked, Meaning};
use super::{FilePlace, Mirror};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::spec::Facets;
use crate::syntax::{TypeExpression, TypeExpressionKind};
use crate::yaml::{Node, NodeKind, Scalar};

/// How many aliases and newtypes may lie on the way to a type.
const MAXIMUM_STEPS: usize = 32;

/// A type of a field.
pub(super) struct Mapped {
    pub(super) expression: TypeExpression,
    pub(super) facets: Facets,
    /// It is an `Option`.
    pub(super) optional: bool,
    /// It is a `Nullable`.
    pub(super) nullable: bool,
    /// Newtypes whose own checks stand on the way, outermost first.
    pub(super) newtypes: Vec<String>,
}

/// Integers that Swift reads, with what they hold.
pub(super) const INTEGERS: [(&str, i64, i64); 7] = [
    ("i8", i8::MIN as i64, i8::MAX as i64),
    ("i16", i16::MIN as i64, i16::MAX as i64),
    ("i32", i32::MIN as i64, i32::MAX as i64),
    ("i64", i64::MIN, i64::MAX),
    ("u8", 0, u8::MAX as i64),
    ("u16", 0, u16::MAX as i64),
    ("u32", 0, u32::MAX as i64),
];

impl Mirror<'_> {
    /// The type of a field.
    pub(super) fn field_type(&mut self, declared: &Declared, place: FilePlace, ty: &Type) -> Option<Mapped> {
        let mut optional = false;
        let mut nullable = false;
        let (mut ty, mut place, mut steps) = (ty, place, 0);
        loop {
            if let Some(inner) = wrapped(ty, &["Box", "Rc", "Arc"]) {
                ty = inner;
            } else if let Some(inner) = wrapped(ty, &["Option"]) {
                if optional || nullable {
                    self.no_type(
                        place,
                        ty.span(),
                        "an `Option` inside of another",
                        "an explicit null is `Option<wirewright::Nullable<T>>`",
                    );
                    return None;
                }
                (ty, optional) = (inner, true);
            } else if let Some(inner) = wrapped(ty, &["Nullable"]) {
                (ty, nullable) = (inner, true);
            } else if let Some(Meaning::Alias(alias)) = meaning(declared, place, ty) {
                steps += 1;
                if steps > MAXIMUM_STEPS || !alias.item.generics.params.is_empty() {
                    self.no_type(
                        place,
                        ty.span(),
                        "an alias with parameters, or of itself",
                        "write the type out",
                    );
                    return None;
                }
                (ty, place) = (&alias.item.ty, alias.place);
            } else {
                break;
            }
        }
        let mut newtypes = Vec::new();
        let (expression, facets) = self.part(declared, place, ty, &mut newtypes, 0)?;
        Some(Mapped { expression, facets, optional, nullable, newtypes })
    }

    /// A type that is there: no `Option`.
    pub(super) fn part(
        &mut self,
        declared: &Declared,
        place: FilePlace,
        ty: &Type,
        newtypes: &mut Vec<String>,
        steps: usize,
    ) -> Option<(TypeExpression, Facets)> {
        let span = place.span(ty.span());
        if steps > MAXIMUM_STEPS {
            self.no_type(place, ty.span(), "a type that leads back to itself", "write it as a struct");
            return None;
        }
        let steps = steps + 1;
        if let Some(inner) = wrapped(ty, &["Box", "Rc", "Arc"]).or_else(|| borrowed(ty)) {
            return self.part(declared, place, inner, newtypes, steps);
        }
        if let Some(inner) = wrapped(ty, &["Vec", "VecDeque"]).or_else(|| slice(ty)) {
            let (element, facets) = self.part(declared, place, inner, newtypes, steps)?;
            let kind = TypeExpressionKind::List(Box::new(element));
            return Some((TypeExpression { kind, span }, outer(facets, span, true)));
        }
        if let Some((key, value)) = map(ty) {
            if !is_text(key) {
                self.no_type(
                    place,
                    key.span(),
                    "keys of objects in JSON are texts",
                    "use `String` as the key",
                );
                return None;
            }
            let (element, facets) = self.part(declared, place, value, newtypes, steps)?;
            let kind = TypeExpressionKind::Map(Box::new(element));
            return Some((TypeExpression { kind, span }, outer(facets, span, false)));
        }
        if wrapped(ty, &["Option", "Nullable"]).is_some() {
            self.no_type(
                place,
                ty.span(),
                "elements that may be null",
                "leave such elements out, or use `serde_json::Value`",
            );
            return None;
        }
        let Some((word, _, _)) = last_word(ty) else {
            let help = "use a struct, an enum, `Vec`, a map with `String` keys, or a scalar";
            self.no_type(place, ty.span(), "this type has no twin", help);
            return None;
        };
        match meaning(declared, place, ty) {
            Some(Meaning::Marked(marked)) => self.marked_type(declared, marked, span, newtypes, steps),
            Some(Meaning::Alias(alias)) if alias.item.generics.params.is_empty() => {
                self.part(declared, alias.place, &alias.item.ty, newtypes, steps)
            }
            Some(Meaning::Alias(_)) => {
                self.no_type(place, ty.span(), "an alias with parameters", "write the type out");
                None
            }
            Some(Meaning::Unmarked(at, declaration)) => {
                let message = format!("`{word}` is used here, but it is not marked");
                let diagnostic = Diagnostic::new(Code::MirrorUnmarked, message, span, "Swift needs it, too");
                let diagnostic = diagnostic.also(at.span(declaration), "declared here");
                self.report(diagnostic.help("derive `SwiftMirror` on it"));
                None
            }
            Some(Meaning::Ambiguous(marked)) => {
                let message = format!("`{word}` may be the marked type, or the one that everybody knows");
                let diagnostic = Diagnostic::new(Code::MirrorType, message, span, "which one?");
                let other = marked.place.span(marked.item.ident.span());
                let help = format!("write a path: `crate::…::{word}`, or that of the other crate");
                self.report(diagnostic.also(other, "the marked one").help(help));
                None
            }
            None => self.built_in(declared, place, ty),
        }
    }

    /// A marked type by its name; a newtype that is no named scalar by what it holds.
    fn marked_type(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        span: Span,
        newtypes: &mut Vec<String>,
        steps: usize,
    ) -> Option<(TypeExpression, Facets)> {
        let word = marked.item.ident.to_string();
        let Some(field) = newtype_field(&marked.item) else {
            let kind = TypeExpressionKind::Name(word);
            return Some((TypeExpression { kind, span }, Facets::default()));
        };
        newtypes.push(word.clone());
        if is_scalar(declared, marked.place, &field.ty, 0) {
            let kind = TypeExpressionKind::Name(word);
            return Some((TypeExpression { kind, span }, Facets::default()));
        }
        // Mistakes in its own attributes are reported once, where it stands.
        let before = self.diagnostics.len();
        let inner = self.newtype_content(declared, marked, field, newtypes, steps);
        if inner.is_none() && self.diagnostics.len() == before {
            self.no_type(
                marked.place,
                field.ty.span(),
                "this newtype can't be mirrored",
                "use a struct with named fields",
            );
        }
        inner
    }

    pub(super) fn no_type(&mut self, place: FilePlace, span: Place, message: &str, help: &str) {
        let diagnostic = Diagnostic::new(Code::MirrorType, message, place.span(span), "no twin in Swift");
        self.report(diagnostic.help(help));
    }

    /// Notes the form of `#[serde(with = "wirewright::wire::As::<…>")]` beside a type.
    pub(super) fn wire(
        &mut self,
        place: FilePlace,
        with: &syn::LitStr,
        mapped: (&TypeExpression, &mut Facets),
    ) {
        let adapter = with.parse::<Type>().ok().and_then(|path| wrapped(&path, &["As"]).cloned());
        let fits = adapter.as_ref().is_some_and(|adapter| {
            apply(adapter, &mapped.0.kind, mapped.1, place.span(with.span()), 0).is_some()
        });
        if !fits {
            let message = "this adapter can't be mirrored in Swift";
            let help = "Swift knows `wirewright::wire::As::<…>` of `Text`, `Either`, `Plain` and `OneOrMany`, shaped as the field is";
            self.serde(place, with.span(), message, help);
        }
    }
}

fn meaning<'d>(declared: &'d Declared, place: FilePlace, ty: &Type) -> Option<Meaning<'d>> {
    let (word, qualifier, _) = last_word(ty)?;
    let found = declared.look_up(&word, place.file).filter(|_| !is_foreign(qualifier.as_deref()));
    match found {
        // With a path, it is the marked one.
        Some(Meaning::Ambiguous(marked)) if qualifier.is_some() => Some(Meaning::Marked(marked)),
        found => found,
    }
}

/// Walks an adapter along its type; `None` where it does not fit.
fn apply(
    adapter: &Type,
    kind: &TypeExpressionKind,
    facets: &mut Facets,
    span: Span,
    depth: usize,
) -> Option<()> {
    if depth > MAXIMUM_STEPS {
        return None;
    }
    if let Some(inner) = wrapped(adapter, &["Option", "Box", "Nullable"]) {
        return apply(inner, kind, facets, span, depth + 1);
    }
    let single = wrapped(adapter, &["OneOrMany"]);
    if let Some(inner) = single.or_else(|| wrapped(adapter, &["Vec"])) {
        let TypeExpressionKind::List(element) = kind else { return None };
        if single.is_some() {
            facets.accept_single = Some(span);
        }
        let (_, items) = facets.items.get_or_insert_with(|| (span, Box::default()));
        return apply(inner, &element.kind, items, span, depth + 1);
    }
    if let Some((_, inner)) = map(adapter) {
        let TypeExpressionKind::Map(element) = kind else { return None };
        let (_, values) = facets.values.get_or_insert_with(|| (span, Box::default()));
        return apply(inner, &element.kind, values, span, depth + 1);
    }
    let form = match (last_word(adapter)?.0.as_str(), kind) {
        ("Plain", _) => return Some(()),
        ("Text", TypeExpressionKind::Name(_)) => "string",
        ("Either", TypeExpressionKind::Name(name)) if name == "boolean" => "boolean",
        ("Either", TypeExpressionKind::Name(_)) => "number",
        _ => return None,
    };
    facets.wire = Some(Spanned::new(form.to_owned(), span));
    Some(())
}

/// The facets of a container from those of its elements.
fn outer(inner: Facets, span: Span, is_list: bool) -> Facets {
    let mut facets = Facets::default();
    let says = inner.wire.is_some()
        || inner.accept_single.is_some()
        || !inner.constraints.is_empty()
        || inner.items.is_some()
        || inner.values.is_some();
    if says {
        let slot = if is_list { &mut facets.items } else { &mut facets.values };
        *slot = Some((span, Box::new(inner)));
    }
    facets
}

/// A scalar as YAML would have it.
pub(super) fn text_node(text: String, span: Span) -> Node {
    Node { span, kind: NodeKind::Scalar(Scalar { text, plain: false }) }
}

/// The one field of a newtype.
pub(super) fn newtype_field(item: &syn::DeriveInput) -> Option<&syn::Field> {
    let syn::Data::Struct(data) = &item.data else { return None };
    if wirewright_macros_core::serde::Container::read(&item.attrs).transparent.is_some() {
        let mut there = data.fields.iter().filter(|field| is_there(field));
        return there.next().filter(|_| there.next().is_none());
    }
    match &data.fields {
        syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first(),
        _ => None,
    }
}

/// Whether `transparent` counts a field.
fn is_there(field: &syn::Field) -> bool {
    let is_phantom = last_word(&field.ty).is_some_and(|(word, ..)| word == "PhantomData");
    !is_phantom && !wirewright_macros_core::serde::Field::read(&field.attrs).is_skipped()
}

/// Whether a type, used in a file, is one of the spec's scalars.
pub(super) fn is_scalar(declared: &Declared, place: FilePlace, ty: &Type, steps: usize) -> bool {
    if steps > MAXIMUM_STEPS {
        return false;
    }
    if let Some(inner) = wrapped(ty, &["Box", "Rc", "Arc"]).or_else(|| borrowed(ty)) {
        return is_scalar(declared, place, inner, steps + 1);
    }
    match (meaning(declared, place, ty), last_word(ty)) {
        (Some(Meaning::Alias(alias)), _) => is_scalar(declared, alias.place, &alias.item.ty, steps + 1),
        (None, Some((word, _, true))) => {
            let words = ["String", "str", "bool", "Decimal", "DateTime", "Date"];
            words.contains(&word.as_str()) || INTEGERS.iter().any(|(integer, ..)| *integer == word)
        }
        _ => false,
    }
}

/// Paths of other crates, which mean their own types whatever the sources declare.
fn is_foreign(qualifier: Option<&str>) -> bool {
    matches!(
        qualifier,
        Some("wirewright" | "serde_json" | "std" | "core" | "alloc" | "string" | "chrono" | "time")
    )
}

/// The last word of a path, the word before it, and whether it has no arguments but lifetimes.
pub(super) fn last_word(ty: &Type) -> Option<(String, Option<String>, bool)> {
    let Type::Path(path) = unparenthesized(ty) else { return None };
    if path.qself.is_some() {
        return None;
    }
    let mut segments = path.path.segments.iter().rev();
    let last = segments.next()?;
    let plain = match &last.arguments {
        PathArguments::None => true,
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().all(|argument| matches!(argument, GenericArgument::Lifetime(_)))
        }
        PathArguments::Parenthesized(_) => false,
    };
    Some((last.ident.to_string(), segments.next().map(|segment| segment.ident.to_string()), plain))
}

fn unparenthesized(ty: &Type) -> &Type {
    match ty {
        Type::Paren(inner) => unparenthesized(&inner.elem),
        Type::Group(inner) => unparenthesized(&inner.elem),
        other => other,
    }
}

/// The types among the arguments of a path that ends in one of these words.
fn arguments<'t>(ty: &'t Type, words: &[&str]) -> Vec<&'t Type> {
    let Type::Path(path) = unparenthesized(ty) else { return Vec::new() };
    let Some(last) = path.path.segments.last().filter(|last| words.iter().any(|word| last.ident == word))
    else {
        return Vec::new();
    };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Vec::new() };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// `T` of `Word<T>`.
pub(super) fn wrapped<'t>(ty: &'t Type, words: &[&str]) -> Option<&'t Type> {
    match arguments(ty, words).as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// `T` of `&T` and `Cow<'_, T>`.
fn borrowed(ty: &Type) -> Option<&Type> {
    match unparenthesized(ty) {
        Type::Reference(reference) => Some(&reference.elem),
        other => wrapped(other, &["Cow"]),
    }
}

/// `T` of `[T]`.
fn slice(ty: &Type) -> Option<&Type> {
    match unparenthesized(ty) {
        Type::Slice(slice) => Some(&slice.elem),
        _ => None,
    }
}

/// Key and value of a map.
pub(super) fn map(ty: &Type) -> Option<(&Type, &Type)> {
    match arguments(ty, &["BTreeMap", "HashMap", "IndexMap", "Map"]).as_slice() {
        [key, value] => Some((key, value)),
        // A hasher.
        [key, value, _] => Some((key, value)),
        _ => None,
    }
}

/// Whether a type is a text: what keys of objects are.
pub(super) fn is_text(ty: &Type) -> bool {
    let ty = borrowed(ty).unwrap_or(ty);
    let ty = wrapped(ty, &["Box", "Arc", "Rc"]).unwrap_or(ty);
    last_word(ty).is_some_and(|(word, _, plain)| plain && (word == "String" || word == "str"))
}
