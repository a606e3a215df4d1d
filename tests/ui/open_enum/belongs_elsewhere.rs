use wirewright::{OpenEnum, Unrecognized};

#[derive(OpenEnum)]
#[open_enum("A", retry = "never", close)]
enum Kind {
    #[open_enum(closed)]
    A,
    #[open_enum("B")]
    B,
    #[open_enum(unrecognized)]
    Unrecognized(#[open_enum(unrecognized)] Unrecognized<Self>),
}

fn main() {
    // None of this is reported as well.
    let kind = Kind::from("A");
    let _ = (kind.as_str(), kind.retry(), kind.action(), kind.is_recognized(), Kind::KNOWN, kind.to_string());
}
