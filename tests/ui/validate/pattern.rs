use wirewright::Validate;

#[derive(Validate)]
struct Amount {
    #[validate(pattern = "^(?=a)b$")]
    currency: String,
}

fn main() {}
