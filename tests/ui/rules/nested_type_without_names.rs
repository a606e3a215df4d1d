use wirewright::Validate;

struct Buyer {
    email: Option<String>,
}

#[derive(Validate)]
#[validate(rule(id = "a", require(buyer?.email)))]
struct Order {
    buyer: Option<Buyer>,
}

fn main() {}
