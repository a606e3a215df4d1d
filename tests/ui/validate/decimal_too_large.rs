use wirewright::{Decimal, Validate};

#[derive(Validate)]
struct Amount {
    #[validate(maximum = "1e10001", minimum = "-11111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111")]
    value: Decimal,
}

fn main() {}
