#[derive(Serialize, Deserialize, SwiftMirror)]
struct Page<T> { items: Vec<T> }
