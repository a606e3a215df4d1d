#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order {
    a: u64,
    b: usize,
    c: f64,
    d: char,
    e: HashSet<String>,
    f: (u8, u8),
    g: [u8; 4],
    h: BTreeMap<u32, String>,
    i: Vec<Option<String>>,
    j: Option<Option<String>>,
    k: chrono::DateTime<Utc>,
    l: Box<dyn Display>,
    m: Decimall,
    n: (),
}
