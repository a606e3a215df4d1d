//! The derive macros of wirewright: a shell around `wirewright-macros-core`. Use them through the crate `wirewright`,
//! whose documentation shows them at work.

use proc_macro::TokenStream;
use wirewright_macros_core::expand;

/// Implements `wirewright::Validate` from `#[validate(…)]` on a struct or an enum.
///
/// ```ignore
/// use wirewright::Validate;
///
/// #[derive(Validate)]
/// #[serde(rename_all = "camelCase")]
/// #[validate(rule(id = "card-needs-token", when(method == "CARD"), require(card_token)))]
/// struct Payment {
///     #[validate(min_length = 1, max_length = 64)]
///     payment_id: String,
///     method: String,
///     card_token: Option<String>,
///     #[validate(max_items = 100, items(nested))]
///     goods: Vec<Goods>,
///     #[validate(nested)]
///     amount: Amount,
/// }
/// ```
///
/// # On a field
///
/// | check | of | violation |
/// | --- | --- | --- |
/// | `required` | an `Option` | the value is absent |
/// | `constant = "X"`, `one_of("A", "B")` | text, integers, `Decimal` (as text), booleans, dates, open enums | another value |
/// | `min_length = 1`, `max_length = 64` | text | fewer or more Unicode scalar values |
/// | `pattern = "^[A-Z]{3}$"` | text | no match anywhere in it; compiled when deriving |
/// | `format = "date-time"` | text | not of this form; also `date`, `uri`, `iso4217`, `iso3166-1-alpha2` |
/// | `minimum = 0`, `exclusive_minimum`, `maximum`, `exclusive_maximum` | integers, `Decimal` | out of bounds; a decimal bound is text: `"0.01"` |
/// | `multiple_of = 5` | integers, `Decimal` | no whole multiple |
/// | `min_items = 1`, `max_items = 10`, `unique_items` | lists | too few, too many, two equal elements |
/// | `min_properties = 1`, `max_properties = 10` | maps | too few or too many entries |
/// | `items(…)` | lists | what the checks in it find in an element |
/// | `values(…)` | maps | what the checks in it find in a value |
/// | `nested` | whatever implements `Validate`, and lists and maps of it | what its own validation finds |
///
/// Lists are `Vec`, slices, arrays, `VecDeque`, `BTreeSet` and `HashSet`; maps are `BTreeMap` and `HashMap` whose keys
/// are text or open enums. Every check looks through references, `Box`, `Rc`, `Arc`, `Cow`, `Option` and `Nullable`.
/// Two elements are equal where serde writes the same JSON for them; of a type parameter that takes `T: Serialize`.
/// Floats, 128 bits, tuples, `char` and cells have no checks; rustc says so at the check.
///
/// # On a struct with named fields
///
/// `rule(id = "…", message = "…", when(condition), consequence)`, any number of them.
///
/// - A condition is `path == "X"`, `!=`, `in ["A", "B"]`, `<`, `<=`, `>`, `>=` (numbers), `present(path)`,
///   `absent(path)`, or `all(…)`, `any(…)`, `not(…)` of conditions.
/// - A consequence is `require(a, b)`, `forbid(a, b)`, `exactly_one_of(a, b)`, `at_least_one_of(a, b)`,
///   `at_most_one_of(a, b)`, `require_together(a, b)` or `compare(a < b)`, of two numbers, `DateTime`s or `Date`s.
/// - A path is `buyer?.address?.zip_code`: `?` goes into an `Option` or a `Nullable`, `goods[*].name` through a list.
///   Types on the way derive `Validate`, too: they know their names on the wire.
///
/// # On a struct or an enum
///
/// `crate = ::renamed`, where wirewright is known under another name.
///
/// # Pointers
///
/// A violation points at the value in the JSON that serde writes, RFC 6901. These attributes of serde count:
///
/// - `rename`, `rename_all`, `rename_all_fields` (the names written), `flatten`, `transparent`. An `alias` is not written.
/// - `skip`: no document has the field; a check on it is an error. With `skip_serializing` alone the field has the place
///   where serde reads it.
/// - A struct with one unnamed field stands for its content; one with several is a list: `/0`, `/1`. Fields that serde
///   skips do not count.
/// - `tag`, `content`, `untagged`: what a variant holds stands at `/variant`, at `/content`, or in place of the enum.
///
/// Where `into`, `with` or `serialize_with` writes another form, pointers are those of the derived one.
#[proc_macro_derive(Validate, attributes(validate, serde))]
pub fn validate(input: TokenStream) -> TokenStream {
    expand::validate(input.into()).into()
}

