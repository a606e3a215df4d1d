//! What generated and hand-written wirewright models depend on: validation, open enums, wire formats.
//!
//! The generator prints types with the derives of this crate; types written by hand use the same ones.
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use serde::{Deserialize, Serialize};
//! use wirewright::{Construct, OpenEnum, Redact, Unrecognized, Validate};
//!
//! /// How the buyer pays.
//! #[derive(Clone, Debug, PartialEq, OpenEnum)]
//! enum PaymentMethodType {
//!     #[open_enum("CARD")]
//!     Card,
//!     #[open_enum("ALIPAY_CN")]
//!     AlipayCn,
//!     /// What the server knows and this program does not.
//!     #[open_enum(unrecognized)]
//!     Unrecognized(Unrecognized<Self>),
//! }
//!
//! /// A payment to make.
//! #[derive(Serialize, Deserialize, Validate, Construct, Redact)]
//! #[serde(rename_all = "camelCase")]
//! #[validate(rule(id = "card-needs-token", when(method == "CARD"), require(card_token)))]
//! struct Payment {
//!     #[validate(min_length = 1, max_length = 64)]
//!     payment_id: String,
//!     method: PaymentMethodType,
//!     #[redact]
//!     card_token: Option<String>,
//!     #[validate(pattern = "^[A-Z]{3}$")]
//!     currency: Option<String>,
//! }
//!
//! // What is required has to be there: leaving a field out does not compile.
//! let payment = Payment::new(PaymentRequired { payment_id: String::new(), method: "CARD".into() })
//!     .with_currency("usd");
//!
//! // Everything else is judged when asked: all violations at once, each with its place.
//! let violations = payment.validate().unwrap_err();
//! let found: Vec<_> = violations.iter().map(|violation| (&*violation.pointer, &*violation.code)).collect();
//! assert_eq!(
//!     found,
//!     [("/paymentId", "minLength"), ("/currency", "pattern"), ("/cardToken", "rule:card-needs-token")],
//! );
//!
//! // A secret does not reach the log; reading never fails for a new value of an enum.
//! assert!(format!("{:?}", payment.with_card_token("tok_1")).contains("card_token: [redacted]"));
//! let read: Payment = serde_json::from_str(r#"{"paymentId":"1","method":"NEW_WALLET"}"#)?;
//! assert_eq!(read.method.as_str(), "NEW_WALLET");
//! # }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Types of every shape can be judged; a violation points at the value in the JSON that serde writes:
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use serde::Serialize;
//! use wirewright::Validate;
//!
//! #[derive(Serialize, Validate)]
//! #[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "camelCase")]
//! enum Method<W> {
//!     Card {
//!         #[validate(pattern = "^[0-9]{12,19}$")]
//!         card_number: String,
//!     },
//!     Wallet(#[validate(nested)] W),
//!     Cash,
//! }
//!
//! #[derive(Serialize, Validate)]
//! struct Range(#[validate(minimum = 0)] i64, #[validate(maximum = 100)] i64);
//!
//! let method: Method<Range> = Method::Card { card_number: "4242".to_owned() };
//! let violations = method.validate().unwrap_err();
//! assert_eq!(violations.iter().next().unwrap().pointer, "/cardNumber");
//! assert_eq!(Range(0, 101).validate().unwrap_err().iter().next().unwrap().pointer, "/1");
//! # }
//! ```
//!
//! | to | see |
//! | --- | --- |
//! | read a document and tell everything that can't be read | [`FromJson`](trait@FromJson) |
//! | judge a value | [`Validate`], [`Violations`], [`codes`]; [`checks`] for implementations by hand |
//! | write Swift for a type | [`SwiftMirror`](macro@SwiftMirror), for `wirewright mirror` |
//! | keep what the server invents | [`OpenEnum`](trait@OpenEnum), [`Unrecognized`] |
//! | read and write numbers as text, one element or many, explicit null | [`wire`], [`Nullable`] |
//! | count money | [`Decimal`] |
//! | keep dates as received | [`DateTime`], [`Date`] |
//! | hold an SDK's options | [`options`] |
//! | send a call, answer a notification | [`Operation`], [`Outcome`], [`Webhook`] |
//!
//! Features: `derive` (on by default) brings the derives and implies `serde`, with which the types are read and written
//! and operations described; it implies `json`, the reader that keeps duplicate keys and the text of numbers. Without any,
//! the checks remain and nothing is depended on.

#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod __private;
#[cfg(feature = "serde")]
mod canonical;
pub mod checks;
pub mod codes;
mod datetime;
mod decimal;
pub mod formats;
#[cfg(feature = "serde")]
mod from_json;
#[cfg(feature = "json")]
pub mod json;
mod nullable;
mod number;
mod open_enum;
#[cfg(feature = "serde")]
mod operation;
pub mod options;
mod outcome;
mod path;
mod pattern;
#[doc(hidden)]
pub mod rules;
#[cfg(feature = "serde")]
mod unique;
mod validate;
mod violation;
#[cfg(feature = "serde")]
pub mod wire;

pub use datetime::{Date, DateTime};
pub use decimal::{Decimal, ParseDecimalError};
#[cfg(feature = "serde")]
pub use from_json::FromJson;
pub use nullable::Nullable;
pub use open_enum::{OpenEnum, Retry, Unrecognized};
#[cfg(feature = "serde")]
pub use operation::{Operation, Webhook};
pub use outcome::Outcome;
pub use path::Path;
pub use pattern::PatternTable;
pub use validate::Validate;
pub use violation::{Limit, Violation, Violations};
#[cfg(feature = "derive")]
pub use wirewright_macros::{Construct, FromJson, OpenEnum, Redact, SwiftMirror, Validate};
