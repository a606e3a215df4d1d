//! A small JSON reader and writer that keep what serde loses: duplicate keys, the order of keys and the text of
//! numbers.

#[cfg(feature = "serde")]
mod deserialize;
mod document;
mod read;
mod reader;
mod scan;
mod value;
mod write;

#[cfg(feature = "serde")]
#[doc(hidden)]
pub use deserialize::{NodeDeserializer, ReadError};
pub use document::{Document, Kind, Node};
pub use read::{MAX_DEPTH, SyntaxError, parse};
#[doc(hidden)]
pub use reader::{Member, Members, Reader};
pub use value::{Number, Value};

#[cfg(test)]
mod tests;
