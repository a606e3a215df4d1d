#[cfg_attr(feature = "swift", derive(Serialize, Deserialize, SwiftMirror))]
struct Order {
    #[cfg_attr(feature = "serde", serde(rename = "x"))]
    name: String,
    #[cfg(feature = "more")]
    more: String,
}

fn main() {
    #[derive(Serialize, SwiftMirror)]
    struct Inside { name: String }
}

macro_rules! model {
    () => {
        #[derive(Serialize, SwiftMirror)]
        struct Made { name: String }
    };
}
