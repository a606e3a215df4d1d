//! Items of the model and what they are made of.

use wirewright::json;

use super::{Constraint, EnumId, FieldPath, ItemId, ModuleId, ObjectId, Rule, ScalarId};
use crate::source::Span;

/// A name of the spec: the text on the wire, and what people chose to call it in code.
#[derive(Clone, Debug)]
pub struct Name {
    /// As spelled in the spec; for fields and values the text on the wire.
    pub text: String,
    /// `name:`, the word to make identifiers of in both languages (values of enums and codes only).
    pub word: Option<String>,
    /// `rust: {name}`, taken as it is.
    pub rust: Option<String>,
    /// `swift: {name}`, taken as it is.
    pub swift: Option<String>,
    /// The place of the key.
    pub span: Span,
}

/// What a person reads about an item.
#[derive(Clone, Debug, Default)]
pub struct Docs {
    /// Plain text with backtick code spans; may have several lines; never ends with white space.
    pub text: String,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Set where the item should not be used any more.
    pub deprecated: Option<Deprecation>,
    /// Where it is declared: `session.yaml#/types/Amount`.
    pub place: String,
}

/// `deprecated: true`, or the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// Why, or what to use instead.
    pub reason: Option<String>,
}

/// The head of the spec.
#[derive(Clone, Debug)]
pub struct Api {
    /// `api:`, an upper camel case word; the Swift module has this name.
    pub name: Name,
    /// What the API is for.
    pub docs: Docs,
    /// Where a response says how the call ended.
    pub outcome: Option<Outcome>,
}

/// How to read the end of a call from a response.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Per response type that has both fields: the type, path of the status, path of the code.
    pub responses: Vec<(ObjectId, FieldPath, Option<FieldPath>)>,
    /// Status texts that mean success.
    pub success: Vec<String>,
    /// Status texts that mean failure.
    pub failure: Vec<String>,
    /// Status texts that mean not known yet.
    pub pending: Vec<String>,
}

/// What one spec file declares.
#[derive(Clone, Debug)]
pub struct Module {
    /// The file's stem: `session` of `session.yaml`; lower-case letters, digits, `-` and `_`, a letter first.
    pub name: String,
    /// The file's path as shown to people: `schema/antom-checkout/session.yaml`.
    pub path: String,
    /// The file, as a place.
    pub span: Span,
    /// What it declares, in the order written.
    pub items: Vec<ItemId>,
}

/// A named scalar, `scalars:`.
#[derive(Clone, Debug)]
pub struct ScalarDef {
    /// Name of the alias.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// What it stands for; its shape is [`Shape::Scalar`] and its `scalar` is `None`.
    pub ty: TypeUse,
    /// Documented examples, judged.
    pub examples: Vec<json::Value>,
}

/// A use of a type: its shape and the constraints on the value at this place.
#[derive(Clone, Debug)]
pub struct TypeUse {
    /// The named scalar it was written as; shape and constraints are already copied from it.
    pub scalar: Option<ScalarId>,
    /// What values look like.
    pub shape: Shape,
    /// What values must meet, sorted by [`Constraint`]'s variants; a named scalar's and the use's own together.
    pub constraints: Vec<Constraint>,
    /// The place of the type's name.
    pub span: Span,
}

/// What values of a type look like.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Text, number or boolean.
    Scalar(Scalar),
    /// An enum, result code or event code.
    Enum(EnumId),
    /// An object.
    Object(ObjectId),
    /// A JSON array.
    List {
        /// The elements.
        items: Box<TypeUse>,
        /// A bare element is read as a list of one.
        accept_single: bool,
    },
    /// A JSON object with any keys.
    Map {
        /// The values.
        values: Box<TypeUse>,
    },
    /// Any JSON value.
    Json,
}

/// Types without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// Text.
    String,
    /// True or false.
    Boolean(Wire),
    /// 64 bits, signed.
    Integer(Wire),
    /// An exact decimal number.
    Decimal(Wire),
    /// RFC 3339 with an offset, kept as the text received.
    DateTime,
    /// A calendar date, kept as the text received.
    Date,
    /// A URL, kept as the text received.
    Url,
}

/// How a boolean or a number travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// `wire` is absent: the JSON type itself, and nothing else is read.
    Native,
    /// `wire: boolean` or `wire: number`: written as the JSON type itself; the string is read too.
    Either,
    /// `wire: string`: written as a string; the JSON type itself is read too.
    String,
}

/// What an object is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `types:`
    Type,
    /// `requests:`
    Request,
    /// `responses:`
    Response,
}

