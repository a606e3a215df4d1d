//! Random JSON documents of a type: what is compared when Rust, Swift and the judge are (`wirewright twins`), and what
//! vectors are made of.
//!
//! Documents are raw text, since what nobody writes (`1e400`, half a surrogate pair, a key twice) is what readers
//! differ in. Which documents come out follows from the model and the seed alone.
//!
//! | module | what |
//! | --- | --- |
//! | `valid.rs`, with `text.rs` and `number.rs` | values built from their constraints |
//! | `rules.rs` | mends what is wrong with a document, rules above all, and turns rules over |
//! | `nearly.rs` | values just outside of a constraint |
//! | `wild.rs` | surgery on raw text |
//! | `outline.rs`, `places.rs` | where values stand, in raw text and in the model |

mod nearly;
mod number;
pub(crate) mod outline;
pub(crate) mod places;
mod random;
pub(crate) mod rules;
mod text;
mod valid;
mod wild;

pub(crate) use nearly::{LONG, broken};
pub use random::Random;
pub(crate) use valid::{Maker, Style};

use wirewright::json::Value;

use crate::judge::{self, UnknownType};
use crate::model::Model;
use places::Root;

/// The three kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is wrong with it, as far as a document was found that meets all rules.
    Valid,
    /// A valid one, changed in one to three places: at a constraint's limit, a rule turned over, a field gone.
    Nearly,
    /// Raw text that need not even be JSON.
    Wild,
}

/// How many valid documents are kept to be changed.
const KEPT: usize = 32;

/// How many of a hundred optional fields are there, one of these a document.
const DENSITIES: [usize; 5] = [0, 10, 25, 50, 90];

/// Makes documents of one object or enum.
///
/// ```
/// use wirewright_codegen::documents::{Documents, Kind};
/// use wirewright_codegen::load::{InputFile, load};
///
/// let spec = b"wirewright: 1\napi: Shop\ntypes: { Order: { fields: { id: { type: string, required: true, maxLength: 3 } } } }";
/// let loaded = load(vec![InputFile { path: "api.yaml".to_owned(), bytes: spec.to_vec() }]);
/// let model = loaded.model.ok_or("a mistake in the spec")?;
/// let mut documents = Documents::new(&model, "Order", 7)?;
/// let document = documents.of_kind(Kind::Valid);
/// let violations = wirewright_codegen::judge::judge_text(&model, "Order", &document)?;
/// assert!(violations.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Documents<'m> {
    maker: Maker<'m>,
    root: Root,
    name: String,
    /// Every name that a field of the model has.
    keys: Vec<String>,
    /// Valid documents that others are made of: to find one takes longer than to change it.
    found: Vec<Value>,
}

impl<'m> Documents<'m> {
    /// Documents of an object or enum of a model.
    ///
    /// # Errors
    /// Where the model has none of this name.
    pub fn new(model: &'m Model, type_name: &str, seed: u64) -> Result<Documents<'m>, UnknownType> {
        let root = Root::named(model, type_name);
        let root = root.ok_or_else(|| judge::unknown_type(model, type_name))?;
        let fields = model.objects.iter().flat_map(|object| &object.fields);
        let keys = fields.flat_map(|field| std::iter::once(&field.name.text).chain(&field.aliases)).cloned();
        let maker = Maker::new(model, seed, Style::Varied);
        Ok(Documents { maker, root, name: type_name.to_owned(), keys: keys.collect(), found: Vec::new() })
    }

    /// The next document, of a kind at random.
    pub fn next_document(&mut self) -> Vec<u8> {
        let kind = [Kind::Valid, Kind::Nearly, Kind::Wild].get(self.maker.random.below(3)).copied();
        self.of_kind(kind.unwrap_or(Kind::Valid))
    }

    /// The next document of a kind.
    pub fn of_kind(&mut self, kind: Kind) -> Vec<u8> {
        match kind {
            Kind::Valid => self.valid().to_string().into_bytes(),
            Kind::Nearly => {
                let mut value = self.base();
                for _ in 0..=self.maker.random.below(3) {
                    nearly::edit(&mut self.maker, self.root, &mut value);
                }
                value.to_string().into_bytes()
            }
            Kind::Wild => {
                let mut text = self.base().to_string().into_bytes();
                for _ in 0..=self.maker.random.below(4) {
                    wild::operate(&mut text, &self.keys, &mut self.maker.random);
                }
                text
            }
        }
    }

    /// A valid document to change.
    fn base(&mut self) -> Value {
        let known = if self.maker.random.chance(80) { self.maker.random.pick(&self.found) } else { None };
        match known {
            Some(known) => known.clone(),
            None => self.valid(),
        }
    }

    fn valid(&mut self) -> Value {
        let value = self.varied().unwrap_or_else(|| self.new_valid());
        if self.found.len() == KEPT {
            let oldest = self.maker.random.below(KEPT);
            self.found.swap_remove(oldest);
        }
        self.found.push(value.clone());
        value
    }

    /// A valid document that differs from another one in a few places.
    fn varied(&mut self) -> Option<Value> {
        let known = if self.maker.random.chance(70) { self.maker.random.pick(&self.found) } else { None };
        let mut value = known?.clone();
        self.maker.density = self.density();
        for _ in 0..=self.maker.random.below(3) {
            nearly::edit(&mut self.maker, self.root, &mut value);
        }
        rules::mend(&mut self.maker, self.root, &self.name, &mut value).then_some(value)
    }

    /// One from nothing.
    fn new_valid(&mut self) -> Value {
        self.maker.density = self.density();
        let mut value = self.start();
        if !rules::mend(&mut self.maker, self.root, &self.name, &mut value) {
            self.maker.density = 0;
            value = self.start();
            rules::mend(&mut self.maker, self.root, &self.name, &mut value);
        }
        value
    }

    fn density(&mut self) -> usize {
        self.maker.random.pick(&DENSITIES).copied().unwrap_or_default()
    }

    /// What a document starts as: an example of the spec now and then.
    fn start(&mut self) -> Value {
        match self.root {
            Root::Enum(id) => self.maker.enumeration(id),
            Root::Object(id) => {
                let examples = &self.maker.model.object(id).examples;
                let example =
                    if self.maker.random.chance(15) { self.maker.random.pick(examples) } else { None };
                example.cloned().unwrap_or_else(|| self.maker.object(id, 0))
            }
        }
    }
}

#[cfg(test)]
mod tests;
