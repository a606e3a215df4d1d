#[derive(Clone, SwiftMirror)]
struct Order { id: String }