/// What happens to fields that a type does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownFields {
    /// They are read and dropped.
    Ignore,
    /// They are kept and written back.
    Keep,
}

/// An object type.
#[derive(Clone, Debug)]
pub struct ObjectDef {
    /// Name of the type.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// Type, request or response.
    pub role: Role,
    /// Its fields, those of `allOf` first.
    pub fields: Vec<Field>,
    /// Its rules, those of `allOf` first.
    pub rules: Vec<Rule>,
    /// `unknownFields:`
    pub unknown_fields: UnknownFields,
    /// Documented examples, judged.
    pub examples: Vec<json::Value>,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire and in code.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// Its type.
    pub ty: TypeUse,
    /// Whether it may be left out.
    pub required: Required,
    /// An explicit null is a value of its own.
    pub nullable: bool,
    /// Other spellings accepted when reading.
    pub aliases: Vec<String>,
    /// Its value must not reach logs.
    pub sensitive: bool,
    /// What the API assumes where it is absent; never filled in.
    pub default: Option<json::Value>,
    /// Documented examples, judged.
    pub examples: Vec<json::Value>,
    /// The known value that stands in for an unrecognized one: index into the enum's values.
    pub fallback: Option<usize>,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It may.
    No,
    /// It may not: the type is not optional, and reading without it fails.
    Yes,
    /// The type is optional and reading never fails; `validate()` reports its absence.
    OnSend,
}

/// What an enum was declared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumKind {
    /// `enums:`
    Enum,
    /// `codes:`, result codes with advice
    Codes,
    /// `events:`, codes that an SDK reports
    Events,
}

/// An enum, result codes or event codes.
#[derive(Clone, Debug)]
pub struct EnumDef {
    /// Name of the type.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// What it was declared as.
    pub kind: EnumKind,
    /// False: a value that is not listed is a violation (it is read all the same).
    pub open: bool,
    /// The categories its values fall into; empty where it has none.
    pub categories: Vec<Category>,
    /// Its values, in the order written.
    pub values: Vec<EnumValue>,
}

/// A category of event codes.
#[derive(Clone, Debug)]
pub struct Category {
    /// Its name, a word in lower camel case.
    pub name: Name,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The text on the wire and what to call it.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// Index into [`EnumDef::categories`].
    pub category: Option<usize>,
    /// What to do when it is met.
    pub action: Option<String>,
    /// Whether the same call may be made again.
    pub retry: Option<Retry>,
}

/// Whether and how a call that ended with a code may be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// `never`: the same request ends the same way.
    Never,
    /// `same`: send the same request again, with the same idempotency key.
    Same,
    /// `new`: send a corrected or new request, with a new idempotency key.
    New,
}

/// Configuration options of an SDK.
#[derive(Clone, Debug)]
pub struct OptionsDef {
    /// Name of the type.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// Name of the dictionary (`in:`) that holds the entries with [`OptionEntry::in_dictionary`]; where no entry
    /// has `in:`, all of them are in the dictionary and this is `None`.
    pub dictionary: Option<String>,
    /// Its entries.
    pub entries: Vec<OptionEntry>,
}

/// One configuration option.
#[derive(Clone, Debug)]
pub struct OptionEntry {
    /// Key in the vendor's dictionary, or property of the vendor's configuration, and what to call it.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// A scalar or an enum; in a dictionary every value travels as text.
    pub ty: TypeUse,
    /// True: an entry of the string dictionary. False: a property of its own.
    pub in_dictionary: bool,
    /// What the SDK assumes where it is absent; never filled in.
    pub default: Option<json::Value>,
    /// The known value that stands in for an unrecognized one: index into the enum's values.
    pub fallback: Option<usize>,
}

/// A call of the API.
#[derive(Clone, Debug)]
pub struct OperationDef {
    /// Its name, lower camel case as a rule.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// HTTP method, upper case.
    pub method: String,
    /// Path below the host, with a leading slash.
    pub path: String,
    /// What is sent.
    pub request: ObjectId,
    /// What comes back.
    pub response: ObjectId,
    /// The request's field that makes a repeat safe.
    pub idempotency_key: Option<FieldPath>,
    /// The codes it answers with: the enum and indexes of its values.
    pub codes: Option<(EnumId, Vec<usize>)>,
}

/// A notification that the API sends.
#[derive(Clone, Debug)]
pub struct WebhookDef {
    /// Its name, lower camel case as a rule.
    pub name: Name,
    /// Its documentation.
    pub docs: Docs,
    /// The file it stands in.
    pub module: ModuleId,
    /// What arrives.
    pub payload: ObjectId,
    /// What is answered.
    pub acknowledgement: Option<ObjectId>,
}
