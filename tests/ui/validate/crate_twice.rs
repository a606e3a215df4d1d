use wirewright::Validate;

#[derive(Validate)]
#[validate(crate = ::wirewright)]
#[validate(crate = ::wirewright, crate = ::wirewright)]
struct Order {
    #[validate(max_length = 3)]
    text: String,
}

fn main() {}
