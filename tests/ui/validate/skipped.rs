use wirewright::Validate;

#[derive(Validate)]
struct Order {
    #[serde(skip)]
    #[validate(max_length = 3)]
    local: String,
    #[serde(skip_serializing)]
    #[validate(max_length = 3)]
    read: String,
}

#[derive(Validate)]
enum Payment {
    #[serde(skip)]
    Hidden {
        #[validate(max_length = 3)]
        text: String,
    },
    Shown(#[serde(skip)] #[validate(max_length = 3)] String, u8),
}

fn main() {}
