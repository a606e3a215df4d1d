//! Places of tokens.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// Tokens of ours, underlined at another place: rustc then points at what the user wrote.
pub(crate) fn respanned(tokens: &TokenStream, span: Span) -> TokenStream {
    let span = located(span);
    let respan = |token| match token {
        TokenTree::Group(group) => {
            let mut group = Group::new(group.delimiter(), respanned(&group.stream(), span));
            group.set_span(span);
            TokenTree::Group(group)
        }
        mut other => {
            other.set_span(span);
            other
        }
    };
    tokens.clone().into_iter().map(respan).collect()
}

/// The place of a token, resolved as the derive's own code: `self` and local names mean the expansion's.
pub(crate) fn located(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}
