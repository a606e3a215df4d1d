//! The same constraints in a spec and by hand in the derives' attributes find the same violations, to the letter: on random
//! documents the judge of the spec, the Rust generated from it and the types written by hand give one list.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use std::collections::BTreeMap;

use wirewright::{FromJson, Validate, Violation, codes};
use wirewright_codegen::judge;
use wirewright_tests::dangerous::Random;
use wirewright_tests::documents::cases;
use wirewright_tests::handwritten::Whole;
use wirewright_tests::line;
use wirewright_tests::random_documents::Documents;

const DOCUMENTS: usize = 10_000;

/// Violations of documents that cannot be read. There is no value then, so Rust has nothing to say.
const READING: [&str; 5] =
    [codes::TYPE, codes::REQUIRED, codes::ENCODING, codes::SYNTAX, codes::DUPLICATE_KEY];

/// What the types written by hand find.
fn by_hand(document: &str) -> Vec<Violation> {
    let violations = match Whole::from_json(document) {
        Ok(value) => value.validate().err().unwrap_or_default(),
        Err(violations) => violations,
    };
    violations.into_vec()
}

#[test]
fn spec_and_derives_find_the_same() {
    let case = cases().into_iter().find(|case| case.name == "equivalence").expect("the case");
    let mut documents = Documents::new(&case.model, "Whole", Random::new(Random::seed_of_tests()));
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let (mut valid, mut unreadable) = (0, 0);
    for _ in 0..DOCUMENTS {
        let document = documents.next_document();
        let judged =
            judge::judge_text(&case.model, "Whole", document.as_bytes()).expect("a type of the spec");
        let hand = by_hand(&document);
        let generated =
            wirewright_tests::cases::run("equivalence", "Whole", document.as_bytes()).expect("the same type");
        assert_eq!(hand, judged, "by hand and by the spec: {document}");
        let lines: Vec<String> = judged.iter().map(line).collect();
        assert_eq!(generated.violations, lines, "generated and by the spec: {document}");
        unreadable += usize::from(generated.written.is_none());
        valid += usize::from(judged.is_empty());
        judged.iter().for_each(|violation| *found.entry(violation.code.to_string()).or_default() += 1);
    }
    // Documents that show nothing prove nothing.
    assert!(valid > DOCUMENTS / 10, "{valid} valid documents");
    assert!(unreadable < DOCUMENTS / 3, "{unreadable} documents that can't be read");
    let codes = codes::ALL
        .iter()
        .map(|(code, _)| (*code).to_owned())
        .filter(|code| !READING.contains(&code.as_str()));
    let rules =
        case.model.objects.iter().flat_map(|object| &object.rules).map(|rule| format!("rule:{}", rule.id));
    let rare: Vec<_> =
        codes.chain(rules).filter(|code| found.get(code).copied().unwrap_or_default() < 20).collect();
    assert!(rare.is_empty(), "hardly ever found: {rare:?} in {found:#?}");
}
