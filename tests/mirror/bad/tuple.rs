#[derive(Serialize, Deserialize, SwiftMirror)]
struct Pair(String, i64);
