use wirewright::Validate;

#[derive(Validate)]
struct Pair(
    #[serde(skip_serializing_if = "Option::is_none")] Option<u8>,
    #[validate(max_length = 3)] String,
    #[validate(max_length = 3)] String,
);

fn main() {}
