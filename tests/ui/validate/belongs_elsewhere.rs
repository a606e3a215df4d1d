use wirewright::Validate;

#[derive(Validate)]
#[validate(max_length = 3)]
struct Newtype(String);

#[derive(Validate)]
struct Order {
    #[validate(rule(id = "a", require(kind)))]
    kind: Option<String>,
    #[validate(crate = ::wirewright)]
    note: String,
    #[validate(const = "X")]
    constant: String,
    #[validate(enum("X"))]
    choice: String,
}

#[derive(Validate)]
enum Payment {
    #[validate(nested)]
    Card(Newtype),
}

fn main() {}