/// Implements `wirewright::OpenEnum`, `Serialize`, `Deserialize`, `FromJson`, `Display`, `FromStr`, `From`, `Validate` and the
/// traits of checks for an enum of texts that keeps what it does not know.
///
/// ```ignore
/// use wirewright::{OpenEnum, Unrecognized};
///
/// #[derive(Clone, Debug, PartialEq, OpenEnum)]
/// #[open_enum(category = Category)]
/// enum Event {
///     #[open_enum("SDK_START", category = Category::Status)]
///     Start,
///     #[open_enum("SDK_ERROR", category = Category::Error, action = "Check the URL.", retry = "never")]
///     Error,
///     #[open_enum(unrecognized)]
///     Unrecognized(Unrecognized<Self>),
/// }
/// ```
///
/// - On a variant, which holds nothing: its text in JSON, then `category = …`, `action = "…"`, `retry = "never"`,
///   `"same"` or `"new"`. `category()`, `action()` and `retry()` of the enum answer them.
/// - On the one variant that holds `wirewright::Unrecognized<Self>`: `unrecognized`.
/// - On the enum: `closed`, which makes an unrecognized value a violation; `category = Type`, the type of the
///   categories; `crate = ::renamed`, where wirewright is known under another name.
#[proc_macro_derive(OpenEnum, attributes(open_enum))]
pub fn open_enum(input: TokenStream) -> TokenStream {
    expand::open_enum(input.into()).into()
}

/// Implements `Debug` so that fields marked `#[redact]` show as `[redacted]`, whatever they hold.
///
/// ```ignore
/// #[derive(wirewright::Redact)]
/// enum Credentials {
///     Password {
///         user: String,
///         #[redact]
///         password: String,
///     },
///     Token(#[redact] String),
/// }
/// ```
///
/// For structs and enums of every shape. A redacted field's type needs no `Debug`.
#[proc_macro_derive(Redact, attributes(redact))]
pub fn redact(input: TokenStream) -> TokenStream {
    expand::redact(input.into()).into()
}

/// Adds a struct of the required fields, `new` that takes it, and a `with_…` method per optional field.
///
/// ```ignore
/// #[derive(wirewright::Construct)]
/// struct Amount {
///     currency: String,
///     value: Option<i64>,
/// }
///
/// let amount = Amount::new(AmountRequired { currency: "USD".to_owned() }).with_value(100);
/// ```
///
/// Optional is a field whose type is an `Option`, or that serde reads without: `default`, `flatten`, `skip`. Where
/// nothing is required `new` takes nothing and there is a `Default`. For structs with named fields.
#[proc_macro_derive(Construct, attributes(serde))]
pub fn construct(input: TokenStream) -> TokenStream {
    expand::construct(input.into()).into()
}

/// Implements `wirewright::FromJson`: `from_json` tells every place of a document that can't be read, not only the first.
///
/// ```ignore
/// #[derive(wirewright::FromJson)]
/// #[serde(rename_all = "camelCase")]
/// struct Order {
///     order_id: String,
///     #[serde(default, with = "wirewright::wire::As::<Option<wirewright::wire::Text>>")]
///     amount: Option<i64>,
///     #[from_json(serde)]
///     placed_at: other_crate::Timestamp,
/// }
/// ```
///
/// A struct with named fields gets `Deserialize` from it, so leave serde's out: it follows `rename`, `rename_all`,
/// `alias`, `default`, `skip`, `with`, `deserialize_with`, and `flatten` on one `BTreeMap` or `HashMap`, which takes all
/// that is left. An object is all that it is read from, never a list. An `Option` may be absent, and null is absent, too.
///
/// Other structs and enums derive `serde::Deserialize`; of one of them the first mistake is told, and of a struct with
/// one unnamed field what is wrong with its content.
///
/// - On a field: `#[from_json(serde)]`, for a type that has no `FromJson`: serde is asked for the first mistake.
/// - On the type: `serde`, which leaves reading to a derived `serde::Deserialize`; `crate = ::renamed`, where wirewright
///   is known under another name.
#[proc_macro_derive(FromJson, attributes(from_json, serde))]
pub fn from_json(input: TokenStream) -> TokenStream {
    expand::from_json(input.into()).into()
}

/// Marks a type for `wirewright mirror`, which writes Swift for it. It adds nothing to the type.
///
/// ```ignore
/// #[derive(Serialize, Deserialize, Validate, SwiftMirror)]
/// #[swift(name = "Money")]
/// struct Amount {
///     #[swift(name = "minorUnits")]
///     value: i64,
/// }
/// ```
///
/// On the type, a field or a variant: `#[swift(name = "…")]`, where Swift calls it otherwise.
#[proc_macro_derive(SwiftMirror, attributes(swift))]
pub fn swift_mirror(input: TokenStream) -> TokenStream {
    expand::swift_mirror(input.into()).into()
}
