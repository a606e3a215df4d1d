#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order {
    #[serde(skip_serializing_if = "none_or_empty")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option :: is_none")]
    note: Option<String>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Nothing(#[serde(skip)] u8);

#[derive(Serialize, Deserialize, SwiftMirror)]
#[serde(transparent)]
struct TwoFields { one: String, two: String }
