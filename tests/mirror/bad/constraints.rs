#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
struct Order {
    #[validate(max_length = 3)]
    count: i64,
    #[validate(items(max_length = 3))]
    name: String,
    #[validate(min_length = 5, max_length = 3)]
    short: String,
    #[validate(pattern = "(?=a)")]
    pattern: String,
    #[validate(constant = "x")]
    size: Size,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
enum Size { A, B }
