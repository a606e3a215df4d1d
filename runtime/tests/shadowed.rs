//! Derives inside modules whose names hide everything that an expansion could mean, with the crate under another name.

#![deny(warnings)]

extern crate wirewright as ww;

#[expect(
    dead_code,
    unused_imports,
    unused_macros,
    non_camel_case_types,
    reason = "names that an expansion must not mean"
)]
mod shadow {
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod serde {}
    pub mod wirewright {}
    pub struct Option;
    pub struct String;
    pub struct Result;
    pub struct Vec;
    pub struct Box;
    pub struct Iterator;
    pub struct Violations;
    pub struct Path;
    pub struct str;
    pub struct bool;
    pub struct u8;
    pub struct usize;
    pub enum Shadow {
        Some,
        None,
        Ok,
        Err,
    }
    pub use Shadow::{Err, None, Ok, Some};
    pub trait Debug {}
    pub trait Display {}
    pub trait From {}
    pub trait Default {}
    pub trait Validate {}
    pub trait OpenEnum {}
    pub trait Serialize {}
    pub trait PartialEq {}
    macro_rules! matches {
        () => {};
    }
    macro_rules! format_args {
        () => {};
    }
    pub(crate) use {format_args, matches};

    #[derive(ww::Validate, ww::Redact, ww::Construct)]
    #[validate(
        crate = ww,
        rule(id = "together", when(all(present(one?), not(two? == "x"))), require_together(one, two)),
        rule(id = "compared", compare(number < other)),
        rule(id = "named", when(list[*].one? in ["x"]), require(list[*].two))
    )]
    pub struct Shadowed<'a, T> {
        #[deprecated]
        #[validate(max_length = 1, pattern = "^a*$", one_of("a", "ab"), format = "uri")]
        pub one: ::std::option::Option<::std::string::String>,
        #[redact]
        #[validate(required, minimum = "0.5", multiple_of = 2)]
        pub number: ::std::option::Option<ww::Decimal>,
        pub other: ::std::option::Option<::core::primitive::u8>,
        pub two: ::std::option::Option<&'a ::core::primitive::str>,
        #[validate(unique_items, min_items = 0, items(max_length = 2, nested))]
        #[serde(default)]
        pub open: ::std::vec::Vec<Open>,
        #[serde(default)]
        #[validate(nested)]
        pub list: ::std::vec::Vec<Inner>,
        #[serde(default)]
        #[validate(values(nested))]
        pub map: ::std::collections::BTreeMap<::std::string::String, T>,
    }

    #[derive(ww::Validate, ww::Redact, ww::SwiftMirror)]
    #[validate(crate = ww)]
    #[swift(name = "Innermost")]
    pub struct Inner {
        pub one: ::std::option::Option<::std::string::String>,
        #[validate(required)]
        pub two: ::std::option::Option<::std::string::String>,
    }

    #[derive(ww::Validate, ww::Redact)]
    #[validate(crate = ww)]
    pub enum Data<T> {
        None,
        Some(#[validate(nested)] T),
        Ok {
            #[redact]
            #[validate(max_length = 1)]
            text: ::std::string::String,
        },
    }

    #[derive(Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, ww::OpenEnum)]
    #[open_enum(crate = ww, closed, category = Category)]
    pub enum Open {
        #[deprecated]
        #[open_enum("None", category = Category::Some, action = "x", retry = "new")]
        None,
        #[open_enum(unrecognized)]
        Some(ww::Unrecognized<Self>),
    }

    #[derive(Clone, Copy, ::std::fmt::Debug, ::std::cmp::PartialEq)]
    pub enum Category {
        Some,
    }
}

mod without_prelude {
    #![no_implicit_prelude]

    use ::std::option::Option;
    use ::std::string::String;
    use ::std::vec::Vec;

    #[derive(::serde::Serialize, ::ww::Validate, ::ww::Construct, ::ww::Redact, ::ww::SwiftMirror)]
    #[validate(crate = ::ww)]
    #[validate(rule(id = "both", when(kind? in ["A"]), require(other)))]
    pub struct Order {
        #[validate(pattern = "^[A-Z]$", one_of("A", "B"))]
        pub kind: Option<String>,
        #[validate(unique_items, items(nested))]
        pub list: Vec<Kind>,
        #[validate(required, minimum = "0.5")]
        pub other: Option<::core::primitive::i64>,
    }

    #[derive(::std::clone::Clone, ::std::fmt::Debug, ::std::cmp::PartialEq, ::ww::OpenEnum)]
    #[open_enum(crate = ::ww, closed)]
    pub enum Kind {
        #[open_enum("A", action = "x", retry = "same")]
        A,
        #[open_enum(unrecognized)]
        Other(::ww::Unrecognized<Self>),
    }
}

use shadow::{Category, Data, Inner, Open, Shadowed};

fn found(value: &impl ww::Validate) -> Vec<String> {
    let violations = value.validate().err().unwrap_or_default();
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

#[test]
fn nothing_is_meant_that_stands_around() {
    let mut value = Shadowed::<Data<Inner>>::new().with_other(1).with_two("y");
    value.number = Some(ww::Decimal::from(3));
    value.open = vec![Open::from("x"), Open::from("x")];
    value.list = vec![Inner { one: Some("x".to_owned()), two: None }];
    let inner = Inner { one: None, two: None };
    value.map = [("a", Data::Some(inner)), ("b", Data::Ok { text: "ab".to_owned() }), ("c", Data::None)]
        .map(|(key, value)| (key.to_owned(), value))
        .into();
    assert_eq!(
        found(&value),
        [
            "/number multipleOf",
            "/open uniqueItems",
            "/open/0 enum",
            "/open/1 enum",
            "/list/0/two required",
            "/map/a/Some/two required",
            "/map/b/Ok/text maxLength",
            "/number rule:compared",
            "/list/0/two rule:named",
        ],
    );
    let order = without_prelude::Order { kind: Some("A".to_owned()), list: vec!["x".into()], other: None };
    assert_eq!(found(&order), ["/list/0 enum", "/other required", "/other rule:both"]);
    assert_eq!(format!("{:?}", value.map["b"]), "Ok { text: [redacted] }");
    assert_eq!(Open::KNOWN[0].category(), Some(Category::Some));
    assert_eq!(serde_json::from_str::<Open>("\"None\"").unwrap().retry(), Some(ww::Retry::New));
}
