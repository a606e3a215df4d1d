//! The vendor's header as its binding tells of it: enough to check calls against, nothing to link with.

use crate::model::{
    Model, OptionEntry, Scalar, SdkCallback, SdkDef, SdkMethod, SdkType, SdkValue, Shape, Wire,
};
use crate::text::CodeWriter;

/// Whether Objective-C can call all of it: every method has a selector, what may be nil is an object.
pub(super) fn is_callable(model: &Model, sdk: &SdkDef) -> bool {
    let calls = [&sdk.configure, &sdk.create, &sdk.destroy];
    let callbacks = sdk.callbacks().map(|callback| &callback.method);
    let properties = sdk.classes.iter().flat_map(|class| &class.properties);
    let values = sdk.callbacks().flat_map(|callback| &callback.values).chain(properties);
    let is_plain = |value: &SdkValue| matches!(value.ty, SdkType::Boolean | SdkType::Integer);
    let options = &model.option_set(sdk.configuration.options).entries;
    let names = sdk.type_names().into_iter().chain(property_names(model, sdk));
    names.into_iter().all(|name| !is_word_of_c(name))
        && calls.into_iter().chain(callbacks).all(|method| method.selector.is_some())
        && values.into_iter().all(|value| !(value.nullable && is_plain(value)))
        && sdk.configuration.ty.as_ref().is_none_or(|ty| ty.is_class)
        && options.iter().all(|entry| super::names::is_key(sdk, entry) || is_text(entry))
}

/// Every property that the header declares.
fn property_names<'m>(model: &'m Model, sdk: &'m SdkDef) -> impl Iterator<Item = &'m str> {
    let options = &model.option_set(sdk.configuration.options).entries;
    let options = options.iter().filter(|entry| !super::names::is_key(sdk, entry));
    let options = options.map(|entry| entry.name.text.as_str());
    let dictionary = sdk.configuration.dictionary.as_deref();
    let delegates = sdk.delegates.iter().map(|delegate| delegate.property.as_str());
    let properties = sdk.classes.iter().flat_map(|class| &class.properties).map(|value| value.name.as_str());
    options.chain(dictionary).chain(sdk.shared.as_deref()).chain(delegates).chain(properties)
}

/// Words of C, which can't name a property, a type or an argument.
const C: &[&str] = &[
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum",
    "extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return",
    "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void",
    "volatile", "while",
];

fn is_word_of_c(name: &str) -> bool {
    C.contains(&name)
}

/// Nothing depends on what an argument is called.
fn argument_name(name: &str) -> String {
    if is_word_of_c(name) { format!("{name}_") } else { name.to_owned() }
}

/// Whether an option's property is an object, which can be absent.
fn is_text(entry: &OptionEntry) -> bool {
    !matches!(
        entry.ty.shape,
        Shape::Scalar(
            Scalar::Boolean(Wire::Native | Wire::Either) | Scalar::Integer(Wire::Native | Wire::Either)
        )
    )
}

/// The header.
pub(super) fn header_file(head: &str, model: &Model, sdk: &SdkDef) -> String {
    let mut writer = CodeWriter::default();
    writer.line(format!("// {head}"));
    writer.blank();
    writer.line(format!(
        "// What the binding tells of the vendor's `{}`: code in Objective-C is checked against it",
        sdk.import
    ));
    writer.line("// where the SDK is not there. Never ship it.");
    writer.blank();
    writer.line("#import <Foundation/Foundation.h>");
    writer.blank();
    writer.line("NS_ASSUME_NONNULL_BEGIN");
    write_configuration(model, sdk, &mut writer);
    for class in &sdk.classes {
        writer.blank();
        writer.line(format!("@interface {} : NSObject", class.name));
        for property in &class.properties {
            writer.line(format!("@property ({}) {};", attributes(property), declared(sdk, property)));
        }
        writer.line("@end");
    }
    write_protocols(sdk, &mut writer);
    write_entry(sdk, &mut writer);
    writer.blank();
    writer.line("NS_ASSUME_NONNULL_END");
    writer.finish()
}

const DICTIONARY: &str = "NSDictionary<NSString *, NSString *> *";

fn write_configuration(model: &Model, sdk: &SdkDef, writer: &mut CodeWriter) {
    let Some(ty) = &sdk.configuration.ty else { return };
    writer.blank();
    writer.line(format!("@interface {} : NSObject", ty.name));
    let options = &model.option_set(sdk.configuration.options).entries;
    for entry in options.iter().filter(|entry| !super::names::is_key(sdk, entry)) {
        writer.line(format!("@property (nonatomic, copy, nullable) NSString *{};", entry.name.text));
    }
    if let Some(dictionary) = &sdk.configuration.dictionary {
        writer.line(format!("@property (nonatomic, copy, nullable) {DICTIONARY}{dictionary};"));
    }
    writer.line("@end");
}

