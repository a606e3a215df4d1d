// Patterns run as tables that were made from the spec: no regex engine, linear time, the same verdict everywhere.

extension Wire {
    /// The table of one pattern. Numbers are digits of base 32, lowest first, that begin at the character `0`.
    struct Pattern {
        /// The pattern as the spec has it.
        let source: String
        private let start: Int
        private let dead: Int
        private let stride: Int
        private let classes: [UInt8]
        private let transitions: [UInt16]
        private let accepting: [Bool]

        /// Decodes a table.
        ///
        /// - Parameters:
        ///   - source: The pattern as the spec has it.
        ///   - start: The state to begin in.
        ///   - dead: The state from which nothing matches any more; -1 where there is none.
        ///   - stride: The number of columns.
        ///   - columns: Where a new column begins: pairs of a byte and the column of it and of those behind it.
        ///   - digits: How many digits a state has.
        ///   - transitions: A row of `stride` states per state.
        ///   - accepting: A digit per state: 1 where a text that ends in it matches.
        init(
            _ source: String, start: Int, dead: Int, stride: Int, columns: StaticString, digits: Int,
            transitions: StaticString, accepting: StaticString
        ) {
            self.source = source
            self.start = start
            self.dead = dead
            self.stride = stride
            self.classes = Pattern.classes(Pattern.numbers(columns, digits: 2))
            self.transitions = Pattern.numbers(transitions, digits: digits)
            self.accepting = Pattern.numbers(accepting, digits: 1).map { $0 == 1 }
        }

        /// Whether the pattern is found in the text.
        func isFound(in text: String) -> Bool {
            var text = text
            return text.withUTF8 { bytes in
                var state = start
                for byte in bytes {
                    state = Int(transitions[state * stride + Int(classes[Int(byte)])])
                    if state == dead {
                        return false
                    }
                }
                return accepting[state]
            }
        }

        private static func numbers(_ text: StaticString, digits: Int) -> [UInt16] {
            return text.withUTF8Buffer { bytes in
                var numbers: [UInt16] = []
                numbers.reserveCapacity(bytes.count / digits)
                for first in Swift.stride(from: 0, to: bytes.count, by: digits) {
                    var number: UInt16 = 0
                    for index in (first..<first + digits).reversed() {
                        number = number << 5 | UInt16(bytes[index] - 0x30)
                    }
                    numbers.append(number)
                }
                return numbers
            }
        }

        private static func classes(_ columns: [UInt16]) -> [UInt8] {
            var classes = [UInt8](repeating: 0, count: 256)
            for index in Swift.stride(from: 0, to: columns.count, by: 2) {
                for byte in Int(columns[index])..<256 {
                    classes[byte] = UInt8(columns[index + 1])
                }
            }
            return classes
        }
    }
}
