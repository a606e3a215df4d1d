// A JSON text with the places of its values, found in one pass.

extension Wire {
    /// A JSON value in a text.
    struct Node {
        enum Kind: UInt8 {
            case null, boolean, number, string, array, object
        }

        /// The end of an array or object.
        static let unknown = UInt32.max

        let kind: Kind
        /// Of a string: whether it has escapes.
        var hasEscapes = false
        /// Well-formed, and yet no value: a string with half of a surrogate pair, an object with such a key, or an
        /// array or object that stands too deep.
        var isUnreadable = false
        /// Where it begins.
        let start: UInt32
        /// Where a scalar ends; of an object that was checked, the number of what was found there.
        var end: UInt32
        /// The node behind it and all that it contains.
        var next: UInt32
    }

    /// What was found in an object that was checked.
    struct Found {
        /// The type that it was read as; nil for a map.
        let fields: WireFields?
        /// The node of each field's value, 0 where it is absent: that is the root, which is no field.
        let values: ArraySlice<UInt32>
        /// Keys of a map's entries, or of fields that the type keeps without knowing them, by their bytes. Each is
        /// followed by its value. Keys of fields may repeat.
        let keys: ArraySlice<UInt32>

        /// The node of a field's value; nil where it is absent.
        func value(of field: Int) -> Int? {
            let node = Int(values[values.startIndex + field])
            return node == 0 ? nil : node
        }
    }

    /// A JSON text. Its nodes are in the order of the text: an array before its elements, an object before its
    /// members, each a key and a value.
    final class Document {
        private let bytes: [UInt8]
        private var nodes: [Node]
        /// What was found in objects: their types, and where the nodes of the members begin, end and change from fields
        /// to keys in one list of all.
        private var found: [(fields: WireFields?, start: Int, keys: Int, end: Int)] = []
        private var members: [UInt32] = []
        /// Objects that are made before those around them, innermost first.
        private var apart: [(node: Int, form: WireMaker.Type)] = []
        private var made: [Int: Any] = [:]

        /// Nil where the text is no JSON, or has 4 GiB and more.
        init?(_ bytes: [UInt8]) {
            guard bytes.count < Int(UInt32.max) else { return nil }
            let nodes: [Node]? = bytes.withUnsafeBufferPointer { bytes in
                var grammar = Grammar(bytes)
                return grammar.isDocument() ? grammar.nodes : nil
            }
            guard let found = nodes else { return nil }
            self.bytes = bytes
            self.nodes = found
        }

        subscript(node: Int) -> Node {
            return nodes[node]
        }

        /// The node behind a node and all that it contains.
        func next(after node: Int) -> Int {
            return Int(nodes[node].next)
        }

        /// Whether a boolean is `true`.
        func isTrue(_ node: Int) -> Bool {
            return bytes[Int(nodes[node].start)] == UInt8(ascii: "t")
        }

        /// A number.
        func number(_ node: Int) -> NumberText {
            return NumberText(bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
        }

        /// The value of a string, which has no half of a surrogate pair.
        func text(_ node: Int) -> String {
            return withText(node) { String(decoding: $0, as: Unicode.UTF8.self) }
        }

        /// Calls a function with the UTF-8 of a string, which has no half of a surrogate pair.
        func withText<Result>(_ node: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            let inside = Int(nodes[node].start) + 1..<Int(nodes[node].end) - 1
            if nodes[node].hasEscapes {
                return Escapes.resolved(bytes[inside]).withUnsafeBufferPointer(body)
            }
            return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[inside])) }
        }

        /// Keeps what was found in an object: the nodes of the fields' values, and keys.
        func keep(_ fields: WireFields?, _ values: [Int], _ keys: [Int], of node: Int) {
            nodes[node].end = UInt32(found.count)
            let start = members.count
            members.append(contentsOf: values.lazy.map { UInt32(clamping: $0) })
            members.append(contentsOf: keys.lazy.map { UInt32(clamping: $0) })
            found.append((fields: fields, start: start, keys: start + values.count, end: members.count))
        }

        /// What was found in an object; nil where it was not checked as one.
        func found(in node: Int) -> Found? {
            guard nodes[node].kind == .object, nodes[node].end != Node.unknown else { return nil }
            let (fields, start, keys, end) = found[Int(nodes[node].end)]
            return Found(fields: fields, values: members[start..<keys], keys: members[keys..<end])
        }

        /// Notes an object that is made before those around it.
        func setApart(_ node: Int, as form: WireMaker.Type) {
            apart.append((node: node, form: form))
        }

        /// Makes the objects that were set apart.
        func makeApart() throws {
            for (node, form) in apart {
                made[node] = try form.make(NodeDecoder(document: self, node: node))
            }
        }

        /// What an object became that was set apart.
        func made<Value>(_ node: Int) -> Value? {
            return made.isEmpty ? nil : made[node] as? Value
        }
    }

    /// The escapes of strings.
    enum Escapes {
        /// A string that follows the grammar, with its escapes resolved.
        static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
            var resolved: [UInt8] = []
            resolved.reserveCapacity(text.count)
            var index = text.startIndex
            while index < text.endIndex {
                guard text[index] == UInt8(ascii: "\\") else {
                    resolved.append(text[index])
                    index += 1
                    continue
                }
                let letter = text[index + 1]
                index += 2
                guard letter == UInt8(ascii: "u") else {
                    resolved.append(character(of: letter))
                    continue
                }
                var scalar = unit(text[index..<index + 4])
                index += 4
                if (0xD800..<0xDC00).contains(scalar) {
                    // The other half follows, with its own `\u`.
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + unit(text[index + 2..<index + 6]) - 0xDC00
                    index += 6
                }
                append(scalar, to: &resolved)
            }
            return resolved
        }

        private static func character(of letter: UInt8) -> UInt8 {
            switch letter {
            case UInt8(ascii: "b"): return 0x08
            case UInt8(ascii: "f"): return 0x0C
            case UInt8(ascii: "n"): return 0x0A
            case UInt8(ascii: "r"): return 0x0D
            case UInt8(ascii: "t"): return 0x09
            default: return letter
            }
        }

        private static func unit(_ digits: ArraySlice<UInt8>) -> UInt32 {
            return digits.reduce(0) { $0 << 4 | UInt32(value(of: $1) ?? 0) }
        }

        /// The value of a hexadecimal digit.
        static func value(of digit: UInt8) -> UInt8? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit - UInt8(ascii: "0")
            case UInt8(ascii: "A")...UInt8(ascii: "F"): return digit - UInt8(ascii: "A") + 10
            case UInt8(ascii: "a")...UInt8(ascii: "f"): return digit - UInt8(ascii: "a") + 10
            default: return nil
            }
        }

        private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
            let low = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
            switch scalar {
            case 0..<0x80:
                bytes.append(UInt8(truncatingIfNeeded: scalar))
            case 0x80..<0x800:
                bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
                bytes.append(low(0))
            case 0x800..<0x10000:
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
                bytes.append(low(6))
                bytes.append(low(0))
            default:
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                bytes.append(low(12))
                bytes.append(low(6))
                bytes.append(low(0))
            }
        }
    }
}
