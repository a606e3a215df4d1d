#[derive(Serialize, Deserialize, SwiftMirror)]
struct Many(Vec<Many>);

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { many: Many }
