//! How violations and values are shown and compared.

use wirewright::json::Value;
use wirewright::{Limit, Violation};

/// A violation as the cases write it: pointer, code and, where there is one, the limit; texts in quotes.
pub fn line(violation: &Violation) -> String {
    let limit = match &violation.limit {
        None => String::new(),
        Some(Limit::Integer(number)) => format!(" {number}"),
        Some(Limit::Text(text)) => format!(" {}", serde_json::Value::from(text.as_ref())),
    };
    format!("{} {}{limit}", violation.pointer, violation.code)
}

/// JSON as our own reader has it, so that numbers are compared exactly.
pub fn json(text: &str) -> Value {
    wirewright::json::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
