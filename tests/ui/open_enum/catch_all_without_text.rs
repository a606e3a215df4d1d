use wirewright::{OpenEnum, Unrecognized};

#[derive(Clone, Debug, PartialEq, OpenEnum)]
enum Kind {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized,
}

type _Unused = Unrecognized<Kind>;

fn main() {
    let _ = (Kind::from("A").as_str().len(), Kind::KNOWN.len());
}
