#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
#[validate(rule(id = "a", when(name < 3), require(count)))]
#[validate(rule(id = "a", when(present(count)), require(name)))]
#[validate(rule(id = "c", when(size == "huge"), require(name)))]
#[validate(rule(id = "d", compare(name < count)))]
struct Order {
    name: Option<String>,
    count: Option<i64>,
    size: Option<Size>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
#[serde(rename_all = "lowercase")]
enum Size { Small }
