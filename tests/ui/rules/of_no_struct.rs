use wirewright::Validate;

#[derive(Validate)]
#[validate(rule(id = "a", require(text)))]
struct Newtype(String);

#[derive(Validate)]
#[validate(rule(id = "b", require(text)))]
enum Payment {
    Card { text: Option<String> },
}

fn main() {}
