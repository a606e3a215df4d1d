//! Names of the vendor: they are taken as they are, so they must be identifiers, and tell things apart.

use super::method::{is_identifier, is_number};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{SdkCallback, SdkDef, SdkRole};
use crate::resolve::Resolver;
use crate::resolve::names::shown;
use crate::source::{Span, Spanned};
use crate::syntax::spec::SdkSpec;

/// What Swift can't call by name, in backticks or not: `.self` is the value itself, `.Type` its metatype.
const UNSPEAKABLE: [&str; 5] = ["Any", "Protocol", "Self", "Type", "self"];

/// What the object that the SDK reports to has itself, without arguments.
const RECEIVER: [&str; 6] = ["destroy", "forget", "onEvent", "onLog", "sdk", "session"];

/// What the stand-in for the SDK has besides.
const STAND_IN: [&str; 7] = [
    "StubRecord",
    "stubCalls",
    "stubConfigurations",
    "stubInstances",
    "stubRecords",
    "stubReset",
    "stubSessionData",
];

const HELP: &str = "write a small class around the SDK, and bind that";

/// A callback, which delegate has it, and its place.
struct Received<'s> {
    callback: &'s SdkCallback,
    owner: Option<usize>,
    span: Span,
}

impl Resolver<'_> {
    /// Names of the vendor are taken as they are, so they must be identifiers.
    pub(super) fn sdk_identifiers(&mut self, spec: &SdkSpec) {
        let configuration = &spec.configuration;
        let names = [Some(&spec.module), Some(&spec.entry), spec.shared.as_ref(), spec.prefix.as_ref()];
        let of_configuration = [&configuration.class, &configuration.structure, &configuration.dictionary];
        let delegates = spec.delegates.iter().flat_map(|delegate| [&delegate.property, &delegate.protocol]);
        let callbacks = spec.delegates.iter().flat_map(|delegate| &delegate.callbacks).chain(&spec.closures);
        let values = callbacks.flat_map(|callback| &callback.arguments);
        let classes = spec.classes.iter().map(|(class, _)| class);
        let properties = spec.classes.iter().flat_map(|(_, properties)| properties);
        let names = names.into_iter().flatten().chain(of_configuration.into_iter().flatten());
        let names =
            names.chain(delegates).chain(spec.closures.iter().map(|closure| &closure.name)).chain(classes);
        for name in names.chain(properties.map(|value| &value.name)) {
            self.sdk_name(name);
        }
        for argument in values {
            self.sdk_identifier(&argument.name);
        }
        for version in [&spec.minimum_ios, &spec.minimum_xcode].into_iter().flatten() {
            if version.value.is_empty() || !version.value.split('.').all(is_number) {
                let message = format!("`{}` is not a version", shown(&version.value));
                let diagnostic = Diagnostic::new(Code::SdkShape, message, version.span, "not a version");
                self.report(diagnostic.help("write numbers with dots between them, like `11.0`"));
            }
        }
    }

    /// Prefixes of two letters are Apple's own, as is `NS`; what begins with `_` is the compiler's.
    pub(super) fn sdk_prefix(&mut self, spec: &SdkSpec) {
        let (prefix, span) = match &spec.prefix {
            Some(prefix) => (prefix.value.clone(), prefix.span),
            None => (self.model.api.name.text.clone(), spec.name.span),
        };
        let is_free = prefix.len() >= 3 && prefix.starts_with(|first: char| first.is_ascii_uppercase());
        let is_asked_for = spec.objc || spec.prefix.is_some();
        if is_asked_for && is_identifier(&prefix) && (!is_free || prefix.starts_with("NS")) {
            let message = format!("`{prefix}` can't begin names in Objective-C");
            let diagnostic =
                Diagnostic::new(Code::BadName, message, span, "taken by Apple or by the language");
            self.report(
                diagnostic.help("choose a `prefix` of three letters or more, a capital first, and not `NS`"),
            );
        }
    }

    pub(super) fn sdk_identifier(&mut self, name: &Spanned<String>) {
        if is_identifier(&name.value) {
            if UNSPEAKABLE.contains(&name.value.as_str()) {
                self.sdk_unspeakable(name);
            }
            return;
        }
        let message = format!("`{}` is not an identifier", shown(&name.value));
        let diagnostic =
            Diagnostic::new(Code::BadName, message, name.span, "not a name that an SDK can have");
        self.report(
            diagnostic
                .help("write it as the vendor's header does: ASCII letters, digits and `_`, a letter first"),
        );
    }

    /// The name of a type or a property.
    pub(super) fn sdk_name(&mut self, name: &Spanned<String>) {
        if STAND_IN.contains(&name.value.as_str()) {
            let message = format!("the stand-in for the SDK needs the name `{}` itself", name.value);
            let diagnostic = Diagnostic::new(Code::SdkShape, message, name.span, "this name");
            self.report(diagnostic.help(HELP));
        }
        if name.value == "init" { self.sdk_unspeakable(name) } else { self.sdk_identifier(name) }
    }

    fn sdk_unspeakable(&mut self, name: &Spanned<String>) {
        let message = format!("Swift can't call anything `{}`", name.value);
        let diagnostic =
            Diagnostic::new(Code::BadName, message, name.span, "not a name that an SDK can have");
        self.report(diagnostic.help("write it as Swift calls it, which may differ from the header"));
    }

    /// The vendor's types, and what its entry class has, have each a name of their own.
    pub(super) fn sdk_members(&mut self, spec: &SdkSpec) {
        let configuration = &spec.configuration;
        let mut protocols: Vec<&Spanned<String>> = Vec::new();
        for delegate in &spec.delegates {
            if !protocols.iter().any(|protocol| protocol.value == delegate.protocol.value) {
                protocols.push(&delegate.protocol);
            }
        }
        let types = [Some(&spec.entry), configuration.class.as_ref(), configuration.structure.as_ref()];
        let types = types.into_iter().flatten().chain(protocols);
        let types: Vec<_> = types.chain(spec.classes.iter().map(|(class, _)| class)).collect();
        self.sdk_distinct(&types, "two types of the SDK are");
        let instance: Vec<_> = std::iter::once(&spec.entry).chain(&spec.shared).collect();
        self.sdk_distinct(&instance, "the SDK's class and its instance are both");
        let delegates = spec.delegates.iter().map(|delegate| &delegate.property);
        let closures = spec.closures.iter().map(|closure| &closure.name);
        let destroy = spec.destroy.swift.as_ref().or(spec.destroy.selector.as_ref());
        let destroy = destroy.map(|name| Spanned::new(name.value.replace("()", ""), name.span));
        let properties: Vec<_> = delegates.chain(closures).chain(&destroy).collect();
        self.sdk_distinct(&properties, "two members of the SDK's class are");
    }

    /// Reports a name that is there twice.
    pub(super) fn sdk_distinct(&mut self, names: &[&Spanned<String>], what: &str) {
        for (index, name) in names.iter().enumerate() {
            let first = names.iter().take(index).find(|earlier| earlier.value == name.value);
            if let Some(first) = first {
                let message = format!("{what} called `{}`", shown(&name.value));
                let diagnostic = Diagnostic::new(Code::DuplicateName, message, name.span, "second");
                self.report(diagnostic.also(first.span, "first"));
            }
        }
    }

    /// One object receives all callbacks: each has a signature of its own, or does what its like does.
    pub(super) fn sdk_receiver(&mut self, spec: &SdkSpec, sdk: &SdkDef) {
        let owners = spec.delegates.iter().enumerate().flat_map(|(owner, delegate)| {
            delegate.callbacks.iter().map(move |callback| (Some(owner), callback.name.span))
        });
        let owners = owners.chain(spec.closures.iter().map(|closure| (None, closure.name.span)));
        let mut seen: Vec<Received<'_>> = Vec::new();
        for (callback, (owner, span)) in sdk.callbacks().zip(owners) {
            let received = Received { callback, owner, span };
            if callback.values.is_empty() && RECEIVER.contains(&callback.method.base.as_str()) {
                let message = format!("the session needs the name `{}` itself", callback.method.base);
                let diagnostic = Diagnostic::new(Code::SdkShape, message, span, "this callback");
                self.report(diagnostic.help(HELP));
            }
            match seen.iter().find(|earlier| earlier.callback.signature() == callback.signature()) {
                Some(first) => self.sdk_same_signature(first, &received),
                None => seen.push(received),
            }
        }
    }

    fn sdk_same_signature(&mut self, first: &Received<'_>, second: &Received<'_>) {
        let roles = |received: &Received<'_>| -> Vec<Option<SdkRole>> {
            received.callback.values.iter().map(|value| value.role).collect()
        };
        if first.owner == second.owner {
            let message = "two methods of a delegate are the same in Swift";
            let diagnostic = Diagnostic::new(Code::DuplicateName, message, second.span, "second");
            self.report(diagnostic.also(first.span, "first"));
        } else if roles(first) != roles(second) {
            let message = "two callbacks that are the same in Swift bring different things";
            let diagnostic = Diagnostic::new(Code::SdkShape, message, second.span, "this one");
            self.report(diagnostic.also(first.span, "and this one").help(HELP));
        }
    }
}
