//! Mistakes found in one item, reported together.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Collects errors so that one run reports every mistake, each on its own token.
#[derive(Debug, Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Adds an error.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(first) => first.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// Adds an error that underlines `tokens`.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// The value of a result; its error is kept.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// True where nothing went wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Adds what was wrong about something read; gives what could be read.
    pub(crate) fn also<T>(&mut self, (value, error): (T, Option<syn::Error>)) -> T {
        if let Some(error) = error {
            self.push(error);
        }
        value
    }

    /// The errors as one; `None` where there are none.
    pub(crate) fn into_error(self) -> Option<syn::Error> {
        self.0
    }

    /// The value where nothing went wrong.
    pub(crate) fn or<T>(self, value: T) -> syn::Result<T> {
        self.0.map_or(Ok(value), Err)
    }

    /// The errors as `compile_error!` calls; nothing where there are none.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0.map(|error| error.into_compile_error()).unwrap_or_default()
    }
}

/// ``, did you mean `…`?`` where one of the candidates is close to what was written.
pub(crate) fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let nearest = candidates
        .into_iter()
        .map(|candidate| (distance(written, candidate), candidate))
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, candidate)) if distance <= 1 + written.chars().count() / 4 => {
            format!(", did you mean `{candidate}`?")
        }
        _ => String::new(),
    }
}

/// Levenshtein's distance, in characters.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, from) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&right) {
            let substituted = diagonal + usize::from(from != *to);
            diagonal = *cell;
            *cell = substituted.min(diagonal + 1).min(before + 1);
            before = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("max_lenght", "max_length"), 2);
    }

    #[test]
    fn suggestions_are_close() {
        assert_eq!(did_you_mean("max_lenght", ["min_items", "max_length"]), ", did you mean `max_length`?");
        assert_eq!(did_you_mean("zebra", ["min_items", "max_length"]), "");
    }
}
