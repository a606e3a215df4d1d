use super::*;

mod refused;
mod search;

fn table(pattern: &str) -> Table {
    compile(pattern).unwrap_or_else(|error| panic!("{pattern}: {error} at {:?}", error.range))
}

#[test]
fn smallest_and_anchored() {
    let table = table("^[A-Z]{3}$");
    assert_eq!((table.accepting.len(), table.stride, table.anchored), (5, 2, true));
    assert_eq!(table.dead, Some(1));
    assert!(table.is_match("USD"));
    for text in ["", "US", "USDX", "usd", "USD\n", "\nUSD", "ＵSD"] {
        assert!(!table.is_match(text), "{text:?}");
    }
}

/// Each pattern with texts in which it is found and texts in which it is not.
#[test]
fn patterns_mean_what_ecma_262_says() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        ("", &["", "x"], &[]),
        ("b", &["b", "abc", "\nb"], &["", "a", "B"]),
        ("^$", &[""], &["\n", "a"]),
        ("$^", &[""], &["a"]),
        ("a$", &["a", "ba"], &["a\n", "ab"]),
        ("^a|b$", &["ab", "xb", "b"], &["xa", "bx"]),
        ("^(?:a|b)$", &["a", "b"], &["ab", ""]),
        (
            "^.$",
            &["a", "é", "😀", "\u{85}", "\u{B}"],
            &["\n", "\r", "\u{2028}", "\u{2029}", "", "ab", "e\u{301}"],
        ),
        (r"^\d+$", &["0123456789"], &["٣", ""]),
        (r"^\w+$", &["aZ_9"], &["é", "-", "\u{200D}"]),
        (
            r"^\s$",
            &["\u{B}", "\u{FEFF}", "\u{2029}", "\u{A0}", "\u{3000}"],
            &["\u{85}", "\u{200B}", "\u{180E}"],
        ),
        (r"^\S$", &["a", "\u{85}"], &["\u{FEFF}", " "]),
        (r"^[\D\W]$", &["a", "-"], &["1"]),
        (r"^[^\d]$", &["a", "😀"], &["1", ""]),
        (r"^[^]$", &["\n", "a"], &[""]),
        (r"^[\s\S]*$", &["", "a\nb"], &[]),
        (r"^[a\-z]$", &["a", "-", "z"], &["b"]),
        (r"^[-a]$|^[b-]$", &["a", "-", "b"], &["c"]),
        (r"^[[&&~]$", &["[", "&", "~"], &["", "a"]),
        (r"^[.*^$(|]$", &[".", "*", "^", "$", "(", "|"], &["a"]),
        (r"^\/\.\-\@\ \{\}\]$", &["/.-@ {}]"], &["/x-@ {}]"]),
        (r"^\x41\u0042\u{43}\u{1F600}\uD83D\uDE00\cJ\0$", &["ABC😀😀\n\0"], &[]),
        (r"^[\b\x41-\u0043]$", &["\u{8}", "B"], &["b"]),
        (r"^\t\n\v\f\r$", &["\t\n\u{B}\u{C}\r"], &[]),
        ("^a{2}b{1,}c{0,2}$", &["aab", "aabbcc"], &["ab", "aabccc", "aa"]),
        ("^a+?b*?c??$", &["a", "abbc"], &["", "acc"]),
        ("^(a|b(c|d)){2}$", &["aa", "bca", "bdbc"], &["a", "b"]),
        ("^(a|)$", &["", "a"], &["b"]),
        ("(^a){2}", &[], &["aa", ""]),
        ("^größe|订单$", &["größen", "x订单"], &["grosse", "订单x"]),
    ];
    for (pattern, found, absent) in cases {
        let table = table(pattern);
        found.iter().for_each(|text| assert!(table.is_match(text), "{pattern} is in {text:?}"));
        absent.iter().for_each(|text| assert!(!table.is_match(text), "{pattern} is not in {text:?}"));
    }
}

#[test]
fn only_whole_matches_are_anchored() {
    for pattern in ["^a$", "^(?:a|b)$", "^a$|^b$", "(^a$)", "^$", "^.*$"] {
        assert!(table(pattern).anchored, "{pattern}");
    }
    for pattern in ["a", "^a", "a$", "^a|b$", "(^a)?b$", ""] {
        assert!(!table(pattern).anchored, "{pattern}");
    }
}

#[test]
fn equivalent_patterns_have_equal_tables() {
    for (left, right) in [
        ("a|b", "[ab]"),
        ("a{2,3}", "aa"),
        (r"\d", "[0123456789]"),
        ("(a*)*", "b?"),
        ("^(a|aa|aaa)$", "^a{1,3}$"),
        ("[^]", r"[\s\S]"),
    ] {
        assert_eq!(table(left), table(right), "{left} and {right}");
    }
}

#[test]
fn a_match_absorbs() {
    let found = table("x.{0,500}");
    assert_eq!(found.accepting, [false, true]);
    assert_eq!(found.dead, None);
    let nothing = table(r"a^");
    assert_eq!((nothing.accepting.as_slice(), nothing.dead), ([false].as_slice(), Some(0)));
}

/// The columns of bytes, a byte for each entry, a byte for each state; two bytes an entry beyond 256 states.
#[test]
fn sizes_are_counted() {
    assert_eq!(table("^a$").size(), 256 + 3 * 2 + 3);
    assert_eq!(table("^a{254}$").size(), 256 + 256 * 2 + 256);
    assert_eq!(table("^a{255}$").size(), 256 + 257 * 2 * 2 + 257);
}

#[test]
fn sizes_stay_small() {
    for (pattern, limit) in [
        ("^[A-Z]{3}$", 300),
        (r"^\+?[1-9]\d{1,14}$", 400),
        (r"^[^\s@]+@[^\s@]+\.[^\s@]+$", 1_900),
        ("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", 500),
        ("^https?://.+$", 700),
    ] {
        assert!(table(pattern).size() <= limit, "{pattern}: {}", table(pattern).size());
    }
}
