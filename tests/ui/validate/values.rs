use wirewright::{Decimal, Validate};

const MAX: u64 = 3;

#[derive(Validate)]
struct Order {
    #[validate(max_length = MAX)]
    constant: String,
    #[validate(max_length = -1, min_length = 3u8, pattern = 3)]
    counts: String,
    #[validate(max_items = 99999999999999999999)]
    large: Vec<u8>,
    #[validate(minimum = 9223372036854775808, maximum = true)]
    number: i64,
    #[validate(multiple_of = 0, maximum = 3_i64)]
    step: i64,
    #[validate(minimum = 0.01, maximum = ".5", multiple_of = "-0.5")]
    decimal: Decimal,
    #[validate(one_of())]
    nothing: String,
    #[validate(one_of("a", "b", "a"), constant = 'c')]
    twice: String,
}

fn main() {}
