/// Not marked.
#[derive(Serialize)]
struct Order { id: String }
