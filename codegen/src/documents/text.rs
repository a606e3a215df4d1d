//! Texts that meet constraints, and texts that just don't.

use wirewright_macros_core::pattern::Table;

use super::nearly::LONG;
use super::random::Random;
use crate::model::{Constraint, Format};

/// What texts are made of: of one to four bytes, of one and two UTF-16 units, marks that join what stands before them.
const OTHERS: [char; 10] = ['\n', '\t', '\0', 'é', 'ß', '\u{301}', '\u{2028}', '中', '\u{FEFF}', '🎉'];

/// What a text without a pattern is made of.
const WORDS: [&str; 12] =
    ["a", "b", "Z", "7", "-", " ", "é", "e\u{301}", "ü", "中", "🎉", "👩\u{200D}👩\u{200D}👧"];

/// How much longer than it has to be a text is at most.
const SPREAD: u64 = 24;

/// How many walks are tried.
const WALKS: usize = 20;

/// Finds texts that match a pattern by walking through its table.
#[derive(Debug)]
pub(super) struct Walker {
    characters: Vec<char>,
    /// Per state and character the next state.
    next: Vec<Vec<usize>>,
    /// How many characters away a match is; `None` where there is none any more.
    distance: Vec<Option<u64>>,
    start: usize,
}

impl Walker {
    pub(super) fn new(table: &Table) -> Walker {
        let characters: Vec<char> = (' '..='~').chain(OTHERS).collect();
        let step = |state: usize, character: &char| after(table, state, *character);
        let states = 0..table.accepting.len();
        let next: Vec<Vec<usize>> =
            states.map(|state| characters.iter().map(|character| step(state, character)).collect()).collect();
        let distance = distances(&next, &table.accepting);
        Walker { characters, next, distance, start: usize::from(table.start) }
    }

    /// The first of the shortest texts of at least so many characters that match.
    pub(super) fn plainest(&self, low: u64) -> Option<String> {
        let (mut text, mut state) = (String::new(), self.start);
        for length in 0..=low.saturating_add(self.next.len() as u64) {
            let here = self.distance.get(state).copied().flatten()?;
            if here == 0 && length >= low {
                return Some(text);
            }
            let far = |to: &usize| self.distance.get(*to).copied().flatten();
            let row = self.next.get(state)?.iter().copied().zip(&self.characters);
            // Letters are plainer than punctuation.
            let plainness = |character: char| (!character.is_alphanumeric(), character);
            let wanted = |distance: u64| if length < low { 0 } else { distance };
            let best = row.filter_map(|(to, character)| Some((wanted(far(&to)?), plainness(*character), to)));
            let (_, (_, character), to) = best.min()?;
            text.push(character);
            state = to;
        }
        None
    }

    /// A text of `low` to `high` characters that matches; `None` where none was found.
    pub(super) fn text(&self, low: u64, high: u64, random: &mut Random) -> Option<String> {
        (0..WALKS).find_map(|_| self.walk(low, high, random))
    }

    /// One walk. It may end too early, where a match can't go on.
    fn walk(&self, low: u64, high: u64, random: &mut Random) -> Option<String> {
        let (mut text, mut state, mut length) = (String::new(), self.start, 0);
        loop {
            let here = self.distance.get(state).copied().flatten()?;
            if here == 0 && length >= low && (length >= high || random.chance(25)) {
                return Some(text);
            }
            let left = high.checked_sub(length + 1)?;
            let leads = |to: &usize| self.distance.get(*to).copied().flatten().is_some_and(|far| far <= left);
            let row = self.next.get(state)?;
            let choices: Vec<(char, usize)> = self
                .characters
                .iter()
                .copied()
                .zip(row.iter().copied())
                .filter(|(_, to)| leads(to))
                .collect();
            let Some((character, to)) = random.pick(&choices).copied() else {
                return (here == 0 && length >= low).then_some(text);
            };
            text.push(character);
            (state, length) = (to, length + 1);
        }
    }
}

