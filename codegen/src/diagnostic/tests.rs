use super::*;

#[test]
fn codes_are_unique_and_complete() {
    let mut ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Code::ALL.len());
    for code in Code::ALL {
        assert_eq!(Code::from_id(code.id()), Some(*code));
        assert!(!code.summary().is_empty() && !code.explanation().is_empty());
    }
}
