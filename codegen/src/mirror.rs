//! Swift for types that people write in Rust: sources in, the Swift of all types marked `#[derive(SwiftMirror)]` out.
//!
//! A front like the YAML one: Rust items become a [`Spec`], whose parts point into the Rust files; from there on,
//! everything is shared (names, constraints, rules, the model, the Swift backend). What a mistake is called is what
//! it is called in a spec.
//!
//! | module | what |
//! | --- | --- |
//! | `scan`, `imports` | finds items without parsing the code between them |
//! | `declared` | what the sources declare, by name |
//! | `types`, `built_in` | Rust's types as the spec's |
//! | `checks`, `rules` | `#[validate(…)]` as constraints and rules |
//! | `objects`, `flatten`, `absence`, `enums` | items |
//!
//! The wire is serde's: names, adapters and flattened fields are honoured. Whatever shapes the wire and has no twin is
//! a diagnostic at the attribute or the type that asks for it.

mod absence;
mod built_in;
mod checks;
mod declared;
mod enums;
mod flatten;
mod imports;
mod objects;
mod rules;
mod scan;
mod types;

use std::collections::BTreeSet;

use proc_macro2::Span as Place;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::Files;
use crate::load::{InputFile, checked_model};
use crate::model::Model;
use crate::source::{FileId, SourceMap, Span, Spanned};
use crate::swift::{SwiftOptions, generate_with};
use crate::syntax::spec::{FileSpec, Head, Item, Spec};
use crate::yaml;
use declared::Declared;

/// A Rust file and what its Swift file is called.
#[derive(Clone, Debug)]
pub struct RustFile {
    /// Its path and bytes.
    pub input: InputFile,
    /// The stem of the Swift file: that of the Rust file, with the folders between it and the folder that was given.
    pub stem: String,
}

/// What Rust sources turn into.
#[derive(Debug)]
pub struct Mirrored {
    /// The sources, for rendering diagnostics.
    pub sources: SourceMap,
    /// Everything there is to say. Where it has errors, there are no files.
    pub diagnostics: Diagnostics,
    /// The model that the Swift is made of; `None` where there are errors.
    pub model: Option<Model>,
    /// The Swift files.
    pub swift: Files,
}

/// Mirrors the marked types of some files as the Swift module `module`. `command` is what makes the files anew, for
/// their first line.
pub fn mirror(mut files: Vec<RustFile>, module: &str, command: &str) -> Mirrored {
    files.sort_by(|a, b| a.input.path.cmp(&b.input.path));
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let mut mirror =
        Mirror { diagnostics: &mut diagnostics, declared: Declared::default(), files: Vec::new() };
    for file in &files {
        let id = yaml::add_file(&file.input.path, &file.input.bytes, &mut sources, mirror.diagnostics);
        let text = id.and_then(|id| sources.file(id).map(|file| (id, file.text.clone())));
        if let Some((id, text)) = text {
            mirror.scan(id, &text, file);
        }
    }
    let spec = mirror.spec(module);
    // A field that was refused would leave its rules without a place to lead to.
    let is_whole = !diagnostics.has_errors();
    let model = is_whole.then(|| checked_model(&spec, &sources, true, &mut diagnostics)).flatten();
    let options = SwiftOptions { command: command.to_owned() };
    let swift =
        model.as_ref().map(|model| generate_with(model, &options, &mut diagnostics)).unwrap_or_default();
    let model = model.filter(|_| !diagnostics.has_errors());
    Mirrored { sources, diagnostics: diagnostics.sorted(), model, swift }
}

/// What all parts of the front share.
struct Mirror<'d> {
    diagnostics: &'d mut Diagnostics,
    declared: Declared,
    files: Vec<Source>,
}

/// A file that was read.
#[derive(Debug)]
struct Source {
    stem: String,
    path: String,
    place: FilePlace,
}

/// From places of the tokenizer to ours.
#[derive(Clone, Copy, Debug)]
struct FilePlace {
    file: FileId,
    /// Bytes before the first one that was tokenized.
    skipped: usize,
}

impl FilePlace {
    fn span(self, place: Place) -> Span {
        let range = place.byte_range();
        let offset = |at: usize| u32::try_from(at + self.skipped).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(range.start), end: offset(range.end) }
    }

    fn spanned(self, text: impl Into<String>, place: Place) -> Spanned<String> {
        Spanned::new(text.into(), self.span(place))
    }
}

