#[derive(Serialize, Deserialize, SwiftMirror)]
struct Nothing;
