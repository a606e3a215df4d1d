use serde::{Deserialize, Serialize};
use serde_json::Value;
use wirewright::SwiftMirror;

#[derive(Serialize, Deserialize, SwiftMirror)]
pub struct A {
    #[serde(flatten)]
    others: std::collections::BTreeMap<String, Value>,
    #[serde(flatten)]
    b: B,
    #[serde(flatten)]
    again: std::collections::BTreeMap<String, Value>,
}

#[derive(Serialize, Deserialize, SwiftMirror)]
pub struct B {
    x: i64,
}
