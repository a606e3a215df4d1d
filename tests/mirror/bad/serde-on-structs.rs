#[derive(Serialize, Deserialize, SwiftMirror)]
#[serde(deny_unknown_fields, tag = "kind", from = "Other", rename_all = "nonsense")]
struct Order {
    #[serde(serialize_with = "a", deserialize_with = "b")]
    a: String,
    #[serde(skip_serializing)]
    b: String,
    #[serde(rename(serialize = "x", deserialize = "y"))]
    c: String,
    #[serde(with = "my::module")]
    d: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    e: String,
    #[serde(with = "wirewright::wire::As::<Option<wirewright::wire::Text>>")]
    f: Option<i64>,
    #[serde(with = "wirewright::wire::As::<Vec<wirewright::wire::Text>>")]
    g: i64,
    h: Option<Nullable<String>>,
    #[serde(rename = 7)]
    i: String,
}
