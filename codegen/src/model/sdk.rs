//! How a vendor's iOS SDK is called.

use super::{Docs, EnumId, ModuleId, Name, OptionsId};

/// The binding of an SDK. What comes out of it: a session class for the app, and a stub of the SDK for tests.
#[derive(Clone, Debug)]
pub struct SdkDef {
    /// The session class.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// The vendor's module.
    pub import: String,
    /// The oldest iOS that the SDK runs on.
    pub minimum_ios: Option<String>,
    /// The oldest Xcode that it builds with.
    pub minimum_xcode: Option<String>,
    /// What names in Objective-C begin with; `None` where Objective-C is not asked for.
    pub objc_prefix: Option<String>,
    /// The class that everything starts from.
    pub entry: String,
    /// Its static property that holds the one instance; where there is none, each session makes an instance.
    pub shared: Option<String>,
    /// What the SDK is set up with.
    pub configuration: SdkConfiguration,
    /// Takes the configuration; an initializer where there is no shared instance and it is called `init`.
    pub configure: SdkMethod,
    /// Takes the session data.
    pub create: SdkMethod,
    /// Frees what `create` made.
    pub destroy: SdkMethod,
    /// Properties that take a delegate.
    pub delegates: Vec<SdkDelegate>,
    /// Properties that take a closure.
    pub closures: Vec<SdkCallback>,
    /// Classes that callbacks hand over.
    pub classes: Vec<SdkClass>,
    /// The codes of its events.
    pub event: EnumId,
    /// Known keys of an event's result.
    pub result: Vec<SdkResultKey>,
}

/// What an SDK is set up with.
#[derive(Clone, Debug)]
pub struct SdkConfiguration {
    /// The options that fill it.
    pub options: OptionsId,
    /// The vendor's type; `None` where the SDK takes the dictionary itself.
    pub ty: Option<SdkConfigurationType>,
    /// The property that takes the dictionary; `None` where each option is a property.
    pub dictionary: Option<String>,
}

/// The vendor's type of a configuration.
#[derive(Clone, Debug)]
pub struct SdkConfigurationType {
    /// Its name.
    pub name: String,
    /// A class, not a structure.
    pub is_class: bool,
}

/// A method of the SDK or of a delegate.
#[derive(Clone, Debug)]
pub struct SdkMethod {
    /// Its selector, where Objective-C knows it.
    pub selector: Option<String>,
    /// Its name in Swift, without labels.
    pub base: String,
    /// The labels of its arguments in Swift; `None` for `_`.
    pub labels: Vec<Option<String>>,
    /// What the vendor calls its arguments, as many as there are labels.
    pub arguments: Vec<String>,
}

/// A property that takes a delegate.
#[derive(Clone, Debug)]
pub struct SdkDelegate {
    /// The property.
    pub property: String,
    /// The protocol.
    pub protocol: String,
    /// Whether the SDK holds the delegate weakly.
    pub weak: bool,
    /// The protocol's methods.
    pub callbacks: Vec<SdkCallback>,
}

/// What the SDK tells the app.
#[derive(Clone, Debug)]
pub struct SdkCallback {
    /// The method; of a closure, its property and no labels.
    pub method: SdkMethod,
    /// Its documentation.
    pub docs: Docs,
    /// Its arguments.
    pub values: Vec<SdkValue>,
}

/// A class that callbacks hand over.
#[derive(Clone, Debug)]
pub struct SdkClass {
    /// Its name.
    pub name: String,
    /// Its properties.
    pub properties: Vec<SdkValue>,
}

/// An argument or a property.
#[derive(Clone, Debug)]
pub struct SdkValue {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: SdkType,
    /// It may be nil.
    pub nullable: bool,
    /// What it is for the app.
    pub role: Option<SdkRole>,
}

