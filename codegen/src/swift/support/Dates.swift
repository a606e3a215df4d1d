// Dates and times stay the text that was received.

/// A point in time with its offset, RFC 3339: `2026-11-23T09:30:00+08:00`.
///
/// Reading never fails for the text: ``Validatable/validate()`` of the model reports one that is no point in time.
public struct DateTime: Hashable, Codable, LosslessStringConvertible, SendableIfAvailable {
    /// The text as received.
    public let text: String

    /// Keeps a text as it is.
    public init(_ text: String) {
        self.text = text
    }

    public init(from decoder: Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Whether the text is a point in time.
    public var isValid: Bool {
        return instant != nil
    }

    /// The text.
    public var description: String {
        return text
    }

    public static func == (left: DateTime, right: DateTime) -> Bool {
        return Wire.same(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        Wire.hash(text, into: &hasher)
    }
}

/// A day of the calendar: `2026-11-23`.
///
/// Reading never fails for the text: ``Validatable/validate()`` of the model reports one that is no day.
public struct CalendarDate: Hashable, Codable, LosslessStringConvertible, SendableIfAvailable {
    /// The text as received.
    public let text: String

    /// Keeps a text as it is.
    public init(_ text: String) {
        self.text = text
    }

    public init(from decoder: Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Whether the text is a day of the calendar.
    public var isValid: Bool {
        return day != nil
    }

    /// The text.
    public var description: String {
        return text
    }

    public static func == (left: CalendarDate, right: CalendarDate) -> Bool {
        return Wire.same(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        Wire.hash(text, into: &hasher)
    }
}
