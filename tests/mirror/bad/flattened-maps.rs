#[derive(Serialize, Deserialize, SwiftMirror)]
struct Base { id: String }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Numbered {
    #[serde(flatten)]
    more: BTreeMap<u32, Value>,
}

#[derive(Serialize, Deserialize, Redact, SwiftMirror)]
struct Secret {
    #[redact]
    #[serde(flatten)]
    more: BTreeMap<String, Value>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Adapted {
    #[serde(flatten, with = "adapter", skip_serializing_if = "is_unused")]
    base: Base,
}
