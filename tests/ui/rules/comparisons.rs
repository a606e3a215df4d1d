use wirewright::{Date, DateTime, Decimal, Validate};

#[derive(Validate)]
struct Line {
    name: Option<String>,
}

#[derive(Validate)]
#[validate(rule(id = "texts", compare(kind < note)))]
#[validate(rule(id = "mixed", compare(count < since)))]
#[validate(rule(id = "fine", compare(count < amount)))]
#[validate(rule(id = "days", compare(day? < since)))]
#[validate(rule(id = "text-less", when(kind? < 3), require(note)))]
#[validate(rule(id = "list-is", when(lines == "a"), require(note)))]
struct Order {
    kind: Option<String>,
    note: Option<String>,
    count: i64,
    amount: Decimal,
    since: DateTime,
    day: Option<Date>,
    lines: Vec<Line>,
}

fn main() {}
