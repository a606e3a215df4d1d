import Foundation
import XCTest

import AntomCheckout

/// What this version does not know survives a round trip, texts that look like known ones among them.
final class UnrecognizedTests: XCTestCase {
    /// Texts near to known ones: another script's letter, another normalization, other case, nothing.
    private let texts = [
        "SDK_NEW_IN_2030", "SD\u{212A}_START_OF_LOADING", "sdk_start_of_loading", "e\u{301}", "\u{e9}", "",
    ]

    func testEnumsCodesEventsAndLocales() throws {
        try roundTrip(CheckoutEvent.self)
        try roundTrip(CheckoutLocale.self)
        try roundTrip(ResultCode.self)
        try roundTrip(ResultStatus.self)
    }

    func testTextsThatOnlyLookAlikeAreDifferent() {
        XCTAssertNotEqual(CheckoutEvent(rawValue: "\u{e9}"), CheckoutEvent(rawValue: "e\u{301}"))
        XCTAssertEqual(Set([CheckoutEvent(rawValue: "\u{e9}"), CheckoutEvent(rawValue: "e\u{301}")]).count, 2)
        XCTAssertFalse(CheckoutEvent(rawValue: texts[1]).isRecognized)
        XCTAssertEqual(CheckoutEvent.unrecognized("SDK_START_OF_LOADING"), .startOfLoading)
    }

    func testEventsKnowTheirCategoryAndAdvice() {
        XCTAssertEqual(CheckoutEvent.knownCases.count, 20)
        XCTAssertTrue(CheckoutEvent.knownCases.allSatisfy { $0.category != nil && $0.action != nil })
        XCTAssertEqual(CheckoutEvent.startOfLoading.category, .status)
        XCTAssertNil(CheckoutEvent(rawValue: "SDK_NEW_IN_2030").category)
        XCTAssertEqual(CheckoutLocale.knownCases.count, 22)
    }

    func testOptionsGoToTheDictionaryAndBack() {
        let dictionary = [
            "sandbox": "true", "showLoading": "false", "newKey": "\u{e9}", "notRedirectAfterComplete": "perhaps",
        ]
        var options = CheckoutConfiguration(dictionary: dictionary)
        XCTAssertEqual(options.sandbox, true)
        XCTAssertEqual(options.showLoading, false)
        XCTAssertNil(options.notRedirectAfterComplete, "`perhaps` is no boolean")
        XCTAssertEqual(options.dictionary, dictionary)
        XCTAssertNil(options.localeOrFallback)
        options.locale = CheckoutLocale(rawValue: "xx_XX")
        XCTAssertEqual(options.localeOrFallback, CheckoutLocale(rawValue: "en_US"))
    }

    private func roundTrip<Value: OpenEnum>(_ type: Value.Type) throws {
        for text in texts + type.knownCases.map({ $0.rawValue }) {
            let json = try JSONEncoder().encode([text])
            let values = try JSONDecoder().decode([Value].self, from: json)
            XCTAssertTrue(values[0].rawValue.utf8.elementsEqual(text.utf8), text)
            XCTAssertEqual(try JSONEncoder().encode(values), json)
            XCTAssertEqual(values[0].isRecognized, type.knownCases.contains(values[0]))
        }
    }
}
