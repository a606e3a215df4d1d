//! Methods of an SDK by their selector and by their name in Swift.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::SdkMethod;
use crate::resolve::Resolver;
use crate::resolve::names::{is_word, shown};
use crate::source::{Span, Spanned};
use crate::syntax::spec::SdkCallSpec;

impl Resolver<'_> {
    /// A call with exactly these arguments, called so where the vendor's name is not stated.
    pub(super) fn sdk_call(&mut self, spec: &SdkCallSpec, wanted: &[&str]) -> Option<SdkMethod> {
        if let Some(argument) = &spec.argument {
            self.sdk_identifier(argument);
        }
        let method = self.sdk_method(spec.selector.as_ref(), spec.swift.as_ref(), spec.span)?;
        if method.labels.len() != wanted.len() {
            let message = format!("`{}` takes {} of the session", spec.key, arguments(wanted.len()));
            let label = format!("takes {}", arguments(method.labels.len()));
            let place = spec.selector.as_ref().or(spec.swift.as_ref()).map_or(spec.span, |name| name.span);
            let diagnostic = Diagnostic::new(Code::SdkShape, message, place, label);
            self.report(
                diagnostic.help("a call with other arguments needs a function of your own around the SDK"),
            );
            return None;
        }
        let given = spec.argument.as_ref().map(|argument| argument.value.clone());
        let arguments =
            wanted.iter().map(|name| given.clone().unwrap_or_else(|| (*name).to_owned())).collect();
        Some(SdkMethod { arguments, ..method })
    }

    /// A method by its selector, its name in Swift, or both.
    pub(super) fn sdk_method(
        &mut self,
        selector: Option<&Spanned<String>>,
        swift: Option<&Spanned<String>>,
        span: Span,
    ) -> Option<SdkMethod> {
        let pieces = match selector.map(|selector| (selector, selector_pieces(&selector.value))) {
            Some((selector, None)) => {
                let message = format!("`{}` is not a selector", shown(&selector.value));
                let diagnostic = Diagnostic::new(Code::BadSelector, message, selector.span, "not a selector");
                self.report(
                    diagnostic
                        .help("write it as Objective-C does: `onDestroy`, `createComponent:`, `log:level:`"),
                );
                return None;
            }
            pieces => pieces.and_then(|(_, pieces)| pieces),
        };
        let swift_name = match swift.map(|swift| (swift, swift_name(&swift.value))) {
            Some((swift, None)) => {
                let message = format!("`{}` is not the name of a method in Swift", shown(&swift.value));
                let diagnostic =
                    Diagnostic::new(Code::BadSelector, message, swift.span, "not a name with labels");
                self.report(diagnostic.help(
                    "write it with its labels: `onDestroy()`, `createComponent(_:)`, `log(name:level:)`",
                ));
                return None;
            }
            name => name.and_then(|(_, name)| name),
        };
        if let (Some(pieces), Some((_, labels)), Some(swift)) = (&pieces, &swift_name, swift)
            && pieces.arguments() != labels.len()
        {
            let message = "the selector and the name in Swift take different numbers of arguments";
            let diagnostic = Diagnostic::new(Code::BadSelector, message, swift.span, arguments(labels.len()));
            let other = selector.map_or(span, |selector| selector.span);
            self.report(diagnostic.also(other, arguments(pieces.arguments())));
            return None;
        }
        let named = swift_name.or_else(|| pieces.as_ref().map(Pieces::swift_name));
        let Some((base, labels)) = named else {
            let message = "a call needs `selector`, `swift` or both";
            self.report(Diagnostic::new(Code::MissingKey, message, span, "neither is here"));
            return None;
        };
        let place = swift.or(selector).map_or(span, |name| name.span);
        self.sdk_identifier(&Spanned::new(base.clone(), place));
        let selector = selector.map(|selector| selector.value.clone());
        Some(SdkMethod { selector, base, labels, arguments: Vec::new() })
    }
}

