use std::collections::{BTreeMap, HashMap};

use wirewright::{Decimal, Validate};

#[derive(Validate)]
struct Order {
    #[validate(minimum = 1)]
    text: Option<String>,
    #[validate(max_length = 3)]
    list: Vec<String>,
    #[validate(max_items = 3)]
    map: BTreeMap<String, String>,
    #[validate(values(nested))]
    number: i64,
    #[validate(one_of("a"))]
    object: Box<Order>,
    #[validate(values(max_length = 3))]
    keys: HashMap<u8, String>,
    #[validate(pattern = "^a$")]
    decimal: Decimal,
}

fn main() {}