fn attributes(property: &SdkValue) -> &'static str {
    match (property.ty, property.nullable) {
        (SdkType::Boolean | SdkType::Integer, _) => "nonatomic, readonly",
        (_, true) => "nonatomic, readonly, nullable",
        (_, false) => "nonatomic, readonly",
    }
}

/// A type before a name: `NSString *`.
fn type_of(sdk: &SdkDef, value: &SdkValue) -> String {
    match value.ty {
        SdkType::String => "NSString *".to_owned(),
        SdkType::Boolean => "BOOL ".to_owned(),
        SdkType::Integer => "NSInteger ".to_owned(),
        SdkType::Dictionary => "NSDictionary<NSString *, id> *".to_owned(),
        SdkType::AnyDictionary => "NSDictionary *".to_owned(),
        SdkType::Class(index) => {
            sdk.classes.get(index).map(|class| format!("{} *", class.name)).unwrap_or_default()
        }
    }
}

fn declared(sdk: &SdkDef, value: &SdkValue) -> String {
    format!("{}{}", type_of(sdk, value), value.name)
}

fn write_protocols(sdk: &SdkDef, writer: &mut CodeWriter) {
    for (protocol, callbacks) in sdk.protocols() {
        writer.blank();
        writer.line(format!("@protocol {protocol}"));
        for callback in callbacks {
            writer.line(callback_declaration(sdk, callback));
        }
        writer.line("@end");
    }
}

fn callback_declaration(sdk: &SdkDef, callback: &SdkCallback) -> String {
    let arguments = callback.values.iter().map(|value| {
        let nullable = if value.nullable { "nullable " } else { "" };
        (format!("{nullable}{}", type_of(sdk, value).trim_end()), value.name.clone())
    });
    declaration("void", &callback.method, &arguments.collect::<Vec<_>>())
}

/// `- (void)createComponent:(NSString *)sessionData;`
fn declaration(result: &str, method: &SdkMethod, arguments: &[(String, String)]) -> String {
    let selector = method.selector.as_deref().unwrap_or_default();
    if arguments.is_empty() {
        return format!("- ({result}){selector};");
    }
    let pieces = selector.split_terminator(':').zip(arguments);
    let pieces: Vec<String> =
        pieces.map(|(piece, (ty, name))| format!("{piece}:({ty}){}", argument_name(name))).collect();
    format!("- ({result}){};", pieces.join(" "))
}

fn write_entry(sdk: &SdkDef, writer: &mut CodeWriter) {
    let entry = &sdk.entry;
    writer.blank();
    writer.line(format!("@interface {entry} : NSObject"));
    if let Some(shared) = &sdk.shared {
        writer.line(format!("@property (class, nonatomic, readonly) {entry} *{shared};"));
    }
    for delegate in &sdk.delegates {
        let weak = if delegate.weak { "weak" } else { "strong" };
        let (protocol, property) = (&delegate.protocol, &delegate.property);
        writer.line(format!("@property (nonatomic, {weak}, nullable) id<{protocol}> {property};"));
    }
    let configuration =
        sdk.configuration.ty.as_ref().map_or(DICTIONARY.to_owned(), |ty| format!("{} *", ty.name));
    let arguments = |method: &SdkMethod, ty: &str| -> Vec<(String, String)> {
        method.arguments.iter().map(|name| (ty.to_owned(), name.clone())).collect()
    };
    let result = if sdk.configure.base == "init" { "instancetype" } else { "void" };
    writer.line(declaration(result, &sdk.configure, &arguments(&sdk.configure, &configuration)));
    writer.line(declaration("void", &sdk.create, &arguments(&sdk.create, "NSString *")));
    writer.line(declaration("void", &sdk.destroy, &[]));
    writer.line("@end");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_c_are_no_names_of_arguments() {
        let method = SdkMethod {
            selector: Some("open:in:".to_owned()),
            base: "open".to_owned(),
            labels: vec![None, Some("in".to_owned())],
            arguments: vec!["int".to_owned(), "place".to_owned()],
        };
        let arguments = method.arguments.iter().map(|name| ("BOOL".to_owned(), name.clone()));
        let declared = declaration("void", &method, &arguments.collect::<Vec<_>>());
        assert_eq!(declared, "- (void)open:(BOOL)int_ in:(BOOL)place;");
        assert!(is_word_of_c("default") && !is_word_of_c("in"));
    }
}
