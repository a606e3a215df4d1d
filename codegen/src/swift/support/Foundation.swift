// The one file that needs Foundation.

import Foundation

extension DateTime {
    /// The point in time; nil where the text is not one.
    public var date: Foundation.Date? {
        return instant.map { Foundation.Date(timeIntervalSince1970: Double($0.seconds) + $0.fraction) }
    }
}

extension Wire {
    /// The text of a JSON number that is no whole number.
    static func numberText(in container: SingleValueDecodingContainer) throws -> String {
        // Where Foundation reads decimals without a detour through floats, all digits are there.
        if #available(macOS 15, iOS 18, tvOS 18, watchOS 11, *) {
            let number = try container.decode(Foundation.Decimal.self)
            if number.isFinite {
                return number.description
            }
        }
        return try container.decode(Double.self).description
    }

    /// Writes a number that is no whole number as a JSON number, with all its digits or not at all.
    static func encodeNumber(_ number: ExactDecimal, into container: inout SingleValueEncodingContainer) throws {
        let locale = Foundation.Locale(identifier: "en_US_POSIX")
        guard
            let decimal = Foundation.Decimal(string: number.text, locale: locale),
            ExactDecimal(decimal.description) == number
        else {
            let description = "The number has more digits than JSONEncoder can write."
            // The number itself stays out of the error: it may be one that must not reach logs.
            throw EncodingError.invalidValue(
                ExactDecimal.self, .init(codingPath: container.codingPath, debugDescription: description))
        }
        try container.encode(decimal)
    }
}
