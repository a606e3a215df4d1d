//! What is read of attributes, beside what serde makes of them.

use syn::{DeriveInput, Fields, parse_quote};

use super::*;

fn fields(fields: &Fields) -> Vec<Field> {
    fields.iter().map(|field| Field::read(&field.attrs)).collect()
}

fn texts(list: &[LitStr]) -> Vec<String> {
    list.iter().map(LitStr::value).collect()
}

#[test]
fn names_and_defaults_among_other_attributes() {
    let input: DeriveInput = parse_quote! {
        #[serde(deny_unknown_fields, bound(serialize = "T: X"), crate = "x")]
        #[serde(rename_all(serialize = "camelCase", deserialize = "kebab-case"))]
        struct Order {
            #[serde(skip_serializing_if = "Option::is_none", rename = "a", default)]
            one: u8,
            #[serde(alias = "z", rename(deserialize = "x", deserialize = "y", serialize = "b"), default = "two::default")]
            two: u8,
            #[serde(with = "wirewright::wire::As::<Option<Text>>")]
            #[serde(flatten)]
            three: u8,
            #[serde(skip)]
            four_and_more: u8,
            #[serde(rename(deserialize = "x"), borrow = "'a", getter = "g")]
            r#type_of: u8,
        }
    };
    let container = Container::read(&input.attrs);
    let others: Vec<_> = container.others.iter().map(|word| word.name.as_str()).collect();
    assert_eq!(others, ["deny_unknown_fields", "bound", "crate"]);
    assert!(container.malformed.is_none());
    let syn::Data::Struct(data) = &input.data else { panic!("not a struct") };
    let read = fields(&data.fields);
    let names = data.fields.iter().zip(&read).map(|(field, read)| {
        let name = container.field_name(read, field.ident.as_ref().unwrap());
        format!("{} {}", name.serialize, name.deserialize)
    });
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["a a", "b x", "three three", "fourAndMore four-and-more", "typeOf x"]
    );
    assert_eq!(texts(&read[1].aliases), ["z", "y"]);
    assert_eq!(read.iter().map(Field::is_skipped).collect::<Vec<_>>(), [false, false, false, true, false]);
    assert!(matches!(read[0].default, Some(DefaultValue::Trait(_))));
    assert!(matches!(read[1].default, Some(DefaultValue::Function(_))));
    assert!(read[2].flatten.is_some() && read[2].with.is_some() && read[2].default.is_none());
    assert_eq!(read[4].others.len(), 2);
}

#[test]
fn variants_and_their_fields() {
    let input: DeriveInput = parse_quote! {
        #[serde(tag = "kind", content = "value", rename_all = "kebab-case", rename_all_fields = "UPPERCASE")]
        enum Payment {
            ByCard { card_token: String },
            #[serde(rename_all = "camelCase", rename = "Cash", alias = "COIN")]
            InCash { paid_amount: u8, #[serde(rename = "x")] other: u8 },
            #[serde(skip, untagged)]
            Hidden,
            #[serde(other)]
            Unknown,
        }
    };
    let container = Container::read(&input.attrs);
    let expected = Representation::Adjacent { tag: "kind".into(), content: "value".into() };
    assert_eq!(container.representation(), expected);
    let syn::Data::Enum(data) = &input.data else { panic!("not an enum") };
    let mut found = Vec::new();
    for variant in &data.variants {
        let read = Variant::read(&variant.attrs);
        found.push(container.variant_name(&read, &variant.ident).serialize);
        for (field, of) in variant.fields.iter().zip(fields(&variant.fields)) {
            let name = container.variant_field_name(&read, &of, field.ident.as_ref().unwrap());
            found.push(name.deserialize);
        }
    }
    assert_eq!(found, ["by-card", "CARD_TOKEN", "Cash", "paidAmount", "x", "hidden", "unknown"]);
    let last = Variant::read(&data.variants[2].attrs);
    assert!(last.is_skipped() && last.untagged.is_some());
    assert!(Variant::read(&data.variants[3].attrs).other.is_some());
}

#[test]
fn representations() {
    let of = |attributes: &[syn::Attribute]| Container::read(attributes).representation();
    assert_eq!(of(&[]), Representation::External);
    assert_eq!(of(&[parse_quote!(#[serde(tag = "t")])]), Representation::Internal { tag: "t".into() });
    assert_eq!(of(&[parse_quote!(#[serde(untagged)])]), Representation::Untagged);
}

#[test]
fn what_serde_will_refuse_is_kept() {
    let malformed =
        |attribute: syn::Attribute| Container::read(&[attribute]).malformed.map(|error| error.to_string());
    assert_eq!(
        malformed(parse_quote!(#[serde(rename_all = "Train-Case")])).as_deref(),
        Some("serde has no such rule")
    );
    assert_eq!(
        malformed(parse_quote!(#[serde(rename_all(x = "y"))])).as_deref(),
        Some("expected `serialize` or `deserialize`")
    );
    assert!(malformed(parse_quote!(#[serde(tag = 3)])).is_some());
    assert_eq!(malformed(parse_quote!(#[serde(default, x::y = 3, z(4))])), None);
}
