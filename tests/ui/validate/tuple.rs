use wirewright::Validate;

#[derive(Validate)]
struct Pair(String, #[validate(max_length = 3)] String);

fn main() {}
