// How values travel: keys that are no Swift names, and scalars that travel as texts.

/// A scalar that may travel as a JSON string.
protocol WireScalar: Codable {
    /// Reads the text; nil where the scalar would not be written like that.
    init?(wireText: String)

    /// The scalar as a text.
    var wireText: String { get }
}

extension Bool: WireScalar {
    init?(wireText: String) {
        guard Wire.same(wireText, "true") || Wire.same(wireText, "false") else { return nil }
        self = Wire.same(wireText, "true")
    }

    var wireText: String {
        return self ? "true" : "false"
    }
}

extension Int64: WireScalar {
    init?(wireText: String) {
        guard let value = Int64(wireText), Wire.same(String(value), wireText) else { return nil }
        self = value
    }

    var wireText: String {
        return String(self)
    }
}

extension ExactDecimal: WireScalar {
    init?(wireText: String) {
        self.init(wireText)
    }

    var wireText: String {
        return text
    }
}

/// A way to read and write values of one type.
protocol WireForm {
    associatedtype Value

    static func read(from decoder: Decoder) throws -> Value
    static func write(_ value: Value, to encoder: Encoder) throws
}

extension Wire {
    /// A value that reads and writes itself.
    enum Plain<Value: Codable>: WireForm {
        static func read(from decoder: Decoder) throws -> Value {
            return try Value(from: decoder)
        }

        static func write(_ value: Value, to encoder: Encoder) throws {
            try value.encode(to: encoder)
        }
    }

    /// A scalar that is read from the JSON type itself and from a string, and written as itself.
    enum Either<Value: WireScalar>: WireForm {
        static func read(from decoder: Decoder) throws -> Value {
            let container = try decoder.singleValueContainer()
            guard let text = try? container.decode(String.self) else { return try Value(from: decoder) }
            guard let value = Value(wireText: text) else {
                let description = "The text is not a \(Value.self)."
                throw DecodingError.dataCorruptedError(in: container, debugDescription: description)
            }
            return value
        }

        static func write(_ value: Value, to encoder: Encoder) throws {
            try value.encode(to: encoder)
        }
    }

    /// A scalar that is read from the JSON type itself and from a string, and written as a string.
    enum AsText<Value: WireScalar>: WireForm {
        static func read(from decoder: Decoder) throws -> Value {
            return try Either<Value>.read(from: decoder)
        }

        static func write(_ value: Value, to encoder: Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value.wireText)
        }
    }

    /// A value or an explicit null.
    enum OrNull<Form: WireForm>: WireForm {
        static func read(from decoder: Decoder) throws -> Nullable<Form.Value> {
            if try decoder.singleValueContainer().decodeNil() {
                return .null
            }
            return .value(try Form.read(from: decoder))
        }

        static func write(_ value: Nullable<Form.Value>, to encoder: Encoder) throws {
            switch value {
            case .null:
                var container = encoder.singleValueContainer()
                try container.encodeNil()
            case .value(let value):
                try Form.write(value, to: encoder)
            }
        }
    }

    /// A list.
    enum List<Form: WireForm>: WireForm {
        static func read(from decoder: Decoder) throws -> [Form.Value] {
            return try [Coded<Form>](from: decoder).map { $0.value }
        }

        static func write(_ list: [Form.Value], to encoder: Encoder) throws {
            try list.map { Coded<Form>(value: $0) }.encode(to: encoder)
        }
    }

    /// A list, whose only element may stand for it.
    enum OneOrMany<Form: WireForm>: WireForm {
        static func read(from decoder: Decoder) throws -> [Form.Value] {
            if (try? decoder.unkeyedContainer()) != nil {
                return try List<Form>.read(from: decoder)
            }
            return [try Form.read(from: decoder)]
        }

        static func write(_ list: [Form.Value], to encoder: Encoder) throws {
            try List<Form>.write(list, to: encoder)
        }
    }

    /// An object with any keys.
    enum Map<Form: WireForm>: WireForm {
        static func read(from decoder: Decoder) throws -> [String: Form.Value] {
            return try [String: Coded<Form>](from: decoder).mapValues { $0.value }
        }

        static func write(_ map: [String: Form.Value], to encoder: Encoder) throws {
            try map.mapValues { Coded<Form>(value: $0) }.encode(to: encoder)
        }
    }

    /// A value that is read and written in a form.
    struct Coded<Form: WireForm>: Codable {
        let value: Form.Value

        init(value: Form.Value) {
            self.value = value
        }

        init(from decoder: Decoder) throws {
            value = try Form.read(from: decoder)
        }

        func encode(to encoder: Encoder) throws {
            try Form.write(value, to: encoder)
        }
    }

    /// The key of an object's member.
    struct Key: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init(stringLiteral value: String) {
            stringValue = value
        }

        init?(intValue: Int) {
            return nil
        }

        var intValue: Int? {
            return nil
        }
    }
}

