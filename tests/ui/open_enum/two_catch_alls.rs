use wirewright::{OpenEnum, Unrecognized};

#[derive(Clone, Debug, PartialEq, OpenEnum)]
enum Kind {
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

fn main() {
    let _ = (Kind::from("A").as_str().len(), Kind::KNOWN.len());
}
