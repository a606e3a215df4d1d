//! Random choices that are the same in each run.

/// A generator of numbers (SplitMix64): small, and the same on every machine.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The seed of the random tests: that of `PROPTEST_RNG_SEED`, which `.cargo/config.toml` fixes.
    pub fn seed_of_tests() -> u64 {
        std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_123)
    }

    /// Any number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end.max(1) as u64) as usize
    }

    /// Whether something happens that happens so often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of some.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let index = self.below(items.len());
        items.get(index).expect("something to pick from")
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
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
