#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(present(note)), require(other)))]
struct Order {
    #[serde(default = "ten")]
    #[validate(maximum = 5)]
    count: i64,
    #[serde(default = "hello")]
    #[validate(max_length = 3)]
    note: Option<String>,
    #[serde(default = "hello")]
    #[validate(required)]
    name: Option<String>,
    #[serde(default = "names")]
    #[validate(items(max_length = 3))]
    names: Vec<String>,
    #[serde(default)]
    #[validate(max_length = 3)]
    other: Option<String>,
}

/// Its `Default` is written by hand.
#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[serde(default)]
struct Settings {
    #[validate(maximum = 5)]
    count: i64,
    #[validate(max_length = 3)]
    note: Option<String>,
}

#[derive(Default, Serialize, Deserialize, Validate, SwiftMirror)]
#[serde(default)]
struct Derived {
    #[validate(maximum = 5)]
    count: i64,
    #[validate(max_length = 3)]
    note: Option<String>,
}
