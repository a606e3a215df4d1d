use wirewright::Validate;

#[derive(Validate)]
struct Buyer {
    email: Option<String>,
    age: i64,
}

#[derive(Validate)]
#[validate(rule(id = "a", when(kind? == "CARD"), require(buyer)))]
struct Order {
    kind: String,
    buyer: Option<Box<Buyer>>,
    buyers: Vec<Buyer>,
    #[serde(skip)]
    local: Option<String>,
}

fn main() {}
