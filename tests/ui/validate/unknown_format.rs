use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(format = "datetime")]
    expiry: String,
}

fn main() {}
