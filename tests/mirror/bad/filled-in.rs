#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(present(name)), require(other)))]
struct Order {
    #[serde(default)]
    #[validate(min_length = 1)]
    name: String,
    #[serde(default)]
    #[validate(max_length = 3)]
    fine: String,
    other: Option<String>,
}
