//! Compiles a pattern of a spec into a small table that generated code runs, in Rust and in Swift.
//!
//! The language of patterns is a subset of ECMA-262's, with the `u` flag, searched for in the text as JSON Schema
//! does: `^` and `$` are the ends of the text, everything else may match anywhere.
//!
//! | | |
//! | --- | --- |
//! | characters | themselves; `^ $ \ . * + ? ( ) [ ] { } \|` and any other ASCII punctuation after a backslash |
//! | escapes | `\t \n \v \f \r \0 \cX \xHH \uHHHH \u{H…}`; two `\uHHHH` may be a surrogate pair |
//! | sets | `.` all but `\n \r U+2028 U+2029`; `\d` and `\w` ASCII; `\s` ECMA-262's white space; `\D \W \S` |
//! | classes | `[a-z_]`, `[^…]`, with the escapes above, `\b` (U+0008) and the sets; `[^]` is any character |
//! | groups | `(…)` and `(?:…)`, at most 100 deep |
//! | repetition | `* + ? {n} {n,} {n,m}`, counts up to 2,048; a lazy `?` after it changes nothing |
//!
//! Refused, each with a message and its place: look-around, back-references, `\b` and `\B`, `\p` and `\P` (their
//! tables take tens of kilobytes), flags, named groups, `[]`, unescaped `{ } ]` that stand for themselves, half
//! surrogate pairs.
//!
//! How a pattern becomes a table: `parse` reads it into regex-syntax's tree, regex-automata makes a nondeterministic
//! automaton over UTF-8 bytes of it, `determinise` makes it deterministic, `minimise` the smallest one. The smallest
//! automaton is unique, and its states and columns are numbered in a fixed order: the same pattern gives the same
//! table, and equivalent patterns give equal tables, whatever the versions of those crates.

mod determinise;
mod escape;
mod minimise;
mod parse;

use std::fmt;
use std::ops::Range;

/// The most states a table has.
pub const MAX_STATES: usize = 2_048;

/// The most bytes a table takes in generated code.
pub const MAX_BYTES: usize = 16 * 1024;

/// The automaton of one pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The state to begin in, which is the first.
    pub start: u16,
    /// The column of each byte.
    pub classes: [u8; 256],
    /// The number of columns, 1 to 256.
    pub stride: u16,
    /// One row of `stride` entries per state: the state after a byte of that column.
    pub transitions: Vec<u16>,
    /// Of each state, whether a text that ends in it matches.
    pub accepting: Vec<bool>,
    /// The state from which nothing matches any more, if there is one.
    pub dead: Option<u16>,
    /// Whether the pattern is `^…$`: a match is always the whole text.
    pub anchored: bool,
}

impl Table {
    /// Whether the pattern is found in the text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let next = |state: u16, byte: u8| {
            let class = self.classes.get(usize::from(byte))?;
            let row = usize::from(state) * usize::from(self.stride);
            self.transitions.get(row + usize::from(*class)).copied()
        };
        let end = text.bytes().try_fold(self.start, next);
        end.is_some_and(|state| self.accepting.get(usize::from(state)) == Some(&true))
    }

    /// The table as `wirewright::PatternTable` runs it: a row per state, in which states stand as the places of their
    /// rows, with one more column that says whether the state accepts. The first row is the state to begin in.
    #[must_use]
    pub fn rows(&self) -> Vec<u16> {
        let mut rows = Vec::with_capacity(self.transitions.len() + self.accepting.len());
        for (row, accepts) in self.transitions.chunks(usize::from(self.stride)).zip(&self.accepting) {
            rows.extend(row.iter().map(|state| self.row(*state)));
            rows.push(u16::from(*accepts));
        }
        rows
    }

    /// The place in [`rows`](Self::rows) of the state from which nothing matches any more.
    #[must_use]
    pub fn dead_row(&self) -> Option<u16> {
        self.dead.map(|state| self.row(state))
    }

    /// A table has fewer than 2^16 numbers: [`MAX_BYTES`] sees to it.
    fn row(&self, state: u16) -> u16 {
        state.saturating_mul(self.stride.saturating_add(1))
    }

    /// The bytes it takes at least: entries are of one byte while there are at most 256 states.
    #[must_use]
    pub fn size(&self) -> usize {
        let width = if self.accepting.len() <= 256 { 1 } else { 2 };
        self.classes.len() + self.transitions.len() * width + self.accepting.len()
    }
}

/// Why a pattern cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong and what to write instead.
    pub message: String,
    /// The place in the pattern, in bytes.
    pub range: Range<usize>,
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for PatternError {}

/// Most bytes of a pattern: longer ones would be refused for their tables anyway, but only after seconds of work.
pub const MAX_LENGTH: usize = 4_096;

/// Compiles a pattern; see the [module](self) for the language.
///
/// # Errors
/// When the pattern is not in the language, or its table would have more than [`MAX_STATES`] states or [`MAX_BYTES`]
/// bytes.
///
/// # Example
/// ```
/// use wirewright_macros_core::pattern::compile;
///
/// let code = compile("^[A-Z]{3}$")?;
/// assert!(code.is_match("USD") && !code.is_match("USD\n"));
/// assert!(code.anchored);
/// # Ok::<(), wirewright_macros_core::pattern::PatternError>(())
/// ```
pub fn compile(pattern: &str) -> Result<Table, PatternError> {
    if pattern.len() > MAX_LENGTH {
        let message = format!("a pattern has at most {MAX_LENGTH} bytes");
        return Err(PatternError { message, range: 0..pattern.len() });
    }
    let parsed = parse::parse(pattern)?;
    let too_large = || PatternError {
        message: format!(
            "the pattern's table would exceed {MAX_STATES} states or {} KB; \
             limit the length with `maxLength`, repeat without a count, or anchor with `^` and `$`",
            MAX_BYTES / 1024
        ),
        range: parsed.largest_count.clone().unwrap_or(0..pattern.len()),
    };
    let automaton = determinise::determinise(&parsed.tree).ok_or_else(too_large)?;
    let table = minimise::minimise(&automaton, parsed.anchored);
    let fits = table.accepting.len() <= MAX_STATES && table.size() <= MAX_BYTES;
    if fits { Ok(table) } else { Err(too_large()) }
}

#[cfg(test)]
mod tests;
