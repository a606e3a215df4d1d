// Values that must not reach logs.

/// A model with sensitive fields: printing, dumping and mirroring it shows `[redacted]` in their place.
protocol Redacting: CustomDebugStringConvertible, CustomReflectable {}

extension Redacting {
    /// The fields, `[redacted]` in place of those that are sensitive.
    public var debugDescription: String {
        let fields = customMirror.children.map { "\($0.label ?? "_"): \($0.value)" }
        return "\(Self.self)(\(fields.joined(separator: ", ")))"
    }
}

extension Wire {
    /// What stands in the place of a sensitive value.
    struct Redacted: CustomStringConvertible, CustomReflectable {
        var description: String {
            return "[redacted]"
        }

        var customMirror: Mirror {
            return Mirror(self, children: [])
        }
    }
}
