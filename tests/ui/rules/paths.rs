use wirewright::{Date, DateTime, Decimal, Validate};

#[derive(Validate)]
struct Line {
    name: Option<String>,
}

#[derive(Validate)]
#[validate(
    rule(id = "end", require(lines[*])),
    rule(id = "index", require(lines[0].name)),
    rule(id = "star", require(lines[* *].name)),
    rule(id = "few", exactly_one_of(kind)),
    rule(id = "none", require()),
    rule(id = "again", at_most_one_of(kind, note, kind)),
    rule(id = "list", compare(lines[*].name < kind)),
    rule(id = "three", compare(kind < note < kind)),
    rule(id = "long", require(a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a))
)]
struct Order {
    kind: Option<String>,
    note: Option<String>,
    lines: Vec<Line>,
}

fn main() {}
