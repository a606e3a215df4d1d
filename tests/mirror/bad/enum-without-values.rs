#[derive(Serialize, Deserialize, SwiftMirror)]
enum Never {}
