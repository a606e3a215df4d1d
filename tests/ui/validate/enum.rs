use wirewright::Validate;

#[derive(Validate)]
enum Kind {
    A,
}

fn main() {
    let _ = Kind::A.validate();
}
