use wirewright::Validate;

#[derive(Validate)]
#[validate(rule(id = "a", when(any(present(value), kind == "x")), require(note, value, list)))]
struct Page<T> {
    value: T,
    kind: String,
    note: Option<T>,
    list: Vec<T>,
}

fn main() {}
