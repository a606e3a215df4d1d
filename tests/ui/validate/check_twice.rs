use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(max_length = 3)]
    #[validate(max_length = 4)]
    id: String,
}

fn main() {}
