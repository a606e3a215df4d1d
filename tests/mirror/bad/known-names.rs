#[derive(Serialize, Deserialize, SwiftMirror)]
struct Value { a: String }

mod date { #[derive(Serialize, Deserialize, SwiftMirror)] pub struct Date(pub String); }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { a: Value, b: date::Date, c: serde_json::Value, d: Missing }
