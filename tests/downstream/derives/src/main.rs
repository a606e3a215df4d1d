//! Runs documents through the types of this crate, one a line: `[case, type, document]`, three texts, in; what the type
//! makes of the document out, `{"violations": [...], "written": "..."}`, or `{}` where it cannot be read. The text of a
//! violation is its pointer, its code and, where it has one, its limit as JSON.

use std::io::{BufRead, Write};

use derive_user::models::{Line, Money, Order, OrderId, Stamps};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use ww::{Limit, Validate, Violation};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let (_, name, document): (String, String, String) = serde_json::from_str(&line?)?;
        let answer = match name.as_str() {
            "Line" => run::<Line>(&document),
            "Money" => run::<Money>(&document),
            "Order" => run::<Order>(&document),
            "OrderId" => run::<OrderId>(&document),
            "Stamps" => run::<Stamps>(&document),
            _ => return Err(std::io::Error::other(format!("no type is called {name}"))),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn run<T: DeserializeOwned + Serialize + Validate>(document: &str) -> serde_json::Value {
    let Ok(value) = serde_json::from_str::<T>(document) else { return json!({}) };
    let violations = value.validate().err().unwrap_or_default();
    let violations: Vec<String> = violations.iter().map(text).collect();
    match serde_json::to_string(&value) {
        Ok(written) => json!({ "violations": violations, "written": written }),
        Err(_) => json!({}),
    }
}

fn text(violation: &Violation) -> String {
    let limit = match &violation.limit {
        None => String::new(),
        Some(Limit::Integer(number)) => format!(" {number}"),
        Some(Limit::Text(text)) => format!(" {}", json!(text)),
    };
    format!("{} {}{limit}", violation.pointer, violation.code)
}
