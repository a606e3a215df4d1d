//! Finds the items of a Rust file. The code between them is tokenized and never parsed, so that what is inside of
//! functions and macros, be it as deep as it may, costs nothing and can't go wrong.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Span as Place, TokenStream, TokenTree};

use super::FilePlace;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// How deep an item may nest brackets and types, and how long a run of one sign may be.
const MAXIMUM_DEPTH: usize = 48;

/// What a file has.
pub(super) struct Scanned {
    pub(super) place: FilePlace,
    pub(super) items: Vec<Found>,
    /// `use …;`
    pub(super) uses: Vec<TokenStream>,
    /// The heads of implementations: all but the braces.
    pub(super) impls: Vec<Vec<TokenTree>>,
}

/// A struct, an enum, a union or a type alias.
pub(super) struct Found {
    pub(super) tokens: TokenStream,
    pub(super) is_alias: bool,
    /// It derives `SwiftMirror`.
    pub(super) marked: bool,
}

/// Tokenizes a file and takes it apart.
pub(super) fn scan(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Scanned {
    let skipped = shebang(text);
    let place = FilePlace { file, skipped };
    let mut scanner = Scanner { place, items: Vec::new(), uses: Vec::new(), impls: Vec::new(), diagnostics };
    match TokenStream::from_str(text.get(skipped..).unwrap_or_default()) {
        Ok(tokens) => scanner.items(tokens),
        Err(error) => {
            let span = place.span(error.span());
            // A tokenizer points at one byte.
            let span = Span { end: span.end.max(span.start), ..span };
            let diagnostic =
                Diagnostic::new(Code::MirrorSyntax, "this is not Rust", span, "can't be read on from here");
            scanner
                .diagnostics
                .push(diagnostic.help("an open bracket, quote or comment is the usual cause; ask rustc"));
        }
    }
    let Scanner { items, uses, impls, .. } = scanner;
    Scanned { place, items, uses, impls }
}

/// The bytes of a first line that is for the shell.
fn shebang(text: &str) -> usize {
    match text.starts_with("#!") && !text.starts_with("#![") {
        true => text.find('\n').unwrap_or(text.len()),
        false => 0,
    }
}

struct Scanner<'d> {
    place: FilePlace,
    items: Vec<Found>,
    uses: Vec<TokenStream>,
    impls: Vec<Vec<TokenTree>>,
    diagnostics: &'d mut Diagnostics,
}

impl Scanner<'_> {
    /// Items of a file and of the modules in it, in the order written.
    fn items(&mut self, tokens: TokenStream) {
        let mut open = vec![tokens.into_iter()];
        while let Some(mut tokens) = open.pop() {
            if let Some(inner) = self.items_until_module(&mut tokens) {
                open.push(tokens);
                open.push(inner.into_iter());
            }
        }
    }

    /// Takes items until a module begins, and returns its inside.
    fn items_until_module(
        &mut self,
        tokens: &mut proc_macro2::token_stream::IntoIter,
    ) -> Option<TokenStream> {
        let mut head = Vec::new();
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Ident(word)
                    if word == "struct" || word == "enum" || word == "union" || word == "type" =>
                {
                    let is_alias = word == "type";
                    let word_is_name = word == "union" && !next_is_ident(tokens);
                    head.push(token);
                    if !word_is_name {
                        self.item(std::mem::take(&mut head), tokens, is_alias);
                    }
                }
                TokenTree::Ident(word) if word == "mod" => {
                    let test = is_for_tests(&head);
                    head.clear();
                    let _name = tokens.next();
                    match tokens.next() {
                        Some(TokenTree::Group(group)) if !test => return Some(group.stream()),
                        _ => {}
                    }
                }
                TokenTree::Ident(word) if word == "use" => {
                    head.clear();
                    let path = tokens.by_ref().take_while(|token| !is_sign(token, ';'));
                    let path: TokenStream = std::iter::once(token).chain(path).collect();
                    if too_deep(&path).is_none() {
                        let end = TokenTree::Punct(proc_macro2::Punct::new(';', proc_macro2::Spacing::Alone));
                        self.uses.push(path.into_iter().chain([end]).collect());
                    }
                }
                TokenTree::Ident(word) if word == "impl" => {
                    head.clear();
                    self.implementation(tokens);
                }
                // Attributes and visibility stand before an item.
                TokenTree::Punct(sign) if sign.as_char() == '#' => head.push(token),
                TokenTree::Group(group) if follows_sign(&head) && group.delimiter() == Delimiter::Bracket => {
                    head.push(token)
                }
                TokenTree::Ident(word) if word == "pub" => head.push(token),
                TokenTree::Group(group)
                    if follows_pub(&head) && group.delimiter() == Delimiter::Parenthesis =>
                {
                    head.push(token)
                }
                TokenTree::Group(group) => {
                    self.hidden(group);
                    head.clear();
                }
                _ => head.clear(),
            }
        }
        None
    }

    /// Takes the rest of an item: up to its braces, or to a semicolon.
    fn item(
        &mut self,
        mut head: Vec<TokenTree>,
        tokens: &mut proc_macro2::token_stream::IntoIter,
        is_alias: bool,
    ) {
        let test = is_for_tests(&head);
        let marked = derives_mirror(&head);
        for token in tokens {
            let ends = match &token {
                TokenTree::Punct(sign) => sign.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !is_alias,
                _ => false,
            };
            head.push(token);
            if ends {
                break;
            }
        }
        if test {
            return;
        }
        let tokens: TokenStream = head.into_iter().collect();
        match too_deep(&tokens) {
            Some(place) if marked => self.deep(place),
            // What is not marked matters by its name only.
            Some(_) => {}
            None => self.items.push(Found { tokens, is_alias, marked }),
        }
    }

    /// Takes an `impl` up to and with its braces.
    fn implementation(&mut self, tokens: &mut proc_macro2::token_stream::IntoIter) {
        let mut head = Vec::new();
        for token in tokens {
            match &token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.hidden(group);
                    break;
                }
                _ if is_sign(&token, ';') => return,
                _ => head.push(token),
            }
        }
        self.impls.push(head);
    }

    fn deep(&mut self, place: Place) {
        let message = format!("a marked type nests at most {MAXIMUM_DEPTH} deep");
        self.diagnostics.push(Diagnostic::new(
            Code::MirrorShape,
            message,
            self.place.span(place),
            "too deep",
        ));
    }

    /// Reports marked types where no item is looked for.
    fn hidden(&mut self, group: &Group) {
        let mut open = vec![group.stream().into_iter()];
        let mut head: Vec<TokenTree> = Vec::new();
        while let Some(mut tokens) = open.pop() {
            while let Some(token) = tokens.next() {
                match token {
                    TokenTree::Group(group) => {
                        head.push(TokenTree::Group(group.clone()));
                        if derives_mirror(&head) {
                            let span = self.place.span(group.span());
                            let message = "a type inside of a function or a macro can't be mirrored";
                            let diagnostic =
                                Diagnostic::new(Code::MirrorHidden, message, span, "marked here");
                            self.diagnostics.push(
                                diagnostic.help("move it out, so that it can be seen without running Rust"),
                            );
                        }
                        head.clear();
                        open.push(tokens);
                        tokens = group.stream().into_iter();
                    }
                    TokenTree::Punct(sign) if sign.as_char() == '#' => head = vec![TokenTree::Punct(sign)],
                    _ => head.clear(),
                }
            }
        }
    }
}