fn after(table: &Table, state: usize, character: char) -> usize {
    let mut buffer = [0; 4];
    let step = |state: usize, byte: &u8| {
        let class = table.classes.get(usize::from(*byte)).copied().unwrap_or_default();
        let entry = state * usize::from(table.stride) + usize::from(class);
        table.transitions.get(entry).copied().map_or(usize::MAX, usize::from)
    };
    character.encode_utf8(&mut buffer).as_bytes().iter().fold(state, step)
}

/// Backwards from the states that match.
fn distances(next: &[Vec<usize>], accepting: &[bool]) -> Vec<Option<u64>> {
    let mut before: Vec<Vec<usize>> = next.iter().map(|_| Vec::new()).collect();
    for (state, row) in next.iter().enumerate() {
        let mut row = row.clone();
        row.sort_unstable();
        row.dedup();
        for to in row {
            if let Some(list) = before.get_mut(to) {
                list.push(state);
            }
        }
    }
    let mut distance: Vec<Option<u64>> = accepting.iter().map(|accepts| accepts.then_some(0)).collect();
    let mut pending: Vec<usize> =
        (0..accepting.len()).filter(|state| accepting.get(*state) == Some(&true)).collect();
    let mut away = 0;
    while !pending.is_empty() {
        away += 1;
        let mut reached = Vec::new();
        for state in pending.iter().filter_map(|state| before.get(*state)).flatten() {
            if let Some(unknown @ None) = distance.get_mut(*state) {
                *unknown = Some(away);
                reached.push(*state);
            }
        }
        pending = reached;
    }
    distance
}

/// The lengths that constraints allow, the upper one no further from the lower one than is of use.
pub(super) fn lengths(constraints: &[Constraint]) -> (u64, u64) {
    let low = constraints.iter().find_map(|one| match one {
        Constraint::MinLength(limit) => Some(*limit),
        _ => None,
    });
    let high = constraints.iter().find_map(|one| match one {
        Constraint::MaxLength(limit) => Some(*limit),
        _ => None,
    });
    // A text that has to be longer than this is not made: it would take long, and show nothing that a shorter does not.
    let low = low.unwrap_or_default().min(LONG);
    (low, high.unwrap_or(u64::MAX).min(low.saturating_add(SPREAD)))
}

/// A text of a number of characters within two bounds; often at one of them.
pub(super) fn of_length(low: u64, high: u64, random: &mut Random) -> String {
    let span = usize::try_from(high.saturating_sub(low)).unwrap_or(usize::MAX).saturating_add(1);
    let length = match random.below(4) {
        0 => low,
        1 => high,
        _ => low.saturating_add(random.below(span) as u64),
    };
    let length = usize::try_from(length).unwrap_or_default();
    let mut text = String::new();
    let mut count = 0;
    while count < length {
        let word = if random.chance(80) { "a" } else { random.text(&WORDS) };
        text.push_str(word);
        count += word.chars().count();
    }
    text.chars().take(length).collect()
}

/// A text of a format.
pub(super) fn of_format(format: Format, random: &mut Random) -> String {
    match format {
        Format::Date => date(random),
        Format::DateTime => date_time(random),
        Format::Uri => random
            .text(&["a:b", "https://shop.example/a?b=c#d", "mailto:a@b", "app+x.1:é", "urn:x"])
            .to_owned(),
        Format::Iso4217 => random.text(&["EUR", "BRL", "JPY", "USD", "XXX", "ZWG"]).to_owned(),
        Format::Iso3166Alpha2 => random.text(&["DE", "BR", "AX", "ZW", "GB"]).to_owned(),
    }
}

/// Few enough to be the same or next to each other where two are compared.
const DAYS: [&str; 4] = ["2024-02-28", "2024-02-29", "2024-03-01", "2023-12-31"];

/// The same, in another order than their texts.
const TIMES: [&str; 6] = [
    "2024-02-29T00:00:00Z",
    "2024-02-29T00:00:00.5Z",
    "2024-02-29T01:00:00+01:00",
    "2024-02-28T23:00:00-02:00",
    "2024-02-28T23:59:59.999999999Z",
    "2024-02-29t00:00:00.50z",
];

fn date(random: &mut Random) -> String {
    if random.chance(40) {
        return random.text(&DAYS).to_owned();
    }
    let (year, month) = (random.between(1990, 2040), random.between(1, 12));
    let day = random.between(1, 28);
    format!("{year:04}-{month:02}-{day:02}")
}

