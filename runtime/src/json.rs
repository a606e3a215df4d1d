//! A small JSON reader and writer that keep what serde loses: duplicate keys, the order of keys and the text of
//! numbers.

mod read;
mod value;
mod write;

pub use read::{MAX_DEPTH, SyntaxError, parse};
pub use value::{Number, Value, all_distinct};

#[cfg(test)]
mod tests;
