//! The session: typed glue between an app and a vendor's SDK, in one file that is empty where the SDK is not there.

mod stub;

use super::docs::{doc_lines, item_notes};
use super::keywords::{quoted, quoted_label};
use super::literal;
use super::lower::Context;
use super::names::is_session_name;
use super::template::{Values, fill};
use crate::model::{
    ItemId, OptionEntry, Scalar, SdkCallback, SdkDef, SdkMethod, SdkResultType, SdkRole, SdkSignature,
    SdkType, SdkValue, Shape, Wire,
};
pub(crate) use stub::stub_file;

/// The session's file below its header lines.
pub(super) fn session_file(context: &Context<'_>, sdk: &SdkDef) -> String {
    let vendor = Vendor { context, sdk };
    let has_log = sdk.has_log();
    let when_log = |line: &str| if has_log { vec![line.to_owned()] } else { Vec::new() };
    let configuration = context.names.item(ItemId::Options(sdk.configuration.options));
    let values = Values::default()
        .text("module", &sdk.import)
        .text("Session", &sdk.name.text)
        .lines("docs", docs(sdk))
        .text("EventCode", vendor.own(context.names.item(ItemId::Enum(sdk.event))))
        .text("Configuration", vendor.own(configuration))
        .lines("category", category(&vendor))
        .lines("accessors", accessors(&vendor))
        .lines("logEntry", if has_log { log_entry() } else { Vec::new() })
        .lines(
            "onLogDoc",
            when_log("///   - onLog: Called on the main thread with each line of the SDK's log."),
        )
        .lines("onLogParameter", when_log("onLog: ((LogEntry) -> Void)? = nil,"))
        .text(
            "receiverArguments",
            if has_log { "onEvent: onEvent, onLog: onLog" } else { "onEvent: onEvent" },
        )
        .text(
            "receiverParameters",
            match has_log {
                true => "onEvent: @escaping (Event) -> Void, onLog: ((LogEntry) -> Void)?",
                false => "onEvent: @escaping (Event) -> Void",
            },
        )
        .lines("onLogProperty", when_log("private var onLog: ((LogEntry) -> Void)?"))
        .lines("onLogAssignment", when_log("self.onLog = onLog"))
        .lines("onLogRelease", when_log("onLog = nil"))
        .lines("start", start(&vendor))
        .lines("create", vec![vendor.call(&sdk.create, "sdk", "sessionData")])
        .lines("destroy", destroy(&vendor))
        .lines("vendorConfiguration", vendor_configuration(&vendor))
        .text("receiverBases", receiver_bases(&vendor))
        .lines("sdkProperty", sdk_property(&vendor))
        .lines("callbacks", callbacks(&vendor));
    fill(include_str!("sdk/Session.swift"), &values)
}

/// What the functions of this file share.
struct Vendor<'c> {
    context: &'c Context<'c>,
    sdk: &'c SdkDef,
}

impl Vendor<'_> {
    /// A type of the package, as it is written inside of the session.
    fn own(&self, name: &str) -> String {
        match is_session_name(name) {
            true => format!("{}.{name}", self.context.model.api.name.text),
            false => quoted(name),
        }
    }

    /// A type of the vendor; its module stands before it where another type of this name is in sight.
    fn vendor(&self, name: &str) -> String {
        match self.context.names.hides_vendor_type(name) {
            true => format!("{}.{}", self.sdk.import, quoted(name)),
            false => quoted(name),
        }
    }

    /// A call with one argument.
    fn call(&self, method: &SdkMethod, on: &str, argument: &str) -> String {
        let arguments: Vec<String> =
            method.labels.iter().map(|label| labelled(label.as_deref(), argument)).collect();
        format!("{on}.{}({})", quoted(&method.base), arguments.join(", "))
    }

    fn value_type(&self, value: &SdkValue) -> String {
        let ty = match value.ty {
            SdkType::String => "String".to_owned(),
            SdkType::Boolean => "Bool".to_owned(),
            SdkType::Integer => "Int".to_owned(),
            SdkType::Dictionary => "[String: Any]".to_owned(),
            SdkType::AnyDictionary => "[AnyHashable: Any]".to_owned(),
            SdkType::Class(index) => {
                self.sdk.classes.get(index).map(|class| self.vendor(&class.name)).unwrap_or_default()
            }
        };
        if value.nullable { format!("{ty}?") } else { ty }
    }

    /// Where a callback has the value of a role: `eventResult.message`.
    fn role(&self, callback: &SdkCallback, role: SdkRole) -> Option<(String, bool)> {
        let (argument, property) = callback.role(self.sdk, role)?;
        let name = quoted(&local(callback, argument));
        Some(match property {
            None => (name, argument.nullable),
            Some(property) => {
                let question = if argument.nullable { "?" } else { "" };
                (
                    format!("{name}{question}.{}", quoted(&property.name)),
                    argument.nullable || property.nullable,
                )
            }
        })
    }

    fn has_own_instance(&self) -> bool {
        self.sdk.shared.is_none()
    }

    fn is_made_by_configuring(&self) -> bool {
        self.has_own_instance() && self.sdk.configure.base == "init"
    }
}

