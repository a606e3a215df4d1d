use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[validate(constant = 3)]
    name: String,
    #[validate(one_of("A", "B"))]
    count: Option<i64>,
    #[validate(items(constant = true))]
    names: Vec<String>,
    #[validate(constant = "0.50")]
    fits: Option<wirewright::Decimal>,
}

fn main() {}
