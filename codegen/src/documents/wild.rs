//! Documents that nobody sends: surgery on raw text, which need not be JSON afterwards.

use std::ops::Range;

use super::outline::{Kind, Node, Outline};
use super::random::Random;

/// Numbers at the edges of 2^53, i64, u64, doubles and decimals; and texts that are no numbers in JSON.
const NUMBERS: [&str; 44] = [
    "0",
    "-0",
    "-0.0",
    "0e5",
    "1",
    "1.0",
    "-1.0",
    "1e2",
    "1E+2",
    "10e-1",
    "1.50e1",
    "0.1",
    "1e-1",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "9223372036854775807.0",
    "92233720368547758070e-1",
    "18446744073709551615",
    "18446744073709551616",
    "1e18",
    "1e19",
    "1e308",
    "1e309",
    "-1e400",
    "1e-400",
    "5e-324",
    "1.7976931348623157e308",
    "1.7976931348623159e308",
    "1e10000",
    "1e10001",
    "1e-10001",
    "1e99999999999999999999",
    "01",
    "1.",
    ".5",
    "+1",
    "0x1",
    "NaN",
];

/// What may stand between the quotes of a string, escapes included.
const CONTENTS: [&str; 34] = [
    "",
    "a",
    r"\u0061",
    r"\u0000",
    r"\ud800",
    r"\udc00",
    r"\ud83c\udf89",
    r"\ud800\ud800",
    r"\udbff\u0061",
    r"a\ud800b",
    r"\n",
    r"\/",
    r#"\""#,
    r"\\u0041",
    r"\\ud800",
    "é",
    "e\u{301}",
    r"e\u0301",
    "🎉",
    "🇩🇪",
    "👩\u{200D}👩\u{200D}👧",
    "\u{FEFF}",
    "\u{FFFF}",
    "\u{2028}",
    "１",
    "true",
    "null",
    "1",
    "01",
    "1.0",
    "-0",
    "1e2",
    r"\x41",
    r"\u00g0",
];

const WORDS: [&str; 10] = ["null", "true", "false", "[]", "{}", "\"\"", "0", "[null]", "{\"\":null}", "tru"];

const BLANKS: [&str; 8] = [" ", "\n", "\t", "\r", "  \n\t", "\u{C}", "\u{A0}", "\u{FEFF}"];

const TAILS: [&str; 10] = [",", " ", "\n", "]", "}", "null", "\0", "//", "\u{FEFF}", " {}"];

/// Depths around the limit, and far beyond it.
const DEPTHS: [usize; 12] = [1, 2, 60, 63, 64, 125, 126, 127, 128, 129, 400, 3000];

/// Changes one thing about a text.
pub(super) fn operate(text: &mut Vec<u8>, keys: &[String], random: &mut Random) {
    let outline = Outline::of(text);
    // What is broken on purpose ends the list: of such a text there is no outline.
    match outline {
        Some(outline) if !random.chance(7) => in_outline(text, &outline, keys, random),
        _ => at_any_byte(text, random),
    }
}

fn in_outline(text: &mut Vec<u8>, outline: &Outline, keys: &[String], random: &mut Random) {
    let nodes = &outline.nodes;
    let Some(index) = (!nodes.is_empty()).then(|| random.below(nodes.len())) else { return };
    let Some(node) = nodes.get(index) else { return };
    match random.below(12) {
        0..=3 => {
            let value = value_for(text, node, random);
            put(text, node.range.clone(), &value);
        }
        4 => {
            if let Some(range) = outline.removal(index) {
                put(text, range, b"");
            }
        }
        5 => member_again(text, node, random),
        6 => new_member(text, outline, keys, random),
        7 => other_key(text, node, keys, random),
        8 => {
            let other =
                random.pick(nodes).and_then(|other| text.get(other.range.clone())).map(<[u8]>::to_vec);
            put(text, node.range.clone(), &other.unwrap_or_default());
        }
        9 => wrap(text, node, random),
        10 => blanks(text, outline, random),
        _ => escape(text, node, random),
    }
}

/// A value of the same kind or of another.
fn value_for(text: &[u8], node: &Node, random: &mut Random) -> Vec<u8> {
    let old = text.get(node.range.clone()).unwrap_or_default();
    match random.below(6) {
        0 => random.text(&WORDS).as_bytes().to_vec(),
        1 => [b"[", old, b"]"].concat(),
        2 if node.kind != Kind::String => [b"\"", random.text(&CONTENTS).as_bytes(), b"\""].concat(),
        2 => old.get(1..old.len().saturating_sub(1)).unwrap_or_default().to_vec(),
        3 if node.kind == Kind::Number && random.chance(50) => [b"\"", old, b"\""].concat(),
        3 | 4 => match node.kind {
            Kind::String => string(random).into_bytes(),
            _ => number(random).into_bytes(),
        },
        _ => value(random, 2).into_bytes(),
    }
}

/// Any value as nobody writes it.
fn value(random: &mut Random, depth: usize) -> String {
    match random.below(if depth == 0 { 3 } else { 7 }) {
        0 => random.text(&WORDS).to_owned(),
        1 => number(random),
        2 => string(random),
        3 => nested("", random),
        4 => format!("[{},{}]", value(random, depth - 1), value(random, depth - 1)),
        5 => {
            let key = random.text(&CONTENTS);
            format!("{{\"{key}\":{},\"{key}\":{}}}", value(random, depth - 1), value(random, depth - 1))
        }
        _ => format!("{{\"é\":1,\"e\u{301}\":{}}}", value(random, depth - 1)),
    }
}

