#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { order_id: String, #[serde(rename = "order_id")] orderId: String }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Result { a: String }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct r#Struct_Like { a: String }
