// The grammar of JSON, RFC 8259 in UTF-8: one pass over the bytes, without recursion, however deep values stand.

extension Wire {
    /// Goes through a text and notes its values.
    struct Grammar {
        /// How many levels of arrays and objects are read.
        private static let levels = 128

        private let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0
        /// Arrays and objects that are open, outermost first.
        private var open: [Int] = []
        /// The values, in the order of the text.
        private(set) var nodes: [Node] = []

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
        }

        /// Whether the whole text is one JSON value.
        mutating func isDocument() -> Bool {
            skipSpace()
            guard value() else { return false }
            while let container = open.last {
                guard step(in: container) else { return false }
            }
            skipSpace()
            return position == bytes.count
        }

        /// The next byte; at the end 0, which stands nowhere in JSON.
        private var next: UInt8 {
            return position < bytes.count ? bytes[position] : 0
        }

        private mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard UInt32(next) == character.value else { return false }
            position += 1
            return true
        }

        private mutating func skipSpace() {
            while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 {
                position += 1
            }
        }

        /// What follows in an array or object: its end, or its next element or member.
        private mutating func step(in container: Int) -> Bool {
            let isObject = nodes[container].kind == .object
            let isFirst = nodes.count == container + 1
            skipSpace()
            if skip(isObject ? "}" : "]") {
                nodes[container].next = UInt32(nodes.count)
                open.removeLast()
                return true
            }
            if !isFirst {
                guard skip(",") else { return false }
                skipSpace()
            }
            if isObject {
                let key = nodes.count
                guard next == UInt8(ascii: "\""), string() else { return false }
                if nodes[key].isUnreadable {
                    nodes[container].isUnreadable = true
                }
                skipSpace()
                guard skip(":") else { return false }
                skipSpace()
            }
            return value()
        }

        /// A value: a scalar as a whole, of an array or object the beginning.
        private mutating func value() -> Bool {
            switch next {
            case UInt8(ascii: "{"): return begin(.object)
            case UInt8(ascii: "["): return begin(.array)
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "t"): return word("true", .boolean)
            case UInt8(ascii: "f"): return word("false", .boolean)
            case UInt8(ascii: "n"): return word("null", .null)
            default: return number()
            }
        }

        private mutating func begin(_ kind: Node.Kind) -> Bool {
            let isTooDeep = open.count >= Grammar.levels
            open.append(nodes.count)
            note(kind, from: position, isUnreadable: isTooDeep)
            position += 1
            return true
        }

        private mutating func note(
            _ kind: Node.Kind, from start: Int, hasEscapes: Bool = false, isUnreadable: Bool = false
        ) {
            let isContainer = kind == .array || kind == .object
            nodes.append(
                Node(
                    kind: kind, hasEscapes: hasEscapes, isUnreadable: isUnreadable, start: UInt32(start),
                    end: isContainer ? Node.unknown : UInt32(position), next: UInt32(nodes.count + 1)))
        }

        private mutating func word(_ word: StaticString, _ kind: Node.Kind) -> Bool {
            let start = position
            for offset in 0..<word.utf8CodeUnitCount {
                guard next == word.utf8Start[offset] else { return false }
                position += 1
            }
            note(kind, from: start)
            return true
        }

        private mutating func number() -> Bool {
            let start = position
            _ = skip("-")
            guard skip("0") || digits() else { return false }
            if skip(".") {
                guard digits() else { return false }
            }
            if skip("e") || skip("E") {
                _ = skip("+") || skip("-")
                guard digits() else { return false }
            }
            note(.number, from: start)
            return true
        }

        /// One digit or more.
        private mutating func digits() -> Bool {
            let start = position
            while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
                position += 1
            }
            return position > start
        }

        private mutating func string() -> Bool {
            let start = position
            var hasEscapes = false
            var hasHalves = false
            position += 1
            while true {
                switch next {
                case UInt8(ascii: "\""):
                    position += 1
                    note(.string, from: start, hasEscapes: hasEscapes, isUnreadable: hasHalves)
                    return true
                case UInt8(ascii: "\\"):
                    hasEscapes = true
                    guard escape(&hasHalves) else { return false }
                case 0x20..<0x80:
                    position += 1
                case 0x80...0xFF:
                    guard scalar() else { return false }
                default:
                    return false
                }
            }
        }

        private mutating func escape(_ hasHalves: inout Bool) -> Bool {
            position += 1
            let letter = next
            position += 1
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                return true
            case UInt8(ascii: "u"):
                guard let unit = unit() else { return false }
                if (0xD800..<0xE000).contains(unit) && !(unit < 0xDC00 && skipLowHalf()) {
                    hasHalves = true
                }
                return true
            default:
                return false
            }
        }

        /// Four hexadecimal digits.
        private mutating func unit() -> UInt32? {
            var unit: UInt32 = 0
            for _ in 0..<4 {
                guard let digit = Escapes.value(of: next) else { return nil }
                unit = unit << 4 | UInt32(digit)
                position += 1
            }
            return unit
        }

        /// Goes over the second half of a surrogate pair, if it is there.
        private mutating func skipLowHalf() -> Bool {
            let start = position
            if skip("\\"), skip("u"), let low = unit(), (0xDC00..<0xE000).contains(low) {
                return true
            }
            position = start
            return false
        }

        /// A character beyond ASCII: no bytes that could be fewer, no surrogates, nothing beyond U+10FFFF.
        private mutating func scalar() -> Bool {
            let first = next
            position += 1
            switch first {
            case 0xC2...0xDF: return follow(0x80...0xBF)
            case 0xE0: return follow(0xA0...0xBF) && follow(0x80...0xBF)
            case 0xED: return follow(0x80...0x9F) && follow(0x80...0xBF)
            case 0xE1...0xEF: return follow(0x80...0xBF) && follow(0x80...0xBF)
            case 0xF0: return follow(0x90...0xBF) && follow(0x80...0xBF) && follow(0x80...0xBF)
            case 0xF1...0xF3: return follow(0x80...0xBF) && follow(0x80...0xBF) && follow(0x80...0xBF)
            case 0xF4: return follow(0x80...0x8F) && follow(0x80...0xBF) && follow(0x80...0xBF)
            default: return false
            }
        }

        private mutating func follow(_ allowed: Swift.ClosedRange<UInt8>) -> Bool {
            guard allowed.contains(next) else { return false }
            position += 1
            return true
        }
    }
}
