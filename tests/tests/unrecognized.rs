//! What this version does not know survives a round trip, texts that look like known ones among them: the same checks
//! as `UnrecognizedTests.swift` of the Swift package.
#![allow(clippy::unwrap_used, reason = "tests, where a panic is the report")]

use std::collections::BTreeMap;

use antom_checkout::{
    CheckoutConfiguration, CheckoutEvent, CheckoutEventCategory, CheckoutLocale, ResultCode, ResultStatus,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Texts near to known ones: another script's letter, another normalization, other case, nothing.
const TEXTS: [&str; 6] =
    ["SDK_NEW_IN_2030", "SD\u{212A}_START_OF_LOADING", "sdk_start_of_loading", "e\u{301}", "\u{e9}", ""];

fn round_trip<E: DeserializeOwned + Serialize + wirewright::OpenEnum + PartialEq + std::fmt::Debug>() {
    for text in TEXTS.into_iter().chain(E::KNOWN.iter().map(E::as_str)) {
        let json = serde_json::to_string(text).unwrap();
        let value: E = serde_json::from_str(&json).unwrap();
        assert_eq!(value.as_str().as_bytes(), text.as_bytes());
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(value.is_recognized(), E::KNOWN.contains(&value));
    }
}

#[test]
fn enums_codes_events_and_locales() {
    round_trip::<CheckoutEvent>();
    round_trip::<CheckoutLocale>();
    round_trip::<ResultCode>();
    round_trip::<ResultStatus>();
}

#[test]
fn texts_that_only_look_alike_are_different() {
    let [composed, decomposed] = ["\u{e9}", "e\u{301}"].map(CheckoutEvent::from);
    assert_ne!(composed, decomposed);
    assert!(!CheckoutEvent::from(TEXTS[1]).is_recognized());
}

#[test]
fn events_know_their_category_and_advice() {
    assert_eq!(CheckoutEvent::KNOWN.len(), 20);
    assert!(CheckoutEvent::KNOWN.iter().all(|event| event.category().is_some() && event.action().is_some()));
    assert_eq!(CheckoutEvent::StartOfLoading.category(), Some(CheckoutEventCategory::Status));
    assert_eq!(CheckoutEvent::from("SDK_NEW_IN_2030").category(), None);
    assert_eq!(CheckoutLocale::KNOWN.len(), 22);
}

#[test]
fn options_go_to_the_dictionary_and_back() {
    let dictionary: BTreeMap<String, String> = [
        ("sandbox", "true"),
        ("showLoading", "false"),
        ("newKey", "\u{e9}"),
        ("notRedirectAfterComplete", "perhaps"),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()))
    .into();
    let mut options = CheckoutConfiguration::from_dictionary(dictionary.clone());
    assert_eq!((options.sandbox, options.show_loading), (Some(true), Some(false)));
    assert_eq!(options.not_redirect_after_complete, None, "`perhaps` is no boolean");
    assert_eq!(options.to_dictionary(), dictionary);
    assert_eq!(options.locale_or_fallback(), None);
    options.locale = Some(CheckoutLocale::from("xx_XX"));
    assert_eq!(options.locale_or_fallback(), Some(&CheckoutLocale::from("en_US")));
}
