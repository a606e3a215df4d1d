use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(items(max_length = 3))]
    region: String,
}

fn main() {}
