#[derive(Serialize, Deserialize, SwiftMirror)]
#[cfg_attr(feature = "lowercase", serde(rename_all = "lowercase"))]
enum Size { Small, Large }