extension KeyedDecodingContainer where Key == Wire.Key {
    /// The one of a field's spellings that is there, the usual one where none is.
    func key(_ key: Wire.Key, or aliases: Wire.Key...) throws -> Wire.Key {
        let present = ([key] + aliases).filter { contains($0) }
        guard present.count < 2 else {
            let description = "The field is there more than once."
            throw DecodingError.dataCorruptedError(forKey: present[1], in: self, debugDescription: description)
        }
        return present.first ?? key
    }

    /// Reads a value.
    func read<Value: Decodable>(_ key: Wire.Key) throws -> Value {
        return try decode(Value.self, forKey: key)
    }

    /// Reads a value; nil where it is absent or null.
    func readIfPresent<Value: Decodable>(_ key: Wire.Key) throws -> Value? {
        return try decodeIfPresent(Value.self, forKey: key)
    }

    /// Reads a value in a form.
    func read<Form: WireForm>(_ key: Wire.Key, as form: Form.Type) throws -> Form.Value {
        return try decode(Wire.Coded<Form>.self, forKey: key).value
    }

    /// Reads a value in a form; nil where it is absent or null.
    func readIfPresent<Form: WireForm>(_ key: Wire.Key, as form: Form.Type) throws -> Form.Value? {
        return try decodeIfPresent(Wire.Coded<Form>.self, forKey: key)?.value
    }

    /// Reads a value or an explicit null in a form; nil where it is absent.
    func readNullable<Form: WireForm>(_ key: Wire.Key, as form: Form.Type) throws -> Nullable<Form.Value>? {
        return contains(key) ? try read(key, as: Wire.OrNull<Form>.self) : nil
    }

    /// Reads every member but those that the type knows.
    func readOthers(besides known: [String]) throws -> [String: JSONValue] {
        var others: [String: JSONValue] = [:]
        for key in allKeys where !Wire.isOne(key.stringValue, of: known) {
            others[key.stringValue] = try decode(JSONValue.self, forKey: key)
        }
        return others
    }
}

extension KeyedEncodingContainer where Key == Wire.Key {
    /// Writes a value, unless it is absent.
    mutating func write<Value: Encodable>(_ value: Value?, _ key: Wire.Key) throws {
        try encodeIfPresent(value, forKey: key)
    }

    /// Writes a value in a form, unless it is absent.
    mutating func write<Form: WireForm>(_ value: Form.Value?, _ key: Wire.Key, as form: Form.Type) throws {
        try encodeIfPresent(value.map { Wire.Coded<Form>(value: $0) }, forKey: key)
    }

    /// Writes members that the type does not know; a member that it does know wins.
    mutating func writeOthers(_ others: [String: JSONValue], besides known: [String]) throws {
        for (key, value) in others where !Wire.isOne(key, of: known) {
            try encode(value, forKey: Wire.Key(stringValue: key))
        }
    }
}
