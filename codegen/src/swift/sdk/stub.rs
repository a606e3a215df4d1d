//! A stand-in for the vendor's module, of the same shapes that the session calls: tests run without the SDK.

use super::{Vendor, is_property, property_type};
use crate::files::header;
use crate::model::{SdkCallback, SdkDef, SdkMethod, SdkValue};
use crate::swift::keywords::quoted;
use crate::swift::literal;
use crate::swift::lower::Context;
use crate::swift::print::file_head;
use crate::text::CodeWriter;

/// The one file of the stub, named after the vendor's module.
pub(crate) fn stub_file(context: &Context<'_>, sdk: &SdkDef) -> (String, String) {
    let vendor = Vendor { context, sdk };
    let mut writer = CodeWriter::default();
    let path = &context.model.module(sdk.module).path;
    file_head(&header(path)).lines().for_each(|line| writer.line(line));
    writer.blank();
    writer.line(format!(
        "// A stand-in for the vendor's module `{}`: it shows nothing and records what it is told, so that",
        sdk.import
    ));
    writer.line("// tests run where the SDK does not. Call the delegate or the closure to play an event. Never ship it.");
    write_configuration(&vendor, &mut writer);
    write_classes(&vendor, &mut writer);
    write_protocols(&vendor, &mut writer);
    write_entry(&vendor, &mut writer);
    (format!("{}.swift", sdk.import), writer.finish())
}

fn write_configuration(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    let Some(ty) = &vendor.sdk.configuration.ty else { return };
    let options = vendor.context.model.option_set(vendor.sdk.configuration.options);
    writer.blank();
    writer.line("/// What the SDK is set up with.");
    let keyword = if ty.is_class { "final class" } else { "struct" };
    writer.line(format!("public {keyword} {} {{", quoted(&ty.name)));
    writer.indented(|writer| {
        for entry in options.entries.iter().filter(|entry| is_property(vendor.sdk, entry)) {
            writer.line(format!("public var {}: {}?", quoted(&entry.name.text), property_type(entry)));
        }
        if let Some(dictionary) = &vendor.sdk.configuration.dictionary {
            writer.line(format!("public var {}: [String: String]?", quoted(dictionary)));
        }
        writer.blank();
        writer.line("public init() {}");
    });
    writer.line("}");
}

fn write_classes(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    for class in &vendor.sdk.classes {
        writer.blank();
        writer.line("/// What a callback hands over.");
        writer.line(format!("public final class {} {{", quoted(&class.name)));
        writer.indented(|writer| {
            for property in &class.properties {
                writer.line(format!(
                    "public let {}: {}",
                    quoted(&property.name),
                    plain_type(vendor, property)
                ));
            }
            writer.blank();
            let parameters: Vec<String> = class
                .properties
                .iter()
                .map(|property| {
                    let default = if property.nullable { " = nil" } else { "" };
                    format!("{}: {}{default}", quoted(&property.name), plain_type(vendor, property))
                })
                .collect();
            writer.line(format!("public init({}) {{", parameters.join(", ")));
            writer.indented(|writer| {
                for property in &class.properties {
                    let name = quoted(&property.name);
                    writer.line(format!("self.{name} = {name}"));
                }
            });
            writer.line("}");
        });
        writer.line("}");
    }
}

/// Types of the vendor need no module before them in the vendor's module.
fn plain_type(vendor: &Vendor<'_>, value: &SdkValue) -> String {
    vendor.value_type(value).replace(&format!("{}.", vendor.sdk.import), "")
}

fn write_protocols(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    for (protocol, callbacks) in vendor.sdk.protocols() {
        writer.blank();
        writer.line("/// What the SDK reports to.");
        writer.line(format!("public protocol {}: AnyObject {{", quoted(protocol)));
        writer.indented(|writer| {
            for callback in callbacks {
                writer.line(signature(vendor, callback));
            }
        });
        writer.line("}");
    }
}

fn signature(vendor: &Vendor<'_>, callback: &SdkCallback) -> String {
    let labels = callback.method.labels.iter().zip(&callback.values);
    let parameters: Vec<String> = labels
        .map(|(label, value)| {
            format!("{}: {}", super::parameter(label.as_deref(), &value.name), plain_type(vendor, value))
        })
        .collect();
    format!("func {}({})", quoted(&callback.method.base), parameters.join(", "))
}

