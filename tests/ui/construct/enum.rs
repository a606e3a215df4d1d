use wirewright::Construct;

#[derive(Construct)]
enum Kind {
    A,
}

fn main() {
    let _ = Kind::A;
}
