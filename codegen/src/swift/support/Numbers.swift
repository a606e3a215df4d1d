// Numbers by their text, never through a float.

extension Wire {
    /// The text of a JSON number.
    struct NumberText {
        private let text: ArraySlice<UInt8>

        init(_ text: ArraySlice<UInt8>) {
            self.text = text
        }

        /// The number, where it is an integer of 64 bits: `1`, `1.0`, `1e2`.
        var integer: Int64? {
            let isNegative = text.first == UInt8(ascii: "-")
            var digits = isNegative ? text.dropFirst() : text
            var exponent = 0
            if let letter = digits.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
                exponent = NumberText.exponent(digits[(letter + 1)...])
                digits = digits[..<letter]
            }
            var fraction = digits[digits.endIndex...]
            if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
                fraction = digits[(point + 1)...]
                digits = digits[..<point]
            }
            return NumberText.integer(digits, fraction, exponent, isNegative: isNegative)
        }

        /// Beyond any number of digits that a text of 4 GiB can have.
        private static let farExponent = 1 << 40

        private static func exponent(_ text: ArraySlice<UInt8>) -> Int {
            var exponent = 0
            for byte in text where byte >= UInt8(ascii: "0") {
                exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), farExponent)
            }
            return text.first == UInt8(ascii: "-") ? -exponent : exponent
        }

        private static func integer(
            _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, _ exponent: Int, isNegative: Bool
        ) -> Int64? {
            // Zeros in front mean nothing; those at the end go into the exponent.
            var number: Int64 = 0
            var zeros = 0
            for byte in [whole, fraction].joined() {
                let digit = Int64(byte - UInt8(ascii: "0"))
                if digit == 0 {
                    zeros += 1
                    continue
                }
                guard let moved = number == 0 ? 0 : times(number, powerOfTen: zeros + 1) else { return nil }
                guard let more = sum(moved, isNegative ? -digit : digit) else { return nil }
                number = more
                zeros = 0
            }
            return number == 0 ? 0 : times(number, powerOfTen: exponent - fraction.count + zeros)
        }

        private static func times(_ number: Int64, powerOfTen power: Int) -> Int64? {
            guard (0...18).contains(power) else { return nil }
            var number = number
            for _ in 0..<power {
                let (product, overflows) = number.multipliedReportingOverflow(by: 10)
                if overflows {
                    return nil
                }
                number = product
            }
            return number
        }

        private static func sum(_ left: Int64, _ right: Int64) -> Int64? {
            let (sum, overflows) = left.addingReportingOverflow(right)
            return overflows ? nil : sum
        }

        /// The number as a decimal; nil where it has too many digits, or an exponent too far from zero.
        var decimal: ExactDecimal? {
            return ExactDecimal(String(decoding: text, as: Unicode.UTF8.self))
        }

        /// Whether a float can be so large.
        var isFinite: Bool {
            // With fewer digits than the largest float has only an exponent makes a number too large.
            let isSmall = text.count <= 308 && !text.contains { $0 | 0x20 == UInt8(ascii: "e") }
            return isSmall || json != nil
        }

        /// The number in a JSON value; nil where no float is so large.
        var json: JSONNumber? {
            let number = String(decoding: text, as: Unicode.UTF8.self)
            if let integer = Int64(number) {
                return JSONNumber(integer)
            }
            if let integer = UInt64(number) {
                return JSONNumber(integer)
            }
            return Double(number).flatMap { JSONNumber($0) }
        }
    }
}
