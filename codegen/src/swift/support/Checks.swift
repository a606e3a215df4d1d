// One check per constraint. An absent value meets every constraint but `required`.

extension Validator {
    /// Reports an optional field that the API asks for.
    mutating func required<Value>(_ value: Value?, at step: PathStep) {
        if value == nil {
            report(.required, at: step)
        }
    }

    /// Reports the text of a closed enum that is none of its values.
    mutating func member<Value: OpenEnum>(_ value: Value) {
        if !value.isRecognized {
            report(Wire.Message.enumeration.code, Wire.Message.enumeration.text)
        }
    }

    // MARK: Fixed values

    mutating func constant(_ text: String?, _ expected: String, at step: PathStep) {
        guard let text = text, !Wire.same(text, expected) else { return }
        report(.constant, limit: .text(expected), at: step)
    }

    mutating func constant(_ value: Int64?, _ expected: Int64, at step: PathStep) {
        guard let value = value, value != expected else { return }
        report(.constant, limit: .integer(expected), at: step)
    }

    mutating func constant(_ value: ExactDecimal?, _ expected: ExactDecimal, at step: PathStep) {
        guard let value = value, value != expected else { return }
        report(.constant, limit: .text(expected.text), at: step)
    }

    mutating func constant(_ value: Bool?, _ expected: Bool, at step: PathStep) {
        guard let value = value, value != expected else { return }
        report(.constant, limit: .text(String(expected)), at: step)
    }

    mutating func oneOf(_ text: String?, _ expected: [String], at step: PathStep) {
        guard let text = text, !Wire.isOne(text, of: expected) else { return }
        report(.enumeration, at: step)
    }

    mutating func oneOf<Value: Equatable>(_ value: Value?, _ expected: [Value], at step: PathStep) {
        guard let value = value, !expected.contains(value) else { return }
        report(.enumeration, at: step)
    }

    // MARK: Texts

    /// Counts Unicode scalar values, as JSON Schema and the Rust twin do.
    mutating func minLength(_ text: String?, _ limit: Int64, at step: PathStep) {
        guard let text = text, Wire.isShorter(text, than: limit) else { return }
        report(.minLength, limit: .integer(limit), at: step)
    }

    /// Counts Unicode scalar values.
    mutating func maxLength(_ text: String?, _ limit: Int64, at step: PathStep) {
        guard let text = text, Wire.isLonger(text, than: limit) else { return }
        report(.maxLength, limit: .integer(limit), at: step)
    }

    mutating func pattern(_ text: String?, _ pattern: Wire.Pattern, at step: PathStep) {
        guard let text = text, !pattern.isFound(in: text) else { return }
        report(.pattern, limit: .text(pattern.source), at: step)
    }

    mutating func format(_ text: String?, _ format: Wire.Format, at step: PathStep) {
        guard let text = text, !format.accepts(text) else { return }
        report(.format, limit: .text(format.rawValue), at: step)
    }

    // MARK: Numbers

    mutating func minimum<Value: WireNumber>(_ value: Value?, _ limit: Value, at step: PathStep) {
        guard let value = value, value < limit else { return }
        report(.minimum, limit: limit.limit, at: step)
    }

    mutating func exclusiveMinimum<Value: WireNumber>(_ value: Value?, _ limit: Value, at step: PathStep) {
        guard let value = value, value <= limit else { return }
        report(.exclusiveMinimum, limit: limit.limit, at: step)
    }

    mutating func maximum<Value: WireNumber>(_ value: Value?, _ limit: Value, at step: PathStep) {
        guard let value = value, value > limit else { return }
        report(.maximum, limit: limit.limit, at: step)
    }

    mutating func exclusiveMaximum<Value: WireNumber>(_ value: Value?, _ limit: Value, at step: PathStep) {
        guard let value = value, value >= limit else { return }
        report(.exclusiveMaximum, limit: limit.limit, at: step)
    }

    mutating func multipleOf<Value: WireNumber>(_ value: Value?, _ unit: Value, at step: PathStep) {
        guard let value = value, !value.isMultiple(of: unit) else { return }
        report(.multipleOf, limit: unit.limit, at: step)
    }

    // MARK: Lists and maps

    mutating func minItems<Value>(_ list: [Value]?, _ limit: Int64, at step: PathStep) {
        guard let list = list, Int64(list.count) < limit else { return }
        report(.minItems, limit: .integer(limit), at: step)
    }

    mutating func maxItems<Value>(_ list: [Value]?, _ limit: Int64, at step: PathStep) {
        guard let list = list, Int64(list.count) > limit else { return }
        report(.maxItems, limit: .integer(limit), at: step)
    }

    mutating func uniqueItems<Value: Hashable>(_ list: [Value]?, at step: PathStep) {
        guard let list = list, Set(list).count < list.count else { return }
        report(.uniqueItems, at: step)
    }

    /// As `uniqueItems`, for elements that are or hold texts: those are compared byte by byte.
    mutating func uniqueTexts<Value: WireText>(_ list: [Value]?, at step: PathStep) {
        uniqueItems(list?.map { Wire.Exact(value: $0) }, at: step)
    }

