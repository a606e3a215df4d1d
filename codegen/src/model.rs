//! The model: what an API says, with every name resolved. Both backends and the judge read this and nothing else.
//!
//! How it differs from what people write:
//! - one tree for all files; a [`Module`] per file keeps what stands together together;
//! - references are ids, never names; every id was made by the [`Model`] that it is used with;
//! - `allOf` is expanded, named scalars are resolved into the [`TypeUse`]s that name them;
//! - constraints are sorted by the order of [`Constraint`]'s variants, so that their spelling order does not matter;
//! - every default of the language is filled in.
//!
//! Invariants: items, fields, values and rules keep the order in which they were written; files are ordered by
//! their path's bytes; there is no YAML and no target language in it (overrides of names apart); `check` made sure
//! that constraints fit their types, that paths exist, that no required cycle exists. Identifiers are picked by the
//! backends' `names.rs`, which report collisions.

mod constraint;
mod dump;
mod id;
mod rule;
mod sdk;
mod types;

pub use dump::dump;

pub use constraint::{Constraint, Format, Literal, Number, Pattern};
pub use id::{EnumId, ItemId, ModuleId, ObjectId, OperationId, OptionsId, ScalarId, WebhookId};
pub use rule::{Comparison, Condition, Consequence, FieldPath, Rule, Step, Test};
pub use sdk::{
    SdkCallback, SdkClass, SdkConfiguration, SdkConfigurationType, SdkDef, SdkDelegate, SdkMethod,
    SdkResultKey, SdkResultType, SdkRole, SdkSignature, SdkType, SdkValue,
};
pub use types::{
    Api, Category, Deprecation, Docs, EnumDef, EnumKind, EnumValue, Field, Module, Name, ObjectDef,
    OperationDef, OptionEntry, OptionsDef, Outcome, Required, Retry, Role, Scalar, ScalarDef, Shape, TypeUse,
    UnknownFields, WebhookDef, Wire,
};

/// A whole API.
#[derive(Clone, Debug)]
pub struct Model {
    /// Name, documentation, outcome.
    pub api: Api,
    /// One entry per spec file that declares something, by path.
    pub modules: Vec<Module>,
    /// Named scalars.
    pub scalars: Vec<ScalarDef>,
    /// Object types, requests and responses.
    pub objects: Vec<ObjectDef>,
    /// Enums, result codes and event codes.
    pub enums: Vec<EnumDef>,
    /// Configuration options.
    pub options: Vec<OptionsDef>,
    /// Calls of the API.
    pub operations: Vec<OperationDef>,
    /// Notifications that the API sends.
    pub webhooks: Vec<WebhookDef>,
    /// How the vendor's SDK is called.
    pub sdk: Option<SdkDef>,
}
