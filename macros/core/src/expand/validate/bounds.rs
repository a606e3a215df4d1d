//! What the checks of fields of a generic type ask of the type parameters.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{GenericArgument, Generics, Ident, PathArguments, Type, WhereClause, parse_quote};

use crate::attr::{CheckKind, Checks, Constraint};
use crate::expand::mentioned::{associated_types, mentioned, without};
use crate::input::{Field, Wire};

/// The generics, with what the checks ask for.
pub(super) fn bounded<'a>(
    krate: &TokenStream,
    ident: &Ident,
    generics: &Generics,
    fields: impl Iterator<Item = &'a Field<'a>>,
) -> Generics {
    let parameters: BTreeSet<String> =
        generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    if parameters.is_empty() {
        return generics.clone();
    }
    let (_, arguments, _) = generics.split_for_impl();
    let own = quote!(#ident #arguments);
    let validated = BTreeSet::new();
    let mut bounds = Bounds { krate, own, parameters, validated, generics: generics.clone() };
    for field in fields.filter(|field| field.wire != Wire::Skipped) {
        bounds.require(field.ty, &field.checks);
    }
    bounds.generics
}

/// The generics while they grow.
struct Bounds<'a> {
    krate: &'a TokenStream,
    /// The type itself.
    own: TokenStream,
    parameters: BTreeSet<String>,
    /// The parameters that have been asked for `Validate`.
    validated: BTreeSet<String>,
    generics: Generics,
}

