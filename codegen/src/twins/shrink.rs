//! Makes a document smaller while the twins still disagree about it.

use std::ops::Range;

use wirewright::Violation;

use super::{Answer, Input, Problem, Run, Verdict};
use crate::documents::outline::{Kind, Outline};

/// How many smaller documents are tried in a round.
const CANDIDATES: usize = 600;

/// How many rounds there are at most. Each takes a part away, so that few documents need more than some dozens.
const ROUNDS: usize = 300;

/// The smallest document that was found about which they disagree in the same way, and what is said of it.
///
/// Entries, elements and characters go, values become simpler; a text that is no JSON loses bytes.
///
/// # Errors
/// Those of `run`.
pub fn shrink(input: &Input, verdict: Verdict, run: &mut Run<'_>) -> Result<(Input, Verdict), Problem> {
    let (mut smallest, mut verdict) = (input.clone(), verdict);
    // Another thing that they disagree about would hide this one.
    let difference = Difference::of(&verdict);
    for _ in 0..ROUNDS {
        // To wait for each of hundreds of documents helps nobody.
        if is_slow(&verdict) {
            break;
        }
        match smaller(&smallest, &difference, run)? {
            Some(found) => (smallest, verdict) = found,
            None => break,
        }
    }
    Ok((smallest, verdict))
}

/// What twins disagree about: of each that does, the codes at the first place where its list is another one than the
/// judge's.
#[derive(Debug, PartialEq, Eq)]
struct Difference(Vec<(Option<String>, Option<String>)>);

impl Difference {
    fn of(verdict: &Verdict) -> Difference {
        let code = |violation: Option<&Violation>| violation.map(|violation| violation.code.to_string());
        let of_one = |answer: &Answer| match answer {
            Answer::Violations(found) => {
                let same = verdict.judge.iter().zip(found).take_while(|(one, other)| one == other).count();
                (code(verdict.judge.get(same)), code(found.get(same)))
            }
            Answer::Crashed(_) => (None, Some("an end".to_owned())),
            Answer::TimedOut => (None, Some("no answer".to_owned())),
        };
        Difference(std::iter::once(&verdict.rust).chain(&verdict.swift).map(of_one).collect())
    }
}

fn is_slow(verdict: &Verdict) -> bool {
    verdict.rust == Answer::TimedOut || verdict.swift == Some(Answer::TimedOut)
}

/// The smallest of the candidates of one round, parts of the document first, then its bytes.
fn smaller(
    input: &Input,
    difference: &Difference,
    run: &mut Run<'_>,
) -> Result<Option<(Input, Verdict)>, Problem> {
    let outline = Outline::of(&input.document);
    let rounds = [
        outline.map(|outline| with_less(&input.document, &outline)).unwrap_or_default(),
        without_bytes(&input.document),
    ];
    for mut candidates in rounds {
        candidates.retain(|candidate| candidate.len() < input.document.len());
        candidates.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        candidates.dedup();
        for some in candidates.chunks(CANDIDATES / 4).take(4) {
            let inputs: Vec<Input> =
                some.iter().map(|document| Input { document: document.clone(), ..input.clone() }).collect();
            let verdicts = run(&inputs)?;
            let mut found = inputs.into_iter().zip(verdicts);
            if let Some(found) = found.find(|(_, verdict)| Difference::of(verdict) == *difference) {
                return Ok(Some(found));
            }
        }
    }
    Ok(None)
}

/// Without a value, with a part of it, or with a simpler one in its place.
fn with_less(text: &[u8], outline: &Outline) -> Vec<Vec<u8>> {
    let mut candidates = Vec::new();
    for (index, node) in outline.nodes.iter().enumerate().take(CANDIDATES) {
        candidates.extend(outline.removal(index).map(|range| replaced(text, range, b"")));
        let simple: &[&[u8]] = match node.kind {
            Kind::Null | Kind::Bool => &[b"0"],
            Kind::Number => &[b"0", b"1"],
            Kind::String => &[b"\"\"", b"0", b"\"a\""],
            Kind::Array => &[b"[]", b"0"],
            Kind::Object => &[b"{}", b"0"],
        };
        candidates.extend(simple.iter().map(|simple| replaced(text, node.range.clone(), simple)));
        if matches!(node.kind, Kind::Array | Kind::Object) {
            // One of the values in it, and without the first or the second half of them.
            let children: Vec<usize> = outline.children(index).collect();
            let inner = |child: &usize| outline.nodes.get(*child).map(|child| child.range.clone());
            let hoisted = children.iter().take(8).filter_map(inner).filter_map(|range| text.get(range));
            candidates.extend(hoisted.map(|value| replaced(text, node.range.clone(), value)));
            candidates.extend(halves(outline, &children).map(|range| replaced(text, range, b"")));
        }
        if matches!(node.kind, Kind::String | Kind::Number) {
            candidates.extend(parts(&node.range).into_iter().map(|range| replaced(text, range, b"")));
        }
        if let Some(key) = &node.key {
            candidates.extend(parts(key).into_iter().map(|range| replaced(text, range, b"")));
        }
    }
    candidates
}

/// The bytes of the first and of the second half of an array or object.
fn halves<'o>(outline: &'o Outline, children: &[usize]) -> impl Iterator<Item = Range<usize>> + use<'o> {
    let member =
        |at: usize| children.get(at).and_then(|child| outline.nodes.get(*child)).map(|node| node.member());
    let (first, last) = (member(0), member(children.len().saturating_sub(1)));
    let middle = children.len() / 2;
    let (before, after) = (middle.checked_sub(1).and_then(member), member(middle));
    let halves = match (first, before, after, last) {
        (Some(first), Some(before), Some(after), Some(last)) if children.len() > 3 => {
            vec![first.start..after.start, before.end..last.end]
        }
        _ => Vec::new(),
    };
    halves.into_iter()
}

