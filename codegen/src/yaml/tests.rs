use super::*;
use crate::diagnostic::render::{self, Format};
use crate::source::SourceMap;

mod inner;
mod limits;
mod oracle;

/// What a file gives: its tree, the sources, the diagnostics.
fn read(bytes: &[u8]) -> (Option<Node>, SourceMap, Diagnostics) {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    let root = add_file("spec/api.yaml", bytes, &mut sources, &mut diagnostics).and_then(|file| {
        let text = sources.file(file).unwrap().text.clone();
        parse(file, &text, &mut diagnostics)
    });
    (root, sources, diagnostics)
}

/// The diagnostics of a file as people see them.
fn messages(bytes: impl AsRef<[u8]>) -> String {
    let (_, sources, diagnostics) = read(bytes.as_ref());
    render::render(&diagnostics, &sources, Format::Text, false)
}

/// The tree as text: a line per node, with its place.
fn shown(bytes: impl AsRef<[u8]>) -> String {
    fn show(node: &Node, depth: usize, out: &mut String) {
        let (indent, range) = ("  ".repeat(depth), node.span.range());
        match &node.kind {
            NodeKind::Scalar(scalar) => {
                *out += &format!("{indent}{range:?} {:?} {}\n", scalar.text, scalar.plain)
            }
            NodeKind::Refused => *out += &format!("{indent}{range:?} refused\n"),
            NodeKind::Sequence(items) => {
                *out += &format!("{indent}{range:?} sequence\n");
                items.iter().for_each(|item| show(item, depth + 1, out));
            }
            NodeKind::Mapping(pairs) => {
                *out += &format!("{indent}{range:?} mapping\n");
                for (key, value) in pairs {
                    show(key, depth + 1, out);
                    show(value, depth + 2, out);
                }
            }
        }
    }
    let mut out = String::new();
    let (root, ..) = read(bytes.as_ref());
    root.iter().for_each(|root| show(root, 0, &mut out));
    out
}

#[test]
fn places_of_nodes() {
    insta::assert_snapshot!(shown("a: [x, 'y']\nb:\n- c: \"z\"\n-\ne:\nf: |\n  g\n  h\n\ni: {j: ~, k}\n"));
}

#[test]
fn texts_stay_texts() {
    insta::assert_snapshot!(shown("[no, on, 1e3, null, 0123, ~, 'no', \"\", 1.10]"));
}

#[test]
fn everything_that_is_refused_is_reported_in_one_run() {
    insta::assert_snapshot!(messages(
        "%YAML 1.2\n---\na: &shared {x: 1}\nb: *shared\nc: *nowhere\n<<: *shared\nd: !!str 1\ne: !mine\n  f: 1\n[g]: 1\n? {h: 1}\n: 2\na: 2\na: 3\n: 4\n---\nz: 1\n"
    ));
}

#[test]
fn duplicates_in_any_mapping() {
    insta::assert_snapshot!(messages("a:\n- {x: 1, \"x\": 2}\n- y: 1\n  日本: 1\n  日本: 2\n"));
}

#[test]
fn syntax_errors_point_at_their_place() {
    let mut out = String::new();
    for text in [
        "a: [1, 2\nb: 3\n",
        "a: \"open\n",
        "a: b: c\n",
        "a:\n\tb: 1\n",
        "a: 1\n b: 2\n",
        "a: @x\n",
        "a: %x\nb: }\n",
        "日本: [語, }\n",
        "a: !x!y z\n",
        "a: \"\\q\"\n",
        "- a\nb: c\n",
        "a: 'x' y\n",
        "{",
    ] {
        out += &format!("{text:?}\n{}\n", messages(text));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn encodings() {
    let mut out = String::new();
    for bytes in [
        b"a: b\xFF\nc: d\n".as_slice(),
        b"\xFF\xFEa\0",
        b"a: \0\n",
        b"a: \xEF\xBB\xBF\n",
        b"",
        b"# nothing\r\n",
        b"---\n",
        b"\xEF\xBB\xBF",
    ] {
        out += &format!("{bytes:?}\n{}\n", messages(bytes));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn byte_order_mark_and_line_ends_change_nothing() {
    let (plain, ..) = read(b"a: b\nc:\n- d\n");
    let (marked, ..) = read(b"\xEF\xBB\xBFa: b\nc:\n- d\n");
    assert_eq!(plain, marked);
    let (windows, sources, diagnostics) = read(b"a: b\r\nc: |\r\n  x\r\n  y\r\n");
    assert!(diagnostics.is_empty());
    let windows = windows.unwrap();
    assert_eq!(windows.member("c").and_then(Node::text), Some("x\ny\n"));
    assert_eq!(sources.text(windows.member("c").unwrap().span), "x\r\n  y");
}

#[test]
fn an_empty_file_is_a_warning() {
    let (root, _, diagnostics) = read(b"\n\n# c\n");
    assert!(root.is_none() && !diagnostics.has_errors() && diagnostics.len() == 1);
}
