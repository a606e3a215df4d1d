//! Running the tables that patterns were compiled to. No regex engine, linear time, the same verdict as in Swift.

/// The automaton of one pattern: a search over the text's UTF-8 bytes.
///
/// Generated code holds one in a `static` per pattern. A table that is not well formed matches nothing; it never
/// panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternTable<'a> {
    start: u16,
    dead: Option<u16>,
    stride: u16,
    classes: &'a [u8; 256],
    transitions: Transitions<'a>,
    accepting: &'a [bool],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transitions<'a> {
    Narrow(&'a [u8]),
    Wide(&'a [u16]),
}

impl<'a> PatternTable<'a> {
    /// A table of at most 256 states.
    ///
    /// `classes` maps each byte to a column, `stride` is the number of columns, `transitions` holds one row per
    /// state, `accepting` says of each state whether a text that ends in it matches. From state `dead` nothing
    /// matches any more.
    #[must_use]
    pub const fn narrow(
        start: u16,
        dead: Option<u16>,
        stride: u16,
        classes: &'a [u8; 256],
        transitions: &'a [u8],
        accepting: &'a [bool],
    ) -> Self {
        PatternTable {
            start,
            dead,
            stride,
            classes,
            transitions: Transitions::Narrow(transitions),
            accepting,
        }
    }

    /// A table of any size; see [`PatternTable::narrow`].
    #[must_use]
    pub const fn wide(
        start: u16,
        dead: Option<u16>,
        stride: u16,
        classes: &'a [u8; 256],
        transitions: &'a [u16],
        accepting: &'a [bool],
    ) -> Self {
        PatternTable { start, dead, stride, classes, transitions: Transitions::Wide(transitions), accepting }
    }

    /// Whether the pattern is found in the text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let end = match self.transitions {
            Transitions::Narrow(transitions) => self.run(text, transitions),
            Transitions::Wide(transitions) => self.run(text, transitions),
        };
        end.is_some_and(|state| self.accepting.get(state) == Some(&true))
    }

    /// The state in which the text ends; `None` once nothing can match any more.
    fn run<Entry: Copy + Into<u16>>(&self, text: &str, transitions: &[Entry]) -> Option<usize> {
        let stride = usize::from(self.stride);
        let dead = self.dead.map_or(usize::MAX, usize::from);
        let mut state = usize::from(self.start);
        for byte in text.bytes() {
            let class = self.classes.get(usize::from(byte))?;
            let entry = *transitions.get(state * stride + usize::from(*class))?;
            state = usize::from(entry.into());
            if state == dead {
                return None;
            }
        }
        Some(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `^a+$`: columns other and `a`; states dead, start, accepting.
    const CLASSES: [u8; 256] = {
        let mut classes = [0; 256];
        classes[b'a' as usize] = 1;
        classes
    };
    const ACCEPTING: &[bool] = &[false, false, true];
    static NARROW: PatternTable<'static> =
        PatternTable::narrow(1, Some(0), 2, &CLASSES, b"\x00\x00\x00\x02\x00\x02", ACCEPTING);
    static WIDE: PatternTable<'static> =
        PatternTable::wide(1, Some(0), 2, &CLASSES, &[0, 0, 0, 2, 0, 2], ACCEPTING);

    #[test]
    fn both_widths_agree() {
        for (text, expected) in
            [("a", true), ("aaaa", true), ("", false), ("ab", false), ("é", false), ("a\n", false)]
        {
            assert_eq!(NARROW.is_match(text), expected, "{text:?}");
            assert_eq!(WIDE.is_match(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_malformed_table_matches_nothing() {
        assert!(!PatternTable::narrow(9, None, 3, &CLASSES, b"\x07", &[true]).is_match("a"));
        assert!(!PatternTable::narrow(9, None, 3, &CLASSES, b"", &[]).is_match(""));
    }
}
