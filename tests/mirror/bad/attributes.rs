#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(kind = "x"), require(name)))]
#[swift(title = "Order")]
struct Order {
    #[validate(max_lenght = 3)]
    name: String,
    #[redact(all)]
    kind: String,
    #[swift(name = "not a name")]
    other: String,
}

#[derive(OpenEnum, SwiftMirror)]
enum Size {
    #[open_enum("S", sise = 3)]
    Small,
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}
