//! Every key of the spec language. The reader, "did you mean", the JSON Schema for editors and the language's
//! documentation come from these tables.

use super::table::{Key, Table, Value};

mod sdk;

pub use sdk::{
    SDK, SDK_CALL, SDK_CALLBACK, SDK_CONFIGURATION, SDK_DELEGATE, SDK_ENTRY, SDK_MINIMUM, SDK_RESULT_KEY,
    SDK_ROLES, SDK_VALUE,
};

const fn key(name: &'static str, value: Value, doc: &'static str) -> Key {
    Key { name, value, required: false, doc }
}

const fn required(name: &'static str, value: Value, doc: &'static str) -> Key {
    Key { name, value, required: true, doc }
}

/// All tables, in the order in which the documentation explains them.
pub static TABLES: &[&Table] = &[
    &FILE,
    &OUTCOME,
    &SCALAR,
    &OBJECT,
    &FIELD,
    &ELEMENT,
    &CONSTRAINTS,
    &RULE,
    &CONDITION,
    &COMPARE,
    &ENUM,
    &ENUM_VALUE,
    &CODE,
    &OPERATION,
    &WEBHOOK,
    &EVENTS,
    &EVENT,
    &OPTIONS,
    &OPTION,
    &SDK,
    &SDK_MINIMUM,
    &SDK_ENTRY,
    &SDK_CONFIGURATION,
    &SDK_CALL,
    &SDK_DELEGATE,
    &SDK_CALLBACK,
    &SDK_VALUE,
    &SDK_RESULT_KEY,
    &DOCUMENTED,
    &NAMED,
    &TARGET,
];

/// A spec file.
pub static FILE: Table = Table {
    what: "a spec file",
    doc: "Every file of a spec has these keys. Exactly one of them holds `wirewright` and `api`.",
    keys: &[
        key("wirewright", Value::Choice(&["1"]), "Version of the spec language; `1`. In one file only."),
        key(
            "api",
            Value::Text,
            "Name of the API in upper camel case; the Swift module is called so. In one file only.",
        ),
        key("doc", Value::Text, "What the API is for. Beside `api`."),
        key("source", Value::Text, "Where the facts come from. Beside `api`."),
        key("outcome", Value::Table(&OUTCOME), "Where a response says how the call ended. Beside `api`."),
        key(
            "scalars",
            Value::Map(&Value::Table(&SCALAR)),
            "Named texts, numbers and booleans with constraints of their own.",
        ),
        key("types", Value::Map(&Value::Table(&OBJECT)), "Object types."),
        key("enums", Value::Map(&Value::Table(&ENUM)), "Texts out of a list."),
        key("requests", Value::Map(&Value::Table(&OBJECT)), "Objects that a client sends."),
        key("responses", Value::Map(&Value::Table(&OBJECT)), "Objects that a server answers with."),
        key(
            "codes",
            Value::Map(&Value::Map(&Value::Table(&CODE))),
            "Result codes: open enums whose values carry advice.",
        ),
        key("operations", Value::Map(&Value::Table(&OPERATION)), "Calls of the API."),
        key("webhooks", Value::Map(&Value::Table(&WEBHOOK)), "Notifications that the API sends."),
        key("events", Value::Map(&Value::Table(&EVENTS)), "Codes that an SDK reports while it runs."),
        key("options", Value::Map(&Value::Table(&OPTIONS)), "Configuration that an SDK takes."),
        key(
            "sdk",
            Value::Table(&SDK),
            "How the vendor's iOS SDK takes the options and hands out the events.",
        ),
    ],
    shares: &[],
};

/// `outcome:`
pub static OUTCOME: Table = Table {
    what: "an outcome",
    doc: "Where a response says how the call ended. Applies to every response that has the status field.",
    keys: &[
        required("status", Value::Text, "Path of the field that holds the status."),
        key("code", Value::Text, "Path of the field that holds the result code."),
        required("success", Value::List(&Value::Text), "Statuses that mean success."),
        required("failure", Value::List(&Value::Text), "Statuses that mean failure."),
        key("pending", Value::List(&Value::Text), "Statuses that mean that the end is not known yet."),
    ],
    shares: &[],
};

/// A named scalar.
pub static SCALAR: Table = Table {
    what: "a scalar",
    doc: "A text, number or boolean with a name. Fields use the name as their type; the constraints come along.",
    keys: &[
        required("type", Value::Text, "The scalar type it stands for, such as `string` or `integer`."),
        key("wire", Value::Choice(WIRE), WIRE_DOC),
        key("contentMediaType", Value::Choice(&["application/json"]), MEDIA_DOC),
        key("examples", Value::List(&Value::Any), EXAMPLES_DOC),
    ],
    shares: &[&CONSTRAINTS, &DOCUMENTED, &TARGETS],
};

