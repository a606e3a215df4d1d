use std::collections::BTreeMap;

use wirewright::{Decimal, Validate};

#[derive(Validate)]
struct Order {
    #[validate(min_length = 5, max_length = 3)]
    text: String,
    #[validate(maximum = 4)]
    #[validate(minimum = 5)]
    number: i64,
    #[validate(exclusive_minimum = "1.0", maximum = "1")]
    decimal: Decimal,
    #[validate(min_items = 2, max_items = 1, items(items(min_length = 2, max_length = 1)))]
    list: Vec<Vec<String>>,
    #[validate(max_properties = 1, min_properties = 2)]
    map: BTreeMap<String, String>,
}

fn main() {}
