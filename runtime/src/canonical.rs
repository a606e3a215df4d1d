//! The canonical form of a value: bytes that are equal exactly where two values mean the same JSON. `uniqueItems`
//! compares values by them, since they can be hashed whatever the values are.
//!
//! | JSON | form |
//! | --- | --- |
//! | null, booleans | a letter |
//! | integers and decimals | digits that end and begin with no zero, the power of ten that they stand for |
//! | other doubles | their 64 bits |
//! | texts | the number of bytes, the bytes |
//! | lists | the elements, between brackets |
//! | objects | the entries, sorted, between braces |
//!
//! No form is the beginning of another one. A value is what its `Serialize` says: what that skips is absent. Beyond
//! what JSON can write there are infinities and NaN, each like itself, and keys of any type.

use std::fmt;
use std::io::Write as _;

use serde::Serialize;

use crate::Decimal;
use crate::number::Parts;

mod compound;
mod writer;

use writer::Writer;

/// Appends the canonical form of a value.
///
/// # Errors
/// Those of a `Serialize` that was written by hand. What was appended until then is of no use.
pub(crate) fn write(bytes: &mut Vec<u8>, value: &(impl Serialize + ?Sized)) -> fmt::Result {
    value.serialize(Writer::new(bytes))
}

/// From here on not every whole double is one of its own; it stays apart from the integers.
const FIRST_INEXACT: f64 = 9_007_199_254_740_992.0;

fn write_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b's');
    bytes.extend_from_slice(&text.len().to_be_bytes());
    bytes.extend_from_slice(text.as_bytes());
}

fn write_integer(bytes: &mut Vec<u8>, value: i64) {
    let (mut digits, mut power) = (value, 0_i64);
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        power += 1;
    }
    bytes.push(b'#');
    // Memory takes everything.
    let _ = write!(bytes, "{digits}");
    write_power(bytes, power);
}

/// The nearest double of a number in a JSON value, or the integer that it is.
fn write_double(bytes: &mut Vec<u8>, value: f64) {
    if value.trunc() == value && value.abs() < FIRST_INEXACT {
        return write_integer(bytes, value as i64);
    }
    bytes.push(b'd');
    bytes.extend_from_slice(&value.to_bits().to_be_bytes());
}

/// A number by its exact value. Its exponent is written, never expanded.
fn write_decimal(bytes: &mut Vec<u8>, text: &str) -> fmt::Result {
    let number = Parts::scan(text.as_bytes()).ok_or(fmt::Error)?.exact();
    bytes.extend_from_slice(match number.sign() {
        0 => b"#0",
        -1 => b"#-",
        _ => b"#",
    });
    bytes.extend(number.digits().map(|digit| b'0' + digit));
    write_power(bytes, number.lowest_power());
    Ok(())
}

/// What ends a number.
fn write_power(bytes: &mut Vec<u8>, power: i64) {
    bytes.push(b'e');
    bytes.extend_from_slice(&power.to_be_bytes());
}

/// A number in a JSON value, where serde_json keeps its text (its feature `arbitrary_precision`).
fn write_json_number(bytes: &mut Vec<u8>, text: &str) -> fmt::Result {
    if let Ok(integer) = text.parse() {
        write_integer(bytes, integer);
    } else if text.parse::<u64>().is_ok() {
        return write_decimal(bytes, text);
    } else {
        write_double(bytes, text.parse().map_err(|_| fmt::Error)?);
    }
    Ok(())
}

/// What serde_json takes over as it stands: a number, exactly, or any other JSON.
fn write_raw(bytes: &mut Vec<u8>, text: &str) -> fmt::Result {
    match text.parse::<Decimal>() {
        Ok(decimal) => write_decimal(bytes, decimal.as_str()),
        Err(_) => write(bytes, &serde_json::from_str::<serde_json::Value>(text).map_err(|_| fmt::Error)?),
    }
}

#[cfg(test)]
mod tests;
