import Foundation
import XCTest

import AntomCheckout

/// Reading by the contract: all that can't be read is told, in the order of the spec.
final class ReadingTests: XCTestCase {
    private func errors(_ read: () throws -> Void) -> [String] {
        do {
            try read()
            return []
        } catch let unreadable as UnreadableDocument {
            return unreadable.violations.map { "\($0.pointer) \($0.code)" }
        } catch {
            return ["\(error)"]
        }
    }

    func testTextsDataAndBytesAreRead() throws {
        let text = #"{"currency":"USD","value":"2129"}"#
        let amount = Amount(currency: "USD", value: 2129)
        XCTAssertEqual(try Amount(json: text), amount)
        XCTAssertEqual(try Amount(json: Data(text.utf8)), amount)
        XCTAssertEqual(try Amount(json: Array(text.utf8)), amount)
        XCTAssertEqual(try ResultStatus(json: #""S""#).rawValue, "S")
    }

    func testAllMistakesAreTold() {
        XCTAssertEqual(
            errors { _ = try Quote(json: #"{"quotePrice":"1,5","quoteId":7,"guaranteed":"yes","guaranteed":true}"#) },
            ["/quoteId type", "/quoteCurrencyPair required", "/quotePrice encoding", "/guaranteed duplicateKey"])
        XCTAssertEqual(errors { _ = try Quote(json: #"{"quotePrice":true,}"#) }, [" syntax"])
        XCTAssertEqual(
            errors { _ = try Amount(json: #"{"currency":"\ud800","value":1.5}"#) }, ["/currency syntax", "/value type"])
        XCTAssertEqual(errors { _ = try ResultStatus(json: "1") }, [" type"])
    }

    func testTheErrorSaysWhatIsWrong() {
        XCTAssertThrowsError(try Amount(json: "{}")) { error in
            let lines = "/currency: This value is required. (required)\n/value: This value is required. (required)"
            XCTAssertEqual("\(error)", lines)
        }
    }

    func testNumbersAreExact() throws {
        XCTAssertEqual(try Amount(json: #"{"currency":"USD","value":9007199254740993}"#).value, 9_007_199_254_740_993)
        XCTAssertEqual(try Amount(json: #"{"currency":"USD","value":10e2}"#).value, 1000)
        let price = "0.12345678901234567890123456789012345"
        let quote = try Quote(json: #"{"quoteCurrencyPair":"USD/BRL","quotePrice":\#(price)}"#)
        XCTAssertEqual(quote.quotePrice.text, price)
    }

    func testDepthDoesNotOverflowAStackOfASecondaryThread() {
        let document = #"{"currency":"USD","value":"1","more":\#(String(repeating: "[", count: 500_000))"#
        let done = expectation(description: "read")
        let thread = Thread {
            XCTAssertEqual(self.errors { _ = try Amount(json: document) }, [" syntax"])
            done.fulfill()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        waitForExpectations(timeout: 60)
    }

    func testAnyNumberOfUnknownFields() throws {
        let fields = (0..<50_000).map { #""k\#($0 * 7919 % 50_000)":\#($0)"# }.joined(separator: ",")
        XCTAssertEqual(try PaymentMethodMetaData(json: "{\(fields)}").additional.count, 50_000)
        XCTAssertEqual(try Amount(json: #"{"currency":"USD","value":1,\#(fields)}"#).value, 1)
    }

    // MARK: Maps and JSON values

    func testKeysOfMapsAreToldApartExactly() throws {
        var map: StringMap<Int64> = ["b": 1, "\u{e9}": 2, "e\u{301}": 3, "B": 4]
        XCTAssertEqual(map.map { $0.value }, [4, 1, 3, 2])
        XCTAssertEqual(map["e\u{301}"], 3)
        XCTAssertNil(map["a"])
        map["a"] = 5
        map["\u{e9}"] = nil
        map["b"] = 6
        XCTAssertEqual(map.keys, ["B", "a", "b", "e\u{301}"])
        XCTAssertEqual(map, StringMap(["e\u{301}": 3, "b": 6, "a": 5, "B": 4]))
        XCTAssertNotEqual(StringMap(["\u{e9}": 1]), StringMap(["e\u{301}": 1]))
        XCTAssertEqual(StringMap([(key: "a", value: 1), (key: "b", value: 2), (key: "a", value: 3)]), ["a": 3, "b": 2])
        XCTAssertEqual("\(map.mapValues { $0 * 2 })", #"["B": 8, "a": 10, "b": 12, "é": 6]"#)
        let written = try JSONEncoder().encode(map)
        XCTAssertEqual(try JSONDecoder().decode(StringMap<Int64>.self, from: written), map)
    }

    func testNumbersOfJSONValues() throws {
        XCTAssertEqual(JSONNumber(1.0), JSONNumber(Int64(1)))
        XCTAssertEqual(JSONNumber(-0.0), JSONNumber(UInt64(0)))
        XCTAssertNotEqual(JSONNumber(9_007_199_254_740_992.0), JSONNumber(Int64(9_007_199_254_740_992)))
        XCTAssertNil(JSONNumber(Double.infinity))
        XCTAssertEqual(JSONNumber(UInt64.max).uint64, UInt64.max)
        XCTAssertNil(JSONNumber(UInt64.max).int64)
        let value: JSONValue = .array([.number(1), .object(["\u{e9}": .null])])
        XCTAssertEqual(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)), value)
        XCTAssertNotEqual(value, .array([.number(1), .object(["e\u{301}": .null])]))
    }
}
