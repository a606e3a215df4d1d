#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { id String }
