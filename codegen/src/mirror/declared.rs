//! What the sources declare, by name.

use std::collections::BTreeMap;

use proc_macro2::{Group, Ident, Span as Place, TokenStream, TokenTree};
use syn::{Attribute, DeriveInput, ItemType};

use super::FilePlace;
use super::imports::Imports;
use super::scan::{Found, mentions};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::FileId;

/// A marked type.
pub(super) struct Marked {
    /// Index of its file.
    pub(super) file: usize,
    pub(super) place: FilePlace,
    pub(super) item: DeriveInput,
    /// The last words of what it derives.
    pub(super) derives: Vec<String>,
}

/// A type alias.
pub(super) struct Alias {
    pub(super) item: ItemType,
    pub(super) place: FilePlace,
}

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) enum Meaning<'d> {
    /// A marked type.
    Marked(&'d Marked),
    /// Another name of a type.
    Alias(&'d Alias),
    /// A type that is not marked.
    Unmarked(FilePlace, Place),
    /// A marked type of another file, whose name others know as another type.
    Ambiguous(&'d Marked),
}

/// Types that need no declaration.
const KNOWN: [&str; 10] =
    ["String", "str", "bool", "Decimal", "DateTime", "Date", "Value", "Vec", "Option", "Box"];

/// Everything by name.
#[derive(Default)]
pub(super) struct Declared {
    pub(super) imports: Imports,
    marked: Vec<Marked>,
    aliases: BTreeMap<String, Vec<Alias>>,
    unmarked: BTreeMap<String, Vec<(FilePlace, Place)>>,
}

impl Declared {
    /// Adds what was found. Mistakes in what is not marked are none of ours.
    pub(super) fn add(&mut self, file: usize, place: FilePlace, found: Found, diagnostics: &mut Diagnostics) {
        if found.is_alias {
            if let Ok(item) = syn::parse2::<ItemType>(found.tokens) {
                self.aliases.entry(item.ident.to_string()).or_default().push(Alias { item, place });
            }
            return;
        }
        let name = name_of(&found);
        if !found.marked {
            if let Some((name, span)) = name {
                self.unmarked.entry(name).or_default().push((place, span));
            }
            return;
        }
        let tokens = match &name {
            Some((name, _)) => without_self(found.tokens, name),
            None => found.tokens,
        };
        match syn::parse2::<DeriveInput>(tokens) {
            Ok(item) => {
                let derives = derives(&item.attrs, &mut self.imports);
                self.marked.push(Marked { file, place, item, derives });
            }
            Err(error) => {
                for one in error {
                    let span = place.span(one.span());
                    let message = format!("this is not Rust: {one}");
                    diagnostics.push(Diagnostic::new(Code::MirrorSyntax, message, span, "not expected here"));
                }
            }
        }
    }

    /// The marked types in the order found.
    pub(super) fn marked(&self) -> impl Iterator<Item = &Marked> {
        self.marked.iter()
    }

    /// What a name stands for where it is used in a file: what that file declares, else a marked type, else what another
    /// file declares, unless everybody knows the name as another type.
    pub(super) fn look_up(&self, name: &str, file: FileId) -> Option<Meaning<'_>> {
        let marked: Vec<&Marked> = self.marked.iter().filter(|marked| marked.item.ident == name).collect();
        let here = |place: &FilePlace| place.file == file;
        let aliases = self.aliases.get(name).map(Vec::as_slice).unwrap_or_default();
        let unmarked = self.unmarked.get(name).map(Vec::as_slice).unwrap_or_default();
        let marked_here =
            marked.iter().find(|marked| here(&marked.place)).map(|marked| Meaning::Marked(marked));
        let alias_here = || aliases.iter().find(|alias| here(&alias.place)).map(Meaning::Alias);
        let unmarked_here = || unmarked.iter().find(|(place, _)| here(place));
        let meaning = |(place, span): &(FilePlace, Place)| Meaning::Unmarked(*place, *span);
        let found = marked_here.or_else(alias_here).or_else(|| unmarked_here().map(meaning));
        if found.is_some() {
            return found;
        }
        let elsewhere = marked.first().map(|marked| Meaning::Marked(marked));
        if KNOWN.contains(&name) {
            return elsewhere.map(|meaning| match meaning {
                Meaning::Marked(marked) => Meaning::Ambiguous(marked),
                other => other,
            });
        }
        elsewhere.or_else(|| aliases.first().map(Meaning::Alias)).or_else(|| unmarked.first().map(meaning))
    }

    /// The names of marked types, for "did you mean".
    pub(super) fn names(&self) -> Vec<String> {
        self.marked.iter().map(|marked| marked.item.ident.to_string()).collect()
    }
}

impl Marked {
    /// Whether it derives this.
    pub(super) fn derives(&self, name: &str) -> bool {
        self.derives.iter().any(|derive| derive == name)
    }

    /// Attributes whose meaning depends on how the crate is built.
    pub(super) fn conditional(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
        let words = ["derive", "serde", "validate", "open_enum", "redact", "swift"];
        attributes.iter().filter(move |attribute| match &attribute.meta {
            syn::Meta::List(list) if list.path.is_ident("cfg_attr") => {
                words.iter().any(|word| mentions(&list.tokens, word))
            }
            _ => false,
        })
    }
}

/// The name behind `struct`, `enum` or `union`.
fn name_of(found: &Found) -> Option<(String, Place)> {
    let mut tokens = found.tokens.clone().into_iter().skip_while(|token| {
        !matches!(token, TokenTree::Ident(word) if word == "struct" || word == "enum" || word == "union")
    });
    tokens.next();
    match tokens.next() {
        Some(TokenTree::Ident(name)) => Some((name.to_string(), name.span())),
        _ => None,
    }
}

/// A type's tokens with its name for `Self`. It was seen not to nest deeply.
fn without_self(tokens: TokenStream, name: &str) -> TokenStream {
    let named = |token| match token {
        TokenTree::Ident(word) if word == "Self" && syn::parse_str::<Ident>(name).is_ok() => {
            TokenTree::Ident(Ident::new(name, word.span()))
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), without_self(group.stream(), name));
            inner.set_span(group.span());
            TokenTree::Group(inner)
        }
        other => other,
    };
    tokens.into_iter().map(named).collect()
}

/// The last words of everything derived.
fn derives(attributes: &[Attribute], imports: &mut Imports) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // rustc reports what is wrong with it.
        let _ = attribute.parse_nested_meta(|meta| {
            imports.add_derive(&meta.path);
            names.extend(meta.path.segments.last().map(|segment| segment.ident.to_string()));
            Ok(())
        });
    }
    names
}
