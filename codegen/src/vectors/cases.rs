//! The vectors of one type.

use wirewright::json::{Number, Value};

use super::fields::{self, Field};
use super::{Vector, rules};
use crate::documents::places::Root;
use crate::documents::{Maker, Style, rules::mend};
use crate::judge::judge_text;
use crate::model::{EnumId, Model, ObjectId, Required};

/// Any number would do: values of plain documents are not random, only the search for broken rules is.
const SEED: u64 = 5;

/// What makes and collects the vectors of one type.
pub(super) struct Cases<'m> {
    pub(super) model: &'m Model,
    pub(super) maker: Maker<'m>,
    pub(super) name: &'m str,
    pub(super) vectors: Vec<Vector>,
}

/// All vectors of a type, in the order of the spec.
pub(super) fn of<'m>(model: &'m Model, root: Root, name: &'m str) -> Vec<Vector> {
    match root {
        Root::Object(id) => {
            let mut cases = own(model, id, name);
            fields::nested(&mut cases, id);
            cases.vectors
        }
        Root::Enum(id) => enumeration(Cases::new(model, name), id),
    }
}

/// The vectors of an object without those of the objects in it.
pub(super) fn own<'m>(model: &'m Model, id: ObjectId, name: &'m str) -> Cases<'m> {
    let mut cases = Cases::new(model, name);
    let minimal = cases.minimal(id);
    let complete = cases.complete(id, &minimal);
    cases.push("minimal", minimal.to_string());
    cases.push("complete", complete.to_string());
    let limits = fields::at_the_limits(&mut cases, id, &complete);
    cases.push("at the limits", limits.to_string());
    reading(&mut cases, id, &minimal);
    for field in &model.object(id).fields {
        Field { def: field, minimal: &minimal, complete: &complete }.vectors(&mut cases);
    }
    rules::vectors(&mut cases, id, &[minimal, complete]);
    cases
}

impl<'m> Cases<'m> {
    fn new(model: &'m Model, name: &'m str) -> Cases<'m> {
        Cases { model, maker: Maker::new(model, SEED, Style::Plain), name, vectors: Vec::new() }
    }

    /// What the judge says of a document.
    pub(super) fn judge(&self, document: &str) -> Vec<wirewright::Violation> {
        judge_text(self.model, self.name, document.as_bytes()).unwrap_or_default()
    }

    pub(super) fn is_valid(&self, value: &Value) -> bool {
        self.judge(&value.to_string()).is_empty()
    }

    /// Keeps a document, unless it was met before.
    pub(super) fn push(&mut self, name: &str, document: String) {
        if self.vectors.iter().all(|known| known.document != document) {
            let violations = self.judge(&document);
            self.vectors.push(Vector { name: name.to_owned(), document, violations });
        }
    }

    /// Keeps a document that shows something wrong.
    pub(super) fn push_invalid(&mut self, name: &str, document: String) {
        if !self.judge(&document).is_empty() {
            self.push(name, document);
        }
    }

    /// A document with what is required.
    fn minimal(&mut self, id: ObjectId) -> Value {
        self.maker.density = 0;
        let mut value = self.maker.object(id, 0);
        if !mend(&mut self.maker, Root::Object(id), self.name, &mut value) {
            // An example of the spec was judged.
            value = self.model.object(id).examples.first().cloned().unwrap_or(value);
        }
        value
    }

    /// A document with every field that may stand beside the others.
    fn complete(&mut self, id: ObjectId, minimal: &Value) -> Value {
        let mut value = minimal.clone();
        for field in &self.model.object(id).fields {
            let mut more = value.clone();
            if let Value::Object(entries) = &mut more {
                if entries.iter().any(|(key, _)| *key == field.name.text) {
                    continue;
                }
                entries.push((field.name.text.clone(), self.maker.field(field, 1)));
            }
            if self.is_valid(&more) {
                value = more;
            }
        }
        value
    }
}

/// What is wrong before there is a value.
fn reading(cases: &mut Cases<'_>, id: ObjectId, minimal: &Value) {
    let text = minimal.to_string();
    let open = text.trim_end_matches('}');
    let comma = if open.ends_with('{') { "\"\":0," } else { "," };
    cases.push_invalid("syntax", format!("{open}{comma}}}"));
    cases.push_invalid("type", "[]".to_owned());
    cases.push_invalid("null", "null".to_owned());
    let Value::Object(entries) = minimal else { return };
    let fields = &cases.model.object(id).fields;
    let required = fields.iter().filter(|field| field.required == Required::Yes).count();
    if required > 1 {
        cases.push_invalid("all missing", "{}".to_owned());
    }
    // A key twice: the first one of the document, and each that has another name.
    for field in fields {
        let value = entries.iter().find(|(key, _)| *key == field.name.text).map(|(_, value)| value.clone());
        let other = field.aliases.first();
        if other.is_none() && entries.first().is_none_or(|(key, _)| *key != field.name.text) {
            continue;
        }
        let value = value.unwrap_or_else(|| cases.maker.field(field, 1));
        let mut twice: Vec<_> = entries.iter().filter(|(key, _)| *key != field.name.text).cloned().collect();
        twice.push((field.name.text.clone(), value.clone()));
        twice.push((other.unwrap_or(&field.name.text).clone(), value));
        let pointer = wirewright::Path::root().field(&field.name.text).to_pointer();
        cases.push_invalid(&format!("{pointer} duplicateKey"), Value::Object(twice).to_string());
    }
}

fn enumeration(mut cases: Cases<'_>, id: EnumId) -> Vec<Vector> {
    if let Some(known) = cases.model.enumeration(id).values.first() {
        cases.push("known", Value::String(known.name.text.clone()).to_string());
    }
    cases.push("unknown", "\"NEW_VALUE\"".to_owned());
    cases.push_invalid("syntax", "\"NEW_VALUE".to_owned());
    cases.push_invalid("null", "null".to_owned());
    if let Some(one) = Number::from_text("1") {
        cases.push_invalid("type", Value::Number(one).to_string());
    }
    cases.vectors
}
