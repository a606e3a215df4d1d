use wirewright::Validate;

struct Opaque;

#[derive(Validate)]
struct Order {
    #[validate(unique_items)]
    number: i64,
    #[validate(unique_items, items(unique_items))]
    opaque: Vec<Vec<Opaque>>,
    #[validate(items(max_length = 3, nested, values(minimum = 1)))]
    text: String,
}

fn main() {}
