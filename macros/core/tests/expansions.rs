//! What the derives expand to, formatted.

#![expect(clippy::expect_used, reason = "a test that fails panics, its helpers too")]

use proc_macro2::TokenStream;
use quote::quote;
use wirewright_macros_core::expand;

/// The expansion as people would write it.
fn formatted(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("an expansion is a list of items"))
}

/// Compares with `snapshots/<name>.snap`.
fn check(name: &str, tokens: TokenStream) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, formatted(tokens)));
}

#[test]
fn validate_checks() {
    let input = quote! {
        #[serde(rename_all = "camelCase")]
        pub struct CreatePaymentSessionRequest {
            #[validate(max_length = 64, min_length = 1)]
            pub payment_request_id: String,
            #[validate(nested)]
            pub order: Order,
            #[validate(items(max_length = 6))]
            pub allowed_payment_method_regions: Option<Vec<String>>,
            #[validate(required, minimum = "0.01", multiple_of = 5)]
            pub rate: Option<Decimal>,
            #[validate(values(one_of("A", "B"), nested), max_properties = 10)]
            pub labels: BTreeMap<String, Label>,
            #[validate(unique_items, constant = true, format = "iso4217")]
            pub odd: Odd,
            #[serde(flatten)]
            #[validate(nested)]
            pub common: Common,
            #[serde(skip)]
            pub local: Local,
            pub unchecked: String,
        }
    };
    check("validate_checks", expand::validate(input));
}

#[test]
fn validate_pattern() {
    let input = quote! {
        struct Amount {
            #[validate(pattern = "^a$")]
            currency: String,
        }
    };
    check("validate_pattern", expand::validate(input));
}

#[test]
fn validate_rules() {
    let input = quote! {
        #[validate(rule(id = "card", when(payment_method?.kind == "CARD"), require(payment_factor)))]
        #[validate(rule(id = "names", message = "Goods have names.", require(order.goods?[*].goods_name)))]
        #[validate(rule(id = "forbid", when(not(any(count? < 3, absent(count)))), forbid(a.b)))]
        #[validate(rule(id = "one", exactly_one_of(count, order.goods[*].goods_name)))]
        #[validate(rule(id = "both", when(count? in [1, 2]), require_together(count, payment_factor)))]
        #[validate(rule(id = "ordered", compare(count <= payment_method?.limit)))]
        struct Request {
            payment_method: Option<Method>,
            #[serde(rename = "paymentFactor")]
            payment_factor: Option<Factor>,
            order: Order,
            count: Option<i64>,
            #[serde(flatten)]
            a: A,
        }
    };
    check("validate_rules", expand::validate(input));
}

/// What is asked of parameters in collections, and of those that are collections.
#[test]
fn validate_generic_collections() {
    let input = quote! {
        struct Collections<K, T, L: Lists, M, S> {
            #[validate(items(max_length = 1), unique_items)]
            list: Vec<T>,
            #[validate(unique_items)]
            hashed: HashSet<u8, S>,
            #[validate(max_properties = 1)]
            by_key: HashMap<K, u8>,
            #[validate(values(multiple_of = 2), max_properties = 1)]
            by_text: BTreeMap<String, T>,
            #[validate(items(constant = true))]
            of_another_type: other::List<T>,
            #[validate(max_items = 1)]
            parameter: Option<Box<L>>,
            #[validate(max_items = 1)]
            associated: L::Inner,
            #[validate(items(max_length = 1))]
            in_parentheses: (M),
        }
    };
    check("validate_generic_collections", expand::validate(input));
}

#[test]
fn validate_generics() {
    let input = quote! {
        #[validate(crate = ::renamed)]
        struct Page<'a, T: Clone, U = u8, const N: usize = 1>
        where
            U: Copy,
        {
            #[validate(min_items = 1, nested)]
            items: Vec<T>,
            #[validate(max_length = 3)]
            text: Option<&'a U>,
            rest: [u8; N],
        }
    };
    check("validate_generics", expand::validate(input));
}

