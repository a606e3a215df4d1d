// Which JSON values are scalars, dates and JSON values.

/// A value that is made of one JSON value.
protocol WireValue: Codable {
    /// Reports a JSON value that is none of these.
    static func check(_ node: Int, _ reader: inout Wire.Reader)
}

extension String: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        _ = reader.expect(.string, node)
    }
}

extension DateTime: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        String.check(node, &reader)
    }
}

extension CalendarDate: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        String.check(node, &reader)
    }
}

extension Bool: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        _ = reader.expect(.boolean, node)
    }
}

extension Int64: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        if reader.expect(.number, node), reader.document.number(node).integer == nil {
            reader.report(.type)
        }
    }
}

extension ExactDecimal: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        if reader.expect(.number, node), reader.document.number(node).decimal == nil {
            reader.report(.type)
        }
    }
}

extension JSONValue: WireValue {
    static func check(_ node: Int, _ reader: inout Wire.Reader) {
        switch reader.document[node].kind {
        case .array:
            reader.elements(of: node, as: Wire.Plain<JSONValue>.self)
        case .object:
            reader.members(ofJSON: node)
        case .number:
            if !reader.document.number(node).isFinite {
                reader.report(.type)
            }
        case .null, .boolean, .string:
            break
        }
    }
}
