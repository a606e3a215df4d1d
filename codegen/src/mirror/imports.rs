//! What a file's `use` and `impl` items tell: where well-known names come from, and what is written by hand.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span as Place, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::{ItemUse, UseTree};

use super::FilePlace;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::FileId;

/// The mark, as derives and `use` name it.
const MARK: &str = "SwiftMirror";

/// The paths that names stand for, by file.
#[derive(Default)]
pub(super) struct Imports {
    paths: BTreeMap<FileId, BTreeMap<String, Vec<String>>>,
    /// What wirewright is called here.
    ours: BTreeSet<String>,
    /// Traits that are implemented by hand, with the type.
    by_hand: Vec<(String, FilePlace, Place, String)>,
}

impl Imports {
    /// Reads `use …;`. Mistakes in it are rustc's to report.
    pub(super) fn add_use(&mut self, place: FilePlace, tokens: TokenStream, diagnostics: &mut Diagnostics) {
        let Ok(item) = syn::parse2::<ItemUse>(tokens) else { return };
        let mut open = vec![(Vec::new(), &item.tree)];
        while let Some((path, tree)) = open.pop() {
            let with = |ident: &syn::Ident| {
                let mut path: Vec<String> = path.clone();
                if ident != "self" || path.is_empty() {
                    path.push(ident.unraw().to_string());
                }
                path
            };
            match tree {
                UseTree::Path(inner) => open.push((with(&inner.ident), &inner.tree)),
                UseTree::Group(group) => open.extend(group.items.iter().map(|tree| (path.clone(), tree))),
                UseTree::Name(name) => self.add(place, with(&name.ident), None),
                UseTree::Rename(rename) => {
                    if rename.ident == MARK && rename.rename != "_" {
                        let message = "under another name the mark is not seen";
                        let span = place.span(rename.rename.span());
                        let diagnostic = Diagnostic::new(Code::MirrorHidden, message, span, "another name");
                        diagnostics.push(diagnostic.help("derive it as `SwiftMirror`, or by its path"));
                    }
                    self.add(place, with(&rename.ident), Some(rename.rename.unraw().to_string()));
                }
                UseTree::Glob(_) => {}
            }
        }
    }

    fn add(&mut self, place: FilePlace, path: Vec<String>, name: Option<String>) {
        let (Some(first), Some(last)) = (path.first(), path.last()) else { return };
        if path.len() > 1 && last == MARK {
            self.ours.insert(first.clone());
        }
        let name = name.unwrap_or_else(|| last.clone());
        self.paths.entry(place.file).or_default().insert(name, path);
    }

    /// Notes the crate that a derive names the mark by: `ww` of `#[derive(ww::SwiftMirror)]`.
    pub(super) fn add_derive(&mut self, path: &syn::Path) {
        let is_mark = path.segments.last().is_some_and(|last| last.ident == MARK);
        if let Some(first) = path.segments.first().filter(|_| is_mark && path.segments.len() > 1) {
            self.ours.insert(first.ident.unraw().to_string());
        }
    }

    /// Reads the head of an `impl`: what stands before its braces.
    pub(super) fn add_impl(&mut self, place: FilePlace, head: &[TokenTree]) {
        let is_for = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "for");
        // The `for` of `for<'a>` stands in angle brackets or before one.
        let middle = head.iter().enumerate().find(|(index, token)| {
            let opens = matches!(head.get(index + 1), Some(TokenTree::Punct(sign)) if sign.as_char() == '<');
            is_for(token) && !opens
        });
        let Some((middle, _)) = middle else { return };
        let (before, behind) = head.split_at(middle);
        if let (Some((what, span)), Some((of, _))) =
            (last_outside(before), last_outside(behind.get(1..).unwrap_or_default()))
        {
            self.by_hand.push((what, place, span, of));
        }
    }

    /// Implementations by hand of traits that shape or judge the JSON, for a type of this name.
    pub(super) fn by_hand<'s>(
        &'s self,
        name: &'s str,
        file: FileId,
    ) -> impl Iterator<Item = (&'s str, FilePlace, Place)> {
        let shapes = ["Serialize", "Deserialize", "Validate"];
        let found = self.by_hand.iter().filter(move |(what, place, _, of)| {
            shapes.contains(&what.as_str()) && of == name && place.file == file
        });
        found.map(|(what, place, span, _)| (what.as_str(), *place, *span))
    }

    /// The foreign path that a well-known name stands for, where it is not the one that everybody means.
    pub(super) fn foreign(&self, file: FileId, qualifier: Option<&str>, word: &str) -> Option<String> {
        let expanded = match qualifier {
            Some(first) => {
                let path = self.path(file, first).cloned().unwrap_or_else(|| vec![first.to_owned()]);
                path.into_iter().chain([word.to_owned()]).collect()
            }
            None => self.path(file, word)?.clone(),
        };
        let known = ["wirewright", "serde_json", "std", "core", "alloc", "crate", "self", "super"];
        let first = expanded.first()?;
        let is_known = known.contains(&first.as_str()) || self.ours.contains(first) || expanded.len() < 2;
        (!is_known).then(|| expanded.join("::"))
    }

    fn path(&self, file: FileId, name: &str) -> Option<&Vec<String>> {
        self.paths.get(&file)?.get(name)
    }
}

/// The last identifier that stands in no angle brackets, up to `where`.
fn last_outside(tokens: &[TokenTree]) -> Option<(String, Place)> {
    let (mut depth, mut last) = (0_usize, None);
    for token in tokens {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            TokenTree::Punct(sign) if sign.as_char() == '>' => depth = depth.saturating_sub(1),
            TokenTree::Ident(word) if word == "where" => break,
            TokenTree::Ident(word) if depth == 0 => last = Some((word.unraw().to_string(), word.span())),
            _ => {}
        }
    }
    last
}
