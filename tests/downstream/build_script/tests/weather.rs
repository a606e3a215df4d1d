//! What a user relies on.

use std::collections::BTreeMap;

use build_script_user::{
    DisplayEvent, DisplayEventCategory, DisplayOptions, Measure, ReadingStatus, RefusalCode, ReportReading,
    ReportReadingRequest, ReportReadingResponse, ReportStorm, tides,
};
use wirewright::{Operation, Outcome, Retry, Validate, Webhook};

fn places(document: &str) -> Vec<String> {
    let reading: ReportReadingRequest = serde_json::from_str(document).unwrap();
    let violations = reading.validate().err().unwrap_or_default();
    violations.iter().map(|violation| format!("{} {}", violation.pointer, violation.code)).collect()
}

#[test]
fn readings_are_judged() {
    let reading = r#"{"readingId":"","station":"no-1","takenAt":"today","measures":[],"battery":"5"}"#;
    let expected = [
        "/readingId minLength",
        "/station pattern",
        "/takenAt format",
        "/measures minItems",
        "/key rule:weak-battery-needs-key",
    ];
    assert_eq!(places(reading), expected);
}

#[test]
fn answers_keep_what_the_spec_does_not_know() {
    let text = r#"{"status":"STORED","reason":"CLOCK_WRONG","since":3}"#;
    let answer: ReportReadingResponse = serde_json::from_str(text).unwrap();
    assert_eq!(ReportReading::outcome(&answer), Outcome::Success);
    assert_eq!(answer.reason.as_ref().and_then(RefusalCode::retry), Some(Retry::New));
    assert_eq!(serde_json::to_string(&answer).unwrap(), text);
    let answer: ReportReadingResponse = serde_json::from_str(r#"{"status":"LOST"}"#).unwrap();
    assert!(matches!(answer.status, ReadingStatus::Unrecognized(_)));
    assert_eq!(answer.validate().unwrap_err().iter().next().unwrap().code, "enum");
}

#[test]
fn notifications_options_and_events() {
    let warning: <ReportStorm as Webhook>::Payload =
        serde_json::from_str(r#"{"station":"NO-0042","wind":31.4}"#).unwrap();
    assert_eq!(warning.wind.as_str(), "31.4");
    assert_eq!(ReportStorm::NAME, "reportStorm");

    let options = DisplayOptions::new().with_night(true).with_language("nb");
    assert_eq!(options.to_dictionary(), BTreeMap::from([("night".to_owned(), "true".to_owned())]));
    assert_eq!(DisplayEvent::from("SDK_DARK").category(), Some(DisplayEventCategory::Fault));
}

#[test]
fn two_specs_stand_beside_each_other() {
    let tide: tides::Measure = serde_json::from_str(r#"{"level":2001,"next":{"level":1}}"#).unwrap();
    assert_eq!(tide.validate().unwrap_err().iter().next().unwrap().pointer, "/level");
    assert_eq!(build_script_user::level(r#"{"level":-3}"#).unwrap(), -3);
    let _: fn(&Measure) -> Option<&build_script_user::Unit> = Measure::unit_or_fallback;
}
