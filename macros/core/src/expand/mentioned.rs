//! Which generic parameters some tokens mention, and how.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;

/// The names among `parameters` that stand in the tokens.
pub(super) fn mentioned(tokens: impl ToTokens, parameters: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(tokens.into_token_stream(), parameters, &mut found);
    found
}

/// The tokens of a type without another type in it.
pub(super) fn without(tokens: impl ToTokens, other: &TokenStream) -> TokenStream {
    let own: Vec<String> = flat(other.clone()).iter().map(ToString::to_string).collect();
    let tokens = flat(tokens.into_token_stream());
    let mut rest = TokenStream::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let here = tokens.iter().skip(index).map(ToString::to_string).take(own.len());
        if here.eq(own.iter().cloned()) {
            index += own.len();
            continue;
        }
        rest.extend([match token {
            TokenTree::Group(group) => {
                TokenTree::Group(Group::new(group.delimiter(), without(group.stream(), other)))
            }
            token => token.clone(),
        }]);
        index += 1;
    }
    rest
}

/// The types such as `T::Item` and `<T as Trait>::Item` in the tokens of a type, and the tokens without them.
pub(super) fn associated_types(
    tokens: impl ToTokens,
    parameters: &BTreeSet<String>,
) -> (Vec<TokenStream>, TokenStream) {
    let mut found = Vec::new();
    let mut rest = TokenStream::new();
    let mut tokens: Vec<TokenTree> = flat(tokens.into_token_stream());
    while !tokens.is_empty() {
        match (leading_associated_type(&tokens, parameters), tokens.first()) {
            (0, Some(TokenTree::Group(group))) => {
                let (inside, others) = associated_types(group.stream(), parameters);
                found.extend(inside);
                rest.extend(others);
                tokens.remove(0);
            }
            (0, _) => rest.extend(tokens.drain(..1)),
            (length, _) => found.push(tokens.drain(..length).collect()),
        }
    }
    (found, rest)
}

/// The tokens, groups that no one sees opened: a macro leaves them around the types that it was given.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let open = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => flat(group.stream()),
        other => vec![other],
    };
    tokens.into_iter().flat_map(open).collect()
}

/// How many tokens an associated type at the front takes; 0 where there is none.
fn leading_associated_type(tokens: &[TokenTree], parameters: &BTreeSet<String>) -> usize {
    let is = |index: usize, sign: char| matches!(tokens.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    let mut length = match tokens.first() {
        Some(TokenTree::Ident(ident)) if parameters.contains(&ident.to_string()) => 1,
        // `<T as Trait>`: up to the `>` that belongs to this `<`.
        Some(TokenTree::Punct(punct)) if punct.as_char() == '<' => {
            let mut depth = 0_usize;
            let end = (0..tokens.len()).find(|index| {
                depth += usize::from(is(*index, '<'));
                depth -= usize::from(is(*index, '>') && depth > 0);
                depth == 0
            });
            match end {
                Some(end) if tokens.get(1..end).is_some_and(is_qualified) => end + 1,
                _ => return 0,
            }
        }
        _ => return 0,
    };
    let start = length;
    while is(length, ':')
        && is(length + 1, ':')
        && matches!(tokens.get(length + 2), Some(TokenTree::Ident(_)))
    {
        length += 3;
    }
    if length > start { length } else { 0 }
}

fn is_qualified(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == "as"))
}

fn collect(tokens: TokenStream, parameters: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.extend(parameters.get(&ident.to_string()).cloned()),
            TokenTree::Group(group) => collect(group.stream(), parameters, found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
