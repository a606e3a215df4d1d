use wirewright::{OpenEnum, Unrecognized};

#[derive(Clone, Debug, PartialEq, OpenEnum)]
struct Kind;

type _Unused = Unrecognized<Kind>;

fn main() {
    let _ = (Kind::from("A").as_str().len(), Kind::KNOWN.len());
}
