use wirewright::{Date, DateTime, Decimal, Validate};

#[derive(Validate)]
struct Line {
    name: Option<String>,
}

#[derive(Validate)]
#[validate(
    rule(id = "two", require(kind), forbid(note)),
    rule(id = "first", id = "second", require(kind)),
    rule(id = "twice", message = "a", message = "b", require(kind)),
    rule(id = "when", when(present(kind)), when(present(note)), require(kind)),
    rule(id = "both", when(present(kind) present(note)), require(kind)),
    rule(id = "not", when(not(present(kind), present(note))), require(kind)),
    rule(id = "in", when(kind in []), require(note)),
    rule(id = "again", when(kind in ["A", "A"]), require(note)),
    rule(id = "all", when(all()), require(note)),
    rule(id = "operator", when(kind = "A"), require(note)),
    rule(id = "flag", when(count < true), require(note)),
    rule(id = "text", when(count >= "abc"), require(note))
)]
struct Order {
    kind: Option<String>,
    note: Option<String>,
    count: Decimal,
}

#[derive(Validate)]
#[validate(rul(id = "a"), id = "b")]
struct Other {
    kind: Option<String>,
}

fn main() {}
