/// Not marked.
#[derive(Serialize, Deserialize)]
struct Money { value: i64 }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { total: Money, lines: Vec<Lines> }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Line { name: String }
