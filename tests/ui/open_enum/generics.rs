use wirewright::{OpenEnum, Unrecognized};

#[derive(OpenEnum)]
enum Kind<T> {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<T>),
}

fn main() {}
