use std::collections::BTreeMap;

use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(items(), max_items 3)]
    list: Vec<String>,
    #[validate(values(required, nested), items(nested nested))]
    map: BTreeMap<String, String>,
    #[validate]
    alone: String,
    #[validate = "nested"]
    text: String,
    #[validate[nested]]
    brackets: String,
}

fn main() {}
