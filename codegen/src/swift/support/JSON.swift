// Any JSON value.

/// Any JSON value.
public enum JSONValue: Hashable, SendableIfAvailable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object.
    case object(StringMap<JSONValue>)

    /// Texts are compared by their code points, numbers by value.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return Wire.same(left, right)
        case (.array(let left), .array(let right)): return left == right
        case (.object(let left), .object(let right)): return left == right
        default: return false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): Wire.hash(value, into: &hasher)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

/// A number in a JSON value: an integer of 64 bits, signed or unsigned, or the nearest float.
///
/// A float that is whole and below 2^53 in magnitude is that integer: 1.0 equals 1.
public struct JSONNumber: Hashable, CustomStringConvertible, SendableIfAvailable {
    private enum Value: Hashable {
        case signed(Int64)
        /// An integer that is too large for `Int64`.
        case unsigned(UInt64)
        /// A float that is no integer which a float tells from its neighbours.
        case double(Double)
    }

    private let value: Value

    /// An integer.
    public init(_ integer: Int64) {
        value = .signed(integer)
    }

    /// An integer.
    public init(_ integer: UInt64) {
        value = Int64(exactly: integer).map { .signed($0) } ?? .unsigned(integer)
    }

    /// A float; nil for infinity and for what is no number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        if double.magnitude < 9_007_199_254_740_992, let integer = Int64(exactly: double) {
            value = .signed(integer)
        } else {
            value = .double(double)
        }
    }

    /// The number, where it is an integer that fits.
    public var int64: Int64? {
        guard case .signed(let integer) = value else { return nil }
        return integer
    }

    /// The number, where it is an integer that fits.
    public var uint64: UInt64? {
        switch value {
        case .signed(let integer): return UInt64(exactly: integer)
        case .unsigned(let integer): return integer
        case .double: return nil
        }
    }

    /// The nearest float.
    public var double: Double {
        switch value {
        case .signed(let integer): return Double(integer)
        case .unsigned(let integer): return Double(integer)
        case .double(let double): return double
        }
    }

    /// The number as Swift writes it.
    public var description: String {
        switch value {
        case .signed(let integer): return String(integer)
        case .unsigned(let integer): return String(integer)
        case .double(let double): return double.description
        }
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// An integer.
    public init(integerLiteral integer: Int64) {
        self.init(integer)
    }
}

extension JSONValue: Codable {
    public init(from decoder: Decoder) throws {
        if let decoder = decoder as? Wire.NodeDecoder {
            self = decoder.json
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode(StringMap<JSONValue>.self) {
            self = .object(value)
        } else {
            self = .number(try container.decode(JSONNumber.self))
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSONNumber: Codable {
    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let integer = try? container.decode(Int64.self) {
            self.init(integer)
        } else if let integer = try? container.decode(UInt64.self) {
            self.init(integer)
        } else if let number = JSONNumber(try container.decode(Double.self)) {
            self = number
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "The number is too large.")
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .signed(let integer): try container.encode(integer)
        case .unsigned(let integer): try container.encode(integer)
        case .double(let double): try container.encode(double)
        }
    }
}
