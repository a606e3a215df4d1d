// The way from a document that was checked to values: a decoder over its nodes.

extension Wire {
    /// Decodes one value. The document was checked for its type, so what is asked for is there.
    struct NodeDecoder: Decoder {
        let document: Document
        let node: Int

        var codingPath: [CodingKey] {
            return []
        }

        var userInfo: [CodingUserInfoKey: Any] {
            return [:]
        }

        func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
            guard let found = document.found(in: node), let fields = found.fields else { throw Mismatch() }
            return KeyedDecodingContainer(
                NodeMembers<Key>(document: document, node: node, fields: fields, found: found))
        }

        func unkeyedContainer() throws -> UnkeyedDecodingContainer {
            guard document[node].kind == .array else { throw Mismatch() }
            return NodeElements(document, of: node)
        }

        func singleValueContainer() throws -> SingleValueDecodingContainer {
            return self
        }

        /// A value that stands inside of this one.
        func decoder(at node: Int) -> NodeDecoder {
            return NodeDecoder(document: document, node: node)
        }

        /// The entries of a map, or the fields that a type keeps without knowing them; of equal keys the last one
        /// counts.
        func entries<Value>(_ read: (NodeDecoder) throws -> Value) throws -> [(key: String, value: Value)] {
            guard let keys = document.found(in: node)?.keys else { throw Mismatch() }
            var entries: [(key: String, value: Value)] = []
            entries.reserveCapacity(keys.count)
            for key in keys.lazy.map({ Int($0) }) {
                let name = document.text(key)
                if let last = entries.last, Wire.same(last.key, name) {
                    entries.removeLast()
                }
                entries.append((key: name, value: try read(decoder(at: key + 1))))
            }
            return entries
        }

        /// The value, which may be there already.
        func value<Value: Decodable>() throws -> Value {
            return try document.made(node) ?? Value(from: self)
        }

        /// A number with all its digits; nil where the value is none.
        var number: ExactDecimal? {
            return document[node].kind == .number ? document.number(node).decimal : nil
        }

        /// Any JSON value.
        var json: JSONValue {
            switch document[node].kind {
            case .null: return .null
            case .boolean: return .bool(document.isTrue(node))
            case .number: return document.number(node).json.map { .number($0) } ?? .null
            case .string: return .string(document.text(node))
            case .array: return .array(elements)
            case .object: return .object(StringMap(members))
            }
        }

        private var elements: [JSONValue] {
            var elements: [JSONValue] = []
            var node = self.node + 1
            while node < document.next(after: self.node) {
                elements.append(decoder(at: node).json)
                node = document.next(after: node)
            }
            return elements
        }

        private var members: [(key: String, value: JSONValue)] {
            var members: [(key: String, value: JSONValue)] = []
            var key = node + 1
            while key < document.next(after: node) {
                members.append((key: document.text(key), value: decoder(at: key + 1).json))
                key = document.next(after: key + 1)
            }
            return members
        }
    }

    /// The value is of another kind than the one asked for.
    struct Mismatch: Error {}
}

extension Wire.NodeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool {
        return document[node].kind == .null
    }

    func decode(_ type: String.Type) throws -> String {
        guard document[node].kind == .string else { throw Wire.Mismatch() }
        return document.text(node)
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard document[node].kind == .boolean else { throw Wire.Mismatch() }
        return document.isTrue(node)
    }

    func decode(_ type: Int64.Type) throws -> Int64 {
        guard document[node].kind == .number, let integer = document.number(node).integer else {
            throw Wire.Mismatch()
        }
        return integer
    }

    /// Models have no numbers of any other type.
    func decode<Number: Decodable & Swift.Numeric>(_ type: Number.Type) throws -> Number {
        throw Wire.Mismatch()
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        return try value()
    }
}

extension Wire {
    /// Decodes a value, which may be there already.
    static func value<Value: Decodable>(from decoder: Decoder) throws -> Value {
        return try (decoder as? NodeDecoder)?.value() ?? Value(from: decoder)
    }

    /// The members of an object, by the fields of its type.
    struct NodeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let document: Document
        let node: Int
        let fields: WireFields
        let found: Found

        var codingPath: [CodingKey] {
            return []
        }

        var allKeys: [Key] {
            return zip(fields.fields, found.values).compactMap { $1 == 0 ? nil : Key(stringValue: $0.name) }
        }

        /// Whether a field is there, under whichever name: aliases are keys of their own for other decoders alone.
        func contains(_ key: Key) -> Bool {
            return find(key) != nil
        }

        private func find(_ key: Key) -> NodeDecoder? {
            guard let field = fields.field(named: key.stringValue) else { return nil }
            return found.value(of: field).map { NodeDecoder(document: document, node: $0) }
        }

        private func value(_ key: Key) throws -> NodeDecoder {
            guard let value = find(key) else { throw Mismatch() }
            return value
        }

        func decodeNil(forKey key: Key) throws -> Bool {
            return try value(key).decodeNil()
        }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            return try value(key).value()
        }

        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
            guard let value = find(key), !value.decodeNil() else { return nil }
            return try value.value() as Value
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            return try value(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> UnkeyedDecodingContainer {
            return try value(key).unkeyedContainer()
        }

        func superDecoder() throws -> Decoder {
            return NodeDecoder(document: document, node: node)
        }

        func superDecoder(forKey key: Key) throws -> Decoder {
            return try value(key)
        }
    }

    /// The elements of an array, one after the other.
    struct NodeElements: UnkeyedDecodingContainer {
        private let document: Document
        private let end: Int
        private var node: Int
        private(set) var currentIndex = 0

        init(_ document: Document, of list: Int) {
            self.document = document
            end = document.next(after: list)
            node = list + 1
        }

        var codingPath: [CodingKey] {
            return []
        }

        /// Nobody counted them.
        var count: Int? {
            return nil
        }

        var isAtEnd: Bool {
            return node >= end
        }

        private mutating func next() throws -> NodeDecoder {
            guard !isAtEnd else { throw Mismatch() }
            let decoder = NodeDecoder(document: document, node: node)
            node = document.next(after: node)
            currentIndex += 1
            return decoder
        }

        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd, document[node].kind == .null else { return false }
            _ = try next()
            return true
        }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            return try next().value()
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            return try next().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> UnkeyedDecodingContainer {
            return try next().unkeyedContainer()
        }

        mutating func superDecoder() throws -> Decoder {
            return try next()
        }
    }
}
