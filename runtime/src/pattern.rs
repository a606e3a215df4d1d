//! Running the tables that patterns were compiled to. No regex engine, linear time, the same verdict as in Swift.

/// The automaton of one pattern: a search over the text's UTF-8 bytes.
///
/// Generated code holds one in a `static` per pattern. A table that is not well formed matches nothing; it never
/// panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternTable<'a> {
    dead: Option<u16>,
    columns: u16,
    classes: &'a [u8; 256],
    rows: Rows<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rows<'a> {
    Narrow(&'a [u8]),
    Wide(&'a [u16]),
}

impl<'a> PatternTable<'a> {
    /// A table of at most 256 numbers.
    ///
    /// `classes` maps each byte to a column. `rows` holds a row per state, the one to begin in first: of each column the
    /// place at which the next state's row begins, then 1 where a text that ends in this state matches, else 0. From
    /// the row at `dead` nothing matches any more.
    #[must_use]
    pub const fn narrow(dead: Option<u16>, columns: u16, classes: &'a [u8; 256], rows: &'a [u8]) -> Self {
        PatternTable { dead, columns, classes, rows: Rows::Narrow(rows) }
    }

    /// A table of any size; see [`PatternTable::narrow`].
    #[must_use]
    pub const fn wide(dead: Option<u16>, columns: u16, classes: &'a [u8; 256], rows: &'a [u16]) -> Self {
        PatternTable { dead, columns, classes, rows: Rows::Wide(rows) }
    }

    /// Whether the pattern is found in the text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let accepts = match self.rows {
            Rows::Narrow(rows) => self.run(text, rows),
            Rows::Wide(rows) => self.run(text, rows),
        };
        accepts == Some(1)
    }

    /// What the last state's row says of the text's end; `None` once nothing can match any more.
    fn run<Place: Copy + Into<u16>>(&self, text: &str, rows: &[Place]) -> Option<u16> {
        let dead = self.dead.map_or(usize::MAX, usize::from);
        let step = |row: usize, byte: u8| {
            let class = self.classes.get(usize::from(byte))?;
            rows.get(row + usize::from(*class)).map(|next| usize::from((*next).into()))
        };
        let mut row = 0;
        let mut bytes = text.bytes();
        while let Some(byte) = bytes.next() {
            let next = step(row, byte)?;
            if next != row {
                row = next;
                continue;
            }
            if row == dead {
                return None;
            }
            // While the state stays, no step has to wait for the one before it: twice as fast.
            let left = bytes.by_ref().map(|byte| step(row, byte)).find(|next| *next != Some(row));
            let Some(left) = left else { break };
            row = left?;
        }
        rows.get(row + usize::from(self.columns)).map(|accepts| (*accepts).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `^a+$`: columns other and `a`; states start, dead, accepting.
    const CLASSES: [u8; 256] = {
        let mut classes = [0; 256];
        classes[b'a' as usize] = 1;
        classes
    };
    static NARROW: PatternTable<'static> =
        PatternTable::narrow(Some(3), 2, &CLASSES, b"\x03\x06\x00\x03\x03\x00\x03\x06\x01");
    static WIDE: PatternTable<'static> =
        PatternTable::wide(Some(3), 2, &CLASSES, &[3, 6, 0, 3, 3, 0, 3, 6, 1]);

    #[test]
    fn both_widths_agree() {
        for (text, expected) in [
            ("a", true),
            ("aaaa", true),
            ("", false),
            ("ab", false),
            ("aaaab", false),
            ("é", false),
            ("a\n", false),
        ] {
            assert_eq!(NARROW.is_match(text), expected, "{text:?}");
            assert_eq!(WIDE.is_match(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_malformed_table_matches_nothing() {
        assert!(!PatternTable::narrow(None, 3, &CLASSES, b"\x07").is_match("a"));
        assert!(!PatternTable::narrow(None, 1, &CLASSES, b"\x00").is_match("bb"));
        assert!(!PatternTable::narrow(None, 1, &CLASSES, b"\x00\x02").is_match("b"));
        assert!(!PatternTable::narrow(None, 0, &CLASSES, b"").is_match(""));
    }
}
