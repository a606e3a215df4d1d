//! Every limit, just inside and just outside, and texts that make careless readers slow.

use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    let (_, _, diagnostics) = read(text.as_bytes());
    diagnostics.iter().map(|one| one.code.id()).collect()
}

#[test]
fn depth() {
    let flow = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let block =
        |levels: usize| (0..levels).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>();
    assert_eq!(codes(&flow(MAXIMUM_DEPTH)), [""; 0]);
    assert_eq!(codes(&flow(MAXIMUM_DEPTH + 1)), ["WW0112"]);
    assert_eq!(codes(&block(MAXIMUM_DEPTH)), [""; 0]);
    assert_eq!(codes(&block(MAXIMUM_DEPTH + 1)), ["WW0112"]);
    assert_eq!(codes(&format!("{}{}", block(100), " ".repeat(101) + &flow(40))), ["WW0112"]);
}

#[test]
fn scalars() {
    assert_eq!(codes(&format!("a: {}", "x".repeat(MAXIMUM_SCALAR))), [""; 0]);
    let (root, _, diagnostics) = read(format!("a: {}\nb: 1", "x".repeat(MAXIMUM_SCALAR + 1)).as_bytes());
    assert_eq!(diagnostics.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::YamlScalar]);
    assert_eq!(root.unwrap().member("b").and_then(Node::text), Some("1"));
}

#[test]
fn nodes() {
    // The list itself is a node, too.
    assert_eq!(codes(&format!("[{}]", "a,".repeat(MAXIMUM_NODES - 1))), [""; 0]);
}

#[test]
fn files() {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    let file = vec![b'#'; MAXIMUM_FILE];
    for number in 0..MAXIMUM_TOTAL / MAXIMUM_FILE {
        assert!(add_file(&format!("{number}.yaml"), &file, &mut sources, &mut diagnostics).is_some());
    }
    assert!(add_file("more.yaml", b"a", &mut sources, &mut diagnostics).is_none());
    assert!(
        add_file("large.yaml", &[file.as_slice(), b"#"].concat(), &mut sources, &mut diagnostics).is_none()
    );
    insta::assert_snapshot!(render::render(&diagnostics, &sources, Format::Text, false));
}

#[test]
#[expect(clippy::disallowed_types, reason = "measured, not emitted")]
fn hostile_texts_take_no_time() {
    for (name, text) in [
        ("brackets", "[".repeat(400_000)),
        ("braces", "{a: ".repeat(100_000)),
        ("dashes", "- ".repeat(200_000)),
        ("questions", "? ".repeat(200_000)),
        ("anchors", "&a ".repeat(130_000)),
        ("tags", "!a ".repeat(130_000)),
        ("colons", ": ".repeat(200_000)),
        ("indents", (0..800).map(|level| " ".repeat(level) + "a:\n").collect()),
        ("duplicates", "a: 1\n".repeat(80_000)),
        ("aliases", "- *a\n".repeat(80_000)),
        ("anchored", (0..40_000).map(|number| format!("- &a{number} 1\n")).collect()),
        ("lists", format!("[{}]", "[],".repeat(130_000))),
        ("one line", "a ".repeat(30_000)),
        ("lines", "a\n".repeat(200_000)),
        ("comments", "#\n".repeat(200_000)),
        ("spaces", " ".repeat(400_000)),
        ("breaks", "\n".repeat(400_000)),
        ("quote", format!("a: \"{}", "\\".repeat(400_000))),
        ("block", format!("a: |\n{}", " \n".repeat(200_000))),
        ("keys", "{a: b, ".repeat(60_000)),
        ("documents", "---\n".repeat(100_000)),
        ("pairs", format!("[{}]", "a: b,".repeat(80_000))),
    ] {
        let start = std::time::Instant::now();
        let shown = messages(&text);
        let time = start.elapsed();
        // What is quadratic takes minutes; a busy machine does not.
        assert!(time < std::time::Duration::from_secs(60), "{name} took {time:?}");
        assert!(shown.len() < 1_000_000, "{name} says {} bytes", shown.len());
    }
}

#[test]
fn messages_of_limits() {
    let deep: String = (0..=MAXIMUM_DEPTH).map(|_| "[\n").collect();
    let long = format!("a: {}\n  {}\n", "x".repeat(40), "x".repeat(MAXIMUM_SCALAR));
    let many = "- a\n".repeat(MAXIMUM_NODES + 1);
    insta::assert_snapshot!([deep, long, many].map(messages).concat());
}
