// Maps whose keys are told apart exactly.

/// Values by their keys, in the order of the keys' UTF-8 bytes.
///
/// Keys are equal where they are the same Unicode scalar values. A `Dictionary` takes `"\u{e9}"` and `"e\u{301}"` for
/// one key, and JSON does not.
public struct StringMap<Value> {
    private var entries: [(key: String, value: Value)]

    /// No entries.
    public init() {
        entries = []
    }

    /// The entries of a dictionary, or of anything else; of equal keys the last one counts.
    public init<Entries: Swift.Sequence>(_ entries: Entries) where Entries.Element == (key: String, value: Value) {
        let ordered = entries.enumerated().sorted { left, right in
            Wire.precedes(left.element.key, right.element.key)
                || (left.offset < right.offset && Wire.same(left.element.key, right.element.key))
        }
        self.entries = []
        self.entries.reserveCapacity(ordered.count)
        for (_, entry) in ordered {
            if let last = self.entries.last, Wire.same(last.key, entry.key) {
                self.entries.removeLast()
            }
            self.entries.append(entry)
        }
    }

    /// Entries that are in order and have different keys.
    init(inOrder entries: [(key: String, value: Value)]) {
        self.entries = entries
    }

    /// The keys.
    public var keys: [String] {
        return entries.map { $0.key }
    }

    /// The values, in the order of their keys.
    public var values: [Value] {
        return entries.map { $0.value }
    }

    /// The value of a key; nil where there is none, and setting nil removes it.
    ///
    /// A new key moves those behind it: make a large map from all its entries at once.
    public subscript(key: String) -> Value? {
        get {
            let index = place(of: key)
            return isThere(key, at: index) ? entries[index].value : nil
        }
        set {
            let index = place(of: key)
            let old = isThere(key, at: index) ? index..<index + 1 : index..<index
            entries.replaceSubrange(old, with: newValue.map { [(key: key, value: $0)] } ?? [])
        }
    }

    /// The same keys with other values.
    public func mapValues<Other>(_ transform: (Value) throws -> Other) rethrows -> StringMap<Other> {
        return StringMap<Other>(inOrder: try entries.map { (key: $0.key, value: try transform($0.value)) })
    }

    /// Where a key stands, or would stand.
    private func place(of key: String) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Wire.precedes(entries[middle].key, key) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private func isThere(_ key: String, at index: Int) -> Bool {
        return index < entries.count && Wire.same(entries[index].key, key)
    }
}

extension StringMap: Swift.RandomAccessCollection {
    public var startIndex: Int {
        return 0
    }

    public var endIndex: Int {
        return entries.count
    }

    public subscript(position: Int) -> (key: String, value: Value) {
        return entries[position]
    }
}

extension StringMap: ExpressibleByDictionaryLiteral {
    /// The entries of a literal; of equal keys the last one counts.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}

extension StringMap: CustomStringConvertible, CustomReflectable {
    /// The entries, as a dictionary shows them.
    public var description: String {
        let shown = entries.map { "\(String(reflecting: $0.key)): \(String(reflecting: $0.value))" }
        return shown.isEmpty ? "[:]" : "[\(shown.joined(separator: ", "))]"
    }

    /// The entries, as a dictionary mirrors them.
    public var customMirror: Mirror {
        return Mirror(self, unlabeledChildren: entries, displayStyle: .dictionary)
    }
}

extension StringMap: Equatable where Value: Equatable {
    public static func == (left: StringMap, right: StringMap) -> Bool {
        return left.count == right.count
            && zip(left, right).allSatisfy { Wire.same($0.key, $1.key) && $0.value == $1.value }
    }
}

extension StringMap: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) {
        hasher.combine(entries.count)
        for (key, value) in entries {
            Wire.hash(key, into: &hasher)
            hasher.combine(value)
        }
    }
}

#if compiler(>=5.5)
extension StringMap: Sendable where Value: Sendable {}
#endif

extension StringMap: Decodable where Value: Decodable {
    public init(from decoder: Decoder) throws {
        if let decoder = decoder as? Wire.NodeDecoder {
            self.init(inOrder: try decoder.entries { try $0.value() })
            return
        }
        let container = try decoder.container(keyedBy: Wire.Key.self)
        self.init(
            try container.allKeys.map { (key: $0.stringValue, value: try container.decode(Value.self, forKey: $0)) })
    }
}

extension StringMap: Encodable where Value: Encodable {
    public func encode(to encoder: Encoder) throws {
        var container = encoder.container(keyedBy: Wire.Key.self)
        for (key, value) in entries {
            try container.encode(value, forKey: Wire.Key(stringValue: key))
        }
    }
}
