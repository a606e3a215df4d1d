//! An open enum can be read already.

use wirewright::{FromJson, OpenEnum, Unrecognized};

#[derive(Clone, Debug, PartialEq, OpenEnum, FromJson)]
enum Kind {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

fn main() {}