/// The parts of a selector.
struct Pieces(Vec<String>, bool);

impl Pieces {
    fn arguments(&self) -> usize {
        if self.1 { self.0.len() } else { 0 }
    }

    /// What Swift calls it, where the SDK is written in Swift: `logWithName:parameter:` was `log(name:parameter:)`,
    /// `createComponent:` was `createComponent(_:)`.
    fn swift_name(&self) -> (String, Vec<Option<String>>) {
        let Pieces(pieces, has_arguments) = self;
        let first = pieces.first().map(String::as_str).unwrap_or_default();
        if !has_arguments {
            return (first.to_owned(), Vec::new());
        }
        let rest = pieces.iter().skip(1).map(|piece| Some(piece.clone()));
        let split = first.rsplit_once("With").filter(|(base, label)| {
            !base.is_empty() && label.starts_with(|letter: char| letter.is_ascii_uppercase())
        });
        match split {
            Some((base, label)) => {
                (base.to_owned(), std::iter::once(Some(uncapitalized(label))).chain(rest).collect())
            }
            None => (first.to_owned(), std::iter::once(None).chain(rest).collect()),
        }
    }
}

/// The pieces of a selector, and whether it takes arguments.
fn selector_pieces(text: &str) -> Option<Pieces> {
    match text.strip_suffix(':') {
        None => is_identifier(text).then(|| Pieces(vec![text.to_owned()], false)),
        Some(pieces) => {
            let pieces: Vec<String> = pieces.split(':').map(str::to_owned).collect();
            pieces.iter().all(|piece| is_identifier(piece)).then_some(Pieces(pieces, true))
        }
    }
}

/// Base and labels of a name in Swift: `log(name:_:)`.
fn swift_name(text: &str) -> Option<(String, Vec<Option<String>>)> {
    let (base, rest) = text.strip_suffix(')')?.split_once('(')?;
    if !is_identifier(base) {
        return None;
    }
    let mut labels = Vec::new();
    if !rest.is_empty() {
        for label in rest.strip_suffix(':')?.split(':') {
            labels.push(match label {
                "_" => None,
                label if is_identifier(label) => Some(label.to_owned()),
                _ => return None,
            });
        }
    }
    Some((base.to_owned(), labels))
}

fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// A name that an SDK can have.
pub(super) fn is_identifier(text: &str) -> bool {
    is_word(text, |first| first.is_ascii_alphabetic() || first == '_') && text != "_"
}

/// Digits.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1 argument`
pub(super) fn arguments(count: usize) -> String {
    match count {
        0 => "no argument".to_owned(),
        1 => "1 argument".to_owned(),
        count => format!("{count} arguments"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swift_names_of_selectors() {
        let name = |selector: &str| {
            selector_pieces(selector).map(|pieces| {
                let (base, labels) = pieces.swift_name();
                let labels: String =
                    labels.iter().map(|label| format!("{}:", label.as_deref().unwrap_or("_"))).collect();
                format!("{base}({labels})")
            })
        };
        for (selector, swift) in [
            ("onDestroy", "onDestroy()"),
            ("createComponent:", "createComponent(_:)"),
            ("onEventCallback:eventResult:", "onEventCallback(_:eventResult:)"),
            ("logWithName:parameter:", "log(name:parameter:)"),
            ("startWith:", "startWith(_:)"),
            ("showWithin:", "showWithin(_:)"),
        ] {
            assert_eq!(name(selector).as_deref(), Some(swift));
        }
        for bad in ["", ":", "a::b:", "a:b", "a b:", "1a"] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn names_in_swift() {
        assert_eq!(swift_name("a()"), Some(("a".to_owned(), vec![])));
        assert_eq!(swift_name("a(_:b:)"), Some(("a".to_owned(), vec![None, Some("b".to_owned())])));
        for bad in ["a", "a(", "a(b)", "a(:)", "(b:)", "a(b:c)", "a(b:))"] {
            assert_eq!(swift_name(bad), None, "{bad}");
        }
    }
}
