// Validation: what is wrong, where, and the one pass that finds all of it.

/// Something that a value must meet and does not.
public struct Violation: Hashable, CustomStringConvertible, SendableIfAvailable {
    /// The place of the value in its document: a JSON Pointer of RFC 6901, such as `/order/goods/0/goodsName`.
    public let pointer: String
    /// What was violated: `required`, `maxLength`, …, or `rule:<id>`.
    public let code: String
    /// One fixed text per code; never contains the value.
    public let message: String
    /// What the value was held against; nil where the code says everything.
    public let limit: ViolationLimit?

    /// `pointer: message (code, limit)`
    public var description: String {
        let suffix = limit.map { ", \($0)" } ?? ""
        return "\(pointer): \(message) (\(code)\(suffix))"
    }
}

/// What a value was held against.
public enum ViolationLimit: Hashable, CustomStringConvertible, SendableIfAvailable {
    /// A length, a count or the bound of an integer.
    case integer(Int64)
    /// A text, a pattern, a format or the bound of a decimal.
    case text(String)

    /// The limit as text.
    public var description: String {
        switch self {
        case .integer(let value): return String(value)
        case .text(let text): return text
        }
    }
}

/// A value that can tell what is wrong with it.
public protocol Validatable {
    /// Adds what is wrong with the value to `validator`, which stands at the value.
    func validate(into validator: inout Validator)
}

extension Validatable {
    public func validate(into validator: inout Validator) {}

    /// Everything that is wrong with the value, in the order of the spec; empty where nothing is.
    public func validate() -> [Violation] {
        var validator = Validator()
        validate(into: &validator)
        return validator.violations
    }
}

/// One step of the way from a document's root to a value.
public enum PathStep: Hashable, ExpressibleByStringLiteral, SendableIfAvailable {
    /// A member of an object.
    case field(String)
    /// An element of a list.
    case index(Int)

    /// A member of an object.
    public init(stringLiteral name: String) {
        self = .field(name)
    }
}

/// Collects violations and knows where it stands.
public struct Validator {
    private var found: [Violation] = []
    private var path: [PathStep] = []
    /// How many values are being validated, each within the one before: all of them stand on the stack.
    private var depth = 0
    private var postponed: [Postponed] = []

    /// A value that stands deep. It is validated once those around it are done, so that no document needs more of the
    /// stack than a thread of an app has.
    private struct Postponed {
        /// How many violations stand before its own.
        let index: Int
        let path: [PathStep]
        let validate: (inout Validator) -> Void
    }

    private static let deepest = 16

    /// Stands at the root of a document.
    public init() {}

    /// What was found so far.
    public var violations: [Violation] {
        guard !postponed.isEmpty else { return found }
        var all: [Violation] = []
        var start = 0
        for one in postponed {
            var validator = Validator()
            validator.path = one.path
            one.validate(&validator)
            all += found[start..<one.index] + validator.violations
            start = one.index
        }
        return all + found[start...]
    }

    /// Validates a value that stands `step` below.
    public mutating func nested<Value: Validatable>(_ value: Value?, at step: PathStep) {
        guard let value = value else { return }
        path.append(step)
        depth += 1
        if depth > Validator.deepest {
            let validate = { (validator: inout Validator) in value.validate(into: &validator) }
            postponed.append(Postponed(index: found.count, path: path, validate: validate))
        } else {
            value.validate(into: &self)
        }
        depth -= 1
        path.removeLast()
    }

    /// Validates the elements of a list that stands `step` below.
    public mutating func nested<Value: Validatable>(_ list: [Value]?, at step: PathStep) {
        elements(of: list, at: step) { validator, element, index in validator.nested(element, at: index) }
    }

    /// Validates the values of a map that stands `step` below.
    public mutating func nested<Value: Validatable>(_ map: StringMap<Value>?, at step: PathStep) {
        entries(of: map, at: step) { validator, value, key in validator.nested(value, at: key) }
    }

    /// Visits the elements of a list that stands `step` below.
    mutating func elements<Value>(
        of list: [Value]?, at step: PathStep, _ visit: (inout Validator, Value, PathStep) -> Void
    ) {
        guard let list = list else { return }
        path.append(step)
        for (index, element) in list.enumerated() {
            visit(&self, element, .index(index))
        }
        path.removeLast()
    }

    /// Visits the values of a map that stands `step` below, by the bytes of their keys.
    mutating func entries<Value>(
        of map: StringMap<Value>?, at step: PathStep, _ visit: (inout Validator, Value, PathStep) -> Void
    ) {
        guard let map = map else { return }
        path.append(step)
        for (key, value) in map {
            visit(&self, value, .field(key))
        }
        path.removeLast()
    }

    /// Adds a violation at the place `steps` below; without steps at the value itself.
    public mutating func report(
        _ code: String, _ message: String, limit: ViolationLimit? = nil, at steps: PathStep...
    ) {
        let pointer = (path + steps).map(Validator.token).joined()
        found.append(Violation(pointer: pointer, code: code, message: message, limit: limit))
    }

    /// Adds a violation of a rule at the place `steps` below; without steps at the object itself.
    mutating func report(_ rule: Wire.Rule, at steps: PathStep...) {
        let pointer = (path + steps).map(Validator.token).joined()
        found.append(Violation(pointer: pointer, code: "rule:" + rule.id, message: rule.message, limit: nil))
    }

    /// The token of a step, escaped as RFC 6901 asks.
    static func token(_ step: PathStep) -> String {
        switch step {
        case .index(let index):
            return "/\(index)"
        case .field(let name):
            var token: String.UnicodeScalarView = "/".unicodeScalars
            for scalar in name.unicodeScalars {
                switch scalar {
                case "~": token.append(contentsOf: "~0".unicodeScalars)
                case "/": token.append(contentsOf: "~1".unicodeScalars)
                default: token.append(scalar)
                }
            }
            return String(token)
        }
    }
}

extension Wire {
    /// A rule across fields.
    struct Rule {
        let id: String
        let message: String

        init(_ id: String, _ message: String) {
            self.id = id
            self.message = message
        }
    }
}