fn is_sign(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

fn next_is_ident(tokens: &proc_macro2::token_stream::IntoIter) -> bool {
    matches!(tokens.clone().next(), Some(TokenTree::Ident(_)))
}

fn follows_sign(head: &[TokenTree]) -> bool {
    matches!(head.last(), Some(TokenTree::Punct(sign)) if sign.as_char() == '#')
}

fn follows_pub(head: &[TokenTree]) -> bool {
    matches!(head.last(), Some(TokenTree::Ident(word)) if word == "pub")
}

/// The insides of attributes by their name: `derive(…)` is `derive` and what it derives.
fn attributes(head: &[TokenTree]) -> impl Iterator<Item = (String, TokenStream)> {
    head.iter().filter_map(|token| {
        let TokenTree::Group(group) = token else { return None };
        let mut inside = group.stream().into_iter();
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(arguments))) =
            (inside.next(), inside.next())
        else {
            return None;
        };
        (group.delimiter() == Delimiter::Bracket).then(|| (name.to_string(), arguments.stream()))
    })
}

/// Whether the attributes derive `SwiftMirror`, be it under a condition.
fn derives_mirror(head: &[TokenTree]) -> bool {
    attributes(head).any(|(name, arguments)| match name.as_str() {
        "derive" => mentions(&arguments, "SwiftMirror"),
        "cfg_attr" => mentions(&arguments, "SwiftMirror"),
        _ => false,
    })
}

fn is_for_tests(head: &[TokenTree]) -> bool {
    // Nothing is printed to compare it: printing calls itself for each bracket.
    let is_test = |arguments: TokenStream| {
        let mut tokens = arguments.into_iter();
        let first = tokens.next();
        matches!(first, Some(TokenTree::Ident(word)) if word == "test") && tokens.next().is_none()
    };
    attributes(head).any(|(name, arguments)| name == "cfg" && is_test(arguments))
}

/// Whether an identifier stands somewhere in the tokens.
pub(super) fn mentions(tokens: &TokenStream, word: &str) -> bool {
    let mut open = vec![tokens.clone().into_iter()];
    while let Some(tokens) = open.pop() {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if ident == word => return true,
                TokenTree::Group(group) => open.push(group.stream().into_iter()),
                _ => {}
            }
        }
    }
    false
}

/// Where an item nests too deeply for a parser that calls itself.
fn too_deep(tokens: &TokenStream) -> Option<Place> {
    let mut open = vec![Level { tokens: tokens.clone().into_iter(), angles: 0, run: 0 }];
    let mut angles_outside = 0_usize;
    while let Some(mut level) = open.pop() {
        angles_outside -= level.angles;
        while let Some(token) = level.tokens.next() {
            level.count(&token);
            let depth = open.len() + angles_outside + level.angles;
            if depth > MAXIMUM_DEPTH || level.run > MAXIMUM_DEPTH * 4 {
                return Some(token.span());
            }
            if let TokenTree::Group(group) = token {
                angles_outside += level.angles;
                open.push(level);
                level = Level { tokens: group.stream().into_iter(), angles: 0, run: 0 };
            }
        }
    }
    None
}

/// The inside of a bracket.
struct Level {
    tokens: proc_macro2::token_stream::IntoIter,
    /// Angle brackets that are open in it.
    angles: usize,
    /// Signs and words since the last comma that nest what follows them without any bracket.
    run: usize,
}

impl Level {
    fn count(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Punct(sign) => match sign.as_char() {
                '<' => self.angles += 1,
                '>' => {
                    self.angles = self.angles.saturating_sub(1);
                    self.run += 1;
                }
                ',' if self.angles == 0 => self.run = 0,
                '&' | '*' | '-' | '!' | '=' | '|' => self.run += 1,
                _ => {}
            },
            TokenTree::Ident(word) if syn::parse_str::<syn::Ident>(&word.to_string()).is_err() => {
                self.run += 1
            }
            _ => {}
        }
    }
}
