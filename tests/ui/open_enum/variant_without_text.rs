use wirewright::{OpenEnum, Unrecognized};

#[derive(Clone, Debug, PartialEq, OpenEnum)]
enum Kind {
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

fn main() {
    let _ = (Kind::from("A").as_str().len(), Kind::KNOWN.len());
}
