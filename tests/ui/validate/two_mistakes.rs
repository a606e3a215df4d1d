use wirewright::Validate;

#[derive(Validate)]
struct Amount {
    #[validate(max_length = "3")]
    currency: String,
    #[validate(minimum = 0.5)]
    value: i64,
}

fn main() {}
