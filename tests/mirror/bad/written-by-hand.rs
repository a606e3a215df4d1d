use serde::{Deserialize, Serialize};
use wirewright::SwiftMirror;

#[derive(Deserialize, SwiftMirror)]
pub struct A {
    name: String,
}

impl<T: for<'a> From<&'a str>> serde::Serialize for A {
    fn serialize() {}
}
