// What every generated model is made of.

#if compiler(>=5.5)
/// `Sendable` where the compiler has it.
public typealias SendableIfAvailable = Sendable
#else
/// `Sendable` where the compiler has it.
public protocol SendableIfAvailable {}
#endif

/// A model of this package: a value that is read from JSON, written as JSON and validated.
///
/// `init(json:)` reads a document. Reading is lenient: it fails only where a value does not fit its type or a required
/// one is missing. ``Validatable/validate()`` reports everything else.
public protocol WireModel: Hashable, Codable, Validatable, SendableIfAvailable {
    /// What documents are checked for.
    static var wireFields: WireFields { get }
}

/// A value of a field for which an explicit null is part of the contract.
///
/// Indirect, so that a type may have a field of itself.
public indirect enum Nullable<Wrapped> {
    /// The explicit null.
    case null
    /// A value.
    case value(Wrapped)

    /// The value, nil for the explicit null.
    public var value: Wrapped? {
        switch self {
        case .null: return nil
        case .value(let value): return value
        }
    }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}
#if compiler(>=5.5)
extension Nullable: Sendable where Wrapped: Sendable {}
#endif

extension Nullable: Decodable where Wrapped: Decodable {
    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try Wire.value(from: decoder))
    }
}

extension Nullable: Encodable where Wrapped: Encodable {
    public func encode(to encoder: Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .value(let value):
            try value.encode(to: encoder)
        }
    }
}

/// Storage of a field whose type contains itself.
indirect enum Indirect<Value> {
    case stored(Value)

    init(_ value: Value) {
        self = .stored(value)
    }

    var value: Value {
        switch self {
        case .stored(let value): return value
        }
    }
}

extension Indirect: Equatable where Value: Equatable {}
extension Indirect: Hashable where Value: Hashable {}
#if compiler(>=5.5)
extension Indirect: Sendable where Value: Sendable {}
#endif

extension Indirect: Codable where Value: Codable {
    init(from decoder: Decoder) throws {
        self = .stored(try Wire.value(from: decoder))
    }

    func encode(to encoder: Encoder) throws {
        try value.encode(to: encoder)
    }
}
