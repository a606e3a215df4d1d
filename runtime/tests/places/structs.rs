//! Structs of every shape.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::Serialize;
use wirewright::Validate;

use crate::{Leaf, bad, leaf, places};

#[test]
fn renamed_fields() {
    #[derive(Serialize, Validate)]
    #[serde(rename_all(serialize = "SCREAMING-KEBAB-CASE", deserialize = "camelCase"))]
    struct Renamed {
        #[validate(max_length = 3)]
        by_rule: String,
        #[serde(rename = "a/b~c")]
        #[validate(max_length = 3)]
        by_name: String,
        #[serde(rename(serialize = "", deserialize = "x"), alias = "y")]
        #[validate(max_length = 3)]
        one_way: String,
        #[serde(alias = "other", default)]
        #[validate(max_length = 3)]
        r#type: String,
    }
    let value = Renamed { by_rule: bad("1"), by_name: bad("2"), one_way: bad("3"), r#type: bad("4") };
    assert_eq!(places(&value), ["/BY-RULE", "/a~1b~0c", "/", "/TYPE"]);
}

#[test]
fn flattened_fields() {
    #[derive(Serialize, Validate)]
    #[serde(tag = "kind")]
    struct Outer {
        #[serde(flatten)]
        #[validate(nested)]
        leaf: Option<Leaf>,
        #[serde(flatten)]
        #[validate(values(max_length = 3))]
        rest: BTreeMap<String, String>,
    }
    let value = Outer { leaf: Some(leaf("1")), rest: BTreeMap::from([("k".to_owned(), bad("2"))]) };
    assert_eq!(places(&value), ["/l~1eaf", "/k"]);
}

#[test]
fn transparent_structs() {
    #[derive(Serialize, Validate)]
    #[serde(transparent)]
    struct Named<T> {
        #[validate(max_length = 3)]
        inner: String,
        #[serde(skip)]
        marker: PhantomData<T>,
    }
    #[derive(Serialize, Validate)]
    #[serde(transparent)]
    struct Unnamed(#[serde(skip)] PhantomData<u8>, #[validate(nested)] Leaf);
    assert_eq!(places(&Named::<u8> { inner: bad("1"), marker: PhantomData }), [""]);
    assert_eq!(places(&Unnamed(PhantomData, leaf("1"))), ["/l~1eaf"]);
}

#[test]
fn tuple_structs_are_lists() {
    #[derive(Serialize, Validate)]
    struct Pair<'a>(#[validate(max_length = 3)] &'a str, #[validate(items(nested), max_items = 2)] Vec<Leaf>);
    let text = bad("1");
    assert_eq!(places(&Pair(&text, vec![Leaf::default(), leaf("2")])), ["/0", "/1/1/l~1eaf"]);

    #[derive(Serialize, Validate)]
    struct Skipping(
        #[serde(skip)] (),
        #[validate(max_length = 3)] String,
        #[serde(skip)] (),
        #[serde(skip_serializing_if = "Option::is_none")]
        #[validate(max_length = 3)]
        Option<String>,
    );
    assert_eq!(places(&Skipping((), bad("1"), (), Some(bad("2")))), ["/0", "/1"]);

    #[derive(Serialize, Validate)]
    struct Newtype(#[validate(max_length = 3)] String);
    assert_eq!(places(&Newtype(bad("1"))), [""]);
}

#[test]
fn what_serde_only_reads_has_the_place_where_it_reads_it() {
    #[derive(Serialize, serde::Deserialize, Validate)]
    struct OneWay {
        #[serde(skip_serializing, rename(deserialize = "in"))]
        #[validate(max_length = 3)]
        secret: String,
    }
    #[derive(Serialize, serde::Deserialize, Validate)]
    struct List(
        #[serde(skip_deserializing)] String,
        #[serde(skip_serializing)]
        #[validate(max_length = 3)]
        String,
        #[validate(max_length = 3)] String,
    );
    let pointers = |value: &dyn Validatable| value.pointers();
    let object: OneWay = serde_json::from_str(r#"{"in": "long enough"}"#).unwrap();
    let list: List = serde_json::from_str(r#"["long enough", "long enough"]"#).unwrap();
    assert_eq!(pointers(&object), ["/in"]);
    // The third is written, and stands behind the first then.
    assert_eq!(pointers(&list), ["/0", "/1"]);
}

trait Validatable {
    fn pointers(&self) -> Vec<String>;
}

impl<T: Validate> Validatable for T {
    fn pointers(&self) -> Vec<String> {
        self.validate().unwrap_err().into_iter().map(|violation| violation.pointer).collect()
    }
}

#[test]
fn structs_without_fields_are_valid() {
    #[derive(Serialize, Validate)]
    struct Unit;
    #[derive(Serialize, Validate)]
    struct Braces {}
    #[derive(Serialize, Validate)]
    struct Parentheses();
    assert_eq!((Unit.validate(), Braces {}.validate(), Parentheses().validate()), (Ok(()), Ok(()), Ok(())));
}

macro_rules! declare {
    ($Name:ident, $bound:expr, $text:literal, { $($field:ident: $Type:ty, $limit:literal;)* }) => {
        #[derive(Serialize, Validate)]
        #[serde(rename_all = "camelCase")]
        #[validate(rule(id = "both", when(present(some_text?)), require($($field),*)))]
        struct $Name {
            $(#[validate(max_length = $limit)] $field: $Type,)*
            #[validate(minimum = $bound, one_of($bound, 5), multiple_of = $text)]
            count: i64,
        }
    };
}

macro_rules! field_of_macro {
    ($Name:ident, $Type:ty) => {
        #[derive(Serialize, Validate, wirewright::Construct, wirewright::Redact)]
        struct $Name {
            #[validate(max_length = 3)]
            hygienic: $Type,
            #[redact]
            hidden: Option<$Type>,
        }
    };
}

#[test]
fn structs_that_macros_write() {
    declare!(Declared, -5, "0.5", { some_text: Option<String>, 3; });
    let value = Declared { some_text: Some(bad("1")), count: 5 };
    assert_eq!(places(&value), ["/someText"]);

    field_of_macro!(Hygienic, String);
    let value = Hygienic::new(HygienicRequired { hygienic: bad("1") });
    assert_eq!(places(&value), ["/hygienic"]);
    field_of_macro!(Optional, Option<String>);
    assert_eq!(places(&Optional::new().with_hygienic(bad("1"))), ["/hygienic"]);
    assert_eq!(format!("{:?}", Optional::new()), "Optional { hygienic: None, hidden: [redacted] }");
}
