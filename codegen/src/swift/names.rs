//! Every identifier of the Swift output, picked before anything is printed.
//!
//! - Types keep their upper camel case of the spec, letter for letter; operations and webhooks become types.
//! - Fields, values and options are lower camel case of the words that [`crate::words`] finds, acronyms in capitals
//!   unless they come first: `paymentRedirectUrl` is `paymentRedirectURL`, `urlScheme` stays.
//! - A digit in front gets an underscore: `_3ds`.
//! - Words of the language stand in backticks. What cannot name a member even so gets `Value` behind it, `none`
//!   becomes `noValue`: see [`keywords`](super::keywords).
//! - `swift: {name}` is taken as it is.
//!
//! Two names that meet, and a type that would hide one of Swift's or of the support files', are diagnostics: a public
//! name never changes because a sibling came.

use std::collections::{BTreeMap, BTreeSet};

use super::keywords::{
    free_case, free_property, is_acronym, is_of_foundation, is_reserved_module, is_reserved_type, quoted,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{EnumDef, EnumId, ItemId, Model, Name, ObjectDef, OptionsDef, SdkDef, UnknownFields};
use crate::source::Span;
use crate::words::{starts_with_digit, value_words, words};

/// The case that keeps an unrecognized text.
pub(crate) const UNRECOGNIZED: &str = "unrecognized";

/// The property that keeps what a type does not know.
pub(crate) const ADDITIONAL: &str = "additional";

const OVERRIDE: &str = "give one of them a name of its own: `swift: { name: ... }`";

const VALUE_OVERRIDE: &str =
    "give one of them a name of its own: `name:`, or `swift: { name: ... }` for Swift alone";

/// The identifiers of one model, without backticks.
#[derive(Debug, Default)]
pub(crate) struct Names {
    files: Vec<String>,
    items: BTreeMap<ItemId, String>,
    members: BTreeMap<ItemId, Vec<String>>,
    categories: BTreeMap<EnumId, Vec<String>>,
    result_keys: Vec<String>,
    types: BTreeSet<String>,
}

impl Names {
    /// File names of the modules, in the model's order.
    pub(crate) fn files(&self) -> &[String] {
        &self.files
    }

    /// The type of an item.
    pub(crate) fn item(&self, id: ItemId) -> &str {
        self.items.get(&id).map(String::as_str).unwrap_or_default()
    }

    /// A field of an object, a value of an enum or an entry of options, by its index in the model.
    pub(crate) fn member(&self, id: ItemId, index: usize) -> &str {
        self.members.get(&id).and_then(|members| members.get(index)).map(String::as_str).unwrap_or_default()
    }

    /// The type of an enum's categories.
    pub(crate) fn category_type(&self, id: EnumId) -> String {
        category_type(self.item(ItemId::Enum(id)))
    }

    /// The accessor of a key of an event's result, by its index in the model.
    pub(crate) fn result_key(&self, index: usize) -> &str {
        self.result_keys.get(index).map(String::as_str).unwrap_or_default()
    }

    /// Whether the session's file sees another type of this name than the vendor's.
    pub(crate) fn hides_vendor_type(&self, name: &str) -> bool {
        is_session_name(name) || self.types.contains(name) || is_reserved_type(name) || is_of_foundation(name)
    }

    /// A category of an enum, by its index in the model.
    pub(crate) fn category(&self, id: EnumId, index: usize) -> &str {
        self.categories.get(&id).and_then(|names| names.get(index)).map(String::as_str).unwrap_or_default()
    }
}

/// Picks every identifier. The result is complete only where no error was pushed.
pub(crate) fn pick_names(model: &Model, diagnostics: &mut Diagnostics) -> Names {
    let mut names = Names::default();
    let mut files = Scope::new("the package's files");
    let mut types = Scope::new("the module");
    for module in &model.modules {
        let stem = words(&module.name).map_or_else(|| module.name.clone(), |words| upper_camel(&words));
        // File systems of macOS take `OrderLine.swift` and `Orderline.swift` for one file.
        files.claim(&stem.to_lowercase(), module.span, "rename one of the two files", diagnostics);
        names.files.push(format!("{stem}.swift"));
    }
    check_module(&model.api.name, diagnostics);
    types.reserve(&model.api.name.text, model.api.name.span);
    if let Some(sdk) = &model.sdk {
        types.reserve("DispatchQueue", sdk.name.span);
    }
    for &item in model.modules.iter().flat_map(|module| &module.items) {
        name_item(model, item, &mut types, &mut names, diagnostics);
    }
    if let Some(sdk) = &model.sdk {
        let session = &sdk.name.text;
        files.claim(&session.to_lowercase(), sdk.name.span, "give the session another name", diagnostics);
        types.claim_type(session, sdk.name.span, diagnostics);
        let mut scope = Scope::new("an event");
        for taken in SESSION_EVENT {
            scope.reserve(taken, sdk.name.span);
        }
        let keys = sdk.result.iter().map(|key| (&key.name, false));
        names.result_keys = name_properties(keys, &mut scope, diagnostics);
    }
    names.types = types.taken.into_keys().collect();
    if let Some(sdk) = &model.sdk {
        check_vendor(model, sdk, &names, diagnostics);
    }
    names
}

/// The session imports the vendor's module, and tells types of one name apart by their modules. That needs the modules'
/// names to be free.
fn check_vendor(model: &Model, sdk: &SdkDef, names: &Names, diagnostics: &mut Diagnostics) {
    let api = &model.api.name.text;
    let types = sdk.type_names();
    let mut report = |message: String, label: &str, help: &str| {
        diagnostics.push(Diagnostic::new(Code::NameCollision, message, sdk.name.span, label).help(help));
    };
    if is_session_name(&sdk.name.text) {
        let message = format!("a session can't be called `{}`", sdk.name.text);
        report(message, "it has a type of this name inside", "give it a name like `CheckoutSession`");
        return;
    }
    if sdk.import == *api || is_reserved_module(&sdk.import) {
        let message = format!("the vendor's module is called `{}`, as something else is", sdk.import);
        report(
            message,
            "this session can't import it",
            "give the API a name of its own, or bind a module around the SDK",
        );
        return;
    }
    let hidden = types.iter().find(|name| names.hides_vendor_type(name));
    if let Some(hidden) = hidden
        && (names.types.contains(&sdk.import) || types.contains(&sdk.import.as_str()))
    {
        let message = format!(
            "`{0}.{hidden}` can't be told from another `{hidden}`: a type is called `{0}`, too",
            sdk.import
        );
        report(message, "this session needs both", "write a small class around the SDK, and bind that");
    }
    let own = names.items.values().find(|name| is_session_name(name));
    if let Some(own) = own
        && types.contains(&api.as_str())
    {
        let message =
            format!("`{api}.{own}` can't be told from the session's own `{own}`: the SDK has a type `{api}`");
        report(message, "this session needs both", "give the type another name: `swift: { name: ... }`");
    }
}

/// Members of a session's events.
const SESSION_EVENT: [&str; 6] = ["advice", "category", "code", "description", "message", "result"];

/// Whether a session has a type of this name inside, which would hide another one.
pub(crate) fn is_session_name(name: &str) -> bool {
    ["Current", "Event", "LogEntry", "Passed", "Receiver", "StartError", "State"].contains(&name)
}

/// The API's name is that of the module.
fn check_module(name: &Name, diagnostics: &mut Diagnostics) {
    if is_reserved_module(&name.text) {
        let message = format!("`{}` cannot be the name of a Swift module", name.text);
        let diagnostic =
            Diagnostic::new(Code::NameInvalid, message, name.span, "Swift has this name already");
        diagnostics
            .push(diagnostic.help("give the API a name of its own, such as that of the company before it"));
    }
}

fn name_item(model: &Model, id: ItemId, types: &mut Scope, names: &mut Names, diagnostics: &mut Diagnostics) {
    let name = item_name(model, id);
    let type_name = type_name(name, diagnostics);
    types.claim_type(&type_name, name.span, diagnostics);
    let members = match id {
        ItemId::Object(object) => name_fields(model.object(object), diagnostics),
        ItemId::Options(options) => name_entries(model.option_set(options), diagnostics),
        ItemId::Enum(id) => {
            let enumeration = model.enumeration(id);
            if !enumeration.categories.is_empty() {
                types.claim_type(&category_type(&type_name), name.span, diagnostics);
                names.categories.insert(id, name_categories(enumeration, diagnostics));
            }
            name_values(enumeration, diagnostics)
        }
        ItemId::Scalar(_) | ItemId::Operation(_) | ItemId::Webhook(_) => Vec::new(),
    };
    names.items.insert(id, type_name);
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

/// An item's name is a word already; only its first letter may be small, and may then begin an acronym.
fn type_name(name: &Name, diagnostics: &mut Diagnostics) -> String {
    match &name.swift {
        Some(word) if is_identifier(word) && word.starts_with(|first: char| first.is_ascii_uppercase()) => {
            word.clone()
        }
        Some(word) => {
            let help = "types are named in upper camel case, like `PaymentMethod`";
            diagnostics.push(invalid(word, name.span).help(help));
            String::new()
        }
        None => capitalized(&name.text),
    }
}

fn invalid(word: &str, span: Span) -> Diagnostic {
    let message = format!("`{word}` cannot be the Swift name of this");
    Diagnostic::new(Code::NameInvalid, message, span, "the Swift name of this")
}

fn category_type(enumeration: &str) -> String {
    format!("{enumeration}Category")
}

fn name_fields(object: &ObjectDef, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut scope = Scope::new(format!("`{}`", object.name.text));
    if object.unknown_fields == UnknownFields::Keep {
        scope.reserve(ADDITIONAL, object.name.span);
    }
    let fields = object.fields.iter().map(|field| (&field.name, field.fallback.is_some()));
    name_properties(fields, &mut scope, diagnostics)
}

fn name_entries(options: &OptionsDef, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut scope = Scope::new(format!("`{}`", options.name.text));
    for taken in [ADDITIONAL, "dictionary"] {
        scope.reserve(taken, options.name.span);
    }
    let entries = options.entries.iter().map(|entry| (&entry.name, entry.fallback.is_some()));
    name_properties(entries, &mut scope, diagnostics)
}

fn name_properties<'m>(
    members: impl Iterator<Item = (&'m Name, bool)>,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let mut names = Vec::new();
    for (name, has_fallback) in members {
        let made = words(&name.text).map(|words| free_property(lower_camel(&words)));
        let chosen = chosen(name, made, free_property, OVERRIDE, diagnostics);
        scope.claim(&chosen, name.span, OVERRIDE, diagnostics);
        if has_fallback {
            scope.claim(&fallback_property(&chosen), name.span, OVERRIDE, diagnostics);
        }
        names.push(chosen);
    }
    names
}

/// The property that reads a field with its fallback.
pub(crate) fn fallback_property(field: &str) -> String {
    format!("{field}OrFallback")
}

/// The stored property behind a field whose type contains itself: only before digits has a field an underscore.
pub(crate) fn storage_property(field: &str) -> String {
    format!("_{field}")
}

fn name_values(enumeration: &EnumDef, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut scope = Scope::new(format!("`{}`", enumeration.name.text));
    scope.reserve(UNRECOGNIZED, enumeration.name.span);
    let mut names = Vec::new();
    for (value, words) in enumeration.values.iter().zip(value_words(enumeration)) {
        let made = words.map(|words| free_case(lower_camel(&words)));
        let chosen = chosen(&value.name, made, free_case, VALUE_OVERRIDE, diagnostics);
        scope.claim(&chosen, value.name.span, VALUE_OVERRIDE, diagnostics);
        names.push(chosen);
    }
    names
}

fn name_categories(enumeration: &EnumDef, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut scope = Scope::new(format!("the categories of `{}`", enumeration.name.text));
    let mut names = Vec::new();
    for category in &enumeration.categories {
        let made = words(&category.name.text).map(|words| free_case(lower_camel(&words)));
        let chosen = chosen(&category.name, made, free_case, OVERRIDE, diagnostics);
        scope.claim(&chosen, category.name.span, OVERRIDE, diagnostics);
        names.push(chosen);
    }
    names
}

/// The override of the spec, else what was made of the name's words; empty where there is neither.
fn chosen(
    name: &Name,
    made: Option<String>,
    free: fn(String) -> String,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> String {
    match (&name.swift, made) {
        (Some(word), _) if is_member(word) && free(word.clone()) == *word => word.clone(),
        (Some(word), _) => {
            let help = "members are named in lower camel case, like `paymentMethod`, and not like those that every type has";
            diagnostics.push(invalid(word, name.span).help(help));
            String::new()
        }
        (None, Some(word)) => word,
        (None, None) => {
            let message = format!("no Swift name can be made of `{}`", name.text);
            let label = "has no ASCII letters or digits to make one of";
            diagnostics.push(Diagnostic::new(Code::NameImpossible, message, name.span, label).help(help));
            String::new()
        }
    }
}

fn is_identifier(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && !word.chars().all(|letter| letter == '_')
}

/// Whether a word can name a member: with a small letter first, so that it hides no type.
fn is_member(word: &str) -> bool {
    is_identifier(word)
        && !word.starts_with(|first: char| first.is_ascii_uppercase())
        && free_case(word.to_owned()) == word
}

/// Words joined in lower camel case, acronyms in capitals.
pub(crate) fn lower_camel(words: &[String]) -> String {
    let mut joined = String::new();
    for (index, word) in words.iter().enumerate() {
        joined.push_str(&if index == 0 { word.clone() } else { spelled(word) });
    }
    underscored(joined)
}

/// Words joined in upper camel case, acronyms in capitals.
pub(crate) fn upper_camel(words: &[String]) -> String {
    underscored(words.iter().map(|word| spelled(word)).collect())
}

fn spelled(word: &str) -> String {
    if is_acronym(word) { word.to_ascii_uppercase() } else { capitalized(word) }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// An identifier cannot begin with a digit.
fn underscored(word: String) -> String {
    if starts_with_digit(&word) { format!("_{word}") } else { word }
}

/// The identifiers taken in one place, and who took them.
struct Scope {
    owner: String,
    taken: BTreeMap<String, Taken>,
}

enum Taken {
    /// By a name of the spec.
    ByName(Span),
    /// By the generated code, on behalf of this place.
    ByUs(Span),
}

impl Scope {
    fn new(owner: impl Into<String>) -> Scope {
        Scope { owner: owner.into(), taken: BTreeMap::new() }
    }

    /// Takes an identifier for the generated code itself.
    fn reserve(&mut self, name: &str, span: Span) {
        self.taken.insert(name.to_owned(), Taken::ByUs(span));
    }

    /// Takes an identifier; a diagnostic with both places where it is taken already.
    fn claim(&mut self, name: &str, span: Span, help: &str, diagnostics: &mut Diagnostics) {
        if name.is_empty() {
            return;
        }
        let label = format!("this becomes `{}`", quoted(name));
        let diagnostic = match self.taken.get(name) {
            None => {
                self.taken.insert(name.to_owned(), Taken::ByName(span));
                return;
            }
            Some(Taken::ByName(first)) => {
                let message = format!("two names meet in the Swift name `{name}` of {}", self.owner);
                Diagnostic::new(Code::NameCollision, message, span, &label)
                    .also(*first, format!("{label} too"))
            }
            Some(Taken::ByUs(owner)) => {
                let message =
                    format!("the generated code needs the Swift name `{name}` of {} itself", self.owner);
                Diagnostic::new(Code::NameCollision, message, span, &label).also(*owner, "for this")
            }
        };
        diagnostics.push(diagnostic.help(help));
    }

    /// Takes the name of a type, unless Swift or the support files have it.
    fn claim_type(&mut self, name: &str, span: Span, diagnostics: &mut Diagnostics) {
        if is_reserved_type(name) {
            let message = format!("`{name}` cannot be the name of a Swift type");
            let label = "Swift or the generated code uses this name";
            diagnostics.push(
                Diagnostic::new(Code::NameInvalid, message, span, label)
                    .help("give it another name there: `swift: { name: ... }`"),
            );
            return;
        }
        self.claim(name, span, OVERRIDE, diagnostics);
    }
}