/// The types that an SDK's values have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SdkType {
    /// `String`
    String,
    /// `Bool`
    Boolean,
    /// `Int`
    Integer,
    /// `[String: Any]`
    Dictionary,
    /// `[AnyHashable: Any]`
    AnyDictionary,
    /// An index into [`SdkDef::classes`].
    Class(usize),
}

/// What a value of a callback is for the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SdkRole {
    /// The code of an event.
    Code,
    /// The message of an event.
    Message,
    /// The dictionary of an event.
    Result,
    /// The name of a line of the log.
    LogName,
    /// The parameters of a line of the log.
    LogParameters,
}

/// A key of an event's result.
#[derive(Clone, Debug)]
pub struct SdkResultKey {
    /// The key, and what to call it.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// What is expected there.
    pub ty: SdkResultType,
}

/// What a key of an event's result holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SdkResultType {
    /// A plain value; never a class.
    Plain(SdkType),
    /// The text of an enum's value.
    Enum(EnumId),
}

impl SdkDef {
    /// Every callback of the delegates and closures.
    pub fn callbacks(&self) -> impl Iterator<Item = &SdkCallback> {
        self.delegates.iter().flat_map(|delegate| &delegate.callbacks).chain(&self.closures)
    }

    /// The vendor's types that a session names.
    pub fn type_names(&self) -> Vec<&str> {
        let configuration = self.configuration.ty.iter().map(|ty| ty.name.as_str());
        let protocols = self.delegates.iter().map(|delegate| delegate.protocol.as_str());
        let classes = self.classes.iter().map(|class| class.name.as_str());
        std::iter::once(self.entry.as_str()).chain(configuration).chain(protocols).chain(classes).collect()
    }

    /// The protocols of the delegates with their methods. Several delegates may have one protocol.
    pub fn protocols(&self) -> Vec<(&str, Vec<&SdkCallback>)> {
        let mut protocols: Vec<(&str, Vec<&SdkCallback>)> = Vec::new();
        for delegate in &self.delegates {
            let known = protocols.iter().position(|(name, _)| *name == delegate.protocol);
            let mut callbacks = known.map(|index| protocols.remove(index).1).unwrap_or_default();
            for callback in &delegate.callbacks {
                if !callbacks.iter().any(|earlier| earlier.signature() == callback.signature()) {
                    callbacks.push(callback);
                }
            }
            protocols.insert(known.unwrap_or(protocols.len()), (&delegate.protocol, callbacks));
        }
        protocols
    }

    /// Whether a callback brings lines of the log.
    pub fn has_log(&self) -> bool {
        self.callbacks().any(|callback| callback.role(self, SdkRole::LogName).is_some())
    }
}

/// What tells two callbacks of a receiver apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkSignature<'s> {
    /// The method's name in Swift, without labels.
    pub base: &'s str,
    /// The labels, as many as there are values.
    pub labels: Vec<Option<&'s str>>,
    /// The types of the values, and whether they may be nil.
    pub types: Vec<(SdkType, bool)>,
}

impl SdkCallback {
    /// Its signature in Swift. A closure's arguments have no labels.
    pub fn signature(&self) -> SdkSignature<'_> {
        let labels = self.method.labels.iter().map(Option::as_deref).chain(std::iter::repeat(None));
        SdkSignature {
            base: &self.method.base,
            labels: labels.take(self.values.len()).collect(),
            types: self.values.iter().map(|value| (value.ty, value.nullable)).collect(),
        }
    }

    /// Where the callback has the value of a role: the argument, and the property of its class.
    pub fn role<'s>(
        &'s self,
        sdk: &'s SdkDef,
        role: SdkRole,
    ) -> Option<(&'s SdkValue, Option<&'s SdkValue>)> {
        self.values.iter().find_map(|argument| match argument.ty {
            _ if argument.role == Some(role) => Some((argument, None)),
            SdkType::Class(index) => {
                let properties = &sdk.classes.get(index)?.properties;
                properties.iter().find(|value| value.role == Some(role)).map(|value| (argument, Some(value)))
            }
            _ => None,
        })
    }
}
