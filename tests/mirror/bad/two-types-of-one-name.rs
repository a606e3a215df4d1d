#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { id: String }

mod other {
    #[derive(Serialize, Deserialize, SwiftMirror)]
    struct Order { id: String }
}
