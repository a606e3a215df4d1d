#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(nmae == "x"), require(name)))]
#[validate(rule(id = "b", when(lines[*].kind != "x"), require(name)))]
#[validate(rule(id = "c", when(lines[*].sise == "x"), require(name)))]
#[validate(rule(id = "d", when(name == 3), require(secret)))]
#[validate(rule(id = "d", when(name < 3), require(name.first)))]
struct Order {
    name: Option<String>,
    lines: Vec<Line>,
    #[serde(skip)]
    secret: Option<String>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Line { kind: String }
