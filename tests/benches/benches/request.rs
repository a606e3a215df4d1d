//! Prints what it costs to validate and to read the request. `cargo bench` in this folder runs it.
//!
//! Each round runs a short batch of every subject, so that all of them see the same noise of the machine; a ratio is the
//! median of the rounds' ratios. Short batches, since a batch that is not interrupted says most.

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::Value;
use wirewright::{FromJson, Validate};
use wirewright_benches::request::{DOCUMENT, PaymentRequest};
use wirewright_benches::{generated, others, peer};

const ROUNDS: usize = 1000;
const BATCH: Duration = Duration::from_micros(50);

/// One thing that is measured.
struct Subject<'a> {
    name: &'static str,
    run: Box<dyn Fn(u32) + 'a>,
    /// How many runs make a batch.
    count: u32,
    /// Nanoseconds of a run, for each round.
    rounds: Vec<f64>,
}

impl<'a> Subject<'a> {
    fn new<T>(name: &'static str, run: impl Fn() -> T + 'a) -> Self {
        let run = move |count| (0..count).for_each(|_| _ = black_box(run()));
        Subject { name, run: Box::new(run), count: 1, rounds: Vec::with_capacity(ROUNDS) }
    }

    fn time(&self) -> Duration {
        let start = Instant::now();
        (self.run)(self.count);
        start.elapsed()
    }

    fn calibrate(&mut self) {
        while self.time() < BATCH {
            self.count *= 2;
        }
    }

    fn round(&mut self) {
        self.rounds.push(self.time().as_secs_f64() * 1e9 / f64::from(self.count));
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Measures the subjects and prints them beside the first.
fn compare(title: &str, mut subjects: Vec<Subject<'_>>) {
    subjects.iter_mut().for_each(Subject::calibrate);
    for _ in 0..ROUNDS {
        subjects.iter_mut().for_each(Subject::round);
    }
    println!("\n{title:<44}{:>10}{:>10}{:>8}", "least ns", "median ns", "ratio");
    let first = subjects.first().map(|first| first.rounds.clone()).unwrap_or_default();
    for Subject { name, rounds, .. } in subjects {
        let least = rounds.iter().copied().fold(f64::INFINITY, f64::min);
        let ratio = median(rounds.iter().zip(&first).map(|(own, first)| own / first).collect());
        println!("  {name:<42}{least:>10.1}{:>10.1}{ratio:>8.2}", median(rounds));
    }
}

fn read<T: serde::de::DeserializeOwned>() -> T {
    serde_json::from_str(black_box(DOCUMENT)).expect("the document can be read")
}

/// As [`read`], but every place that can't be read would be told.
fn read_all<T: FromJson>() -> T {
    T::from_json(black_box(DOCUMENT)).expect("the document can be read")
}

fn validation() {
    let request: PaymentRequest = read();
    let generated: generated::PaymentRequest = read();
    let garde: others::garde::PaymentRequest = read();
    let validator: others::validator::PaymentRequest = read();
    let value: Value = read();
    let schema = others::schema::validator();
    assert!(
        peer::problems(&request).is_empty() && request.validate().is_ok() && generated.validate().is_ok()
    );
    assert!(garde::Validate::validate(&garde).is_ok() && validator::Validate::validate(&validator).is_ok());
    assert!(schema.iter_errors(&value).next().is_none());
    let subjects = vec![
        Subject::new("written by hand", || peer::problems(black_box(&request))),
        Subject::new("wirewright, derived on the same types", || black_box(&request).validate()),
        Subject::new("wirewright, generated from a spec", || black_box(&generated).validate()),
        Subject::new("garde", || garde::Validate::validate(black_box(&garde))),
        Subject::new("validator", || validator::Validate::validate(black_box(&validator))),
        Subject::new("jsonschema, on a parsed value", || schema.iter_errors(black_box(&value)).count()),
    ];
    compare("Validating, every violation collected", subjects);
}

fn reading() {
    let subjects = vec![
        Subject::new("serde_json, plain structs", read::<PaymentRequest>),
        Subject::new("serde_json, generated types", read::<generated::PaymentRequest>),
        Subject::new("from_json, generated types", read_all::<generated::PaymentRequest>),
        Subject::new("serde_json::Value", read::<Value>),
    ];
    compare("Reading", subjects);
}

fn main() {
    println!("A valid request of {} bytes with 20 constrained fields", DOCUMENT.len());
    validation();
    reading();
}