fn labelled(label: Option<&str>, argument: &str) -> String {
    match label {
        Some(label) => format!("{}: {argument}", quoted_label(label)),
        None => argument.to_owned(),
    }
}

/// What an argument is called inside of a method: as the vendor calls it, unless the body needs the name itself.
fn local(callback: &SdkCallback, argument: &SdkValue) -> String {
    let position = callback.values.iter().position(|value| value.name == argument.name).unwrap_or_default();
    local_name(&argument.name, position)
}

fn local_name(name: &str, position: usize) -> String {
    let is_numbered =
        name.strip_prefix("argument").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let hides = ["entry", "event", "init", "pass", "receiver", "self"].contains(&name)
        // Types, and what the stub records.
        || name.starts_with(|first: char| first.is_ascii_uppercase())
        || name.starts_with("stub");
    if hides || is_numbered { format!("argument{}", position + 1) } else { name.to_owned() }
}

fn docs(sdk: &SdkDef) -> Vec<String> {
    let lines = doc_lines(&sdk.docs, "One session of the vendor's SDK.", item_notes(&sdk.docs));
    let held = match sdk.delegates.iter().any(|delegate| delegate.weak) {
        true => "The session owns the delegate that the SDK reports to, since the SDK may hold it weakly:",
        false => "The session owns what the SDK reports to:",
    };
    let mut lines: Vec<String> = lines;
    lines.push(String::new());
    lines.push(
        "Use it on the main thread, one session per payment. The SDK serves one at a time: starting another"
            .to_owned(),
    );
    lines.push(format!("closes this one. {held}"));
    lines.push("keep a reference to the session while the page is shown. When the last one goes, the page is closed,".to_owned());
    lines.push("unless another session has been started.".to_owned());
    let needs: Vec<String> = [("iOS", &sdk.minimum_ios), ("Xcode", &sdk.minimum_xcode)]
        .into_iter()
        .filter_map(|(what, version)| Some(format!("{what} {}", version.as_ref()?)))
        .collect();
    if !needs.is_empty() {
        lines.push(String::new());
        lines.push(format!("The SDK needs {} at least.", needs.join(" and ")));
    }
    lines.iter().map(|line| format!("/// {line}").trim_end().to_owned()).collect()
}

fn category(vendor: &Vendor<'_>) -> Vec<String> {
    if vendor.context.model.enumeration(vendor.sdk.event).categories.is_empty() {
        return Vec::new();
    }
    let ty = vendor.own(&vendor.context.names.category_type(vendor.sdk.event));
    let docs = vec!["What kind of event it is; nil for a code that is not documented.".to_owned()];
    computed(docs, "category", &ty, "code.category")
}

/// A computed property of an event, which may have nothing to tell.
fn computed(docs: Vec<String>, name: &str, ty: &str, value: &str) -> Vec<String> {
    let docs = docs.into_iter().map(|line| format!("/// {line}").trim_end().to_owned());
    let property =
        [format!("public var {}: {ty}? {{", quoted(name)), format!("    return {value}"), "}".to_owned()];
    std::iter::once(String::new()).chain(docs).chain(property).collect()
}

fn accessors(vendor: &Vendor<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, key) in vendor.sdk.result.iter().enumerate() {
        let entry = format!("result?[{}]", literal::string(&key.name.text));
        let (ty, value) = match key.ty {
            SdkResultType::Plain(ty) => {
                let value = SdkValue { name: String::new(), ty, nullable: false, role: None };
                let ty = vendor.value_type(&value);
                (ty.clone(), format!("{entry} as? {ty}"))
            }
            SdkResultType::Enum(id) => {
                let ty = vendor.own(vendor.context.names.item(ItemId::Enum(id)));
                (ty.clone(), format!("({entry} as? String).map {{ {ty}(rawValue: $0) }}"))
            }
        };
        let otherwise = format!("The entry {} of the result.", super::docs::code_span(&key.name.text));
        let absent = "Nil where the result does not have it, or has something else there.".to_owned();
        let docs = doc_lines(&key.docs, &otherwise, vec![absent]);
        lines.extend(computed(docs, vendor.context.names.result_key(index), &ty, &value));
    }
    lines
}