fn write_entry(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    let sdk = vendor.sdk;
    let entry = quoted(&sdk.entry);
    writer.blank();
    writer.line("/// The class that everything starts from.");
    writer.line(format!("public final class {entry} {{"));
    writer.indented(|writer| {
        match &sdk.shared {
            Some(shared) => writer.line(format!("public static let {} = {entry}()", quoted(shared))),
            None => {
                writer.line("/// Every instance that was made and is still there, in order.");
                writer.line(format!("public static var stubInstances: [{entry}] {{ return stubRecords.compactMap {{ $0.instance }} }}"));
                writer.line("private struct StubRecord {");
                writer.line(format!("    weak var instance: {entry}?"));
                writer.line("}");
                writer.line("private static var stubRecords: [StubRecord] = []");
            }
        }
        write_records(vendor, writer);
        write_properties(vendor, writer);
        write_methods(vendor, writer);
    });
    writer.line("}");
}

fn configuration_type(vendor: &Vendor<'_>) -> String {
    vendor.sdk.configuration.ty.as_ref().map_or_else(|| "[String: String]".to_owned(), |ty| quoted(&ty.name))
}

fn write_records(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    writer.blank();
    writer
        .line("/// What was called or set, in order: names of methods with their labels, and of properties.");
    writer.line("public private(set) var stubCalls: [String] = []");
    writer.line("/// The configurations that were handed over, in order.");
    writer.line(format!("public private(set) var stubConfigurations: [{}] = []", configuration_type(vendor)));
    writer.line("/// The session data that was handed over, in order.");
    writer.line("public private(set) var stubSessionData: [String] = []");
    writer.blank();
    writer.line("/// Forgets what was recorded.");
    writer.line("public func stubReset() {");
    writer.indented(|writer| {
        for record in ["stubCalls", "stubConfigurations", "stubSessionData"] {
            writer.line(format!("{record} = []"));
        }
    });
    writer.line("}");
}

fn write_properties(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    let sdk = vendor.sdk;
    for delegate in &sdk.delegates {
        let weak = if delegate.weak { "weak " } else { "" };
        write_property(
            &format!("{weak}var {}: {}?", quoted(&delegate.property), quoted(&delegate.protocol)),
            &delegate.property,
            writer,
        );
    }
    for closure in &sdk.closures {
        let types: Vec<String> = closure.values.iter().map(|value| plain_type(vendor, value)).collect();
        let name = &closure.method.base;
        write_property(&format!("var {}: (({}) -> Void)?", quoted(name), types.join(", ")), name, writer);
    }
}

fn write_property(declaration: &str, name: &str, writer: &mut CodeWriter) {
    writer.blank();
    writer.line(format!("public {declaration} {{"));
    writer.indented(|writer| {
        // A weak reference that becomes nil by itself is no call; one that is set to nil is.
        writer.line(format!("didSet {{ stubCalls.append({}) }}", literal::string(name)));
    });
    writer.line("}");
}

fn write_methods(vendor: &Vendor<'_>, writer: &mut CodeWriter) {
    let sdk = vendor.sdk;
    let register = if vendor.has_own_instance() {
        vec![format!("{}.stubRecords.append(StubRecord(instance: self))", quoted(&sdk.entry))]
    } else {
        Vec::new()
    };
    let configuration = configuration_type(vendor);
    if vendor.is_made_by_configuring() {
        write_method(&sdk.configure, &configuration, "stubConfigurations", register, writer);
    } else {
        writer.blank();
        let access = if vendor.has_own_instance() { "public" } else { "private" };
        if register.is_empty() {
            writer.line(format!("{access} init() {{}}"));
        } else {
            writer.line(format!("{access} init() {{"));
            writer.indented(|writer| register.iter().for_each(|line| writer.line(line)));
            writer.line("}");
        }
        write_method(&sdk.configure, &configuration, "stubConfigurations", Vec::new(), writer);
    }
    write_method(&sdk.create, "String", "stubSessionData", Vec::new(), writer);
    write_method(&sdk.destroy, "", "", Vec::new(), writer);
}

fn write_method(method: &SdkMethod, ty: &str, record: &str, first: Vec<String>, writer: &mut CodeWriter) {
    let names: Vec<String> =
        method.arguments.iter().enumerate().map(|(index, name)| super::local_name(name, index)).collect();
    let parameters: Vec<String> = method
        .labels
        .iter()
        .zip(&names)
        .map(|(label, name)| format!("{}: {ty}", super::parameter(label.as_deref(), name)))
        .collect();
    let head = match method.base.as_str() {
        "init" => "init".to_owned(),
        base => format!("func {}", quoted(base)),
    };
    let labels: String =
        method.labels.iter().map(|label| format!("{}:", label.as_deref().unwrap_or("_"))).collect();
    writer.blank();
    writer.line(format!("public {head}({}) {{", parameters.join(", ")));
    writer.indented(|writer| {
        first.iter().for_each(|line| writer.line(line));
        writer.line(format!("stubCalls.append({})", literal::string(&format!("{}({labels})", method.base))));
        for name in names {
            writer.line(format!("{record}.append({})", quoted(&name)));
        }
    });
    writer.line("}");
}
