//! What generated and hand-written wirewright models depend on: validation, open enums, wire formats.

mod decimal;
#[cfg(feature = "json")]
pub mod json;
mod number;
mod pattern;

pub use decimal::{Decimal, ParseDecimalError};
pub use pattern::PatternTable;
