//! What `#[derive(OpenEnum)]` makes of a text.

use std::collections::HashSet;

use wirewright::{Retry, Unrecognized, Validate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Category {
    Status,
    Error,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, wirewright::OpenEnum)]
#[open_enum(category = Category)]
enum Event {
    #[open_enum("SDK_START", category = Category::Status)]
    Start,
    #[open_enum("SDK_ERROR", category = Category::Error, action = "Check the URL.", retry = "new")]
    Error,
    #[open_enum("é")]
    Accented,
    #[open_enum("")]
    Empty,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

#[derive(Clone, Debug, PartialEq, Eq, wirewright::OpenEnum)]
#[open_enum(closed)]
enum Closed {
    #[open_enum("A")]
    A,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

#[derive(Validate)]
struct Holder {
    #[validate(nested, max_length = 1)]
    closed: Option<Closed>,
    #[validate(items(one_of("SDK_START"), nested))]
    events: Vec<Event>,
}

#[test]
fn known_texts_are_known() {
    assert_eq!(Event::from("SDK_START"), Event::Start);
    assert_eq!("SDK_ERROR".parse(), Ok(Event::Error));
    assert_eq!(Event::from(String::new()), Event::Empty);
    assert_eq!(Event::KNOWN.len(), 4);
    for event in Event::KNOWN {
        assert!(event.is_recognized());
        assert_eq!(Event::from(event.as_str()), *event);
    }
    assert_eq!(format!("{:>10}|{}", Event::Start, Event::Start), " SDK_START|SDK_START");
}

#[test]
fn unknown_texts_are_kept_byte_for_byte() {
    for text in ["sdk_start", "SDK_START ", "e\u{301}", "\0", "新"] {
        let event = Event::from(text);
        assert!(!event.is_recognized(), "{text}");
        assert!(matches!(&event, Event::Unrecognized(kept) if kept.as_str() == text));
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap().as_str(), text);
    }
    assert_eq!(format!("{:?}", Event::from("X")), "Unrecognized(\"X\")");
    assert_eq!(HashSet::from([Event::from("X"), Event::from("X"), Event::Start]).len(), 2);
}

#[test]
fn json_is_text_and_nothing_else() {
    assert_eq!(serde_json::from_str::<Event>("\"SDK_\\u0053TART\"").unwrap(), Event::Start);
    assert_eq!(serde_json::from_value::<Event>("SDK_ERROR".into()).unwrap(), Event::Error);
    assert_eq!(serde_json::to_string(&Event::Accented).unwrap(), "\"é\"");
    let error = serde_json::from_str::<Event>("1").unwrap_err();
    assert!(error.to_string().contains("expected a string"), "{error}");
}

#[test]
fn advice() {
    assert_eq!(Event::Start.category(), Some(Category::Status));
    assert_eq!(Event::Accented.category(), None);
    assert_eq!(Event::from("X").category(), None);
    assert_eq!(Event::Error.action(), Some("Check the URL."));
    assert_eq!((Event::Error.retry(), Event::Start.retry()), (Some(Retry::New), None));
}

#[test]
fn only_closed_enums_report_what_they_do_not_know() {
    let holder = Holder { closed: Some(Closed::from("AB")), events: vec![Event::from("X")] };
    let violations = holder.validate().unwrap_err();
    let found: Vec<_> = violations.iter().map(|violation| (&*violation.pointer, &*violation.code)).collect();
    assert_eq!(found, [("/closed", "maxLength"), ("/closed", "enum"), ("/events/0", "enum")]);
    let holder = Holder { closed: Some(Closed::A), events: vec![Event::Start] };
    assert_eq!(holder.validate(), Ok(()));
}
