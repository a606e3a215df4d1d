//! Reads ECMA-262's grammar of patterns, our subset of it, into regex-syntax's tree.

use std::ops::Range;

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, Look, Repetition};

use super::escape::{self, Escape, Place};
use super::{MAX_STATES, PatternError};

/// How deep groups may stand in each other.
const MAX_DEPTH: usize = 100;

/// What a pattern says.
pub(super) struct Parsed {
    pub(super) tree: Hir,
    /// Whether every match begins at the start of the text and ends at its end.
    pub(super) anchored: bool,
    /// The place of the largest count: the first suspect when the table gets too large.
    pub(super) largest_count: Option<Range<usize>>,
}

pub(super) fn parse(pattern: &str) -> Result<Parsed, PatternError> {
    let mut parser = Parser { pattern, offset: 0, largest_count: None };
    let tree = parser.alternation(0)?;
    if parser.peek().is_some() {
        let range = parser.offset..parser.offset + 1;
        return Err(error(range, "`)` closes no group; write `\\)` for the character"));
    }
    let properties = tree.properties();
    let anchored = properties.look_set_prefix().contains(Look::Start)
        && properties.look_set_suffix().contains(Look::End);
    Ok(Parsed { anchored, largest_count: parser.largest_count.map(|(_, range)| range), tree })
}

/// The error with this message.
pub(super) fn error(range: Range<usize>, message: impl Into<String>) -> PatternError {
    PatternError { message: message.into(), range }
}

struct Parser<'p> {
    pattern: &'p str,
    /// Always at a character's start.
    offset: usize,
    largest_count: Option<(u32, Range<usize>)>,
}

impl<'p> Parser<'p> {
    fn alternation(&mut self, depth: usize) -> Result<Hir, PatternError> {
        let mut branches = vec![self.sequence(depth)?];
        while self.eat("|") {
            branches.push(self.sequence(depth)?);
        }
        Ok(Hir::alternation(branches))
    }

    fn sequence(&mut self, depth: usize) -> Result<Hir, PatternError> {
        let mut terms = Vec::new();
        while let Some(first) = self.peek().filter(|first| !matches!(first, '|' | ')')) {
            terms.push(self.term(first, depth)?);
        }
        Ok(Hir::concat(terms))
    }

    fn term(&mut self, first: char, depth: usize) -> Result<Hir, PatternError> {
        let start = self.offset;
        let place = start..start + first.len_utf8();
        let atom = match first {
            '(' => self.group(depth)?,
            '[' => Hir::class(Class::Unicode(self.class()?)),
            '\\' => match self.escape(Place::Outside)? {
                Escape::Character(character) => literal(character),
                Escape::Set(set) => Hir::class(Class::Unicode(set)),
            },
            '*' | '+' | '?' => {
                return Err(error(place, format!("nothing to repeat; write `\\{first}` for the character")));
            }
            '{' | '}' | ']' => return Err(error(place, format!("write `\\{first}` for the character"))),
            _ => {
                self.offset = place.end;
                match first {
                    // They match no character: a repetition after them finds nothing to repeat.
                    '^' => return Ok(Hir::look(Look::Start)),
                    '$' => return Ok(Hir::look(Look::End)),
                    '.' => Hir::class(Class::Unicode(escape::dot())),
                    _ => literal(first),
                }
            }
        };
        self.repetition(atom)
    }

    fn group(&mut self, depth: usize) -> Result<Hir, PatternError> {
        let start = self.offset;
        if depth >= MAX_DEPTH {
            return Err(error(start..start + 1, format!("groups are nested more than {MAX_DEPTH} deep")));
        }
        for (opening, message) in [
            ("(?=", "look-ahead is not supported"),
            ("(?!", "look-ahead is not supported"),
            ("(?<=", "look-behind is not supported"),
            ("(?<!", "look-behind is not supported"),
            ("(?<", "named groups are not supported; write `(`"),
        ] {
            if self.rest().starts_with(opening) {
                return Err(error(start..start + opening.len(), message));
            }
        }
        if !self.eat("(?:") {
            if self.rest().starts_with("(?") {
                let message = "flags are not supported; list both cases in a class, like `[aA]`";
                return Err(error(start..start + 2, message));
            }
            self.eat("(");
        }
        let inner = self.alternation(depth + 1)?;
        if self.eat(")") { Ok(inner) } else { Err(error(start..start + 1, "the group is not closed")) }
    }

