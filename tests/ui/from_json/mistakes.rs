//! What the derive does not know is said at its place, all at once.

use wirewright::FromJson;

#[derive(FromJson)]
#[serde(deny_unknown_fields, tag = "kind")]
#[from_json(serd)]
struct Strict {
    a: String,
}

#[derive(FromJson)]
struct Flat {
    #[serde(flatten)]
    inner: Inner,
    #[from_json(crate = ::ww)]
    b: String,
    #[serde(deserialize_with = "no path")]
    c: String,
}

#[derive(FromJson)]
struct Inner {
    #[serde(flatten)]
    one: std::collections::BTreeMap<String, String>,
    #[serde(flatten)]
    two: std::collections::HashMap<String, String>,
}

#[derive(FromJson)]
struct Borrowed<'a> {
    a: std::borrow::Cow<'a, str>,
}

#[derive(FromJson)]
union Bits {
    a: u8,
}

fn main() {}
