use wirewright::Construct;

#[derive(Construct)]
struct Amount {
    currency: String,
    value: i64,
    note: Option<String>,
}

fn main() {
    let amount = Amount::new(AmountRequired { currency: "USD".to_owned() }).with_note("n");
    let _ = (amount.currency, amount.value, amount.note);
}
