// Exact decimal numbers: money is never a float.

/// A decimal number of any JSON spelling, kept as the text received and compared by value: 1.0 equals 1.00.
///
/// The text has the form of a JSON number, at most 100 digits and an exponent of at most 10000 in either direction.
public struct ExactDecimal: Hashable, Comparable, LosslessStringConvertible, SendableIfAvailable {
    /// The number as received.
    public let text: String
    private let value: Wire.Decimal

    /// Reads a number; nil where the text is none, or too long to compute with.
    public init?(_ text: String) {
        guard let value = Wire.Decimal(text) else { return nil }
        self.text = text
        self.value = value
    }

    /// A whole number.
    public init(_ number: Int64) {
        self.text = String(number)
        self.value = Wire.Decimal(String(number)) ?? Wire.Decimal()
    }

    /// Zero.
    init() {
        self.init(0)
    }

    /// The number as received.
    public var description: String {
        return text
    }

    /// The number, where it is whole and fits.
    public var integer: Int64? {
        return value.integer
    }

    /// Whether the number is a whole multiple of `unit`.
    public func isMultiple(of unit: ExactDecimal) -> Bool {
        return value.isMultiple(of: unit.value)
    }

    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        return left.value == right.value
    }

    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        return left.value < right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}

extension ExactDecimal: Codable {
    /// Reads a JSON number. A JSON string is not taken for one.
    public init(from decoder: Decoder) throws {
        if let decoder = decoder as? Wire.NodeDecoder {
            guard let number = decoder.number else { throw Wire.Mismatch() }
            self = number
            return
        }
        let container = try decoder.singleValueContainer()
        if let integer = try? container.decode(Int64.self) {
            self.init(integer)
            return
        }
        let text = try Wire.numberText(in: container)
        guard let number = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "The number is too long.")
        }
        self = number
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        if let integer = integer {
            try container.encode(integer)
        } else {
            try Wire.encodeNumber(self, into: &container)
        }
    }
}

extension Wire {
    /// A number in spec files, which is known to be one.
    static func decimal(_ text: String) -> ExactDecimal {
        return ExactDecimal(text) ?? ExactDecimal()
    }

    /// A decimal number as its value: `digits` times ten to the power of `exponent`, without zeros at either end.
    struct Decimal: Hashable, Comparable {
        private var isNegative = false
        private var digits: [UInt8] = []
        private var exponent = 0

        /// Zero.
        init() {}

        init?(_ text: String) {
            let bytes = Array(text.utf8)
            var index = 0
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
                isNegative = true
                index += 1
            }
            let whole = Decimal.digits(of: bytes, from: &index)
            guard !whole.isEmpty, whole.count == 1 || whole[0] != 0 else { return nil }
            var fraction: [UInt8] = []
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                index += 1
                fraction = Decimal.digits(of: bytes, from: &index)
                guard !fraction.isEmpty else { return nil }
            }
            guard let power = Decimal.exponent(of: bytes, from: &index), index == bytes.count else { return nil }
            digits = Array((whole + fraction).drop { $0 == 0 })
            guard digits.count <= 100 else { return nil }
            exponent = power - fraction.count
            normalize()
        }

        private mutating func normalize() {
            while digits.last == 0 {
                digits.removeLast()
                exponent += 1
            }
            if digits.isEmpty {
                isNegative = false
                exponent = 0
            }
        }

        private static func digits(of bytes: [UInt8], from index: inout Int) -> [UInt8] {
            var digits: [UInt8] = []
            while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
                digits.append(bytes[index] - UInt8(ascii: "0"))
                index += 1
            }
            return digits
        }

        /// The power of ten behind `e`, 0 without one; nil where it is no number or beyond 10000.
        private static func exponent(of bytes: [UInt8], from index: inout Int) -> Int? {
            guard index < bytes.count else { return 0 }
            guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") else { return nil }
            index += 1
            var sign = 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
                index += 1
            }
            let digits = Decimal.digits(of: bytes, from: &index)
            guard !digits.isEmpty else { return nil }
            let power = digits.reduce(0) { min($0 * 10 + Int($1), 100_000) }
            return power <= 10_000 ? sign * power : nil
        }

        /// The number, where it is whole and fits.
        var integer: Int64? {
            guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
            let zeros = repeatElement(UInt8(0), count: exponent)
            let text = (Array(digits) + zeros).map { String($0) }.joined()
            return digits.isEmpty ? 0 : Int64((isNegative ? "-" : "") + text)
        }

        func isMultiple(of unit: Decimal) -> Bool {
            guard !digits.isEmpty else { return true }
            guard !unit.digits.isEmpty, exponent >= unit.exponent else { return false }
            // A unit below 10^100 has fewer than 340 factors 2 or 5: more zeros change nothing.
            let zeros = repeatElement(UInt8(0), count: min(exponent - unit.exponent, 340))
            var rest: [UInt8] = []
            for digit in digits + zeros {
                if !rest.isEmpty || digit != 0 {
                    rest.append(digit)
                }
                while !Decimal.precedes(rest, unit.digits) {
                    Decimal.subtract(unit.digits, from: &rest)
                }
            }
            return rest.isEmpty
        }

        /// Whether one whole number is less than another; neither begins with zeros.
        private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
            return left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
        }

        /// Subtracts a whole number from one that is not less.
        private static func subtract(_ right: [UInt8], from left: inout [UInt8]) {
            let offset = left.count - right.count
            var borrow: UInt8 = 0
            for index in left.indices.reversed() {
                let taken = (index >= offset ? right[index - offset] : 0) + borrow
                borrow = left[index] < taken ? 1 : 0
                left[index] = left[index] + borrow * 10 - taken
            }
            left = Array(left.drop { $0 == 0 })
        }

        static func < (left: Decimal, right: Decimal) -> Bool {
            if left.isNegative != right.isNegative {
                return left.isNegative
            }
            return left.isNegative ? right.isNearer(than: left) : left.isNearer(than: right)
        }

        /// Whether the number is nearer to zero than another.
        private func isNearer(than other: Decimal) -> Bool {
            if digits.isEmpty || other.digits.isEmpty {
                return digits.isEmpty && !other.digits.isEmpty
            }
            let magnitude = digits.count + exponent
            let otherMagnitude = other.digits.count + other.exponent
            return magnitude != otherMagnitude
                ? magnitude < otherMagnitude : digits.lexicographicallyPrecedes(other.digits)
        }
    }
}
