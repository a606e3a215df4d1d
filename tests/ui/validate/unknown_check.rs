use wirewright::Validate;

#[derive(Validate)]
struct Amount {
    #[validate(max_lenght = 3)]
    currency: String,
}

fn main() {
    let _ = Amount { currency: String::new() }.validate();
}
