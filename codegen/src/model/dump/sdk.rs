//! The binding of an SDK as a tree.

use wirewright::json::Value;

use super::{Entries, docs, entry, flag, named, text, texts};
use crate::model::{
    Model, SdkCallback, SdkConfiguration, SdkDef, SdkMethod, SdkResultType, SdkRole, SdkType, SdkValue,
};

/// The one binding of a model.
pub(super) fn sdk(model: &Model, sdk: &SdkDef) -> Value {
    let mut entries = named(&sdk.name, &sdk.docs);
    entries.insert(0, entry("name", text(&sdk.name.text)));
    entries.push(entry("module", text(&sdk.import)));
    let optional = [
        ("minimumIos", &sdk.minimum_ios),
        ("minimumXcode", &sdk.minimum_xcode),
        ("objcPrefix", &sdk.objc_prefix),
    ];
    entries.extend(optional.into_iter().filter_map(|(key, value)| Some(entry(key, text(value.as_ref()?)))));
    entries.push(entry("entry", text(&sdk.entry)));
    entries.extend(sdk.shared.as_ref().map(|shared| entry("shared", text(shared))));
    entries.push(entry("configuration", configuration(model, &sdk.configuration)));
    for (key, call) in [("configure", &sdk.configure), ("create", &sdk.create), ("destroy", &sdk.destroy)] {
        entries.push(entry(key, Value::Object(method(call))));
    }
    for delegate in &sdk.delegates {
        let mut parts = vec![entry("protocol", text(&delegate.protocol))];
        flag(&mut parts, "weak", delegate.weak);
        parts.extend(delegate.callbacks.iter().map(|one| (one.method.base.clone(), callback(sdk, one))));
        entries.push((format!("delegate {}", delegate.property), Value::Object(parts)));
    }
    for closure in &sdk.closures {
        entries.push((format!("closure {}", closure.method.base), callback(sdk, closure)));
    }
    for class in &sdk.classes {
        let properties = class.properties.iter().map(|property| value(sdk, property)).collect();
        entries.push((format!("class {}", class.name), Value::Object(properties)));
    }
    entries.push(entry("event", text(&model.enumeration(sdk.event).name.text)));
    for key in &sdk.result {
        let ty = match key.ty {
            SdkResultType::Plain(ty) => type_word(sdk, ty),
            SdkResultType::Enum(id) => model.enumeration(id).name.text.clone(),
        };
        let mut parts = vec![entry("type", text(&ty))];
        parts.extend(named(&key.name, &key.docs));
        entries.push((format!("result {}", key.name.text), Value::Object(parts)));
    }
    Value::Object(entries)
}

fn configuration(model: &Model, configuration: &SdkConfiguration) -> Value {
    let mut entries = vec![entry("options", text(&model.option_set(configuration.options).name.text))];
    if let Some(ty) = &configuration.ty {
        entries.push(entry(if ty.is_class { "class" } else { "struct" }, text(&ty.name)));
    }
    entries.extend(configuration.dictionary.as_ref().map(|name| entry("dictionary", text(name))));
    Value::Object(entries)
}

fn method(method: &SdkMethod) -> Entries {
    let labels = method.labels.iter().map(|label| format!("{}:", label.as_deref().unwrap_or("_")));
    let swift = format!("{}({})", method.base, labels.collect::<String>());
    let mut entries: Entries =
        method.selector.iter().map(|selector| entry("selector", text(selector))).collect();
    entries.push(entry("swift", text(&swift)));
    if !method.arguments.is_empty() {
        entries.push(entry("arguments", texts(&method.arguments)));
    }
    entries
}

fn callback(sdk: &SdkDef, callback: &SdkCallback) -> Value {
    let mut entries = method(&callback.method);
    entries.retain(|(key, _)| key != "arguments");
    docs(&mut entries, &callback.docs);
    entries.extend(callback.values.iter().map(|one| value(sdk, one)));
    Value::Object(entries)
}

fn value(sdk: &SdkDef, value: &SdkValue) -> (String, Value) {
    let mut entries = vec![entry("type", text(&type_word(sdk, value.ty)))];
    flag(&mut entries, "nullable", value.nullable);
    entries.extend(value.role.map(|role| entry("role", text(role_word(role)))));
    (format!("value {}", value.name), Value::Object(entries))
}

fn type_word(sdk: &SdkDef, ty: SdkType) -> String {
    let word = match ty {
        SdkType::String => "string",
        SdkType::Boolean => "boolean",
        SdkType::Integer => "integer",
        SdkType::Dictionary => "dictionary",
        SdkType::AnyDictionary => "anyDictionary",
        SdkType::Class(index) => sdk.classes.get(index).map(|class| class.name.as_str()).unwrap_or_default(),
    };
    word.to_owned()
}

fn role_word(role: SdkRole) -> &'static str {
    match role {
        SdkRole::Code => "code",
        SdkRole::Message => "message",
        SdkRole::Result => "result",
        SdkRole::LogName => "logName",
        SdkRole::LogParameters => "logParameters",
    }
}
