#[derive(Serialize, Deserialize, SwiftMirror)]
struct Code<'a, const N: usize> { text: &'a str }
