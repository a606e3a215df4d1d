//! The tables of patterns that a file needs, as digits in strings: array literals take minutes to compile.

use std::collections::BTreeMap;

use wirewright_macros_core::pattern::Table;

use super::Context;
use crate::model::{ItemId, Pattern, ScalarId};
use crate::swift::ast::{Item, Member, TypeDecl};
use crate::swift::keywords::{free_member, quoted};
use crate::swift::literal;
use crate::swift::names::lower_camel;
use crate::words::words;

/// The tables that a file needs, by their names.
pub(crate) struct Patterns<'m> {
    context: &'m Context<'m>,
    tables: Vec<(String, &'m Pattern)>,
    texts: BTreeMap<String, &'m str>,
}

impl<'m> Patterns<'m> {
    /// None yet.
    pub(crate) fn new(context: &'m Context<'m>) -> Patterns<'m> {
        Patterns { context, tables: Vec::new(), texts: BTreeMap::new() }
    }

    /// The name of a pattern's table: the scalar's that the pattern belongs to, else made of the place that uses it.
    pub(crate) fn name(&mut self, pattern: &'m Pattern, scalar: Option<ScalarId>, place: &str) -> String {
        let of_scalar = scalar.map(|id| self.context.names.item(ItemId::Scalar(id)));
        let words = words(of_scalar.unwrap_or(place)).unwrap_or_default();
        let stem = free_member(lower_camel(&words));
        for number in 1.. {
            let name = if number == 1 { stem.clone() } else { format!("{stem}{number}") };
            match self.texts.get(&name) {
                Some(text) if *text == pattern.text => return name,
                Some(_) => {}
                None => {
                    self.texts.insert(name.clone(), &pattern.text);
                    self.tables.push((name.clone(), pattern));
                    return name;
                }
            }
        }
        stem
    }

    /// The extension that holds the tables.
    pub(crate) fn lower(self) -> Option<Item> {
        if self.tables.is_empty() {
            return None;
        }
        let members = self.tables.iter().map(|(name, pattern)| table_member(name, pattern)).collect();
        Some(Item::Type(TypeDecl { docs: Vec::new(), head: "extension Wire.Pattern".to_owned(), members }))
    }
}

fn table_member(name: &str, pattern: &Pattern) -> Member {
    let table = &pattern.table;
    let width = digits(table);
    let number = |number: u16| number.to_string();
    let arguments = vec![
        literal::string(&pattern.text),
        format!("start: {}", number(table.start)),
        format!("dead: {}", table.dead.map_or("-1".to_owned(), number)),
        format!("stride: {}", number(table.stride)),
        format!("columns: {}", quoted_digits(columns(table))),
        format!("digits: {width}"),
        format!(
            "transitions: {}",
            quoted_digits(table.transitions.iter().map(|state| encode(*state, width)).collect())
        ),
        format!(
            "accepting: {}",
            quoted_digits(table.accepting.iter().map(|ends| encode(u16::from(*ends), 1)).collect())
        ),
    ];
    Member::Call { head: format!("fileprivate static let {} = Wire.Pattern", quoted(name)), arguments }
}

/// How many digits of base 32 the largest state takes.
fn digits(table: &Table) -> usize {
    match table.transitions.iter().max() {
        Some(32_768..) => 4,
        Some(1_024..) => 3,
        Some(32..) => 2,
        _ => 1,
    }
}

/// Pairs of a byte and the column from there on, two digits each.
fn columns(table: &Table) -> String {
    let mut previous = None;
    let mut digits = String::new();
    for (byte, column) in (0u16..).zip(table.classes) {
        if previous != Some(column) {
            digits.push_str(&encode(byte, 2));
            digits.push_str(&encode(u16::from(column), 2));
            previous = Some(column);
        }
    }
    digits
}

/// A number in base 32, lowest digit first, digits from the character `0` on: none of them needs an escape.
fn encode(number: u16, digits: usize) -> String {
    (0..digits).map(|digit| char::from(b'0' + ((number >> (5 * digit)) & 31) as u8)).collect()
}

fn quoted_digits(digits: String) -> String {
    format!("\"{digits}\"")
}
