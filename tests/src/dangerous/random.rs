//! Random choices that are the same in each run.

pub use wirewright_codegen::documents::Random;

/// The seed of the random tests: that of `PROPTEST_RNG_SEED`, which `.cargo/config.toml` fixes.
pub fn seed_of_tests() -> u64 {
    std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_123)
}

/// One of some.
pub fn pick<'a, T>(random: &mut Random, items: &'a [T]) -> &'a T {
    random.pick(items).expect("something to pick from")
}

/// Words that come one after the other, so that each is used as often as the others.
#[derive(Clone, Debug)]
pub struct Deck {
    words: Vec<String>,
    at: usize,
}

impl Deck {
    /// A shuffled deck.
    pub fn new(mut words: Vec<String>, random: &mut Random) -> Self {
        random.shuffle(&mut words);
        Deck { words, at: 0 }
    }

    /// The next word.
    pub fn draw(&mut self) -> String {
        let word = self.words.get(self.at).cloned().unwrap_or_default();
        self.at = (self.at + 1) % self.words.len().max(1);
        word
    }
}
