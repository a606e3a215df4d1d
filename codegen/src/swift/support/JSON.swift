// Any JSON value.

/// Any JSON value.
public enum JSONValue: Hashable, SendableIfAvailable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, with all its digits.
    case number(ExactDecimal)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// An object; the order of its members means nothing.
    case object([String: JSONValue])

    /// Texts are compared byte by byte, numbers by value.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return Wire.same(left, right)
        case (.array(let left), .array(let right)): return Wire.sameTexts(left, right)
        case (.object(let left), .object(let right)): return Wire.sameTexts(left, right)
        default: return false
        }
    }
}

extension JSONValue: WireText {
    static func same(_ left: JSONValue, _ right: JSONValue) -> Bool {
        return left == right
    }
}

extension JSONValue: Codable {
    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else if let value = try? container.decode([String: JSONValue].self) {
            self = .object(value)
        } else {
            self = .number(try container.decode(ExactDecimal.self))
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
