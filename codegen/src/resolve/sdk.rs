//! The binding of a vendor's SDK: its names are identifiers, its methods have the arguments that the session gives,
//! its callbacks bring event codes.

mod configuration;
mod method;
mod names;

use method::arguments;

use super::names::{Found, check_overrides, check_type_name, shown};
use super::{Resolver, docs, name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    EnumId, EnumKind, ItemId, ModuleId, SdkCallback, SdkClass, SdkDef, SdkDelegate, SdkMethod, SdkResultKey,
    SdkResultType, SdkRole, SdkType, SdkValue,
};
use crate::source::Spanned;
use crate::syntax::spec::{NameSpec, SdkCallbackSpec, SdkResultKeySpec, SdkSpec, SdkValueSpec, Spec};
use crate::syntax::table::suggest;

/// The words for types in `sdk:`.
const TYPES: [(&str, SdkType); 5] = [
    ("string", SdkType::String),
    ("boolean", SdkType::Boolean),
    ("integer", SdkType::Integer),
    ("dictionary", SdkType::Dictionary),
    ("anyDictionary", SdkType::AnyDictionary),
];

impl Resolver<'_> {
    /// Resolves the one binding of a spec.
    pub(super) fn sdk(&mut self, spec: &Spec) {
        let mut bindings =
            spec.files.iter().enumerate().filter_map(|(index, file)| Some((index, file.sdk.as_ref()?)));
        let Some((module, binding)) = bindings.next() else { return };
        for (_, other) in bindings {
            let message = "a spec binds one SDK, but `sdk` is here twice";
            let diagnostic = Diagnostic::new(Code::DuplicateName, message, other.name.span, "second binding");
            self.report(diagnostic.also(binding.name.span, "first binding"));
        }
        self.model.sdk = self.sdk_binding(ModuleId(module), binding);
    }

    fn sdk_binding(&mut self, module: ModuleId, spec: &SdkSpec) -> Option<SdkDef> {
        let session = NameSpec { text: spec.name.clone(), word: None, rust: None, swift: None };
        check_type_name(&session, "a session", self.diagnostics);
        self.sdk_identifiers(spec);
        self.sdk_prefix(spec);
        let classes = self.sdk_classes(spec);
        let delegates = self.sdk_delegates(spec, &classes);
        let closures =
            spec.closures.iter().filter_map(|closure| self.sdk_closure(closure, &classes)).collect();
        let configure = self.sdk_call(&spec.configure, &["configuration"]);
        let create = self.sdk_call(&spec.create, &["sessionData"]);
        let destroy = self.sdk_call(&spec.destroy, &[]);
        self.sdk_initializers(spec, [&configure, &create, &destroy]);
        let configuration = self.sdk_configuration(&spec.configuration);
        let result = spec.result.iter().filter_map(|key| self.sdk_result_key(key, &spec.place)).collect();
        let event = self.sdk_event(spec);
        let sdk = SdkDef {
            name: name(&session),
            docs: docs(&spec.docs, spec.place.clone()),
            module,
            import: spec.module.value.clone(),
            minimum_ios: spec.minimum_ios.as_ref().map(|version| version.value.clone()),
            minimum_xcode: spec.minimum_xcode.as_ref().map(|version| version.value.clone()),
            objc_prefix: spec.objc.then(|| {
                spec.prefix
                    .as_ref()
                    .map_or_else(|| self.model.api.name.text.clone(), |prefix| prefix.value.clone())
            }),
            entry: spec.entry.value.clone(),
            shared: spec.shared.as_ref().map(|shared| shared.value.clone()),
            configuration: configuration?,
            configure: configure?,
            create: create?,
            destroy: destroy?,
            delegates,
            closures,
            classes,
            event: event?,
            result,
        };
        self.sdk_roles(spec, &sdk);
        self.sdk_members(spec);
        self.sdk_receiver(spec, &sdk);
        Some(sdk)
    }

    /// Only a session's own instance can be made, and only by handing over the configuration.
    fn sdk_initializers(&mut self, spec: &SdkSpec, methods: [&Option<SdkMethod>; 3]) {
        for (method, call) in methods.into_iter().zip([&spec.configure, &spec.create, &spec.destroy]) {
            let makes = method.as_ref().is_some_and(|method| method.base == "init");
            if makes && (call.key != "configure" || spec.shared.is_some()) {
                let message =
                    format!("`{}` can't make an instance of `{}`", call.key, shown(&spec.entry.value));
                let diagnostic = Diagnostic::new(Code::SdkShape, message, call.span, "an initializer");
                self.report(diagnostic.help("`configure` alone may be one, where `entry` has no `shared`"));
            }
        }
    }

    fn sdk_classes(&mut self, spec: &SdkSpec) -> Vec<SdkClass> {
        let mut classes: Vec<SdkClass> = spec
            .classes
            .iter()
            .map(|(name, _)| SdkClass { name: name.value.clone(), properties: Vec::new() })
            .collect();
        let known = classes.clone();
        for (class, (_, properties)) in classes.iter_mut().zip(&spec.classes) {
            class.properties = properties.iter().filter_map(|value| self.sdk_value(value, &known)).collect();
            for (property, value) in properties.iter().zip(&class.properties) {
                if matches!(value.ty, SdkType::Class(_)) {
                    let message = "a property of an SDK's class is no class itself";
                    let label = "the session reads plain values only";
                    self.report(Diagnostic::new(Code::SdkShape, message, property.ty.span, label));
                }
            }
        }
        classes
    }

    fn sdk_value(&mut self, spec: &SdkValueSpec, classes: &[SdkClass]) -> Option<SdkValue> {
        let ty = self.sdk_type(&spec.ty, classes)?;
        let role = match spec.role.as_ref().map(|role| role.value.as_str()) {
            _ if spec.event.is_some() => Some(SdkRole::Code),
            Some("message") => Some(SdkRole::Message),
            Some("result") => Some(SdkRole::Result),
            Some("logName") => Some(SdkRole::LogName),
            Some("logParameters") => Some(SdkRole::LogParameters),
            _ => None,
        };
        let wanted: Option<(&[SdkType], &str)> = match role {
            Some(SdkRole::Result | SdkRole::LogParameters) => {
                Some((&[SdkType::Dictionary, SdkType::AnyDictionary], "a dictionary"))
            }
            Some(_) => Some((&[SdkType::String], "a string")),
            None => None,
        };
        if let Some((types, what)) = wanted
            && !types.contains(&ty)
        {
            let message = format!("this part of a callback is {what}, not `{}`", shown(&spec.ty.value));
            self.report(Diagnostic::new(Code::SdkShape, message, spec.ty.span, format!("not {what}")));
        }
        if let (Some(event), Some(role)) = (&spec.event, &spec.role) {
            let message = "an event's code has no other role";
            let diagnostic = Diagnostic::new(Code::SdkShape, message, role.span, "remove this");
            self.report(diagnostic.also(event.span, "it is the event's code"));
        }
        Some(SdkValue { name: spec.name.value.clone(), ty, nullable: spec.nullable, role })
    }

    fn sdk_type(&mut self, name: &Spanned<String>, classes: &[SdkClass]) -> Option<SdkType> {
        if let Some((_, ty)) = TYPES.iter().find(|(word, _)| *word == name.value) {
            return Some(*ty);
        }
        let index = classes.iter().position(|class| class.name == name.value);
        if index.is_none() {
            let message = format!("an SDK's values have no type `{}`", shown(&name.value));
            let diagnostic = Diagnostic::new(Code::UnknownName, message, name.span, "not a type of `sdk`");
            let words = TYPES.iter().map(|(word, _)| *word);
            let candidates = words.chain(classes.iter().map(|class| class.name.as_str()));
            let diagnostic = suggest(diagnostic, &name.value, candidates);
            self.report(diagnostic.help("its types are string, boolean, integer, dictionary, anyDictionary, and what `classes` declares"));
        }
        index.map(SdkType::Class)
    }

    fn sdk_delegates(&mut self, spec: &SdkSpec, classes: &[SdkClass]) -> Vec<SdkDelegate> {
        let mut delegates = Vec::new();
        for delegate in &spec.delegates {
            let callbacks = &delegate.callbacks;
            let callbacks =
                callbacks.iter().filter_map(|callback| self.sdk_callback(callback, classes)).collect();
            let (property, protocol) = (delegate.property.value.clone(), delegate.protocol.value.clone());
            delegates.push(SdkDelegate { property, protocol, weak: delegate.weak, callbacks });
        }
        delegates
    }

    fn sdk_callback(&mut self, spec: &SdkCallbackSpec, classes: &[SdkClass]) -> Option<SdkCallback> {
        let values: Vec<SdkValue> =
            spec.arguments.iter().filter_map(|argument| self.sdk_value(argument, classes)).collect();
        let is_swift = spec.name.value.contains('(');
        let (selector, swift) = match &spec.swift {
            None if is_swift => (None, Some(&spec.name)),
            swift => (Some(&spec.name), swift.as_ref()),
        };
        let method = self.sdk_method(selector, swift, spec.name.span)?;
        if method.base == "init" {
            let message = "a callback is no initializer";
            self.report(Diagnostic::new(Code::SdkShape, message, spec.name.span, "called `init` in Swift"));
        }
        if method.labels.len() != spec.arguments.len() {
            let message = format!(
                "`{}` takes {}, but {} declared",
                shown(&spec.name.value),
                arguments(method.labels.len()),
                match spec.arguments.len() {
                    1 => "1 is".to_owned(),
                    count => format!("{count} are"),
                },
            );
            let diagnostic =
                Diagnostic::new(Code::BadSelector, message, spec.name.span, "arguments do not fit");
            self.report(diagnostic.help("declare each argument below `arguments`, in order"));
            return None;
        }
        let names = spec.arguments.iter().map(|argument| argument.name.value.clone()).collect();
        Some(SdkCallback {
            method: SdkMethod { arguments: names, ..method },
            docs: docs(&spec.docs, String::new()),
            values,
        })
    }

    fn sdk_closure(&mut self, spec: &SdkCallbackSpec, classes: &[SdkClass]) -> Option<SdkCallback> {
        if let Some(swift) = &spec.swift {
            let message = "a closure is called by its property's name alone";
            self.report(Diagnostic::new(Code::SdkShape, message, swift.span, "remove this"));
        }
        let values = spec.arguments.iter().filter_map(|argument| self.sdk_value(argument, classes)).collect();
        let arguments = spec.arguments.iter().map(|argument| argument.name.value.clone()).collect();
        let base = spec.name.value.clone();
        let method = SdkMethod { selector: None, base, labels: Vec::new(), arguments };
        Some(SdkCallback { method, docs: docs(&spec.docs, String::new()), values })
    }

    fn sdk_result_key(&mut self, spec: &SdkResultKeySpec, place: &str) -> Option<SdkResultKey> {
        check_overrides(&spec.name, self.diagnostics);
        let plain =
            TYPES.iter().find(|(word, _)| *word == spec.ty.value).map(|(_, ty)| SdkResultType::Plain(*ty));
        let ty = match (plain, self.names.look_up(&spec.ty.value)) {
            (Some(plain), _) => plain,
            (None, Some(Found::Item(ItemId::Enum(id)))) => SdkResultType::Enum(id),
            (None, Some(Found::Broken)) => return None,
            (None, _) => {
                let message = format!("an event's result has no values of type `{}`", shown(&spec.ty.value));
                let diagnostic =
                    Diagnostic::new(Code::NotAType, message, spec.ty.span, "not a type of `sdk`");
                self.report(
                    diagnostic.help("use string, boolean, integer, dictionary, anyDictionary or an enum"),
                );
                return None;
            }
        };
        let place = format!("{place}/result/{}", spec.name.text.value);
        Some(SdkResultKey { name: name(&spec.name), docs: docs(&spec.docs, place), ty })
    }

    /// The one set of event codes that the callbacks bring.
    fn sdk_event(&mut self, spec: &SdkSpec) -> Option<EnumId> {
        let callbacks = spec.delegates.iter().flat_map(|delegate| &delegate.callbacks).chain(&spec.closures);
        let values = callbacks.flat_map(|callback| &callback.arguments);
        let values = values.chain(spec.classes.iter().flat_map(|(_, properties)| properties));
        let mut first: Option<(&Spanned<String>, Option<EnumId>)> = None;
        for name in values.filter_map(|value| value.event.as_ref()) {
            match first {
                None => first = Some((name, self.sdk_event_codes(name))),
                Some((earlier, _)) if earlier.value != name.value => {
                    let message = "a session reports one set of event codes";
                    let diagnostic = Diagnostic::new(Code::SdkShape, message, name.span, "another set");
                    self.report(diagnostic.also(earlier.span, "the first one"));
                }
                Some(_) => {}
            }
        }
        if first.is_none() {
            let message = "no callback brings the code of an event";
            let diagnostic =
                Diagnostic::new(Code::SdkShape, message, spec.name.span, "this session reports nothing");
            self.report(diagnostic.help("say `event: YourEventCodes` at the argument that holds the code"));
        }
        first?.1
    }

    fn sdk_event_codes(&mut self, name: &Spanned<String>) -> Option<EnumId> {
        match self.names.look_up(&name.value) {
            Some(Found::Item(ItemId::Enum(id))) if self.model.enumeration(id).kind == EnumKind::Events => {
                Some(id)
            }
            Some(Found::Item(_)) => {
                let message = format!("`{}` is not a set of event codes", name.value);
                self.report(Diagnostic::new(
                    Code::NotAType,
                    message,
                    name.span,
                    "not declared below `events`",
                ));
                None
            }
            Some(Found::Broken) => None,
            None => {
                self.names.unknown(name, "set of event codes", self.diagnostics);
                None
            }
        }
    }

    /// A callback brings an event, a line of the log, or nothing that the session passes on; never a half of one.
    fn sdk_roles(&mut self, spec: &SdkSpec, sdk: &SdkDef) {
        let specs = spec.delegates.iter().flat_map(|delegate| &delegate.callbacks).chain(&spec.closures);
        for (callback, spec) in sdk.callbacks().zip(specs) {
            let has = |role| callback.role(sdk, role).is_some();
            let (event, log) = (has(SdkRole::Code), has(SdkRole::LogName));
            let message = if event && (log || has(SdkRole::LogParameters)) {
                "a callback brings an event or a line of the log, not both"
            } else if !event && (has(SdkRole::Message) || has(SdkRole::Result)) {
                "a callback with a message or a result needs the code of the event"
            } else if !log && has(SdkRole::LogParameters) {
                "a line of the log needs a name"
            } else {
                continue;
            };
            self.report(Diagnostic::new(Code::SdkShape, message, spec.name.span, "this callback"));
        }
    }
}