fn log_entry() -> Vec<String> {
    let lines = "/// A line of the SDK's log.\n\
        public struct LogEntry {\n    \
            /// What it is about.\n    \
            public let name: String\n    \
            /// More about it, as received. It may hold what is personal.\n    \
            public let parameters: [AnyHashable: Any]?\n\
        }\n";
    lines.lines().map(str::to_owned).chain([String::new()]).collect()
}

fn start(vendor: &Vendor<'_>) -> Vec<String> {
    let sdk = vendor.sdk;
    let entry = vendor.vendor(&sdk.entry);
    let mut lines = Vec::new();
    match &sdk.shared {
        Some(shared) => lines.push(format!("let sdk = {entry}.{}", quoted(shared))),
        None if vendor.is_made_by_configuring() => {
            let arguments =
                sdk.configure.labels.iter().map(|label| labelled(label.as_deref(), "vendorConfiguration"));
            lines.push(format!("let sdk = {entry}({})", arguments.collect::<Vec<_>>().join(", ")));
        }
        None => lines.push(format!("let sdk = {entry}()")),
    }
    if vendor.has_own_instance() {
        lines.push("receiver.sdk = sdk".to_owned());
    }
    if !vendor.is_made_by_configuring() {
        lines.push(vendor.call(&sdk.configure, "sdk", "vendorConfiguration"));
    }
    for delegate in &sdk.delegates {
        lines.push(format!("sdk.{} = receiver", quoted(&delegate.property)));
    }
    for closure in &sdk.closures {
        let arguments: Vec<String> =
            closure.values.iter().map(|value| quoted(&local(closure, value))).collect();
        let name = quoted(&closure.method.base);
        let parameters =
            if arguments.is_empty() { String::new() } else { format!(" {}", arguments.join(", ")) };
        lines.push(format!("sdk.{name} = {{ [weak receiver]{parameters} in"));
        lines.push(format!("    receiver?.{name}({})", arguments.join(", ")));
        lines.push("}".to_owned());
    }
    lines
}

fn destroy(vendor: &Vendor<'_>) -> Vec<String> {
    let sdk = vendor.sdk;
    match &sdk.shared {
        Some(shared) => {
            let on = format!("{}.{}", vendor.vendor(&sdk.entry), quoted(shared));
            vec![vendor.call(&sdk.destroy, &on, "")]
        }
        None => vec![vendor.call(&sdk.destroy, "sdk?", ""), "sdk = nil".to_owned()],
    }
}

fn sdk_property(vendor: &Vendor<'_>) -> Vec<String> {
    match vendor.has_own_instance() {
        true => vec![format!("var sdk: {}?", vendor.vendor(&vendor.sdk.entry))],
        false => Vec::new(),
    }
}

fn receiver_bases(vendor: &Vendor<'_>) -> String {
    let mut protocols: Vec<String> = Vec::new();
    for delegate in &vendor.sdk.delegates {
        let protocol = vendor.vendor(&delegate.protocol);
        if !protocols.contains(&protocol) {
            protocols.push(protocol);
        }
    }
    match protocols.as_slice() {
        [] => String::new(),
        // Protocols of Objective-C ask for it.
        protocols => format!(": Foundation.NSObject, {}", protocols.join(", ")),
    }
}

/// What the SDK is handed: an object of the vendor's type, or the dictionary.
fn vendor_configuration(vendor: &Vendor<'_>) -> Vec<String> {
    let configuration = &vendor.sdk.configuration;
    let Some(ty) = &configuration.ty else {
        return block(
            "private var vendorConfiguration: [String: String] {",
            vec!["return configuration.dictionary".to_owned()],
        );
    };
    let name = vendor.vendor(&ty.name);
    let keyword = if ty.is_class { "let" } else { "var" };
    let mut lines = vec![format!("{keyword} vendor = {name}()")];
    let options = vendor.context.model.option_set(configuration.options);
    for (index, entry) in
        options.entries.iter().enumerate().filter(|(_, entry)| is_property(vendor.sdk, entry))
    {
        let option = quoted(vendor.context.names.member(ItemId::Options(configuration.options), index));
        lines.push(format!("if let value = configuration.{option} {{"));
        lines.push(format!("    vendor.{} = {}", quoted(&entry.name.text), property_value(entry)));
        lines.push("}".to_owned());
    }
    if let Some(dictionary) = &configuration.dictionary {
        lines.push("let dictionary = configuration.dictionary".to_owned());
        lines.push("if !dictionary.isEmpty {".to_owned());
        lines.push(format!("    vendor.{} = dictionary", quoted(dictionary)));
        lines.push("}".to_owned());
    }
    lines.push("return vendor".to_owned());
    block(&format!("private var vendorConfiguration: {name} {{"), lines)
}

