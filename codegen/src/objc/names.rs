//! Every identifier of the Objective-C output, picked before anything is printed.
//!
//! All of them share C's one name space: the prefix, the type, then the words of a value in upper camel case with
//! acronyms in capitals. `AntomCheckoutEventCallURLError` is the prefix `Antom`, the type `CheckoutEvent` and the code
//! `SDK_CALL_URL_ERROR`. No word of the language begins with a prefix, so none can be met. Two names that meet, and one
//! that the vendor has, are diagnostics. In Swift the types are called `ObjCCheckoutEvent`, and the constants as their
//! twins in the Swift package.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{
    Docs, EnumDef, EnumId, ItemId, Model, Name, OptionEntry, Scalar, SdkDef, SdkResultType, Shape,
};
use crate::source::Span;
use crate::swift::names::{Names, pick_names, upper_camel};
use crate::words::{value_words, words};

/// A type of text, with its known values.
pub(super) struct Set<'m> {
    /// The type.
    pub(super) name: String,
    /// The type in Swift.
    pub(super) swift: String,
    /// Its documentation.
    pub(super) docs: &'m Docs,
    /// What it is where it has no documentation, or more than its documentation tells.
    pub(super) otherwise: String,
    /// Whether there may be more values.
    pub(super) open: bool,
    /// The known values.
    pub(super) constants: Vec<Constant<'m>>,
    /// The names of the categories that they fall into.
    pub(super) categories: Vec<String>,
    /// The function that makes a text of a boolean, where values of the dictionary that it has the keys of are some.
    pub(super) boolean: Option<String>,
}

/// A value of a set.
pub(super) struct Constant<'m> {
    /// The constant.
    pub(super) name: String,
    /// The constant in Swift, as a member of its type.
    pub(super) swift: String,
    /// Its text.
    pub(super) text: &'m str,
    /// Its documentation.
    pub(super) docs: &'m Docs,
    /// What to do when it is met.
    pub(super) action: Option<&'m str>,
    /// Index into [`Set::categories`].
    pub(super) category: Option<usize>,
}

/// Whether an option is an entry of the dictionary, and no property of its own.
pub(super) fn is_key(sdk: &SdkDef, entry: &OptionEntry) -> bool {
    let configuration = &sdk.configuration;
    configuration.ty.is_none() || (entry.in_dictionary && configuration.dictionary.is_some())
}

/// Picks every identifier. The result is complete only where no error was pushed.
pub(super) fn pick<'m>(
    model: &'m Model,
    sdk: &'m SdkDef,
    prefix: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Set<'m>> {
    let names = pick_names(model, &mut Diagnostics::new());
    let mut picker = Picker { model, sdk, prefix, names, taken: vendor_names(sdk), diagnostics };
    let mut sets = picker.keys();
    let mut enums = vec![sdk.event];
    let options = &model.option_set(sdk.configuration.options).entries;
    enums.extend(options.iter().filter_map(|entry| match entry.ty.shape {
        Shape::Enum(id) => Some(id),
        _ => None,
    }));
    enums.extend(sdk.result.iter().filter_map(|key| match key.ty {
        SdkResultType::Enum(id) => Some(id),
        SdkResultType::Plain(_) => None,
    }));
    let mut done: Vec<EnumId> = Vec::new();
    for id in enums {
        if !done.contains(&id) {
            done.push(id);
            sets.push(picker.enumeration(id));
        }
    }
    sets.retain(|set| !set.constants.is_empty());
    sets
}

struct Picker<'m, 'd> {
    model: &'m Model,
    sdk: &'m SdkDef,
    prefix: &'d str,
    names: Names,
    /// Every identifier so far, and for which place of the spec.
    taken: BTreeMap<String, Span>,
    diagnostics: &'d mut Diagnostics,
}