/// The halves, quarters and so on of what stands between the first and the last byte of a range.
fn parts(range: &Range<usize>) -> Vec<Range<usize>> {
    let inner = range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
    let mut parts = vec![range.start..range.start + 1, range.end - 1..range.end];
    parts.extend(pieces(inner, 64));
    parts
}

/// A range in two, in four, and so on down to single bytes, not more than so many pieces at once.
fn pieces(range: Range<usize>, most: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut size = range.len();
    while size > 0 {
        let starts = range.clone().step_by(size).take(most);
        pieces.extend(starts.map(|start| start..(start + size).min(range.end)));
        size /= 2;
    }
    pieces
}

fn without_bytes(text: &[u8]) -> Vec<Vec<u8>> {
    pieces(0..text.len(), CANDIDATES).into_iter().map(|range| replaced(text, range, b"")).collect()
}

fn replaced(text: &[u8], range: Range<usize>, new: &[u8]) -> Vec<u8> {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    [part(0..range.start), new, part(range.end..text.len())].concat()
}

#[cfg(test)]
mod tests {
    use super::super::{Outcome, first_disagreement};
    use super::*;
    use wirewright::{Path, Violation, codes};

    /// Twins that disagree where a document has something, standing in for two compilers.
    fn twins(has: impl Fn(&str) -> bool) -> impl FnMut(&[Input]) -> Result<Vec<Verdict>, Problem> {
        move |inputs| {
            let verdict = |input: &Input| {
                let wrong = has(&String::from_utf8_lossy(&input.document));
                let violations = || vec![Violation::new(&Path::root(), codes::TYPE, None)];
                let said = if wrong { violations() } else { Vec::new() };
                Verdict {
                    judge: Vec::new(),
                    rust: Answer::Violations(Vec::new()),
                    swift: Some(Answer::Violations(said)),
                }
            };
            Ok(inputs.iter().map(verdict).collect())
        }
    }

    fn shrunk(document: &str, has: impl Fn(&str) -> bool) -> String {
        let filler = Input { type_name: "T".to_owned(), document: b"{}".to_vec() };
        let input = Input { document: document.as_bytes().to_vec(), ..filler.clone() };
        let inputs = std::iter::repeat_n(filler, 300).chain([input.clone()]);
        match first_disagreement(inputs, &mut twins(has)).unwrap() {
            Outcome::Agree(count) => format!("{count} agree"),
            Outcome::Disagree(found) => {
                assert_eq!((found.index, found.input), (300, input));
                String::from_utf8_lossy(&found.shrunk.document).into_owned()
            }
        }
    }

    #[test]
    fn what_agrees_is_counted() {
        assert_eq!(shrunk("{}", |_| false), "301 agree");
    }

    #[test]
    fn what_is_left_is_what_they_disagree_about() {
        let order = r#"{ "id": "o-1", "lines": [{"sku": "TEA", "count": 12}, {"sku": "e\u0301e", "count": 1e2}], "note": null }"#;
        assert_eq!(shrunk(order, |text| text.contains("1e2")), "1e2");
        let is_json = |text: &str| Outline::of(text.as_bytes()).is_some();
        assert_eq!(
            shrunk(order, |text| is_json(text) && text.contains("\"lines\"") && text.contains("\\u0301")),
            r#"{"lines":"\u0301"}"#
        );
        assert_eq!(
            shrunk(order, |text| is_json(text) && text.matches("sku").count() == 2),
            r#"[{"sku":0},{"sku":0}]"#
        );
    }

    #[test]
    fn another_disagreement_does_not_hide_the_first() {
        let of = |code| vec![Violation::new(&Path::root(), code, None)];
        let mut run = |inputs: &[Input]| -> Result<Vec<Verdict>, Problem> {
            let said = |input: &Input| match String::from_utf8_lossy(&input.document) {
                text if text.contains("12") => of(codes::MAXIMUM),
                text if text.len() < 3 => of(codes::SYNTAX),
                _ => Vec::new(),
            };
            let verdict =
                |input| Verdict { judge: Vec::new(), rust: Answer::Violations(said(input)), swift: None };
            Ok(inputs.iter().map(verdict).collect())
        };
        let input = Input { type_name: "T".to_owned(), document: b"[1, 12, 3]".to_vec() };
        let verdict = run(std::slice::from_ref(&input)).unwrap().remove(0);
        let (shrunk, verdict) = shrink(&input, verdict, &mut run).unwrap();
        assert_eq!((shrunk.document, verdict.rust), (b"12".to_vec(), Answer::Violations(of(codes::MAXIMUM))));
    }

    #[test]
    fn text_that_is_no_json_loses_bytes() {
        let text = format!("{{\"a\": [1, 2, 3], {} \u{1}", "\"b\": 7, ".repeat(50));
        assert_eq!(shrunk(&text, |text| text.contains('\u{1}')), "\u{1}");
    }

    #[test]
    fn long_lists_take_few_rounds() {
        let list: Vec<String> = (0..2000).map(|number| format!("{{\"n\":{number}}}")).collect();
        let text = format!("[{}]", list.join(","));
        let has = |text: &str| text.starts_with('[') && text.contains(":1777}");
        assert_eq!(shrunk(&text, has), "[:1777}");
    }
}
