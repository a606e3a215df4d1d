//! The keys of `sdk:`.

use super::{DOCUMENTED, TARGETS, key, required};
use crate::syntax::table::{Table, Value};

/// `sdk:`
pub static SDK: Table = Table {
    what: "an SDK binding",
    doc: "How the vendor's iOS SDK is called: a typed session for the app, and a stub of the SDK to test it with, are made of it.",
    keys: &[
        required("name", Value::Text, "The class that the app uses, in upper camel case."),
        required("module", Value::Text, "The vendor's module."),
        key("minimum", Value::Table(&SDK_MINIMUM), "What the SDK needs at least."),
        key("objc", Value::Boolean, "`true`: constants for apps in Objective-C, too."),
        key(
            "prefix",
            Value::Text,
            "What names in Objective-C begin with; the API's name where it is absent.",
        ),
        required("entry", Value::Table(&SDK_ENTRY), "The class that everything starts from."),
        required("configuration", Value::Table(&SDK_CONFIGURATION), "What the SDK is set up with."),
        required("configure", Value::Table(&SDK_CALL), "The call that takes the configuration."),
        required(
            "create",
            Value::Table(&SDK_CALL),
            "The call that takes the session data and shows the page.",
        ),
        required("destroy", Value::Table(&SDK_CALL), "The call that frees what `create` made."),
        key(
            "delegates",
            Value::Map(&Value::Table(&SDK_DELEGATE)),
            "The delegates by the property that takes them.",
        ),
        key(
            "closures",
            Value::Map(&Value::Table(&SDK_CALLBACK)),
            "Properties that take a closure, by their name.",
        ),
        key(
            "classes",
            Value::Map(&Value::Map(&Value::Table(&SDK_VALUE))),
            "Classes of the SDK that callbacks hand over, with their properties.",
        ),
        key(
            "result",
            Value::Map(&Value::Table(&SDK_RESULT_KEY)),
            "Known keys of the dictionary that an event brings.",
        ),
    ],
    shares: &[&DOCUMENTED],
};

/// `sdk: {minimum}`
pub static SDK_MINIMUM: Table = Table {
    what: "an SDK's needs",
    doc: "The oldest versions that the SDK works with.",
    keys: &[
        key("ios", Value::Text, "The version of iOS."),
        key("xcode", Value::Text, "The version of Xcode."),
    ],
    shares: &[],
};

/// `sdk: {entry}`
pub static SDK_ENTRY: Table = Table {
    what: "an SDK's entry",
    doc: "The class that everything starts from.",
    keys: &[
        required("class", Value::Text, "The class."),
        key(
            "shared",
            Value::Text,
            "Its static property that holds the one instance. Where it is absent, each session makes an instance.",
        ),
    ],
    shares: &[],
};

/// `sdk: {configuration}`
pub static SDK_CONFIGURATION: Table = Table {
    what: "an SDK's configuration",
    doc: "What the SDK is set up with: a class or a structure with properties, or, without either, the dictionary itself.",
    keys: &[
        required("options", Value::Text, "The options of this spec that fill it."),
        key(
            "class",
            Value::Text,
            "The vendor's class; it is made without arguments, then its properties are set.",
        ),
        key("struct", Value::Text, "The vendor's structure, in place of a class."),
        key(
            "dictionary",
            Value::Text,
            "The property that takes the dictionary, where no option says `in:`. Where neither does, each option is a property.",
        ),
    ],
    shares: &[],
};

/// `sdk: {configure, create, destroy}`
pub static SDK_CALL: Table = Table {
    what: "a call of an SDK",
    doc: "A method of the entry class. One of `selector` and `swift` is enough where the other follows from it.",
    keys: &[
        key("selector", Value::Text, "Its selector in Objective-C: `createComponent:`."),
        key(
            "swift",
            Value::Text,
            "Its name in Swift: `createComponent(_:)`; made of the selector where it is absent.",
        ),
        key("argument", Value::Text, "What the vendor calls the argument."),
    ],
    shares: &[],
};

/// `sdk: {delegates}`
pub static SDK_DELEGATE: Table = Table {
    what: "a delegate of an SDK",
    doc: "A property of the entry class that takes an object of a protocol.",
    keys: &[
        required("protocol", Value::Text, "The protocol."),
        key("weak", Value::Boolean, "Whether the SDK holds it weakly; `true` where it is not known."),
        required(
            "callbacks",
            Value::Map(&Value::Table(&SDK_CALLBACK)),
            "The protocol's methods by their selector, or by their name in Swift.",
        ),
    ],
    shares: &[],
};

/// `sdk: {delegates: {callbacks}, closures}`
pub static SDK_CALLBACK: Table = Table {
    what: "a callback of an SDK",
    doc: "What the SDK tells the app, and with which arguments.",
    keys: &[
        key(
            "swift",
            Value::Text,
            "Its name in Swift: `onEventCallback(_:eventResult:)`; made of the selector where it is absent.",
        ),
        key("arguments", Value::Map(&Value::Table(&SDK_VALUE)), "Its arguments by their name, in order."),
    ],
    shares: &[&DOCUMENTED],
};

/// An argument of a callback, a property of a class that it hands over.
pub static SDK_VALUE: Table = Table {
    what: "a value of an SDK",
    doc: "An argument of a callback, or a property of a class that a callback hands over.",
    keys: &[
        required(
            "type",
            Value::Text,
            "`string`, `boolean`, `integer`, `dictionary` (`[String: Any]`), `anyDictionary` (`[AnyHashable: Any]`), or one of `classes`.",
        ),
        key("nullable", Value::Boolean, "`true` where it may be nil."),
        key("event", Value::Text, "The event codes of this spec that it is one of."),
        key(
            "role",
            Value::Choice(SDK_ROLES),
            "What it is for the app: the event's message or result, or a part of a line of the log.",
        ),
    ],
    shares: &[],
};

/// Values of `role:`.
pub const SDK_ROLES: &[&str] = &["message", "result", "logName", "logParameters"];

/// `sdk: {result}`
pub static SDK_RESULT_KEY: Table = Table {
    what: "a key of an event's result",
    doc: "An entry of the dictionary that an event brings. It may always be absent.",
    keys: &[required(
        "type",
        Value::Text,
        "`string`, `boolean`, `integer`, `dictionary`, or an enum of this spec.",
    )],
    shares: &[&DOCUMENTED, &TARGETS],
};
