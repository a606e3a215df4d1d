use wirewright::Redact;

#[derive(Redact)]
enum Kind {
    A,
}

fn main() {
    println!("{:?}", Kind::A);
}
