use wirewright::{OpenEnum, Unrecognized};

#[derive(OpenEnum)]
#[open_enum(closed, crate = ::nowhere)]
enum Kind {
    #[open_enum("A", retry = "never")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

fn main() {}
