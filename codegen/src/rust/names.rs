//! Every identifier of the Rust output, picked before anything is printed.
//!
//! Fields and modules are snake case, types and variants upper camel case, of the words that [`crate::words`] finds;
//! `rust: {name}` is taken as it is. Keywords become raw (`r#type`), `self` becomes `self_`. Two names that meet in one
//! identifier, and a name that no identifier can be made of, are diagnostics: nothing is numbered or dropped.

use std::collections::BTreeMap;
use std::fmt;

use proc_macro2::Span as TokenSpan;

use super::keywords::{Spelling, is_reserved_item, spelling};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Category, EnumDef, EnumId, ItemId, Model, Name, ObjectDef, OptionsDef, Required, UnknownFields,
};
use crate::source::Span;
use crate::words::{starts_with_digit, value_words, words};

/// An identifier that Rust takes. Only this module makes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ident {
    text: String,
    raw: bool,
}

impl Ident {
    /// Spells a word that has the letters of an identifier so that Rust takes it.
    fn new(word: String) -> Ident {
        match spelling(&word) {
            Spelling::Plain => Ident { text: word, raw: false },
            Spelling::Raw => Ident { text: word, raw: true },
            Spelling::Impossible => Ident { text: word + "_", raw: false },
        }
    }

    /// Without `r#`, as serde and the derives see it.
    pub(crate) fn plain(&self) -> &str {
        &self.text
    }

    /// As a token.
    pub(crate) fn token(&self) -> proc_macro2::Ident {
        match self.raw {
            true => proc_macro2::Ident::new_raw(&self.text, TokenSpan::call_site()),
            false => proc_macro2::Ident::new(&self.text, TokenSpan::call_site()),
        }
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.raw { "r#" } else { "" })?;
        formatter.write_str(&self.text)
    }
}

/// The identifiers of one model. Asking with an id of another model panics, as it does for the model itself.
#[derive(Debug, Default)]
pub(crate) struct Names {
    modules: Vec<Ident>,
    items: BTreeMap<ItemId, Ident>,
    members: BTreeMap<ItemId, Vec<Ident>>,
    categories: BTreeMap<EnumId, (Ident, Vec<Ident>)>,
}

impl Names {
    /// Modules, in the model's order.
    pub(crate) fn modules(&self) -> &[Ident] {
        &self.modules
    }

    /// An item.
    #[expect(clippy::indexing_slicing, reason = "every item of the model was named, or nothing is printed")]
    pub(crate) fn item(&self, item: ItemId) -> &Ident {
        &self.items[&item]
    }

    /// Fields of an object, values of an enum, entries of options, in the model's order.
    pub(crate) fn members(&self, item: ItemId) -> &[Ident] {
        self.members.get(&item).map(Vec::as_slice).unwrap_or_default()
    }

    /// A member by its index in the model.
    #[expect(
        clippy::indexing_slicing,
        reason = "indexes of fields and values are made by the model that holds them"
    )]
    pub(crate) fn member(&self, item: ItemId, index: usize) -> &Ident {
        &self.members(item)[index]
    }

    /// The enum of an enum's categories and its variants.
    pub(crate) fn categories(&self, enumeration: EnumId) -> Option<&(Ident, Vec<Ident>)> {
        self.categories.get(&enumeration)
    }
}

/// Picks every identifier. The result is complete only where no error was pushed.
pub(crate) fn pick_names(model: &Model, diagnostics: &mut Diagnostics) -> Names {
    let mut names = Names::default();
    let mut root = Scope::new("the crate's root");
    for module in &model.modules {
        let ident = module_ident(&module.name);
        let help = "rename one of the two files";
        root.claim(&ident, module.span, help, diagnostics);
        names.modules.push(ident);
    }
    for &item in model.modules.iter().flat_map(|module| &module.items) {
        name_item(model, item, &mut root, &mut names, diagnostics);
    }
    names
}

/// Names an item, what is derived from its name, and its members.
fn name_item(model: &Model, id: ItemId, root: &mut Scope, names: &mut Names, diagnostics: &mut Diagnostics) {
    let name = item_name(model, id);
    let Some(ident) = item_ident(name, diagnostics) else { return };
    root.claim(&ident, name.span, OVERRIDE, diagnostics);
    let members = match id {
        ItemId::Object(object) => {
            claim_required(model.object(object), &ident, root, diagnostics);
            name_fields(model.object(object), diagnostics)
        }
        ItemId::Enum(id) => {
            let enumeration = model.enumeration(id);
            name_categories(enumeration, &ident, root, diagnostics)
                .map(|categories| names.categories.insert(id, categories));
            name_values(enumeration, diagnostics)
        }
        ItemId::Options(options) => name_entries(model.option_set(options), diagnostics),
        ItemId::Scalar(_) | ItemId::Operation(_) | ItemId::Webhook(_) => Vec::new(),
    };
    names.items.insert(id, ident);
    names.members.insert(id, members);
}

