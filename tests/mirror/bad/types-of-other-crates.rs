use serde::{Deserialize, Serialize};
use rust_decimal::Decimal;
use wirewright as ww;

#[derive(Serialize, Deserialize, ww::SwiftMirror)]
pub struct A {
    a: Decimal,
    b: time::Date,
    c: toml::Value,
    fine: ww::Decimal,
    fine_too: serde_json::Value,
}
