//! Enums in each of serde's representations.

use serde::Serialize;
use wirewright::Validate;

use crate::{Leaf, bad, leaf, places};

/// The same enum in another representation each.
macro_rules! payments {
    ($($module:ident: $(#[$attribute:meta])*;)*) => {$(
        mod $module {
            use super::*;

            #[derive(Serialize, Validate)]
            $(#[$attribute])*
            #[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
            pub(super) enum Payment<'a, T: Clone> {
                ByCard {
                    #[validate(max_length = 3)]
                    card_token: &'a str,
                    #[serde(rename = "n~m")]
                    #[validate(nested)]
                    name: Option<T>,
                    unchecked: u8,
                },
                #[serde(rename = "Cash/Money", alias = "coins", rename_all = "UPPERCASE")]
                Cash {
                    #[serde(skip)]
                    _skipped: u8,
                    #[validate(items(max_length = 3))]
                    paid_coins: Vec<String>,
                },
                Wrapped(#[validate(nested)] Box<T>),
                #[serde(skip)]
                _Skipped(u8),
                Nothing,
                Empty {},
                #[serde(untagged)]
                Bare(#[validate(max_length = 3)] String),
            }

            #[test]
            fn places_are_those_in_json() {
                let found = |payment: &Payment<'_, Leaf>| places(payment).join(" ");
                let token = bad("token");
                let card = Payment::ByCard { card_token: &token, name: Some(leaf("name")), unchecked: 1 };
                let coins = vec!["1".to_owned(), bad("coin")];
                let all = [
                    found(&card),
                    found(&Payment::Cash { _skipped: 1, paid_coins: coins }),
                    found(&Payment::Wrapped(Box::new(leaf("wrapped")))),
                    found(&Payment::Bare(bad("bare"))),
                    found(&Payment::Nothing),
                    found(&Payment::Empty {}),
                ];
                assert_eq!(all.join("\n"), super::EXPECTED.iter().find(|(name, _)| *name == stringify!($module)).unwrap().1);
            }
        }
    )*};
}

payments! {
    external:;
    internal: #[serde(tag = "type")];
    adjacent: #[serde(tag = "t", content = "c/d")];
    untagged: #[serde(untagged)];
}

const EXPECTED: [(&str, &str); 4] = [
    ("external", "/by-card/cardToken /by-card/n~0m/l~1eaf\n/Cash~1Money/PAID_COINS/1\n/wrapped/l~1eaf\n\n\n"),
    ("internal", "/cardToken /n~0m/l~1eaf\n/PAID_COINS/1\n/l~1eaf\n\n\n"),
    ("adjacent", "/c~1d/cardToken /c~1d/n~0m/l~1eaf\n/c~1d/PAID_COINS/1\n/c~1d/l~1eaf\n\n\n"),
    ("untagged", "/cardToken /n~0m/l~1eaf\n/PAID_COINS/1\n/l~1eaf\n\n\n"),
];

#[test]
fn tuple_variants_are_lists() {
    #[derive(Serialize, Validate)]
    enum External {
        Two(#[validate(max_length = 3)] String, #[serde(skip)] u8, #[validate(nested)] Leaf),
        None(),
        #[serde(untagged)]
        Bare(u8, #[validate(max_length = 3)] String),
    }
    #[derive(Serialize, Validate)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Two(#[serde(skip)] u8, #[validate(max_length = 3)] String, #[validate(max_length = 3)] String),
    }
    assert_eq!(places(&External::Two(bad("1"), 1, leaf("2"))), ["/Two/0", "/Two/1/l~1eaf"]);
    assert_eq!(places(&External::Bare(1, bad("1"))), ["/1"]);
    assert_eq!(External::None().validate(), Ok(()));
    assert_eq!(places(&Adjacent::Two(1, bad("1"), bad("2"))), ["/c/0", "/c/1"]);
}

#[test]
fn enums_inside_structs_and_flattened() {
    #[derive(Serialize, Validate)]
    enum Method {
        Card(#[validate(nested)] Leaf),
    }
    #[derive(Serialize, Validate)]
    struct Order {
        #[validate(nested)]
        method: Method,
        #[serde(flatten)]
        #[validate(nested)]
        other: Method,
    }
    let value = Order { method: Method::Card(leaf("1")), other: Method::Card(leaf("2")) };
    assert_eq!(places(&value), ["/method/Card/l~1eaf", "/Card/l~1eaf"]);
}

#[test]
fn enums_without_checks_are_valid() {
    #[derive(Serialize, serde::Deserialize, Validate)]
    #[serde(tag = "kind")]
    enum Plain {
        A,
        B {
            x: u8,
        },
        #[serde(other)]
        Other,
    }
    #[derive(Validate)]
    enum Never {}
    fn is_validate<T: Validate>() {}
    is_validate::<Never>();
    for value in [Plain::A, Plain::B { x: 1 }, Plain::Other] {
        assert_eq!(value.validate(), Ok(()));
    }
}
