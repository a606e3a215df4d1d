//! serde, the slow reader and the judge read alike: random documents of every type of every case.
#![allow(clippy::expect_used, reason = "tests, where a panic is the report")]

use wirewright_codegen::documents::Documents;
use wirewright_codegen::judge;
use wirewright_tests::documents::{Case, cases, wire};
use wirewright_tests::line;

/// Of each type.
const DOCUMENTS: usize = 200;

const SEED: u64 = 20_261_123;

#[test]
fn serde_accepts_nothing_that_the_reader_refuses() {
    let mut failures = Vec::new();
    for case in cases().into_iter().chain(wire()) {
        for document in &case.documents {
            failures.extend(difference(&case, &document.type_name, &document.bytes()));
        }
        for object in &case.model.objects {
            let name = &object.name.text;
            let mut documents = Documents::new(&case.model, name, SEED).expect("a type of the model");
            for _ in 0..DOCUMENTS {
                failures.extend(difference(&case, name, &documents.next_document()));
            }
        }
    }
    assert!(failures.is_empty(), "{} documents:\n{}", failures.len(), failures.join("\n"));
}

fn difference(case: &Case, type_name: &str, document: &[u8]) -> Option<String> {
    let said = |what: String| {
        let shown: String = String::from_utf8_lossy(document).chars().take(400).collect();
        Some(format!("{} {type_name} {shown}: {what}", case.name))
    };
    if !wirewright_tests::cases::reads_alike(&case.name, type_name, document) {
        return said("serde and the reader differ".to_owned());
    }
    let judged = judge::judge_text(&case.model, type_name, document).expect("a type of the model");
    let judged: Vec<String> = judged.iter().map(line).collect();
    let ran = wirewright_tests::cases::run(&case.name, type_name, document).expect("the same type");
    if ran.violations != judged {
        return said(format!("judge {judged:#?}, Rust {:#?}", ran.violations));
    }
    None
}
