import Foundation
import XCTest

import AntomCheckout

/// Documents of `tests/samples`: read, valid, and written back equal as JSON values.
final class SampleTests: XCTestCase {
    func testRequestsAreValidAndRoundTrip() throws {
        try check(CreatePaymentSessionRequest.self, prefix: "createPaymentSession.request.")
    }

    func testResponsesAreValidAndRoundTrip() throws {
        try check(CreatePaymentSessionResponse.self, prefix: "createPaymentSession.response.")
    }

    private func check<Model: WireModel>(_ type: Model.Type, prefix: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }
        XCTAssertFalse(names.isEmpty)
        for name in names.sorted() {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            let model = try type.init(json: data)
            XCTAssertEqual(model.validate().map { $0.description }, [], name)
            XCTAssertEqual(try JSONDecoder().decode(type, from: data), model, name)
            XCTAssertEqual(try value(JSONEncoder().encode(model)), try value(data), name)
        }
    }

    private func value(_ data: Data) throws -> NSObject? {
        return try JSONSerialization.jsonObject(with: data) as? NSObject
    }

    private var folder: URL {
        let repository = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        return repository.appendingPathComponent("tests/samples")
    }
}