fn block(head: &str, lines: Vec<String>) -> Vec<String> {
    let lines = lines.into_iter().map(|line| format!("    {line}"));
    std::iter::once(head.to_owned()).chain(lines).chain(["}".to_owned(), String::new()]).collect()
}

/// Whether an option is a property of the vendor's configuration, and no entry of its dictionary.
fn is_property(sdk: &SdkDef, entry: &OptionEntry) -> bool {
    !entry.in_dictionary || sdk.configuration.dictionary.is_none()
}

/// The type of the vendor's property for an option.
fn property_type(entry: &OptionEntry) -> &'static str {
    match entry.ty.shape {
        Shape::Scalar(Scalar::Boolean(Wire::Native | Wire::Either)) => "Bool",
        Shape::Scalar(Scalar::Integer(Wire::Native | Wire::Either)) => "Int",
        _ => "String",
    }
}

fn property_value(entry: &OptionEntry) -> &'static str {
    match (property_type(entry), &entry.ty.shape) {
        ("Bool", _) | (_, Shape::Scalar(Scalar::String)) => "value",
        ("Int", _) => "Int(value)",
        (_, Shape::Enum(_)) => "value.rawValue",
        _ => "value.wireText",
    }
}

/// The methods that the SDK calls; one that two delegates share stands once.
fn callbacks(vendor: &Vendor<'_>) -> Vec<String> {
    let mut written: Vec<SdkSignature<'_>> = Vec::new();
    let mut lines = Vec::new();
    for callback in vendor.sdk.callbacks() {
        let signature = callback.signature();
        if !written.contains(&signature) {
            lines.extend(method(vendor, callback, &signature.labels));
            written.push(signature);
        }
    }
    lines
}

fn method(vendor: &Vendor<'_>, callback: &SdkCallback, labels: &[Option<&str>]) -> Vec<String> {
    let parameters: Vec<String> = labels
        .iter()
        .zip(&callback.values)
        .map(|(label, value)| {
            format!("{}: {}", parameter(*label, &local(callback, value)), vendor.value_type(value))
        })
        .collect();
    block(
        &format!("func {}({}) {{", quoted(&callback.method.base), parameters.join(", ")),
        body(vendor, callback),
    )
}

/// `_ eventCode`, `eventResult`, `label name`
fn parameter(label: Option<&str>, name: &str) -> String {
    match label {
        None => format!("_ {}", quoted(name)),
        Some(label) if label == name => quoted_label(label),
        Some(label) => format!("{} {}", quoted_label(label), quoted(name)),
    }
}

fn body(vendor: &Vendor<'_>, callback: &SdkCallback) -> Vec<String> {
    let part = |role| vendor.role(callback, role).map_or_else(|| "nil".to_owned(), |(code, _)| code);
    let text =
        |(code, is_optional): (String, bool)| if is_optional { format!("{code} ?? \"\"") } else { code };
    if let Some(code) = vendor.role(callback, SdkRole::Code).map(text) {
        let ty = vendor.own(vendor.context.names.item(ItemId::Enum(vendor.sdk.event)));
        return vec![
            "let event = Event(".to_owned(),
            format!("    code: {ty}(rawValue: {code}),"),
            format!("    message: {},", part(SdkRole::Message)),
            format!("    result: {}", part(SdkRole::Result)),
            ")".to_owned(),
            "pass(event) { $0.onEvent?($1) }".to_owned(),
        ];
    }
    match vendor.role(callback, SdkRole::LogName).map(text) {
        Some(name) => vec![
            format!("let entry = LogEntry(name: {name}, parameters: {})", part(SdkRole::LogParameters)),
            "pass(entry) { $0.onLog?($1) }".to_owned(),
        ],
        None => vec!["// Nothing that the app is told.".to_owned()],
    }
}