    mutating func minProperties<Value>(_ map: StringMap<Value>?, _ limit: Int64, at step: PathStep) {
        guard let map = map, Int64(map.count) < limit else { return }
        report(.minProperties, limit: .integer(limit), at: step)
    }

    mutating func maxProperties<Value>(_ map: StringMap<Value>?, _ limit: Int64, at step: PathStep) {
        guard let map = map, Int64(map.count) > limit else { return }
        report(.maxProperties, limit: .integer(limit), at: step)
    }

    private mutating func report(_ message: Wire.Message, limit: ViolationLimit? = nil, at step: PathStep) {
        report(message.code, message.text, limit: limit, at: step)
    }
}

/// A number that can be held against a bound.
protocol WireNumber: Comparable {
    /// The number as the limit of a violation.
    var limit: ViolationLimit { get }

    func isMultiple(of unit: Self) -> Bool
}

extension Int64: WireNumber {
    var limit: ViolationLimit {
        return .integer(self)
    }
}

extension ExactDecimal: WireNumber {
    var limit: ViolationLimit {
        return .text(text)
    }
}

/// A text, or something made of texts, that is compared and hashed by its code points.
protocol WireText {
    static func same(_ left: Self, _ right: Self) -> Bool
    func hashExactly(into hasher: inout Hasher)
}

extension String: WireText {
    static func same(_ left: String, _ right: String) -> Bool {
        return Wire.same(left, right)
    }

    func hashExactly(into hasher: inout Hasher) {
        Wire.hash(self, into: &hasher)
    }
}

extension Optional: WireText where Wrapped: WireText {
    static func same(_ left: Wrapped?, _ right: Wrapped?) -> Bool {
        switch (left, right) {
        case (.some(let left), .some(let right)): return Wrapped.same(left, right)
        case (.none, .none): return true
        default: return false
        }
    }

    func hashExactly(into hasher: inout Hasher) {
        hasher.combine(self != nil)
        self?.hashExactly(into: &hasher)
    }
}

extension Nullable: WireText where Wrapped: WireText {
    static func same(_ left: Nullable, _ right: Nullable) -> Bool {
        return Optional<Wrapped>.same(left.value, right.value)
    }

    func hashExactly(into hasher: inout Hasher) {
        value.hashExactly(into: &hasher)
    }
}

extension Array: WireText where Element: WireText {
    static func same(_ left: [Element], _ right: [Element]) -> Bool {
        return left.count == right.count && zip(left, right).allSatisfy { Element.same($0, $1) }
    }

    func hashExactly(into hasher: inout Hasher) {
        hasher.combine(count)
        forEach { $0.hashExactly(into: &hasher) }
    }
}

extension StringMap: WireText where Value: WireText {
    static func same(_ left: StringMap, _ right: StringMap) -> Bool {
        return left.count == right.count
            && zip(left, right).allSatisfy { Wire.same($0.key, $1.key) && Value.same($0.value, $1.value) }
    }

    func hashExactly(into hasher: inout Hasher) {
        hasher.combine(count)
        for (key, value) in self {
            Wire.hash(key, into: &hasher)
            value.hashExactly(into: &hasher)
        }
    }
}

extension Wire {
    /// Counts only where the number of bytes does not decide: a scalar value has one to four.
    static func isShorter(_ text: String, than limit: Int64) -> Bool {
        let bytes = Int64(text.utf8.count)
        return bytes < limit || ((bytes + 3) / 4 < limit && Int64(text.unicodeScalars.count) < limit)
    }

    /// Counts only where the number of bytes does not decide.
    static func isLonger(_ text: String, than limit: Int64) -> Bool {
        let bytes = Int64(text.utf8.count)
        return bytes > limit && ((bytes + 3) / 4 > limit || Int64(text.unicodeScalars.count) > limit)
    }

    /// A value that is equal only to the same texts.
    struct Exact<Value: WireText>: Hashable {
        let value: Value

        static func == (left: Exact, right: Exact) -> Bool {
            return Value.same(left.value, right.value)
        }

        func hash(into hasher: inout Hasher) {
            value.hashExactly(into: &hasher)
        }
    }

    /// Whether texts, or what is made of texts, are the same bytes.
    static func sameTexts<Value: WireText>(_ left: Value, _ right: Value) -> Bool {
        return Value.same(left, right)
    }

    // MARK: Conditions of rules: an absent value fails each of them

    static func isOne(_ text: String?, of expected: [String]) -> Bool {
        guard let text = text else { return false }
        return expected.contains { same($0, text) }
    }

    static func isOne<Value: Equatable>(_ value: Value?, of expected: [Value]) -> Bool {
        guard let value = value else { return false }
        return expected.contains(value)
    }

    /// Whether both values are there and compare as said.
    static func holds<Value>(_ left: Value?, _ comparison: (Value, Value) -> Bool, _ right: Value?) -> Bool {
        guard let left = left, let right = right else { return false }
        return comparison(left, right)
    }

    /// Whether both values are there and do not compare as said.
    static func fails<Value>(_ left: Value?, _ comparison: (Value, Value) -> Bool, _ right: Value?) -> Bool {
        guard let left = left, let right = right else { return false }
        return !comparison(left, right)
    }

    /// How many of the conditions hold.
    static func count(_ conditions: Bool...) -> Int {
        return conditions.filter { $0 }.count
    }
}
