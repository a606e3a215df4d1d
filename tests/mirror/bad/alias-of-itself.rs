type A = B;
type B = A;
type Page<T> = Vec<T>;
#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order { a: A, b: Page<String> }