    /// The atom, repeated as often as what follows it says.
    fn repetition(&mut self, atom: Hir) -> Result<Hir, PatternError> {
        let (min, max) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.counts()?,
            _ => return Ok(atom),
        };
        // The operator's last character: `counts` left the closing brace.
        self.offset += 1;
        // Lazy or not, the same texts match.
        self.eat("?");
        Ok(Hir::repetition(Repetition { min, max, greedy: true, sub: Box::new(atom) }))
    }

    /// What stands in the braces; steps up to the closing one.
    fn counts(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let start = self.offset;
        let not_a_count =
            |range| error(range, "not a count like `{3}`, `{3,}` or `{3,5}`; write `\\{` for the character");
        let end = self.rest().find('}').ok_or_else(|| not_a_count(start..start + 1))?;
        let range = start..start + end + 1;
        let inner = self.rest().get(1..end).unwrap_or_default();
        let (low, high) = match inner.split_once(',') {
            Some((low, "")) => (low, None),
            Some((low, high)) => (low, Some(high)),
            None => (inner, Some(inner)),
        };
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(low) || high.is_some_and(|high| !is_number(high)) {
            return Err(not_a_count(range));
        }
        let (min, max) = (count(low, &range)?, high.map(|high| count(high, &range)).transpose()?);
        if max.is_some_and(|max| max < min) {
            return Err(error(range, "the counts are out of order"));
        }
        let largest = max.unwrap_or(min);
        if self.largest_count.as_ref().is_none_or(|(count, _)| *count < largest) {
            self.largest_count = Some((largest, range));
        }
        self.offset += end;
        Ok((min, max))
    }

    fn class(&mut self) -> Result<ClassUnicode, PatternError> {
        let start = self.offset;
        self.offset += 1;
        let negated = self.eat("^");
        let mut class = ClassUnicode::empty();
        while !self.eat("]") {
            if self.peek().is_none() {
                return Err(error(start..start + 1, "the class is not closed"));
            }
            self.class_item(&mut class)?;
        }
        if negated {
            class.negate();
        } else if class.ranges().is_empty() {
            return Err(error(start..self.offset, "the class is empty: nothing matches it"));
        }
        Ok(class)
    }

    /// A character, a set or a range.
    fn class_item(&mut self, class: &mut ClassUnicode) -> Result<(), PatternError> {
        let start = self.offset;
        let low = self.class_atom()?;
        let is_range = self.rest().starts_with('-') && !self.rest().starts_with("-]") && self.rest() != "-";
        if !is_range {
            match low {
                Escape::Character(character) => class.push(ClassUnicodeRange::new(character, character)),
                Escape::Set(set) => class.union(&set),
            }
            return Ok(());
        }
        self.offset += 1;
        let high = self.class_atom()?;
        match (low, high) {
            (Escape::Character(low), Escape::Character(high)) if low <= high => {
                class.push(ClassUnicodeRange::new(low, high));
                Ok(())
            }
            (Escape::Character(_), Escape::Character(_)) => {
                Err(error(start..self.offset, "the range's ends are out of order"))
            }
            _ => Err(error(
                start..self.offset,
                "a range needs a character at each end; write `\\-` for a hyphen",
            )),
        }
    }

    fn class_atom(&mut self) -> Result<Escape, PatternError> {
        match self.peek() {
            Some('\\') => self.escape(Place::Class),
            Some(character) => {
                self.offset += character.len_utf8();
                Ok(Escape::Character(character))
            }
            None => Err(error(self.offset..self.offset, "the class is not closed")),
        }
    }

    fn escape(&mut self, place: Place) -> Result<Escape, PatternError> {
        let (escape, length) = escape::read(self.rest(), place)
            .map_err(|(length, message)| error(self.offset..self.offset + length, message))?;
        self.offset += length;
        Ok(escape)
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.offset += if found { token.len() } else { 0 };
        found
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &'p str {
        self.pattern.get(self.offset..).unwrap_or_default()
    }
}

fn literal(character: char) -> Hir {
    Hir::literal(character.encode_utf8(&mut [0; 4]).as_bytes())
}

fn count(digits: &str, range: &Range<usize>) -> Result<u32, PatternError> {
    let fits = |count: &u32| usize::try_from(*count).is_ok_and(|count| count <= MAX_STATES);
    digits.parse().ok().filter(fits).ok_or_else(|| {
        error(range.clone(), format!("a count is at most {MAX_STATES}; limit the length with `maxLength`"))
    })
}
