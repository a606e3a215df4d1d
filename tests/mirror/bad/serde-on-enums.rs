#[derive(Serialize, Deserialize, SwiftMirror)]
#[serde(tag = "kind")]
enum Size {
    #[serde(alias = "little")]
    Small,
    #[serde(rename(serialize = "x", deserialize = "y"))]
    Large,
    #[serde(other)]
    Other,
    #[serde(skip_serializing)]
    Hidden,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
#[serde(untagged)]
enum Null { A }