impl<'m> Picker<'m, '_> {
    fn enumeration(&mut self, id: EnumId) -> Set<'m> {
        let enumeration = self.model.enumeration(id);
        let item = self.names.item(ItemId::Enum(id)).to_owned();
        let name = format!("{}{item}", self.prefix);
        self.claim(&name, enumeration.name.span);
        if !enumeration.categories.is_empty() {
            for own in
                [format!("{name}Category"), format!("{name}CategoryUnknown"), format!("{name}GetCategory")]
            {
                self.claim(&own, enumeration.name.span);
            }
        }
        if enumeration.values.iter().any(|value| value.action.is_some()) {
            self.claim(&format!("{name}GetAdvice"), enumeration.name.span);
        }
        let categories = enumeration.categories.iter().map(|category| {
            let made = words(&category.name.text);
            self.member(&format!("{name}Category"), &category.name, made)
        });
        let categories = categories.collect();
        let constants = self.values(id, enumeration, &name);
        Set {
            name,
            swift: format!("ObjC{item}"),
            docs: &enumeration.docs,
            otherwise: format!("The values of `{item}`."),
            open: enumeration.open,
            constants,
            categories,
            boolean: None,
        }
    }

    fn values(&mut self, id: EnumId, enumeration: &'m EnumDef, set: &str) -> Vec<Constant<'m>> {
        let mut constants = Vec::new();
        for (index, (value, made)) in enumeration.values.iter().zip(value_words(enumeration)).enumerate() {
            constants.push(Constant {
                name: self.member(set, &value.name, made),
                swift: self.names.member(ItemId::Enum(id), index).to_owned(),
                text: &value.name.text,
                docs: &value.docs,
                action: value.action.as_deref(),
                category: value.category,
            });
        }
        constants
    }

    /// The keys of the configuration's dictionary, the names of its properties, and the keys of an event's result.
    fn keys(&mut self) -> Vec<Set<'m>> {
        let id = self.sdk.configuration.options;
        let options = self.model.option_set(id);
        let item = self.names.item(ItemId::Options(id)).to_owned();
        let mut sets = Vec::new();
        for (suffix, wants_key) in [("Key", true), ("Property", false)] {
            let entries = options.entries.iter().enumerate();
            let entries: Vec<_> = entries.filter(|(_, entry)| is_key(self.sdk, entry) == wants_key).collect();
            let otherwise = match (wants_key, &self.sdk.configuration.ty) {
                (true, _) => {
                    "Keys of the dictionary that the SDK is set up with; its values are texts.".to_owned()
                }
                (false, Some(ty)) => format!("Names of properties of `{}`, for key-value coding.", ty.name),
                (false, None) => String::new(),
            };
            let is_boolean =
                |entry: &OptionEntry| matches!(entry.ty.shape, Shape::Scalar(Scalar::Boolean(_)));
            let has_booleans = wants_key && entries.iter().any(|(_, entry)| is_boolean(entry));
            let members = entries.into_iter().map(|(index, entry)| {
                (&entry.name, &entry.docs, self.names.member(ItemId::Options(id), index).to_owned())
            });
            let members = members.collect();
            sets.extend(self.key_set(&format!("{item}{suffix}"), &options.name, otherwise, members));
            if let (true, Some(set)) = (has_booleans, sets.last_mut()) {
                let function = format!("{}{item}Boolean", self.prefix);
                self.claim(&function, options.name.span);
                set.boolean = Some(function);
            }
        }
        let event = self.model.enumeration(self.sdk.event);
        let item = format!("{}ResultKey", self.names.item(ItemId::Enum(self.sdk.event)));
        let members = self.sdk.result.iter().enumerate();
        let members =
            members.map(|(index, key)| (&key.name, &key.docs, self.names.result_key(index).to_owned()));
        let members = members.collect();
        let otherwise =
            "Known keys of the dictionary that an event brings. Each of them may be absent.".to_owned();
        sets.extend(self.key_set(&item, &event.name, otherwise, members));
        sets
    }

    fn key_set(
        &mut self,
        item: &str,
        owner: &Name,
        otherwise: String,
        members: Vec<(&'m Name, &'m Docs, String)>,
    ) -> Option<Set<'m>> {
        static NO_DOCS: Docs =
            Docs { text: String::new(), source: None, deprecated: None, place: String::new() };
        let name = format!("{}{item}", self.prefix);
        if members.is_empty() {
            return None;
        }
        self.claim(&name, owner.span);
        let mut constants = Vec::new();
        for (member, docs, swift) in members {
            let made = words(&member.text);
            let name = self.member(&name, member, made);
            constants.push(Constant { name, swift, text: &member.text, docs, action: None, category: None });
        }
        let swift = format!("ObjC{item}");
        Some(Set {
            name,
            swift,
            docs: &NO_DOCS,
            otherwise,
            open: true,
            constants,
            categories: Vec::new(),
            boolean: None,
        })
    }

    /// The constant of a member: what it is called in Swift where the spec says so, else what its words make.
    fn member(&mut self, set: &str, name: &Name, made: Option<Vec<String>>) -> String {
        let member = match (&name.swift, made) {
            (Some(swift), _) => upper_first(swift),
            (None, Some(words)) => upper_camel(&words),
            // The Swift backend says that no name can be made.
            (None, None) => return String::new(),
        };
        let constant = format!("{set}{member}");
        self.claim(&constant, name.span);
        constant
    }

    /// Takes an identifier; a diagnostic with both places where it is taken already.
    fn claim(&mut self, name: &str, span: Span) {
        let Some(first) = self.taken.get(name) else {
            self.taken.insert(name.to_owned(), span);
            return;
        };
        let message = format!("two names meet in the Objective-C name `{name}`");
        let diagnostic =
            Diagnostic::new(Code::NameCollision, message, span, format!("this becomes `{name}`"));
        self.diagnostics.push(diagnostic.also(*first, "the other one").help(
            "give one of them a name of its own by `name:` or `swift: { name: ... }`, or choose another `prefix`",
        ));
    }
}

/// What the vendor's header declares.
fn vendor_names(sdk: &SdkDef) -> BTreeMap<String, Span> {
    let classes = sdk.classes.iter().map(|class| &class.name);
    let protocols = sdk.delegates.iter().map(|delegate| &delegate.protocol);
    let configuration = sdk.configuration.ty.iter().map(|ty| &ty.name);
    let names = classes.chain(protocols).chain(configuration).chain([&sdk.entry]);
    names.map(|name| (name.clone(), sdk.name.span)).collect()
}

fn upper_first(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
