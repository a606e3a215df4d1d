use wirewright::Validate;

#[derive(Validate)]
struct Amount {
    #[validate(minimum = 0)]
    value: f64,
}

fn main() {}
