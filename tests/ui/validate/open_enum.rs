use wirewright::{OpenEnum, Unrecognized, Validate};

#[derive(OpenEnum, Validate)]
enum Kind {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

fn main() {}