fn number(random: &mut Random) -> String {
    match random.below(8) {
        // Around the limit of 100 digits.
        0 => format!("{}{}", random.text(&["", "-", "0."]), "7".repeat(98 + random.below(4))),
        1 => format!("1{}", "0".repeat(17 + random.below(4))),
        _ => random.text(&NUMBERS).to_owned(),
    }
}

fn string(random: &mut Random) -> String {
    let mut content: String = (0..=random.below(2)).map(|_| random.text(&CONTENTS)).collect();
    if random.chance(2) {
        content.push('\n');
    }
    format!("\"{content}\"")
}

/// Arrays or objects in each other, around something.
fn nested(inner: &str, random: &mut Random) -> String {
    let depth = random.pick(&DEPTHS).copied().unwrap_or_default();
    let (open, close) = if random.chance(60) { ("[", "]") } else { ("{\"a\":", "}") };
    let inner = if inner.is_empty() && open != "[" { "0" } else { inner };
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

/// The same key once more: with the same value, or another one; at the front or at the end.
fn member_again(text: &mut Vec<u8>, node: &Node, random: &mut Random) {
    let Some(key) = node.key.clone().and_then(|key| text.get(key)).map(<[u8]>::to_vec) else { return };
    let old = text.get(node.range.clone()).unwrap_or_default().to_vec();
    let value = if random.chance(50) { old } else { value_for(text, node, random) };
    let again = [b",", &*key, b":", &*value].concat();
    put(text, node.range.end..node.range.end, &again);
}

/// A member that the type knows, or does not, with a value that need not fit.
fn new_member(text: &mut Vec<u8>, outline: &Outline, keys: &[String], random: &mut Random) {
    let objects: Vec<&Node> = outline.nodes.iter().filter(|node| node.kind == Kind::Object).collect();
    let Some(object) = random.pick(&objects) else { return };
    let key = match random.chance(50) {
        true => wirewright::json::Value::String(random.pick(keys).cloned().unwrap_or_default()).to_string(),
        false => string(random),
    };
    let start = object.range.start + 1;
    let is_empty = object.range.len() == 2
        || text.get(start..object.range.end - 1).is_some_and(|inner| inner.trim_ascii().is_empty());
    let comma = if is_empty { "" } else { "," };
    let member = format!("{key}:{}{comma}", value(random, 3));
    put(text, start..start, member.as_bytes());
}

/// Another spelling of a key, another key, or one that looks the same.
fn other_key(text: &mut Vec<u8>, node: &Node, keys: &[String], random: &mut Random) {
    let Some(range) = node.key.clone() else { return };
    let content = text.get(range.start + 1..range.end - 1).unwrap_or_default();
    let content = String::from_utf8_lossy(content).into_owned();
    let key = match random.below(6) {
        0 => random.pick(keys).cloned().unwrap_or_default(),
        1 => format!("{content}\u{301}"),
        2 => random.text(&CONTENTS).to_owned(),
        3 => content.to_uppercase(),
        _ => escaped(&content, random),
    };
    put(text, range, format!("\"{key}\"").as_bytes());
}

/// Some of the plain characters as escapes.
fn escaped(content: &str, random: &mut Random) -> String {
    if content.contains('\\') {
        return content.to_owned();
    }
    let mut escaped = String::new();
    for character in content.chars() {
        if random.chance(60) {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            escaped.push_str(&if random.chance(50) {
                format!("\\u{unit:04x}")
            } else {
                format!("\\u{unit:04X}")
            });
        }
    }
    escaped
}

fn escape(text: &mut Vec<u8>, node: &Node, random: &mut Random) {
    if node.kind != Kind::String {
        return;
    }
    let inner = node.range.start + 1..node.range.end - 1;
    let content = String::from_utf8_lossy(text.get(inner.clone()).unwrap_or_default()).into_owned();
    put(text, inner, escaped(&content, random).as_bytes());
}

fn wrap(text: &mut Vec<u8>, node: &Node, random: &mut Random) {
    let inner = String::from_utf8_lossy(text.get(node.range.clone()).unwrap_or_default()).into_owned();
    put(text, node.range.clone(), nested(&inner, random).as_bytes());
}

/// White space around many tokens.
fn blanks(text: &mut Vec<u8>, outline: &Outline, random: &mut Random) {
    let mut places: Vec<usize> =
        outline.nodes.iter().flat_map(|node| [node.range.start, node.range.end]).collect();
    places.sort_unstable();
    // From the back, so that the places in front stay where they are.
    for place in places.into_iter().rev() {
        if random.chance(30) {
            let blank = if random.chance(97) { random.below(5) } else { random.below(BLANKS.len()) };
            put(text, place..place, BLANKS.get(blank).copied().unwrap_or_default().as_bytes());
        }
    }
}

/// Changes after which a text is hardly JSON.
fn at_any_byte(text: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(text.len() + 1);
    match random.below(7) {
        0 => text.extend(random.text(&TAILS).as_bytes()),
        1 => put(text, 0..0, "\u{FEFF}".as_bytes()),
        2 => text.truncate(at),
        3 => put(text, at..(at + 1).min(text.len()), b""),
        4 => {
            let byte = u8::try_from(random.below(256)).unwrap_or_default();
            put(text, at..(at + 1).min(text.len()), &[byte]);
        }
        5 => put(text, at..at, random.text(&[",", "\"", "\\", "{", "]", "\n", "e", "-", "0"]).as_bytes()),
        _ => put(
            text,
            at..at,
            &[random.pick(&[0xFF, 0xC3, 0xED, 0x80, 0x00, 0x1F, 0x7F]).copied().unwrap_or_default()],
        ),
    }
}

fn put(text: &mut Vec<u8>, range: Range<usize>, new: &[u8]) {
    if range.start <= range.end && range.end <= text.len() {
        text.splice(range, new.iter().copied());
    }
}
