use wirewright::Validate;

#[derive(Validate)]
#[validate(rule(id = "a", when(name == 3), require(note)))]
#[validate(rule(id = "b", when(all(count in ["1", "many"], not(flag != "true"))), require(note)))]
#[validate(rule(id = "c", when(names[*] == true), require(note)))]
#[validate(rule(id = "fits", when(any(count == "3", name == "3", flag == true)), require(note)))]
struct Order {
    name: String,
    count: Option<i64>,
    flag: Option<bool>,
    names: Vec<String>,
    note: Option<String>,
}

fn main() {}
