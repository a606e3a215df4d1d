//! The derive macros of wirewright: a shell around `wirewright-macros-core`. Use them through the crate `wirewright`.

use proc_macro::TokenStream;
use wirewright_macros_core::expand;

/// Implements `wirewright::Validate` from `#[validate(…)]` on the struct and its fields.
///
/// On a field: `required`, `constant = "X"`, `one_of("A", "B")`, `min_length = 1`, `max_length = 64`,
/// `pattern = "^[A-Z]{3}$"`, `format = "date-time"`, `minimum = 0`, `exclusive_minimum = "0.01"`, `maximum`,
/// `exclusive_maximum`, `multiple_of`, `min_items`, `max_items`, `unique_items`, `min_properties`, `max_properties`,
/// `items(…)` for each element, `values(…)` for each value of a map, `nested` for a type with its own validation.
///
/// On the struct: `rule(id = "…", message = "…", when(condition), consequence)`, with the consequences `require(a)`,
/// `forbid(a)`, `exactly_one_of(a, b)`, `at_least_one_of(a, b)`, `at_most_one_of(a, b)`, `require_together(a, b)` and
/// `compare(a < b)`; `crate = ::renamed` where wirewright is known under another name.
///
/// Pointers use the names on the wire: serde's `rename`, `rename_all`, `flatten`, `skip` and `transparent` count.
#[proc_macro_derive(Validate, attributes(validate, serde))]
pub fn validate(input: TokenStream) -> TokenStream {
    expand::validate(input.into()).into()
}

/// Implements `wirewright::OpenEnum`, `Serialize`, `Deserialize`, `Display`, `FromStr`, `From` and validation for an
/// enum of texts that keeps what it does not know.
///
/// On each variant: `#[open_enum("TEXT", category = Category::Status, action = "…", retry = "never")]`; on the last
/// one, which holds `wirewright::Unrecognized<Self>`: `#[open_enum(unrecognized)]`. On the enum:
/// `#[open_enum(closed, category = Category, crate = ::renamed)]`; in a closed enum an unrecognized value is a
/// violation.
#[proc_macro_derive(OpenEnum, attributes(open_enum))]
pub fn open_enum(input: TokenStream) -> TokenStream {
    expand::open_enum(input.into()).into()
}

/// Implements `Debug` so that fields marked `#[redact]` show as `[redacted]`.
#[proc_macro_derive(Redact, attributes(redact))]
pub fn redact(input: TokenStream) -> TokenStream {
    expand::redact(input.into()).into()
}

/// Adds a struct of the required fields, `new` that takes it, and a `with_…` method per field.
///
/// Optional is a field whose type is an `Option`, or that has `#[serde(default)]` or `#[serde(flatten)]`. Where nothing
/// is required `new` takes nothing and there is a `Default`.
#[proc_macro_derive(Construct, attributes(serde))]
pub fn construct(input: TokenStream) -> TokenStream {
    expand::construct(input.into()).into()
}

/// Marks a type for `wirewright mirror`, which writes Swift for it. It adds nothing to the type.
///
/// On the type, a field or a variant: `#[swift(name = "Money")]`, where Swift calls it otherwise.
#[proc_macro_derive(SwiftMirror, attributes(swift))]
pub fn swift_mirror(input: TokenStream) -> TokenStream {
    expand::swift_mirror(input.into()).into()
}
