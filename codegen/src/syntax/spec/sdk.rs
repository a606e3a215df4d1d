//! `sdk:` as written.

use super::{DocsSpec, NameSpec};
use crate::source::{Span, Spanned};

/// How the vendor's SDK is called.
#[derive(Debug)]
pub struct SdkSpec {
    /// `name:`
    pub name: Spanned<String>,
    /// Documentation.
    pub docs: DocsSpec,
    /// `session.yaml#/sdk`
    pub place: String,
    /// `module:`
    pub module: Spanned<String>,
    /// `minimum: {ios}`
    pub minimum_ios: Option<Spanned<String>>,
    /// `minimum: {xcode}`
    pub minimum_xcode: Option<Spanned<String>>,
    /// `objc:`
    pub objc: bool,
    /// `prefix:`
    pub prefix: Option<Spanned<String>>,
    /// `entry: {class}`
    pub entry: Spanned<String>,
    /// `entry: {shared}`
    pub shared: Option<Spanned<String>>,
    /// `configuration:`
    pub configuration: SdkConfigurationSpec,
    /// `configure:`
    pub configure: SdkCallSpec,
    /// `create:`
    pub create: SdkCallSpec,
    /// `destroy:`
    pub destroy: SdkCallSpec,
    /// `delegates:`
    pub delegates: Vec<SdkDelegateSpec>,
    /// `closures:`
    pub closures: Vec<SdkCallbackSpec>,
    /// `classes:` with their properties.
    pub classes: Vec<(Spanned<String>, Vec<SdkValueSpec>)>,
    /// `result:`
    pub result: Vec<SdkResultKeySpec>,
}

/// `configuration:`
#[derive(Debug)]
pub struct SdkConfigurationSpec {
    /// `options:`
    pub options: Spanned<String>,
    /// `class:`
    pub class: Option<Spanned<String>>,
    /// `struct:`
    pub structure: Option<Spanned<String>>,
    /// `dictionary:`
    pub dictionary: Option<Spanned<String>>,
}

/// `configure:`, `create:`, `destroy:`
#[derive(Debug)]
pub struct SdkCallSpec {
    /// The key that it stands at.
    pub key: &'static str,
    /// The place of its mapping.
    pub span: Span,
    /// `selector:`
    pub selector: Option<Spanned<String>>,
    /// `swift:`
    pub swift: Option<Spanned<String>>,
    /// `argument:`
    pub argument: Option<Spanned<String>>,
}

/// A delegate.
#[derive(Debug)]
pub struct SdkDelegateSpec {
    /// The property that takes it.
    pub property: Spanned<String>,
    /// `protocol:`
    pub protocol: Spanned<String>,
    /// `weak:`
    pub weak: bool,
    /// `callbacks:`
    pub callbacks: Vec<SdkCallbackSpec>,
}

/// A callback.
#[derive(Debug)]
pub struct SdkCallbackSpec {
    /// The key: a selector, a name in Swift, or the name of a closure's property.
    pub name: Spanned<String>,
    /// `swift:`
    pub swift: Option<Spanned<String>>,
    /// Documentation.
    pub docs: DocsSpec,
    /// `arguments:`
    pub arguments: Vec<SdkValueSpec>,
}

/// An argument of a callback or a property of a class.
#[derive(Debug)]
pub struct SdkValueSpec {
    /// Its name.
    pub name: Spanned<String>,
    /// `type:`
    pub ty: Spanned<String>,
    /// `nullable:`
    pub nullable: bool,
    /// `event:`
    pub event: Option<Spanned<String>>,
    /// `role:`
    pub role: Option<Spanned<String>>,
}

/// A key of an event's result.
#[derive(Debug)]
pub struct SdkResultKeySpec {
    /// Its key and names.
    pub name: NameSpec,
    /// Documentation.
    pub docs: DocsSpec,
    /// `type:`
    pub ty: Spanned<String>,
}