impl Mirror<'_> {
    fn scan(&mut self, id: FileId, text: &str, file: &RustFile) {
        let scanned = scan::scan(id, text, self.diagnostics);
        let index = self.files.len();
        self.files.push(Source {
            stem: file.stem.clone(),
            path: file.input.path.clone(),
            place: scanned.place,
        });
        for tokens in scanned.uses {
            self.declared.imports.add_use(scanned.place, tokens, self.diagnostics);
        }
        for head in &scanned.impls {
            self.declared.imports.add_impl(scanned.place, head);
        }
        for found in scanned.items {
            self.declared.add(index, scanned.place, found, self.diagnostics);
        }
    }

    fn spec(&mut self, module: &str) -> Spec {
        let mut spec = Spec::default();
        let declared = std::mem::take(&mut self.declared);
        let files = std::mem::take(&mut self.files);
        let Some(first) = files.first() else { return spec };
        let start = Span { file: first.place.file, start: 0, end: 0 };
        if declared.marked().next().is_none() && !self.diagnostics.has_errors() {
            let message = "nothing here is marked `#[derive(SwiftMirror)]`";
            let diagnostic = Diagnostic::about_file(Code::MirrorNothing, message, first.place.file);
            self.report(
                diagnostic
                    .help("mark the types that Swift should have: `#[derive(wirewright::SwiftMirror)]`"),
            );
        }
        let api = Spanned::new(module.to_owned(), start);
        spec.heads.push(Head { api, docs: Default::default(), outcome: None });
        for (index, source) in files.into_iter().enumerate() {
            let marked = declared.marked().filter(|marked| marked.file == index);
            let items: Vec<Item> = marked.filter_map(|marked| self.item(&declared, marked)).collect();
            let span = Span { file: source.place.file, start: 0, end: 0 };
            if !items.is_empty() {
                spec.files.push(FileSpec { stem: source.stem, path: source.path, span, items, sdk: None });
            }
        }
        spec
    }

    fn item(&mut self, declared: &Declared, marked: &declared::Marked) -> Option<Item> {
        let item = &marked.item;
        self.by_hand(declared, marked);
        match &item.data {
            syn::Data::Struct(data) => self.structure(declared, marked, data),
            syn::Data::Enum(data) => self.enumeration(marked, data),
            syn::Data::Union(data) => {
                let place = data.union_token.span;
                self.shape(marked, place, "a union has no JSON", "make it a struct or an enum");
                None
            }
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports a shape that Swift can't mirror.
    fn shape(&mut self, marked: &declared::Marked, place: Place, message: &str, help: &str) {
        let label = "can't be mirrored";
        let diagnostic = Diagnostic::new(Code::MirrorShape, message, marked.place.span(place), label);
        self.report(diagnostic.help(help));
    }

    /// Reports what an attribute's own parser found.
    fn malformed(&mut self, place: FilePlace, code: Code, error: Option<syn::Error>) {
        for one in error.into_iter().flatten() {
            let diagnostic =
                Diagnostic::new(code, one.to_string(), place.span(one.span()), "in this attribute");
            self.report(diagnostic);
        }
    }

    /// Reports an attribute of serde that Swift can't follow.
    fn serde(&mut self, place: FilePlace, span: Place, message: impl Into<String>, help: &str) {
        let diagnostic = Diagnostic::new(Code::MirrorSerde, message, place.span(span), "shapes the JSON");
        self.report(diagnostic.help(help));
    }

    /// Reports the words of serde's attributes that Swift can't follow, but for those that leave the JSON as it is.
    fn other_words(&mut self, place: FilePlace, words: &[wirewright_macros_core::serde::Word]) {
        let harmless: BTreeSet<&str> = ["bound", "borrow", "crate", "expecting"].into();
        for word in words.iter().filter(|word| !harmless.contains(word.name.as_str())) {
            let help = match word.name.as_str() {
                "deny_unknown_fields" => "Swift reads on where it meets an unknown field: leave this out",
                "from" | "try_from" | "into" | "remote" => "mark the type that stands in the JSON instead",
                _ => "leave it out, or mirror a type without it",
            };
            self.serde(place, word.span, format!("`{}` can't be mirrored in Swift", word.name), help);
        }
    }
}

/// The documentation of an item, field or variant.
fn docs(attributes: &[syn::Attribute], place: FilePlace) -> crate::syntax::spec::DocsSpec {
    let mut lines = Vec::new();
    let mut first = None;
    let mut deprecated = None;
    for attribute in attributes {
        match &attribute.meta {
            syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => {
                if let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &meta.value {
                    let text_value = text.value();
                    lines
                        .extend(text_value.lines().map(|line| plain(line.strip_prefix(' ').unwrap_or(line))));
                    if text_value.is_empty() {
                        lines.push(String::new());
                    }
                    first.get_or_insert(text.span());
                }
            }
            meta if meta.path().is_ident("deprecated") => deprecated = Some(deprecation(attribute)),
            _ => {}
        }
    }
    let text = lines.join("\n").trim().to_owned();
    let text = first.filter(|_| !text.is_empty()).map(|span| place.spanned(text, span));
    crate::syntax::spec::DocsSpec { text, source: None, deprecated }
}

/// Links of rustdoc to code are code: ``[`Order`]`` is `` `Order` ``.
fn plain(line: &str) -> String {
    line.replace("[`", "`").replace("`]", "`")
}

/// `#[deprecated]`, `#[deprecated = "…"]`, `#[deprecated(note = "…")]`
fn deprecation(attribute: &syn::Attribute) -> crate::model::Deprecation {
    let text = |value: &syn::Expr| match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    };
    let mut reason = match &attribute.meta {
        syn::Meta::NameValue(meta) => text(&meta.value),
        _ => None,
    };
    // rustc reports what is wrong with it.
    let _ = attribute.parse_nested_meta(|meta| {
        let value: syn::Expr = meta.value()?.parse()?;
        if meta.path.is_ident("note") {
            reason = text(&value);
        }
        Ok(())
    });
    crate::model::Deprecation { reason }
}
