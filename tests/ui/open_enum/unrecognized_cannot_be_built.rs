use wirewright::{OpenEnum, Unrecognized};

#[derive(OpenEnum)]
enum Kind {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

fn main() {
    let _ = (Kind::A, Kind::Unrecognized(Unrecognized::new("A".into())));
}
