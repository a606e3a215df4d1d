//! Writing: compact with `Display` and `to_string`, indented with [`Value::to_pretty`].

use std::fmt::{self, Write};

use super::value::Value;

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_value(formatter, self, None)
    }
}

impl Value {
    /// The value on several lines, indented by two spaces, without a line feed at its end.
    #[must_use]
    pub fn to_pretty(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = write_value(&mut text, self, Some(0));
        text
    }
}

/// `level` is the indentation of a value on several lines, `None` for the compact form.
fn write_value(out: &mut dyn Write, value: &Value, level: Option<usize>) -> fmt::Result {
    let inner = level.map(|level| level + 1);
    match value {
        Value::Null => out.write_str("null"),
        Value::Bool(value) => write!(out, "{value}"),
        Value::Number(number) => out.write_str(number.as_str()),
        Value::String(text) => write_string(out, text),
        Value::Array(items) => {
            write_list(out, level, ('[', ']'), items, |out, item| write_value(out, item, inner))
        }
        Value::Object(entries) => write_list(out, level, ('{', '}'), entries, |out, (key, value)| {
            write_string(out, key)?;
            out.write_str(if level.is_some() { ": " } else { ":" })?;
            write_value(out, value, inner)
        }),
    }
}

fn write_list<Item>(
    out: &mut dyn Write,
    level: Option<usize>,
    (open, close): (char, char),
    items: &[Item],
    write_item: impl Fn(&mut dyn Write, &Item) -> fmt::Result,
) -> fmt::Result {
    out.write_char(open)?;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.write_char(',')?;
        }
        write_line_break(out, level.map(|level| level + 1))?;
        write_item(out, item)?;
    }
    if !items.is_empty() {
        write_line_break(out, level)?;
    }
    out.write_char(close)
}

fn write_line_break(out: &mut dyn Write, level: Option<usize>) -> fmt::Result {
    match level {
        Some(level) => write!(out, "\n{:width$}", "", width = level * 2),
        None => Ok(()),
    }
}

fn write_string(out: &mut dyn Write, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            '\u{0}'..='\u{1F}' => write!(out, "\\u{:04x}", u32::from(character))?,
            _ => out.write_char(character)?,
        }
    }
    out.write_char('"')
}
