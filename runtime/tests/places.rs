//! A violation points at the very value that serde writes: for every way in which serde writes structs and enums.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics, its helpers too")]

#[path = "places/containers.rs"]
mod containers;
#[path = "places/enums.rs"]
mod enums;
#[path = "places/structs.rs"]
mod structs;

use serde::Serialize;
use wirewright::Validate;

/// What a value that breaks its limit begins with.
pub(crate) const BAD: &str = "far too long";

/// A text that is too long wherever it stands.
pub(crate) fn bad(of: &str) -> String {
    format!("{BAD}: {of}")
}

/// The pointers of the violations, in their order. Each must point at a bad text in what serde writes, and none of
/// those may be missed.
pub(crate) fn places<T: Serialize + Validate>(value: &T) -> Vec<String> {
    let json = serde_json::to_value(value).unwrap();
    let violations = value.validate().err().unwrap_or_default();
    let pointers: Vec<String> = violations.iter().map(|violation| violation.pointer.clone()).collect();
    for pointer in &pointers {
        let at = json.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere in {json}"));
        let is_bad = at.as_str().is_some_and(|text| text.starts_with(BAD));
        assert!(is_bad, "{pointer} leads to {at} in {json}");
    }
    assert_eq!(json.to_string().matches(BAD).count(), pointers.len(), "{pointers:?} in {json}");
    pointers
}

/// A type with validation of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Validate)]
pub(crate) struct Leaf {
    #[serde(rename = "l/eaf")]
    #[validate(max_length = 3)]
    pub(crate) text: String,
}

pub(crate) fn leaf(of: &str) -> Leaf {
    Leaf { text: bad(of) }
}
