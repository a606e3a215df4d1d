use wirewright::{OpenEnum, Unrecognized};

#[derive(Clone, Copy)]
enum Category {
    One,
}

#[derive(OpenEnum)]
#[open_enum(closed, closed, category = Category, category = Category)]
#[open_enum(crate = ::wirewright)]
#[open_enum(crate = ::wirewright, category = Category)]
enum Kind {
    #[open_enum("A", category = Category::One, category = Category::One)]
    A,
    #[open_enum("B", action = "a", retry = "new", action = "b", retry = "new")]
    B,
    #[open_enum("C")]
    #[open_enum("D")]
    C,
    #[open_enum(unrecognized, "E")]
    Unrecognized(Unrecognized<Self>),
}

fn main() {
    let _ = Kind::from("A").category();
}
