// How values travel: each form checks, reads and writes values of one type.

/// A way to read and write values of one type.
protocol WireForm: WireCheck {
    associatedtype Value

    static func read(from decoder: Decoder) throws -> Value
    static func write(_ value: Value, to encoder: Encoder) throws
}

/// A form of values that read and write themselves.
protocol WireSelfForm: WireForm where Value: Codable {}

extension WireSelfForm {
    static func read(from decoder: Decoder) throws -> Value {
        return try Wire.value(from: decoder)
    }

    static func write(_ value: Value, to encoder: Encoder) throws {
        try value.encode(to: encoder)
    }
}

extension Wire {
    /// A scalar, a date or a JSON value.
    enum Plain<Value: WireValue>: WireSelfForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            Value.check(node, &reader)
        }
    }

    /// An object of the spec.
    enum Object<Value: WireModel>: WireSelfForm, WireMaker {
        static func check(_ node: Int, _ reader: inout Reader) {
            if reader.expect(.object, node) {
                reader.members(of: node, as: Value.wireFields)
                reader.setApart(node, as: Object.self)
            }
        }

        static func make(_ decoder: NodeDecoder) throws -> Any {
            return try Value(from: decoder)
        }
    }

    /// An enum of the spec.
    enum Choice<Value: OpenEnum>: WireSelfForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            String.check(node, &reader)
        }
    }

    /// A scalar that is read from the JSON type itself and from a string, and written as itself.
    enum Either<Value: WireScalar & WireValue>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            if reader.document[node].kind != .string {
                Value.check(node, &reader)
            } else if Value(wireText: reader.document.text(node)) == nil {
                reader.report(.encoding)
            }
        }

        static func read(from decoder: Decoder) throws -> Value {
            let container = try decoder.singleValueContainer()
            guard let text = try? container.decode(String.self) else { return try Value(from: decoder) }
            guard let value = Value(wireText: text) else {
                let description = "The text is not a \(Value.self)."
                throw DecodingError.dataCorruptedError(in: container, debugDescription: description)
            }
            return value
        }

        static func write(_ value: Value, to encoder: Encoder) throws {
            try value.encode(to: encoder)
        }
    }

    /// A scalar that is read from the JSON type itself and from a string, and written as a string.
    enum AsText<Value: WireScalar & WireValue>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            Either<Value>.check(node, &reader)
        }

        static func read(from decoder: Decoder) throws -> Value {
            return try Either<Value>.read(from: decoder)
        }

        static func write(_ value: Value, to encoder: Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value.wireText)
        }
    }

    /// A value or an explicit null.
    enum OrNull<Form: WireForm>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            if reader.document[node].kind != .null {
                Form.check(node, &reader)
            }
        }

        static func read(from decoder: Decoder) throws -> Nullable<Form.Value> {
            if try decoder.singleValueContainer().decodeNil() {
                return .null
            }
            return .value(try Form.read(from: decoder))
        }

        static func write(_ value: Nullable<Form.Value>, to encoder: Encoder) throws {
            switch value {
            case .null:
                var container = encoder.singleValueContainer()
                try container.encodeNil()
            case .value(let value):
                try Form.write(value, to: encoder)
            }
        }
    }

    /// A list.
    enum List<Form: WireForm>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            if reader.expect(.array, node) {
                reader.elements(of: node, as: Form.self)
            }
        }

        static func read(from decoder: Decoder) throws -> [Form.Value] {
            return try [Coded<Form>](from: decoder).map { $0.value }
        }

        static func write(_ list: [Form.Value], to encoder: Encoder) throws {
            try list.map { Coded<Form>(value: $0) }.encode(to: encoder)
        }
    }

    /// A list, whose only element may stand for it.
    enum OneOrMany<Form: WireForm>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            switch reader.document[node].kind {
            case .array: reader.elements(of: node, as: Form.self)
            case .null: reader.report(.type)
            default: reader.check(node, as: Form.self, at: .index(0))
            }
        }

        static func read(from decoder: Decoder) throws -> [Form.Value] {
            if (try? decoder.unkeyedContainer()) != nil {
                return try List<Form>.read(from: decoder)
            }
            return [try Form.read(from: decoder)]
        }

        static func write(_ list: [Form.Value], to encoder: Encoder) throws {
            try List<Form>.write(list, to: encoder)
        }
    }

    /// An object with any keys.
    enum Map<Form: WireForm>: WireForm {
        static func check(_ node: Int, _ reader: inout Reader) {
            if reader.expect(.object, node) {
                reader.entries(of: node, as: Form.self)
            }
        }

        static func read(from decoder: Decoder) throws -> StringMap<Form.Value> {
            return try StringMap<Coded<Form>>(from: decoder).mapValues { $0.value }
        }

        static func write(_ map: StringMap<Form.Value>, to encoder: Encoder) throws {
            try map.mapValues { Coded<Form>(value: $0) }.encode(to: encoder)
        }
    }

    /// A value that is coded in a form.
    struct Coded<Form: WireForm>: Codable {
        let value: Form.Value

        init(value: Form.Value) {
            self.value = value
        }

        init(from decoder: Decoder) throws {
            value = try Form.read(from: decoder)
        }

        func encode(to encoder: Encoder) throws {
            try Form.write(value, to: encoder)
        }
    }
}
