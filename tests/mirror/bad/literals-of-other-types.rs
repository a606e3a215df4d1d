#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(name == 3), require(note)))]
#[validate(rule(id = "b", when(line.flag == "true"), require(note)))]
struct Order {
    #[validate(constant = 3)]
    name: String,
    line: Line,
    note: Option<String>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Line { flag: bool }
