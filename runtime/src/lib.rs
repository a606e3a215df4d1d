//! What generated and hand-written wirewright models depend on: validation, open enums, wire formats.

mod datetime;
mod decimal;
pub mod formats;
#[cfg(feature = "json")]
pub mod json;
mod nullable;
mod number;
mod pattern;
pub mod wire;

pub use datetime::{Date, DateTime};
pub use decimal::{Decimal, ParseDecimalError};
pub use nullable::Nullable;
pub use pattern::PatternTable;
