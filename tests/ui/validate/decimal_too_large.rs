use wirewright::{Decimal, Validate};

#[derive(Validate)]
struct Amount {
    #[validate(maximum = "1e10001")]
    value: Decimal,
}

fn main() {}
