use wirewright::Redact;

#[derive(Redact)]
#[redact]
struct Session {
    #[redact]
    #[redact]
    token: String,
}

#[derive(Redact)]
enum Credentials {
    #[redact]
    Token(String),
    Other(#[redact(all)] String),
}

#[derive(Redact)]
union Bits {
    integer: u32,
}

fn main() {}
