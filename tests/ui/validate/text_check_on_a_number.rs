use wirewright::Validate;

#[derive(Validate)]
struct Amount {
    #[validate(max_length = 3)]
    value: Option<i64>,
}

fn main() {}
