// Enums that grow without breaking anybody.

/// An enum that keeps a text it does not know.
///
/// Texts are compared byte by byte: the `==` of `String` takes texts for equal that are written differently.
public protocol OpenEnum: RawRepresentable, Hashable, Codable, CustomStringConvertible, SendableIfAvailable
where RawValue == String {
    /// The value of a text; never fails, since an unknown text is kept.
    init(rawValue: String)

    /// Every value known to this file, in the order of the spec.
    static var knownCases: [Self] { get }

    /// What to do when the value is met; nil where nothing is documented.
    var action: String? { get }

    /// Whether the same call may be made again; nil where nothing is documented.
    var retry: RetryAdvice? { get }
}

/// Whether and how a call that ended with a code may be repeated.
public enum RetryAdvice: String, Hashable, SendableIfAvailable {
    /// The same request ends the same way.
    case never
    /// Send the same request again, with the same idempotency key.
    case same
    /// Send a corrected or new request, with a new idempotency key.
    case new
}

extension OpenEnum {
    /// The known value of a text.
    static func knownCase(of text: String) -> Self? {
        return knownCases.first { $0.rawValue.utf8.elementsEqual(text.utf8) }
    }

    /// Whether the text is one that this file knows.
    public var isRecognized: Bool {
        return Self.knownCase(of: rawValue) != nil
    }

    public var action: String? {
        return nil
    }

    public var retry: RetryAdvice? {
        return nil
    }

    /// The text.
    public var description: String {
        return rawValue
    }

    public static func == (left: Self, right: Self) -> Bool {
        return left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
    }

    public static func != (left: Self, right: Self) -> Bool {
        return !(left == right)
    }

    public func hash(into hasher: inout Hasher) {
        Wire.hash(rawValue, into: &hasher)
    }

    public init(from decoder: Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// Helpers of the generated code that are no part of the package's interface.
enum Wire {
    /// Hashes the bytes of a text.
    static func hash(_ text: String, into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }

    /// Whether two texts are the same bytes.
    static func same(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { right in left.elementsEqual(right) } }
    }

    /// Whether a text stands before another by its bytes.
    static func precedes(_ left: String, _ right: String) -> Bool {
        var (left, right) = (left, right)
        return left.withUTF8 { left in right.withUTF8 { right in left.lexicographicallyPrecedes(right) } }
    }
}
