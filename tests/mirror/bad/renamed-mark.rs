use serde::{Deserialize, Serialize};
use wirewright::SwiftMirror as Mirror;

#[derive(Serialize, Deserialize, Mirror)]
pub struct A {}