impl Bounds<'_> {
    /// What the checks ask of a type, where it mentions a parameter.
    fn require(&mut self, ty: &Type, checks: &Checks) {
        if mentioned(ty, &self.parameters).is_empty() {
            return;
        }
        let mut traits = BTreeSet::new();
        for check in &checks.0 {
            match &check.kind {
                CheckKind::Required => _ = traits.insert("Optional"),
                CheckKind::Nested => self.require_validate(ty),
                CheckKind::Items(inner) => self.require_inside(ty, "Items", "Item", inner),
                CheckKind::Values(inner) => self.require_inside(ty, "Entries", "Value", inner),
                CheckKind::Constraint(constraint) => match trait_of(constraint) {
                    name @ ("Items" | "Entries") => self.require_collection(ty, name, constraint),
                    name => _ = traits.insert(name),
                },
            }
        }
        for name in traits {
            self.push(ty, name);
        }
    }

    /// `T: Validate` for each type parameter that a nested value holds, `T::Item: Validate` where it holds that. Not
    /// the type as a whole: of a type that holds itself rustc could not tell.
    fn require_validate(&mut self, ty: &Type) {
        let krate = self.krate;
        let (associated, rest) = associated_types(without(ty, &self.own), &self.parameters);
        let held = mentioned(rest, &self.parameters);
        for parameter in self.generics.type_params_mut() {
            let name = parameter.ident.to_string();
            if held.contains(&name) && self.validated.insert(name) {
                parameter.bounds.push(parse_quote!(#krate::Validate));
            }
        }
        for ty in associated {
            self.conditions().predicates.push(parse_quote!(#ty: #krate::Validate));
        }
    }

    /// What is asked of the elements of a list or the values of a map.
    fn require_inside(&mut self, ty: &Type, name: &str, part: &str, checks: &Checks) {
        self.require_collection_trait(ty, name);
        let inside = self.inside(ty, name, part);
        self.require(&inside, checks);
    }

    /// What a check of the collection as a whole asks.
    fn require_collection(&mut self, ty: &Type, name: &str, constraint: &Constraint) {
        self.require_collection_trait(ty, name);
        if *constraint == Constraint::UniqueItems {
            let item = self.inside(ty, name, "Item");
            if !mentioned(&item, &self.parameters).is_empty() {
                self.conditions().predicates.push(parse_quote!(#item: ::core::cmp::PartialEq));
            }
        }
    }

    /// `T: Items`, where only a bound can tell that `T` is a list. Of `Vec<T>` rustc knows, and would know no more what
    /// its elements are if it were told so here. Keys that are generic have to be text.
    fn require_collection_trait(&mut self, ty: &Type, name: &str) {
        let ty = looked_through(ty);
        match (self.is_opaque(ty), name, arguments(ty).as_slice()) {
            (true, _, _) => self.push(ty, name),
            (false, "Entries", [key, _, ..]) if !mentioned(key, &self.parameters).is_empty() => {
                self.push(key, "Key");
            }
            _ => {}
        }
    }

    /// The type of the elements or of the values, written out where it can be.
    fn inside(&self, ty: &Type, name: &str, part: &str) -> Type {
        let krate = self.krate;
        let ty = looked_through(ty);
        let written = match (ty, name, arguments(ty).as_slice()) {
            (Type::Array(array), "Items", _) => Some(&*array.elem),
            (Type::Slice(slice), "Items", _) => Some(&*slice.elem),
            (_, "Items", [item, ..]) if is_named(ty, &["Vec", "VecDeque", "BTreeSet", "HashSet"]) => {
                Some(*item)
            }
            (_, "Entries", [_, value, ..]) if is_named(ty, &["BTreeMap", "HashMap"]) => Some(*value),
            _ => None,
        };
        if let Some(written) = written {
            return written.clone();
        }
        let (name, part) = (Ident::new(name, Span::call_site()), Ident::new(part, Span::call_site()));
        parse_quote!(<#ty as #krate::checks::#name>::#part)
    }

    /// Whether this is a parameter, or a type that belongs to one.
    fn is_opaque(&self, ty: &Type) -> bool {
        let (_, rest) = associated_types(ty, &self.parameters);
        let text = rest.to_string();
        text.is_empty() || self.parameters.contains(&text)
    }

    fn push(&mut self, ty: &Type, name: &str) {
        let krate = self.krate;
        let name = Ident::new(name, Span::call_site());
        self.conditions().predicates.push(parse_quote!(#ty: #krate::checks::#name));
    }

    fn conditions(&mut self) -> &mut WhereClause {
        self.generics.make_where_clause()
    }
}

/// The type that the runtime's checks see.
fn looked_through(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => looked_through(&reference.elem),
        Type::Group(group) => looked_through(&group.elem),
        Type::Paren(paren) => looked_through(&paren.elem),
        Type::Path(_) => {
            let wrappers = ["Option", "Box", "Rc", "Arc", "Cow", "Nullable"];
            match arguments(ty).as_slice() {
                [inner] if is_named(ty, &wrappers) => looked_through(inner),
                _ => ty,
            }
        }
        _ => ty,
    }
}

/// Whether the last name of a type's path is one of these.
fn is_named(ty: &Type, names: &[&str]) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// The types between `<` and `>`.
fn arguments(ty: &Type) -> Vec<&Type> {
    let Type::Path(path) = ty else { return Vec::new() };
    let Some(last) = path.path.segments.last() else { return Vec::new() };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Vec::new() };
    let mut types = Vec::new();
    for argument in &arguments.args {
        if let GenericArgument::Type(ty) = argument {
            types.push(ty);
        }
    }
    types
}

/// The trait that a constraint asks of a value's type.
fn trait_of(constraint: &Constraint) -> &'static str {
    match constraint {
        Constraint::MinLength(_)
        | Constraint::MaxLength(_)
        | Constraint::Pattern(_)
        | Constraint::Format(_) => "Text",
        Constraint::Const(_) | Constraint::Enum(_) => "Scalar",
        Constraint::Minimum(_)
        | Constraint::ExclusiveMinimum(_)
        | Constraint::Maximum(_)
        | Constraint::ExclusiveMaximum(_)
        | Constraint::MultipleOf(_) => "Numeric",
        Constraint::MinItems(_) | Constraint::MaxItems(_) | Constraint::UniqueItems => "Items",
        Constraint::MinProperties(_) | Constraint::MaxProperties(_) => "Entries",
    }
}
