use super::render::{Format, render};
use super::*;
use crate::source::SourceMap;

fn span(file: FileId, start: u32, end: u32) -> Span {
    Span { file, start, end }
}

/// Two files and a diagnostic of each shape.
fn sample() -> (SourceMap, Diagnostics) {
    let mut sources = SourceMap::default();
    let first = sources.add("spec/a.yaml", "one: 1\n日本:\t語 # x\r\nmany:\n  lines: 1\n  more: 2\n");
    let second = sources.add("spec/b.yaml", "# comment\none: 2\n");
    let gone = sources.add("spec/gone.yaml", "");
    let mut diagnostics = Diagnostics::new();
    diagnostics
        .push(Diagnostic::about_file(Code::FileEncoding, "cannot read the file", gone).help("try again"));
    diagnostics.push(
        Diagnostic::new(
            Code::YamlDuplicateKey,
            "`one` is declared twice",
            span(second, 10, 13),
            "again here",
        )
        .also(span(first, 0, 3), "first declared here")
        .help("remove one of them")
        .help("or rename it"),
    );
    diagnostics.push(Diagnostic::new(Code::YamlEmpty, "wide characters", span(first, 15, 18), "here"));
    diagnostics.push(Diagnostic::new(Code::YamlKey, "many lines", span(first, 32, 52), "from here"));
    diagnostics.push(Diagnostic::new(Code::YamlKey, "at the very end", span(first, 53, 53), ""));
    diagnostics.push(Diagnostic::new(
        Code::YamlKey,
        "no such place\u{1b}[31m\n",
        span(first, 900, 901),
        "far",
    ));
    (sources, diagnostics.sorted())
}

#[test]
fn as_text() {
    let (sources, diagnostics) = sample();
    insta::assert_snapshot!(render(&diagnostics, &sources, Format::Text, false));
}

#[test]
fn in_color() {
    let (sources, diagnostics) = sample();
    let colored = render(&diagnostics, &sources, Format::Text, true);
    assert!(colored.contains("\u{1b}[") && !colored.contains("\u{1b}[31m"));
}

#[test]
fn as_short_lines() {
    let (sources, diagnostics) = sample();
    insta::assert_snapshot!(render(&diagnostics, &sources, Format::Short, false));
}

#[test]
fn as_json_lines() {
    let (sources, diagnostics) = sample();
    let lines = render(&diagnostics, &sources, Format::Json, false);
    assert_eq!(lines.lines().count(), diagnostics.len());
    insta::assert_snapshot!(lines);
}

#[test]
fn codes_are_unique_and_complete() {
    let mut ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
    assert!(ids.iter().all(|id| id.len() == 6 && id.starts_with("WW")));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Code::ALL.len());
    for code in Code::ALL {
        assert_eq!(code.id().to_lowercase().parse(), Ok(*code));
        assert!(!code.summary().contains('\n') && !code.summary().ends_with('.'), "{code}");
        assert!(code.explanation().ends_with('.'), "{code}");
    }
    assert_eq!("WW9999".parse::<Code>(), Err(UnknownCode));
}

#[test]
fn beyond_the_maximum_they_are_only_counted() {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::new());
    let file = sources.add("a.yaml", "");
    for _ in 0..MAXIMUM {
        diagnostics.push(Diagnostic::about_file(Code::YamlEmpty, "nothing", file));
    }
    assert!(!diagnostics.has_errors());
    diagnostics.push(Diagnostic::about_file(Code::YamlKey, "something", file));
    assert!(diagnostics.has_errors());
    assert_eq!((diagnostics.len(), diagnostics.dropped()), (MAXIMUM, 1));
    assert_eq!(diagnostics.summary(), "1 error, 1000 warnings");
    let text = render(&diagnostics, &sources, Format::Short, false);
    assert!(text.ends_with("\nnote: 1 more is not shown\n"), "{}", text.get(text.len() - 80..).unwrap());
    let mut all = Diagnostics::new();
    all.append(diagnostics.clone());
    all.append(diagnostics);
    assert_eq!((all.len(), all.dropped(), all.has_errors()), (MAXIMUM, MAXIMUM + 2, true));
    assert_eq!(all.summary(), "2 errors, 2000 warnings");
}

#[test]
fn suggestions() {
    let keys = ["type", "required", "minLength", "maxLength"];
    assert_eq!(did_you_mean("requierd", keys), Some("required"));
    assert_eq!(did_you_mean("TYPE", keys), Some("type"));
    assert_eq!(did_you_mean("mixLength", keys), Some("minLength"), "the first of the nearest");
    assert_eq!(did_you_mean("colour", keys), None);
    assert_eq!(did_you_mean("ab", ["abcd", "ba", "abc", "AB"]), Some("AB"), "case is nothing");
    assert_eq!(
        did_you_mean("ordre", ["orders", "order", "older"]),
        Some("order"),
        "swapped letters are one mistake"
    );
    assert_eq!(did_you_mean("größe", ["Grösse", "größte"]), Some("größte"));
    assert_eq!(did_you_mean("", keys), None);
    assert_eq!(did_you_mean(&"x".repeat(50_000), keys), None);
}

#[test]
#[expect(clippy::disallowed_types, reason = "measured, not emitted")]
fn many_wrong_names_take_no_time() {
    let known: Vec<String> = (0..5_000).map(|number| format!("PaymentMethodDetail{number}")).collect();
    let start = std::time::Instant::now();
    for number in 0..50 {
        did_you_mean(&format!("ShippingAddress{number}"), known.iter().map(String::as_str));
        did_you_mean(&format!("PaymentMethodDetails{number}"), known.iter().map(String::as_str));
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}