/// The name of any item.
fn item_name(model: &Model, id: ItemId) -> &Name {
    match id {
        ItemId::Scalar(id) => &model.scalar(id).name,
        ItemId::Object(id) => &model.object(id).name,
        ItemId::Enum(id) => &model.enumeration(id).name,
        ItemId::Options(id) => &model.option_set(id).name,
        ItemId::Operation(id) => &model.operation(id).name,
        ItemId::Webhook(id) => &model.webhook(id).name,
    }
}

/// `wirewright::Construct` makes this struct beside the type: a name that nothing else may have.
pub(crate) fn required_ident(object: &Ident) -> Ident {
    Ident::new(format!("{}Required", object.plain()))
}

fn claim_required(object: &ObjectDef, ident: &Ident, root: &mut Scope, diagnostics: &mut Diagnostics) {
    if object.fields.iter().any(|field| field.required == Required::Yes) {
        root.claim(&required_ident(ident), object.name.span, OVERRIDE, diagnostics);
    }
}

fn name_fields(object: &ObjectDef, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let mut scope = Scope::new(format!("`{}`", object.name.text));
    if object.unknown_fields == UnknownFields::Keep {
        let additional = Ident::new(ADDITIONAL.to_owned());
        scope.claim(&additional, object.name.span, OVERRIDE, diagnostics);
    }
    let fields = object.fields.iter().map(|field| (&field.name, field.fallback.is_some()));
    name_members(fields, &mut scope, diagnostics)
}

fn name_entries(options: &OptionsDef, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let mut scope = Scope::new(format!("`{}`", options.name.text));
    scope.claim(&Ident::new(ADDITIONAL.to_owned()), options.name.span, OVERRIDE, diagnostics);
    let entries = options.entries.iter().map(|entry| (&entry.name, entry.fallback.is_some()));
    name_members(entries, &mut scope, diagnostics)
}

