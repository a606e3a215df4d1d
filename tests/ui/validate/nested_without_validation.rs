use wirewright::Validate;

struct Amount;

#[derive(Validate)]
struct Order {
    #[validate(nested)]
    amount: Vec<Amount>,
}

fn main() {}
