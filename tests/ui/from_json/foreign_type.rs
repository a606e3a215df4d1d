//! A field's type has to tell what can't be read as it.

use wirewright::FromJson;

#[derive(FromJson)]
struct Order {
    id: String,
    placed_at: std::time::Duration,
}

fn main() {}
