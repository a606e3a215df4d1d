use wirewright::Validate;

#[derive(Validate)]
union Bits {
    integer: u32,
    float: f32,
}

#[derive(Validate)]
struct Order {
    #[validate(nested)]
    bits: Bits,
}

fn main() {}