#[test]
fn validate_mistakes() {
    let input = quote! {
        #[validate(rule(id = "a", require(nmae)))]
        struct Amount<T> {
            #[validate(max_lenght = 3)]
            name: T,
            #[validate(pattern = "(")]
            currency: String,
        }
    };
    check("validate_mistakes", expand::validate(input));
    let union = quote! {
        union Bits<T> {
            integer: T,
        }
    };
    check("validate_union", expand::validate(union));
}

/// Nothing to match: of no variant, of none that is checked, and of none that could be read.
#[test]
fn validate_enums_without_arms() {
    check(
        "validate_enum_without_checks",
        expand::validate(quote!(
            enum Never {}
        )),
    );
    let input = quote! {
        enum Method {
            Card {
                #[validate(max_length = 4)]
                number: String,
                #[validate(max_lenght = 4)]
                code: String,
            },
        }
    };
    check("validate_enum_mistake", expand::validate(input));
}

#[test]
fn validate_tuple() {
    let input = quote! {
        struct Pair(
            #[serde(skip)] u8,
            #[validate(max_length = 3)] String,
            #[validate(nested)] Order,
        );
    };
    check("validate_tuple", expand::validate(input));
}

#[test]
fn validate_enum() {
    let input = quote! {
        #[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
        enum Payment<T> {
            ByCard {
                #[validate(min_length = 1)]
                card_token: String,
                unchecked: u8,
            },
            Wallet(#[validate(nested)] Box<T>),
            Pair(u8, #[validate(items(nested))] Vec<T>),
            Cash,
        }
    };
    check("validate_enum", expand::validate(input));
    let input = quote! {
        #[serde(tag = "type", content = "data")]
        enum Payment {
            Card {
                #[validate(min_length = 1)]
                token: String,
            },
            #[serde(untagged)]
            Other(#[validate(max_length = 3)] String),
        }
    };
    check("validate_enum_adjacently_tagged", expand::validate(input));
}

#[test]
fn validate_patterns_are_compiled_once() {
    let input = quote! {
        struct Pair {
            #[validate(pattern = "^(?=a)")]
            first: String,
            #[validate(pattern = "^(?=a)")]
            second: String,
        }
    };
    // Each use has its error all the same.
    check("validate_pattern_twice", expand::validate(input));
}

#[test]
fn open_enum() {
    let input = quote! {
        #[open_enum(category = Category)]
        pub enum Event {
            #[open_enum("START", category = Category::Status)]
            Start,
            #[open_enum("URL_ERROR", category = Category::Error, action = "Check the URL.", retry = "never")]
            UrlError,
            #[open_enum(unrecognized)]
            Unrecognized(wirewright::Unrecognized<Self>),
        }
    };
    check("open_enum", expand::open_enum(input));
}

#[test]
fn open_enum_mistake() {
    check(
        "open_enum_mistake",
        expand::open_enum(quote!(
            #[open_enum(closed)]
            enum Kind {
                #[open_enum("A")]
                A,
            }
        )),
    );
}

#[test]
fn redact() {
    let input = quote! {
        struct Session<T> {
            id: String,
            #[redact]
            r#type: Option<T>,
        }
    };
    check("redact", expand::redact(input));
    let input = quote! {
        enum Credentials<T, U> {
            Password {
                user: T,
                #[redact]
                password: U,
            },
            Token(#[redact] String, u8),
            None,
        }
    };
    check("redact_enum", expand::redact(input));
}

#[test]
fn swift_mirror() {
    let input = quote! {
        #[swift(name = "Money")]
        struct Amount {
            value: i64,
        }
    };
    assert!(expand::swift_mirror(input).is_empty());
}

#[test]
fn construct() {
    let input = quote! {
        pub struct Amount<'a, T: Clone = u8, U = T> where U: Copy {
            /// Its currency.
            pub currency: &'a T,
            /// In the smallest unit.
            pub value: Option<i64>,
            #[deprecated]
            pub order: Option<Box<Order>>,
            #[serde(default)]
            pub list: Vec<U>,
            #[serde(flatten)]
            pub additional: BTreeMap<String, Value>,
        }
    };
    check("construct", expand::construct(input));
    let input = quote! {
        struct Empty {
            value: std::option::Option<i64>,
            #[serde(default = "defaults::three")]
            three: u8,
        }
    };
    check("construct_nothing_required", expand::construct(input));
}

#[test]
fn from_json() {
    let input = quote! {
        #[serde(rename_all = "camelCase")]
        pub struct Order {
            pub order_id: String,
            #[serde(alias = "amount", with = "wire::As::<wire::Text>")]
            pub total: i64,
            pub buyer: Option<Box<Buyer>>,
            pub labels: Option<BTreeMap<String, Vec<String>>>,
            #[serde(default)]
            pub count: u8,
            #[serde(default = "standard")]
            pub speed: Speed,
            #[serde(skip)]
            pub cache: Cache,
            #[from_json(serde)]
            pub placed_at: other::Timestamp,
            #[serde(flatten)]
            pub additional: BTreeMap<String, serde_json::Value>,
        }
    };
    check("from_json", expand::from_json(input));
}

#[test]
fn from_json_function() {
    let input = quote! {
        #[serde(default)]
        #[from_json(crate = ::ww)]
        struct Page<T: Copy> {
            #[serde(deserialize_with = "other::read", bound = "T: Copy")]
            first: T,
            #[serde(with = "hex")]
            rest: Vec<u8>,
            #[serde(with = "other::Hex::<u8>")]
            generic: Vec<u8>,
            #[serde(with = "other::As")]
            named_alike: Vec<u8>,
            behind_another_type: Arc<BTreeMap<String, u8>>,
        }
    };
    check("from_json_function", expand::from_json(input));
}

#[test]
fn from_json_by_serde() {
    let input = quote! {
        #[from_json(serde)]
        struct Order {
            id: String,
            #[serde(flatten)]
            stamps: Stamps,
            #[serde(flatten)]
            maybe: Option<Stamps>,
            #[serde(borrow)]
            note: Cow<'static, str>,
            #[serde(flatten)]
            rest: HashMap<String, Value>,
        }
    };
    check("from_json_by_serde", expand::from_json(input));
    // Only serde knows what this is read from.
    let input = quote! {
        #[from_json(serde)]
        #[serde(tag = "kind")]
        struct Tagged {
            id: String,
        }
    };
    check("from_json_of_words_of_serde", expand::from_json(input));
}

#[test]
fn from_json_of_other_shapes() {
    let newtype = expand::from_json(quote!(
        struct Id(String);
    ));
    let unit = expand::from_json(quote!(
        enum Method {
            Card { number: String },
            Cash,
        }
    ));
    check("from_json_of_other_shapes", quote!(#newtype #unit));
    // Serde reads what stands for its content in a way of its own, and what has more content than one.
    let with = expand::from_json(quote!(
        struct Hex(#[serde(with = "hex")] Vec<u8>);
    ));
    let function = expand::from_json(quote!(
        struct Percent(#[serde(deserialize_with = "read")] u8);
    ));
    let from = expand::from_json(quote!(
        #[serde(try_from = "String")]
        struct Parsed(u8);
    ));
    let pair = expand::from_json(quote!(
        struct Pair(u8, String);
    ));
    check("from_json_of_shapes_of_serde", quote!(#with #function #from #pair));
}

/// With the error comes an implementation, so that rustc does not miss one.
#[test]
fn from_json_mistake() {
    let input = quote! {
        #[serde(deny_unknown_fields)]
        struct Strict<T> {
            content: T,
        }
    };
    check("from_json_mistake", expand::from_json(input));
}
