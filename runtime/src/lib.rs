//! What generated and hand-written wirewright models depend on: validation, open enums, wire formats.

#[doc(hidden)]
pub mod __private;
pub mod checks;
pub mod codes;
mod datetime;
mod decimal;
pub mod formats;
#[cfg(feature = "json")]
pub mod json;
mod nullable;
mod number;
mod open_enum;
mod operation;
pub mod options;
mod outcome;
mod path;
mod pattern;
#[doc(hidden)]
pub mod rules;
mod validate;
mod violation;
pub mod wire;

pub use datetime::{Date, DateTime};
pub use decimal::{Decimal, ParseDecimalError};
pub use nullable::Nullable;
pub use open_enum::{OpenEnum, Retry, Unrecognized};
pub use operation::{Operation, Webhook};
pub use outcome::Outcome;
pub use path::Path;
pub use pattern::PatternTable;
pub use validate::Validate;
pub use violation::{Limit, Violation, Violations};
#[cfg(feature = "derive")]
pub use wirewright_macros::{Construct, OpenEnum, Redact, Validate};
