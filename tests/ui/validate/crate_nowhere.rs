use wirewright::Validate;

#[derive(Validate)]
#[validate(crate = ::nowhere, rule(id = "a", require(text)))]
struct Order {
    #[validate(max_length = 3, pattern = "^a$")]
    text: Option<String>,
    #[validate(items(minimum = "0.5"), unique_items)]
    list: Vec<i64>,
}

fn main() {}