fn date_time(random: &mut Random) -> String {
    if random.chance(50) {
        return random.text(&TIMES).to_owned();
    }
    let time = random.text(&["T00:00:00", "T23:59:59", "T23:59:60", "t12:30:15.125", "T01:00:00.000000001"]);
    let offset = match time {
        // A leap second is one at the end of a day in UTC.
        "T23:59:60" => "Z",
        _ => random.text(&["Z", "+00:00", "-05:30", "+23:59", "z"]),
    };
    match time {
        "T23:59:60" => format!("2016-12-31{time}{offset}"),
        _ => format!("{}{time}{offset}", date(random)),
    }
}

/// Texts that are nearly of a format.
pub(super) fn nearly_of_format(format: Format) -> &'static [&'static str] {
    match format {
        Format::Date => &[
            "2023-02-29",
            "2024-2-09",
            "2024-13-01",
            "2024-00-10",
            "20240229",
            "2024-02-29 ",
            "２024-02-29",
            "",
        ],
        Format::DateTime => &[
            "2023-02-29T00:00:00Z",
            "2024-02-29T00:00:00",
            "2024-02-29 00:00:00Z",
            "2024-02-29T24:00:00Z",
            "2024-02-29T00:00:61Z",
            "2024-02-29T00:00:00.Z",
            "2024-02-29T00:00:00+24:00",
            "2024-02-29T12:00:60Z",
            "2024-02-29",
        ],
        Format::Uri => &["a", "1a:b", ":b", "a:", "", "a b:c", "é:a"],
        Format::Iso4217 => &["DEM", "eur", "EU", "EURO", "EUR ", ""],
        Format::Iso3166Alpha2 => &["XX", "de", "D", "DEU", "UK", ""],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wirewright_macros_core::pattern::compile;

    #[test]
    fn walks_lead_to_matches_of_the_wanted_length() {
        let mut random = Random::new(1);
        for (pattern, low, high) in [
            ("^[A-Z]{3}$", 0, 24),
            ("^(ab|cd)*e?$", 3, 4),
            ("b+", 5, 9),
            ("^\\d{4}-\\d{2}$", 7, 7),
            ("é|x.y$", 1, 12),
            ("^[^a]*$", 0, 3),
        ] {
            let table = compile(pattern).unwrap();
            let walker = Walker::new(&table);
            for _ in 0..200 {
                let text = walker.text(low, high, &mut random).unwrap();
                assert!(table.is_match(&text), "{pattern}: {text:?}");
                assert!((low..=high).contains(&(text.chars().count() as u64)), "{pattern}: {text:?}");
            }
        }
        let none = Walker::new(&compile("^a{5}$").unwrap());
        assert_eq!(none.text(0, 4, &mut random), None);
    }

    #[test]
    fn formats_are_met_and_missed() {
        use wirewright::checks;
        let runtime = |format| match format {
            Format::DateTime => checks::Format::DateTime,
            Format::Date => checks::Format::Date,
            Format::Uri => checks::Format::Uri,
            Format::Iso4217 => checks::Format::Iso4217,
            Format::Iso3166Alpha2 => checks::Format::Iso3166Alpha2,
        };
        let violations = |format, text: &str| {
            let mut found = wirewright::Violations::new();
            checks::format(&text.to_owned(), runtime(format), &wirewright::Path::root(), &mut found);
            found.len()
        };
        let mut random = Random::new(2);
        for format in Format::ALL {
            for _ in 0..200 {
                let text = of_format(format, &mut random);
                assert_eq!(violations(format, &text), 0, "{text}");
            }
            for text in nearly_of_format(format) {
                assert_eq!(violations(format, text), 1, "{format:?} {text:?}");
            }
        }
    }

    #[test]
    fn lengths_are_kept() {
        let mut random = Random::new(3);
        for (low, high) in [(0, 0), (1, 1), (3, 9)] {
            for _ in 0..100 {
                let count = of_length(low, high, &mut random).chars().count() as u64;
                assert!((low..=high).contains(&count));
            }
        }
    }
}