const WIRE: &[&str] = &["string", "boolean", "number"];
const WIRE_DOC: &str = "How a boolean or a number is written: `string` (`\"true\"`, `\"10000\"`), or `boolean` and `number` for the JSON \
                        type itself. Where it is given, both forms are read; without it, only the JSON type.";
const MEDIA_DOC: &str = "The text holds a document of this kind. An annotation, as in JSON Schema.";
const EXAMPLES_DOC: &str = "Examples for people; each must be valid.";

/// An object type.
pub static OBJECT: Table = Table {
    what: "an object type",
    doc: "A JSON object with named fields. `types`, `requests` and `responses` are all written so.",
    keys: &[
        key(
            "allOf",
            Value::List(&Value::Text),
            "Types whose fields and rules this one takes over, before its own.",
        ),
        key("fields", Value::Map(&Value::Table(&FIELD)), "The fields by their name in the JSON document."),
        key("rules", Value::List(&Value::Table(&RULE)), "What must hold across fields."),
        key(
            "unknownFields",
            Value::Choice(&["ignore", "keep"]),
            "`keep`: fields that the type does not know are kept and written back. Else they are dropped.",
        ),
        key("examples", Value::List(&Value::Any), EXAMPLES_DOC),
    ],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// A field.
pub static FIELD: Table = Table {
    what: "a field",
    doc: "A field of an object. It is optional unless `required` says otherwise.",
    keys: &[
        required(
            "type",
            Value::Text,
            "A built-in type, a named scalar, enum or type, `list<T>` or `map<T>`.",
        ),
        key(
            "required",
            Value::Choice(&["true", "false", "onSend"]),
            "`true`: the type is not optional and reading without it fails. `onSend`: the type is optional, only validation reports the absence.",
        ),
        key("nullable", Value::Boolean, "An explicit null is a value of its own. Else null reads as absent."),
        key(
            "aliases",
            Value::List(&Value::Text),
            "Other spellings of the name that are accepted when reading.",
        ),
        key("acceptSingle", Value::Boolean, "On a list: a bare element is read as a list of one."),
        key(
            "sensitive",
            Value::Boolean,
            "The value must not reach logs: it is masked wherever the object is printed.",
        ),
        key(
            "default",
            Value::Any,
            "What the API assumes where the field is absent. An annotation, never filled in; it must be valid.",
        ),
        key("fallback", Value::Text, "On an enum: the known value that stands in for one that is not known."),
        key("examples", Value::List(&Value::Any), EXAMPLES_DOC),
    ],
    shares: &[&ELEMENT, &CONSTRAINTS, &DOCUMENTED, &TARGETS],
};

/// What `items:` and `values:` say, constraints apart.
pub static ELEMENT: Table = Table {
    what: "the elements of a list or map",
    doc: "What `items` and `values` say about each element. Fields have these keys, too.",
    keys: &[
        key("wire", Value::Choice(WIRE), WIRE_DOC),
        key("contentMediaType", Value::Choice(&["application/json"]), MEDIA_DOC),
        key("items", Value::Table(&ELEMENTS), "On a list: what holds for each element."),
        key("values", Value::Table(&ELEMENTS), "On a map: what holds for each value."),
    ],
    shares: &[],
};

/// What stands behind `items:` and `values:`.
pub static ELEMENTS: Table =
    Table { what: ELEMENT.what, doc: ELEMENT.doc, keys: &[], shares: &[&ELEMENT, &CONSTRAINTS] };

/// Constraints.
pub static CONSTRAINTS: Table = Table {
    what: "a constraint",
    doc: "Constraints on a value, with JSON Schema's words and meaning. Scalars, fields, `items` and `values` have them.",
    keys: &[
        key("const", Value::Text, "The value is exactly this one."),
        key("enum", Value::List(&Value::Text), "The value is one of these."),
        key("minLength", Value::Count, "On text: at least so many Unicode scalar values."),
        key("maxLength", Value::Count, "On text: at most so many Unicode scalar values."),
        key(
            "pattern",
            Value::Text,
            "On text: contains a match of this regular expression. Anchor it with `^` and `$`.",
        ),
        key(
            "format",
            Value::Choice(&["date-time", "date", "uri", "iso4217", "iso3166-1-alpha2"]),
            "On text: has this form.",
        ),
        key("minimum", Value::Text, "On numbers: not less than."),
        key("exclusiveMinimum", Value::Text, "On numbers: greater than."),
        key("maximum", Value::Text, "On numbers: not greater than."),
        key("exclusiveMaximum", Value::Text, "On numbers: less than."),
        key("multipleOf", Value::Text, "On numbers: a whole multiple of, computed exactly."),
        key("minItems", Value::Count, "On lists: at least so many elements."),
        key("maxItems", Value::Count, "On lists: at most so many elements."),
        key("uniqueItems", Value::Boolean, "On lists: no two elements are equal as JSON values."),
        key("minProperties", Value::Count, "On maps: at least so many entries."),
        key("maxProperties", Value::Count, "On maps: at most so many entries."),
    ],
    shares: &[],
};

/// A rule.
pub static RULE: Table = Table {
    what: "a rule",
    doc: "What must hold across fields, as far as the document itself decides it. It has one consequence.",
    keys: &[
        required(
            "id",
            Value::Text,
            "Lower-case words joined by `-`; the violation's code is `rule:` and the id.",
        ),
        key("when", Value::Table(&CONDITION), "The rule applies only where this holds."),
        key("unless", Value::Table(&CONDITION), "The rule applies only where this does not hold."),
        key("require", Value::List(&Value::Text), "Each of these is present."),
        key("forbid", Value::List(&Value::Text), "None of these is present."),
        key("exactlyOneOf", Value::List(&Value::Text), "One of these is present, and no other."),
        key("atLeastOneOf", Value::List(&Value::Text), "One of these or more are present."),
        key("atMostOneOf", Value::List(&Value::Text), "None of these or one is present."),
        key("requireTogether", Value::List(&Value::Text), "All of these are present, or none."),
        key("compare", Value::Table(&COMPARE), "Two fields, where both are present, compare like this."),
    ],
    shares: &[&DOCUMENTED],
};

/// A condition.
pub static CONDITION: Table = Table {
    what: "a condition",
    doc: "One test of a field, or `all`, `any` or `not` of conditions. Through a list (`[*]`) it holds when one element passes.",
    keys: &[
        key("all", Value::List(&Value::Table(&CONDITION)), "Every one of these holds."),
        key("any", Value::List(&Value::Table(&CONDITION)), "At least one of these holds."),
        key("not", Value::Table(&CONDITION), "This does not hold."),
        key("field", Value::Text, "Path of the field to test: `a.b`, or `a[*].b` through a list."),
        key("is", Value::Text, "The field equals this."),
        key("in", Value::List(&Value::Text), "The field equals one of these."),
        key("present", Value::Boolean, "`true`: the field is there and not null. `false`: it is not."),
        key("lessThan", Value::Text, "The number is less than this."),
        key("lessThanOrEqual", Value::Text, "The number is at most this."),
        key("greaterThan", Value::Text, "The number is greater than this."),
        key("greaterThanOrEqual", Value::Text, "The number is at least this."),
    ],
    shares: &[],
};

/// `compare:`
pub static COMPARE: Table = Table {
    what: "a comparison",
    doc: "Compares two fields of the same kind: numbers, datetimes (as instants) or dates.",
    keys: &[
        required("field", Value::Text, "Path of the left side, where a violation points."),
        key("lessThan", Value::Text, "Path of a field that is greater."),
        key("lessThanOrEqual", Value::Text, "Path of a field that is greater or equal."),
        key("greaterThan", Value::Text, "Path of a field that is less."),
        key("greaterThanOrEqual", Value::Text, "Path of a field that is less or equal."),
        key("equal", Value::Text, "Path of a field that is equal."),
        key("notEqual", Value::Text, "Path of a field that is not equal."),
    ],
    shares: &[],
};

/// An enum.
pub static ENUM: Table = Table {
    what: "an enum",
    doc: "A text out of a list. Open unless said otherwise: a value that is not known is kept and written back.",
    keys: &[
        key(
            "open",
            Value::Boolean,
            "`false`: validation reports a value that is not listed. Reading never fails on it.",
        ),
        required(
            "values",
            Value::Map(&Value::Table(&ENUM_VALUE)),
            "The values by their text in the JSON document.",
        ),
    ],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// A value of an enum.
pub static ENUM_VALUE: Table = Table {
    what: "an enum value",
    doc: "A value of an enum.",
    keys: &[],
    shares: &[&NAMED, &DOCUMENTED, &TARGETS],
};

/// A result code.
pub static CODE: Table = Table {
    what: "a result code",
    doc: "A value of a result code enum, with advice.",
    keys: &[
        key("action", Value::Text, ACTION_DOC),
        key(
            "retry",
            Value::Choice(&["never", "same", "new"]),
            "`never`: the same request ends the same way. `same`: send the same request again, with the same idempotency key. `new`: send a corrected request with a new key.",
        ),
    ],
    shares: &[&NAMED, &DOCUMENTED, &TARGETS],
};

const ACTION_DOC: &str = "What to do when it is met.";

/// An operation.
pub static OPERATION: Table = Table {
    what: "an operation",
    doc: "A call of the API.",
    keys: &[
        required("method", Value::Choice(&["GET", "POST", "PUT", "PATCH", "DELETE"]), "The HTTP method."),
        required("path", Value::Text, "The path below the host, with a leading `/`."),
        required("request", Value::Text, "The object that is sent."),
        required("response", Value::Text, "The object that comes back."),
        key("idempotencyKey", Value::Text, "Path of the request's text that makes a repeat safe."),
        key(
            "codes",
            Value::List(&Value::Text),
            "The result codes that it answers with, all of one `codes` enum.",
        ),
    ],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// A webhook.
pub static WEBHOOK: Table = Table {
    what: "a webhook",
    doc: "A notification that the API sends.",
    keys: &[
        required("payload", Value::Text, "The object that arrives."),
        key("acknowledgement", Value::Text, "The object to answer with."),
    ],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// Event codes.
pub static EVENTS: Table = Table {
    what: "a set of event codes",
    doc: "Codes that an SDK reports while it runs: an open enum whose values have a category and advice.",
    keys: &[
        key("categories", Value::List(&Value::Text), "The categories, lower camel case words."),
        required("codes", Value::Map(&Value::Table(&EVENT)), "The codes by their text."),
    ],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// An event code.
pub static EVENT: Table = Table {
    what: "an event code",
    doc: "A code that an SDK reports.",
    keys: &[
        key("category", Value::Text, "One of the set's categories; required where it has some."),
        key("action", Value::Text, ACTION_DOC),
    ],
    shares: &[&NAMED, &DOCUMENTED, &TARGETS],
};

/// Options.
pub static OPTIONS: Table = Table {
    what: "a set of options",
    doc: "Configuration that an SDK takes as a dictionary of texts, with types.",
    keys: &[required("entries", Value::Map(&Value::Table(&OPTION)), "The options by their key.")],
    shares: &[&DOCUMENTED, &TARGETS],
};

/// An option.
pub static OPTION: Table = Table {
    what: "an option",
    doc: "One option: a scalar or an enum.",
    keys: &[
        required("type", Value::Text, "A scalar type, a named scalar or an enum."),
        key("wire", Value::Choice(WIRE), WIRE_DOC),
        key(
            "in",
            Value::Text,
            "Name of the dictionary that holds it. Where some options have it, the others are properties of their own.",
        ),
        key(
            "default",
            Value::Any,
            "What the SDK assumes where it is absent. An annotation, never filled in; it must be valid.",
        ),
        key("fallback", Value::Text, "On an enum: the known value that stands in for one that is not known."),
    ],
    shares: &[&CONSTRAINTS, &DOCUMENTED, &TARGETS],
};

/// What documents an item.
pub static DOCUMENTED: Table = Table {
    what: "a documented item",
    doc: "Keys that every item has which a person reads about.",
    keys: &[
        key("doc", Value::Text, "What it is; plain text with backtick code spans."),
        key("source", Value::Text, "Where the fact comes from."),
        key("deprecated", Value::Reason, "`true`, or what to use instead."),
    ],
    shares: &[],
};

/// The word that names a value.
pub static NAMED: Table = Table {
    what: "a named value",
    doc: "Values of enums and codes have this key.",
    keys: &[key(
        "name",
        Value::Text,
        "Upper camel case word that both languages name the value by, where its text makes a poor name.",
    )],
    shares: &[],
};

/// Overrides of names.
pub static TARGETS: Table = Table {
    what: "an item of both languages",
    doc: "Overrides of the names in one language.",
    keys: &[
        key("rust", Value::Table(&TARGET), "What Rust calls it."),
        key("swift", Value::Table(&TARGET), "What Swift calls it."),
    ],
    shares: &[],
};

/// `rust:`, `swift:`
pub static TARGET: Table = Table {
    what: "a target's override",
    doc: "What one language calls the item, taken as it is.",
    keys: &[required("name", Value::Text, "The identifier.")],
    shares: &[],
};
