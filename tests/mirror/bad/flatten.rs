#[derive(Serialize, Deserialize, SwiftMirror)]
struct Base { id: String }

#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", require(id)))]
struct WithRules { id: Option<String> }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Loop { #[serde(flatten)] inner: Box<Loop> }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order {
    #[serde(flatten)]
    optional: Option<Base>,
    #[serde(flatten)]
    rules: WithRules,
    #[serde(flatten)]
    numbers: BTreeMap<String, i64>,
}
