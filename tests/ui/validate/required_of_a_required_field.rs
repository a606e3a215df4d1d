use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(required)]
    id: String,
}

fn main() {}
