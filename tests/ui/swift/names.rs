use wirewright::SwiftMirror;

#[derive(SwiftMirror)]
#[swift(name = "1st")]
struct Order {
    #[swift(nam = "note")]
    note: String,
    #[swift(name = "a", name = "b")]
    twice: String,
    #[swift]
    alone: String,
    #[swift("x")]
    text: String,
    #[swift(name = "fine")]
    #[swift(name = "again")]
    again: String,
}

#[derive(SwiftMirror)]
enum Kind {
    #[swift(name = "é")]
    A(#[swift(name = "")] String),
}

#[derive(SwiftMirror)]
union Bits {
    integer: u32,
}

fn main() {}