/// Names fields and claims the methods that come with them.
fn name_members<'m>(
    members: impl Iterator<Item = (&'m Name, bool)>,
    fields: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Ident> {
    let mut methods = Scope::new(format!("{} (methods)", fields.owner));
    let mut idents = Vec::new();
    for (name, has_fallback) in members {
        let Some(ident) = field_ident(name, diagnostics) else { continue };
        if fields.claim(&ident, name.span, OVERRIDE, diagnostics) {
            methods.claim(&setter_ident(&ident), name.span, OVERRIDE, diagnostics);
            if has_fallback {
                methods.claim(&fallback_ident(&ident), name.span, OVERRIDE, diagnostics);
            }
        }
        idents.push(ident);
    }
    idents
}

/// The method that `wirewright::Construct` sets a field with.
pub(crate) fn setter_ident(field: &Ident) -> Ident {
    Ident::new(format!("with_{}", field.plain().trim_start_matches('_')))
}

/// The method that reads a field with its fallback.
pub(crate) fn fallback_ident(field: &Ident) -> Ident {
    // Two underscores in a row are no snake case: `self_`.
    Ident::new(format!("{}_or_fallback", field.plain().trim_end_matches('_')))
}

fn name_values(enumeration: &EnumDef, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let mut scope = Scope::new(format!("`{}`", enumeration.name.text));
    scope.claim(&Ident::new(UNRECOGNIZED.to_owned()), enumeration.name.span, VALUE_OVERRIDE, diagnostics);
    let mut idents = Vec::new();
    for (value, words) in enumeration.values.iter().zip(value_words(enumeration)) {
        let made = words.map(|words| upper_camel(&words));
        let Some(ident) = chosen(&value.name, made, Case::Type, VALUE_OVERRIDE, diagnostics) else {
            continue;
        };
        scope.claim(&ident, value.name.span, VALUE_OVERRIDE, diagnostics);
        idents.push(ident);
    }
    idents
}

/// The enum of an enum's categories: `<Enum>Category`.
fn name_categories(
    enumeration: &EnumDef,
    ident: &Ident,
    root: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<(Ident, Vec<Ident>)> {
    if enumeration.categories.is_empty() {
        return None;
    }
    let category = Ident::new(format!("{}Category", ident.plain()));
    root.claim(&category, enumeration.name.span, OVERRIDE, diagnostics);
    let mut scope = Scope::new(format!("the categories of `{}`", enumeration.name.text));
    let mut idents = Vec::new();
    for Category { name } in &enumeration.categories {
        let made = words(&name.text).map(|words| upper_camel(&words));
        let Some(ident) = chosen(name, made, Case::Type, OVERRIDE, diagnostics) else { continue };
        scope.claim(&ident, name.span, OVERRIDE, diagnostics);
        idents.push(ident);
    }
    Some((category, idents))
}

/// The word of a file's stem as a module. `lib` and `main` are files that mean something to Cargo, and the names of
/// crates would hide those crates beside an included file.
fn module_ident(stem: &str) -> Ident {
    let mut word = stem.replace('-', "_");
    // Two in a row are no snake case.
    while word.contains("__") {
        word = word.replace("__", "_");
    }
    match spelling(&word) {
        Spelling::Plain if matches!(word.as_str(), "lib" | "main") || is_reserved_item(&word) => {
            Ident::new(word + "_")
        }
        Spelling::Plain | Spelling::Impossible => Ident::new(word),
        Spelling::Raw => Ident::new(word + "_"),
    }
}

/// A type's name stays as it is spelled where it is upper camel case; acronyms in it too.
fn item_ident(name: &Name, diagnostics: &mut Diagnostics) -> Option<Ident> {
    let is_camel = name.text.starts_with(|first: char| first.is_ascii_uppercase())
        && name.text.chars().all(|letter| letter.is_ascii_alphanumeric());
    let made = match is_camel {
        true => Some(name.text.clone()),
        false => words(&name.text).map(|words| upper_camel(&words)),
    };
    if let Some(word) = name.rust.as_ref().or(made.as_ref()).filter(|word| is_reserved_item(word)) {
        let message = format!("`{word}` cannot be the Rust name of an item");
        let diagnostic =
            Diagnostic::new(Code::NameInvalid, message, name.span, "the generated code uses this word");
        diagnostics.push(diagnostic.help(OVERRIDE));
        return None;
    }
    chosen(name, made, Case::Type, OVERRIDE, diagnostics)
}

fn field_ident(name: &Name, diagnostics: &mut Diagnostics) -> Option<Ident> {
    let made = words(&name.text).map(|words| underscored(words.join("_")));
    chosen(name, made, Case::Member, OVERRIDE, diagnostics)
}

/// How rustc wants a name to be written; it warns about others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Types and variants.
    Type,
    /// Fields.
    Member,
}

/// The override of the spec, else what was made of the name's words.
fn chosen(
    name: &Name,
    made: Option<String>,
    case: Case,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Ident> {
    let fits = match case {
        Case::Type => is_type_word,
        Case::Member => is_member_word,
    };
    let diagnostic = match (&name.rust, made) {
        (Some(word), _) if fits(word) => return Some(Ident::new(word.clone())),
        (Some(word), _) => {
            let message = format!("`{word}` cannot be the Rust name of this");
            let help = match case {
                Case::Type => "types and values are named in upper camel case, like `PaymentMethod`",
                Case::Member => "fields are named in snake case, like `payment_method`",
            };
            Diagnostic::new(Code::NameInvalid, message, name.span, "the Rust name of this").help(help)
        }
        (None, Some(word)) => return Some(Ident::new(word)),
        (None, None) => {
            let message = format!("no Rust name can be made of `{}`", name.text);
            Diagnostic::new(
                Code::NameImpossible,
                message,
                name.span,
                "has no ASCII letters or digits to make one of",
            )
            .help(help)
        }
    };
    diagnostics.push(diagnostic);
    None
}

/// Words joined in upper camel case.
fn upper_camel(words: &[String]) -> String {
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    underscored(words.iter().map(capital).collect())
}

/// An identifier cannot begin with a digit.
fn underscored(word: String) -> String {
    if starts_with_digit(&word) { format!("_{word}") } else { word }
}

/// Whether a word can be the name of a type, and is written as rustc wants it.
fn is_type_word(word: &str) -> bool {
    let letters = word.strip_prefix('_').unwrap_or(word);
    !letters.is_empty()
        && !word.starts_with(|first: char| first.is_ascii_digit())
        && !letters.starts_with(|first: char| first.is_ascii_lowercase())
        && letters.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// Whether a word can be the name of a field, and is written as rustc wants it.
fn is_member_word(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    word.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
        && word.chars().all(plain)
        && !word.trim_matches('_').is_empty()
        && !word.trim_matches('_').contains("__")
        && spelling(word) != Spelling::Impossible
}

/// The identifiers taken in one place, and who took them.
struct Scope {
    owner: String,
    taken: BTreeMap<Ident, Span>,
}

impl Scope {
    fn new(owner: impl Into<String>) -> Scope {
        Scope { owner: owner.into(), taken: BTreeMap::new() }
    }

    /// Takes an identifier; false, and a diagnostic with both places, where it is taken already.
    fn claim(&mut self, ident: &Ident, span: Span, help: &str, diagnostics: &mut Diagnostics) -> bool {
        let Some(first) = self.taken.get(ident) else {
            self.taken.insert(ident.clone(), span);
            return true;
        };
        let message = format!("two names meet in the Rust name `{ident}` of {}", self.owner);
        let diagnostic =
            Diagnostic::new(Code::NameCollision, message, span, format!("this becomes `{ident}`"));
        diagnostics.push(diagnostic.also(*first, format!("this becomes `{ident}` too")).help(help));
        false
    }
}

/// The field that keeps what a type does not know.
pub(crate) const ADDITIONAL: &str = "additional";

/// The variant that keeps an unrecognized text.
pub(crate) const UNRECOGNIZED: &str = "Unrecognized";

const OVERRIDE: &str = "give it a name of its own: `rust: { name: ... }`";

const VALUE_OVERRIDE: &str =
    "give one of them a name of its own: `name:`, or `rust: { name: ... }` for Rust alone";
