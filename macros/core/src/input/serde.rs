//! What serde's attributes say about names and defaults. Mistakes in them are serde's to report.

use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::{Attribute, Expr, ExprPath, LitStr, Token};

use crate::rename::Rule;

/// `#[serde(…)]` on a struct.
#[derive(Debug, Default)]
pub(crate) struct SerdeContainer {
    rename_all: Option<Rule>,
    pub(crate) transparent: bool,
}

/// `#[serde(…)]` on a field.
#[derive(Default)]
pub(crate) struct SerdeField {
    pub(crate) rename: Option<String>,
    pub(crate) flatten: bool,
    pub(crate) skip: bool,
    pub(crate) default: DefaultValue,
}

/// What reading puts where a field is absent.
#[derive(Clone, Default)]
pub(crate) enum DefaultValue {
    /// Nothing: the field has to be there, or is an `Option`.
    #[default]
    None,
    /// `#[serde(default)]`, and what `#[serde(flatten)]` and `#[serde(skip)]` amount to.
    Trait,
    /// `#[serde(default = "path")]`
    Function(ExprPath),
}

impl SerdeContainer {
    /// Reads the attributes of a struct.
    pub(crate) fn read(attributes: &[Attribute]) -> SerdeContainer {
        let mut container = SerdeContainer::default();
        for_each(attributes, |meta| {
            if meta.path.is_ident("rename_all") {
                container.rename_all = serialize_name(&meta)?.and_then(|rule| Rule::from_name(&rule.value()));
            } else {
                container.transparent |= meta.path.is_ident("transparent");
                skip_value(meta.input)?;
            }
            Ok(())
        });
        container
    }

    /// What a field without a name of its own is called on the wire.
    pub(crate) fn wire_name(&self, field: &str) -> String {
        self.rename_all.map_or_else(|| field.to_owned(), |rule| rule.apply_to_field(field))
    }
}

impl SerdeField {
    /// Reads the attributes of a field.
    pub(crate) fn read(attributes: &[Attribute]) -> SerdeField {
        let mut field = SerdeField::default();
        for_each(attributes, |meta| {
            if meta.path.is_ident("rename") {
                field.rename = serialize_name(&meta)?.map(|name| name.value());
            } else if meta.path.is_ident("default") && meta.input.peek(Token![=]) {
                field.default = DefaultValue::Function(meta.value()?.parse::<LitStr>()?.parse()?);
            } else {
                field.flatten |= meta.path.is_ident("flatten");
                field.skip |= meta.path.is_ident("skip");
                if ["default", "flatten", "skip"].iter().any(|word| meta.path.is_ident(word)) {
                    field.default = DefaultValue::Trait;
                }
                skip_value(meta.input)?;
            }
            Ok(())
        });
        field
    }
}

/// Calls with each part of each `#[serde(…)]`.
fn for_each(attributes: &[Attribute], mut read: impl FnMut(ParseNestedMeta<'_>) -> syn::Result<()>) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // serde reports what is wrong with its own attributes.
        let _ = attribute.parse_nested_meta(&mut read);
    }
}

/// The name used when writing, of `rename = "x"` and `rename(serialize = "x", deserialize = "y")`.
fn serialize_name(meta: &ParseNestedMeta<'_>) -> syn::Result<Option<LitStr>> {
    if meta.input.peek(Token![=]) {
        return meta.value()?.parse().map(Some);
    }
    let mut name = None;
    meta.parse_nested_meta(|meta| {
        let value = meta.value()?.parse()?;
        if meta.path.is_ident("serialize") {
            name = Some(value);
        }
        Ok(())
    })?;
    Ok(name)
}

/// Skips `= value` or `(…)`.
fn skip_value(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        input.parse::<Expr>()?;
    } else if input.peek(syn::token::Paren) {
        input.parse::<proc_macro2::Group>()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use syn::{DeriveInput, parse_quote};

    use super::*;

    fn fields(input: &DeriveInput) -> Vec<SerdeField> {
        let syn::Data::Struct(data) = &input.data else { panic!("not a struct") };
        data.fields.iter().map(|field| SerdeField::read(&field.attrs)).collect()
    }

    #[test]
    fn names_and_defaults_among_other_attributes() {
        let input: DeriveInput = parse_quote! {
            #[serde(deny_unknown_fields, bound(serialize = "T: X"))]
            #[serde(rename_all(serialize = "camelCase", deserialize = "kebab-case"))]
            struct Order {
                #[serde(skip_serializing_if = "Option::is_none", rename = "a", default)]
                one: u8,
                #[serde(alias = "z", rename(deserialize = "x", serialize = "b"), default = "two::default")]
                two: u8,
                #[serde(with = "wirewright::wire::As::<Option<Text>>")]
                #[serde(flatten)]
                three: u8,
                #[serde(skip)]
                four: u8,
                #[serde(rename(deserialize = "x"))]
                five: u8,
            }
        };
        assert_eq!(SerdeContainer::read(&input.attrs).wire_name("order_id"), "orderId");
        let fields = fields(&input);
        let names: Vec<_> = fields.iter().map(|field| field.rename.as_deref()).collect();
        assert_eq!(names, [Some("a"), Some("b"), None, None, None]);
        assert_eq!(
            fields.iter().map(|field| field.flatten).collect::<Vec<_>>(),
            [false, false, true, false, false]
        );
        assert_eq!(
            fields.iter().map(|field| field.skip).collect::<Vec<_>>(),
            [false, false, false, true, false]
        );
        assert!(matches!(fields[1].default, DefaultValue::Function(_)));
        assert!(matches!(fields[4].default, DefaultValue::None));
    }
}
