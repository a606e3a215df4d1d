use wirewright::Validate;

#[derive(Validate)]
struct Buyer {
    email: Option<String>,
    age: i64,
}

#[derive(Validate)]
#[validate(rule(id = "a", when(buyer? == "CARD"), require(kind)))]
struct Order {
    kind: String,
    buyer: Option<Box<Buyer>>,
    buyers: Vec<Buyer>,
    #[serde(skip)]
    local: Option<String>,
}

fn main() {}
