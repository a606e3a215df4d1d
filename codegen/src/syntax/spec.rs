//! The spec as written: our language's items, names still text, every part with its place, defaults absent.

use super::type_expression::TypeExpression;
use crate::model::{Deprecation, EnumKind, Required, Retry, Role, UnknownFields};
use crate::source::{Span, Spanned};
use crate::yaml::Node;

mod sdk;

pub use sdk::{
    SdkCallSpec, SdkCallbackSpec, SdkConfigurationSpec, SdkDelegateSpec, SdkResultKeySpec, SdkSpec,
    SdkValueSpec,
};

/// All files of a spec.
#[derive(Debug, Default)]
pub struct Spec {
    /// The heads found; exactly one in a good spec.
    pub heads: Vec<Head>,
    /// One entry per file.
    pub files: Vec<FileSpec>,
}

/// `wirewright:`, `api:` and what stands beside them.
#[derive(Debug)]
pub struct Head {
    /// `api:`
    pub api: Spanned<String>,
    /// Documentation.
    pub docs: DocsSpec,
    /// `outcome:`
    pub outcome: Option<OutcomeSpec>,
}

/// `outcome:`
#[derive(Debug)]
pub struct OutcomeSpec {
    /// Path of the status.
    pub status: Spanned<String>,
    /// Path of the code.
    pub code: Option<Spanned<String>>,
    /// Statuses of success.
    pub success: Vec<Spanned<String>>,
    /// Statuses of failure.
    pub failure: Vec<Spanned<String>>,
    /// Statuses not known yet.
    pub pending: Vec<Spanned<String>>,
}

/// What one file declares.
#[derive(Debug)]
pub struct FileSpec {
    /// Stem of the file.
    pub stem: String,
    /// Path shown to people.
    pub path: String,
    /// The file's first byte, as a place.
    pub span: Span,
    /// Its items in the order written.
    pub items: Vec<Item>,
    /// `sdk:`
    pub sdk: Option<SdkSpec>,
}

/// An item and what all items have.
#[derive(Debug)]
pub struct Item {
    /// Its name.
    pub name: NameSpec,
    /// Its documentation.
    pub docs: DocsSpec,
    /// `session.yaml#/types/Amount`
    pub place: String,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Debug)]
pub enum ItemKind {
    /// Could not be read, which was reported.
    Broken,
    /// A named scalar.
    Scalar(TypeSpec, Vec<Node>),
    /// An object type.
    Object(ObjectSpec),
    /// An enum, result codes, event codes.
    Enum(EnumSpec),
    /// Options.
    Options(Vec<EntrySpec>),
    /// An operation.
    Operation(OperationSpec),
    /// A webhook.
    Webhook(WebhookSpec),
}

/// A name and its overrides.
#[derive(Clone, Debug)]
pub struct NameSpec {
    /// The key.
    pub text: Spanned<String>,
    /// `name:`
    pub word: Option<Spanned<String>>,
    /// `rust: {name}`
    pub rust: Option<Spanned<String>>,
    /// `swift: {name}`
    pub swift: Option<Spanned<String>>,
}

/// Documentation.
#[derive(Clone, Debug, Default)]
pub struct DocsSpec {
    /// `doc:`
    pub text: Option<Spanned<String>>,
    /// `source:`
    pub source: Option<String>,
    /// `deprecated:`
    pub deprecated: Option<Deprecation>,
}

/// A type with its constraints.
#[derive(Clone, Debug)]
pub struct TypeSpec {
    /// `type:`
    pub expression: TypeExpression,
    /// Constraints and the keys that stand beside them.
    pub facets: Facets,
}

/// What a type's use says beside the type's name.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    /// `wire:`
    pub wire: Option<Spanned<String>>,
    /// `contentMediaType:`, the place of the key.
    pub content_media_type: Option<Span>,
    /// `acceptSingle: true`, the place of the key.
    pub accept_single: Option<Span>,
    /// Keys of constraints with their values.
    pub constraints: Vec<ConstraintSpec>,
    /// `items:`, the place of the key and what it says.
    pub items: Option<(Span, Box<Facets>)>,
    /// `values:`, the place of the key and what it says.
    pub values: Option<(Span, Box<Facets>)>,
}

/// A constraint as written.
#[derive(Clone, Debug)]
pub struct ConstraintSpec {
    /// The keyword.
    pub keyword: Spanned<&'static str>,
    /// Its value, of the shape that the keyword asks for.
    pub value: Node,
}

