//! What the derives say of the mistakes in `tests/ui`, without asking rustc: the messages are those that its output has
//! there, in their order. Where each is underlined, and what rustc says itself, is for `tests/tests/ui.rs`.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, LitStr};
use wirewright_macros_core::expand;

#[test]
fn the_derives_say_what_rustc_shows() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/ui"));
    let mut count = 0;
    let mut differences = Vec::new();
    for kind in entries(folder) {
        for file in entries(&kind).into_iter().filter(|file| file.extension().is_some_and(|it| it == "rs")) {
            let text = std::fs::read_to_string(&file).expect("a source file");
            let shown = std::fs::read_to_string(file.with_extension("stderr")).expect("what rustc shows");
            let mut said = Vec::new();
            for item in syn::parse_file(&text).expect("Rust").items {
                said.extend(expansions(item).into_iter().flat_map(messages));
            }
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            // Errors that rustc finds itself have a number.
            let expected =
                lines(&shown).into_iter().filter_map(|line| Some(line.strip_prefix("error: ")?.to_owned()));
            let expected: Vec<String> = expected.collect();
            let said: Vec<String> = said.iter().map(|message| lines(message).swap_remove(0)).collect();
            count += said.len();
            if said != expected {
                differences.push(format!("{}: {said:#?}, not {expected:#?}", file.display()));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(count > 50, "{count} messages");
}

fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut entries: Vec<_> = entries.collect();
    entries.sort();
    entries
}

/// What the derives of an item expand to.
fn expansions(mut item: Item) -> Vec<TokenStream> {
    let attributes = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        _ => return Vec::new(),
    };
    let derives: Vec<String> = attributes.iter().flat_map(derives).collect();
    attributes.retain(|attribute| !attribute.path().is_ident("derive"));
    let tokens = item.into_token_stream();
    let expand = |name: String| {
        Some(match name.as_str() {
            "Construct" => expand::construct(tokens.clone()),
            "FromJson" => expand::from_json(tokens.clone()),
            "OpenEnum" => expand::open_enum(tokens.clone()),
            "Redact" => expand::redact(tokens.clone()),
            "SwiftMirror" => expand::swift_mirror(tokens.clone()),
            "Validate" => expand::validate(tokens.clone()),
            _ => return None,
        })
    };
    derives.into_iter().filter_map(expand).collect()
}

/// The last names of the derives in an attribute.
fn derives(attribute: &Attribute) -> Vec<String> {
    let mut names = Vec::new();
    if attribute.path().is_ident("derive") {
        let read = attribute.parse_nested_meta(|meta| {
            names.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
            Ok(())
        });
        read.expect("a list of names");
    }
    names
}

/// The texts of `compile_error!` in an expansion.
fn messages(expansion: TokenStream) -> Vec<String> {
    let mut messages = Vec::new();
    let mut is_error = false;
    for token in expansion {
        match token {
            TokenTree::Ident(name) => is_error = name == "compile_error",
            TokenTree::Group(group) if is_error => {
                messages.push(syn::parse2::<LitStr>(group.stream()).expect("a text").value());
                is_error = false;
            }
            TokenTree::Group(group) => messages.extend(self::messages(group.stream())),
            _ => {}
        }
    }
    messages
}
