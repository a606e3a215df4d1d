use wirewright::Redact;

#[derive(Redact)]
struct Session {
    #[redact(partly)]
    data: String,
}

fn main() {}