/// An object type.
#[derive(Debug)]
pub struct ObjectSpec {
    /// Type, request or response.
    pub role: Role,
    /// `allOf:`
    pub all_of: Vec<Spanned<String>>,
    /// `fields:`
    pub fields: Vec<FieldSpec>,
    /// `rules:`
    pub rules: Vec<RuleSpec>,
    /// `unknownFields:`
    pub unknown_fields: UnknownFields,
    /// `examples:`
    pub examples: Vec<Node>,
}

/// A field.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its name.
    pub name: NameSpec,
    /// Its documentation.
    pub docs: DocsSpec,
    /// Its type; `None` where that was reported as broken.
    pub ty: Option<TypeSpec>,
    /// `required:`
    pub required: Required,
    /// `nullable:`
    pub nullable: bool,
    /// `sensitive:`
    pub sensitive: bool,
    /// `aliases:`
    pub aliases: Vec<Spanned<String>>,
    /// `default:`
    pub default: Option<Node>,
    /// `fallback:`
    pub fallback: Option<Spanned<String>>,
    /// `examples:`
    pub examples: Vec<Node>,
}

/// A rule.
#[derive(Clone, Debug)]
pub struct RuleSpec {
    /// `id:`
    pub id: Spanned<String>,
    /// Documentation.
    pub docs: DocsSpec,
    /// `when:`, or `unless:` as a [`ConditionSpec::Not`].
    pub condition: Option<ConditionSpec>,
    /// The consequence.
    pub consequence: ConsequenceSpec,
}

/// A condition.
#[derive(Clone, Debug)]
pub enum ConditionSpec {
    /// `all:`
    All(Vec<ConditionSpec>),
    /// `any:`
    Any(Vec<ConditionSpec>),
    /// `not:`
    Not(Box<ConditionSpec>),
    /// `field:` with the key and value of its test.
    Test {
        /// The path.
        path: Spanned<String>,
        /// `is`, `in`, `present`, `lessThan`, …
        operator: Spanned<&'static str>,
        /// What it compares with.
        value: Node,
    },
}

/// A consequence.
#[derive(Clone, Debug)]
pub enum ConsequenceSpec {
    /// `require`, `forbid`, `exactlyOneOf`, `atLeastOneOf`, `atMostOneOf`, `requireTogether` with its paths.
    Paths(&'static str, Vec<Spanned<String>>),
    /// `compare:` left, operator, right.
    Compare(Spanned<String>, &'static str, Spanned<String>),
}

/// An enum, result codes or event codes.
#[derive(Debug)]
pub struct EnumSpec {
    /// What it was declared as.
    pub kind: EnumKind,
    /// `open:`
    pub open: bool,
    /// `categories:`
    pub categories: Vec<Spanned<String>>,
    /// Its values.
    pub values: Vec<ValueSpec>,
}

/// A value of an enum.
#[derive(Debug)]
pub struct ValueSpec {
    /// Its text and names.
    pub name: NameSpec,
    /// Its documentation.
    pub docs: DocsSpec,
    /// `category:`
    pub category: Option<Spanned<String>>,
    /// `action:`
    pub action: Option<String>,
    /// `retry:`
    pub retry: Option<Retry>,
}

/// An option.
#[derive(Debug)]
pub struct EntrySpec {
    /// Its key and names.
    pub name: NameSpec,
    /// Its documentation.
    pub docs: DocsSpec,
    /// Its type.
    pub ty: Option<TypeSpec>,
    /// `in:`
    pub dictionary: Option<Spanned<String>>,
    /// `default:`
    pub default: Option<Node>,
    /// `fallback:`
    pub fallback: Option<Spanned<String>>,
}

/// An operation.
#[derive(Debug)]
pub struct OperationSpec {
    /// `method:`
    pub method: String,
    /// `path:`
    pub path: Spanned<String>,
    /// `request:`
    pub request: Spanned<String>,
    /// `response:`
    pub response: Spanned<String>,
    /// `idempotencyKey:`
    pub idempotency_key: Option<Spanned<String>>,
    /// `codes:`
    pub codes: Vec<Spanned<String>>,
}

/// A webhook.
#[derive(Debug)]
pub struct WebhookSpec {
    /// `payload:`
    pub payload: Spanned<String>,
    /// `acknowledgement:`
    pub acknowledgement: Option<Spanned<String>>,
}
