use wirewright::{OpenEnum, Unrecognized};

#[derive(OpenEnum)]
enum Kind {
    #[open_enum(retry = "never")]
    A,
    #[open_enum(3)]
    B,
    #[open_enum]
    C,
    #[open_enum("D", actoin = "x", retry = "maybe")]
    D,
    #[open_enum(unrecognised)]
    Unrecognized(Unrecognized<Self>),
}

fn main() {}
