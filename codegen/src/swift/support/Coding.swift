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

extension Wire {
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
}

extension Decoder {
    /// Reads every member but those that the type knows.
    func others(besides fields: WireFields) throws -> StringMap<JSONValue> {
        if let decoder = self as? Wire.NodeDecoder {
            return StringMap(inOrder: try decoder.entries { $0.json })
        }
        let container = try self.container(keyedBy: Wire.Key.self)
        let keys = container.allKeys.filter { !fields.contains($0.stringValue) }
        return StringMap(
            try keys.map { (key: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0)) })
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
    mutating func writeOthers(_ others: StringMap<JSONValue>, besides fields: WireFields) throws {
        for (key, value) in others where !fields.contains(key) {
            try encode(value, forKey: Wire.Key(stringValue: key))
        }
    }
}
