// What the reader knows of the fields of a model.

/// The fields of a model, as its documents are checked for them. It is made by the generated code alone.
public struct WireFields: SendableIfAvailable {
    /// The fields, in the order of the spec.
    let fields: [Wire.Field]
    /// Whether fields that the model does not know are kept.
    let keepsOthers: Bool
    /// All that the fields are called, by their bytes.
    private let names: [Wire.FieldName]

    init(keepsOthers: Bool = false, _ fields: Wire.Field...) {
        self.fields = fields
        self.keepsOthers = keepsOthers
        var names: [Wire.FieldName] = []
        for (index, field) in fields.enumerated() {
            names.append(Wire.FieldName(bytes: Array(field.name.utf8), field: index, isAlias: false))
            for alias in field.aliases {
                names.append(Wire.FieldName(bytes: Array(alias.utf8), field: index, isAlias: true))
            }
        }
        self.names = names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// Whether a field is called so.
    func contains(_ name: String) -> Bool {
        return find(name) != nil
    }

    /// The field of this very name, aliases left aside.
    func field(named name: String) -> Int? {
        guard let found = find(name), !found.isAlias else { return nil }
        return found.field
    }

    private func find(_ name: String) -> Wire.FieldName? {
        var name = name
        return name.withUTF8 { find($0) }
    }

    /// Looks up what a field is called. Halving takes no longer for keys that somebody chose on purpose.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Wire.FieldName? {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].precedes(name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < names.count && names[low].isSame(name) ? names[low] : nil
    }
}

extension Wire {
    /// A field, as documents are checked for it.
    struct Field: SendableIfAvailable {
        let name: String
        let aliases: [String]
        let form: WireCheck.Type
        let isRequired: Bool
        /// Whether null is a value, and not absence.
        let acceptsNull: Bool

        /// A field that may be absent or null.
        static func optional(_ name: String, or aliases: String..., as form: WireCheck.Type) -> Field {
            return Field(name: name, aliases: aliases, form: form, isRequired: false, acceptsNull: true)
        }

        /// A field that has a value.
        static func required(_ name: String, or aliases: String..., as form: WireCheck.Type) -> Field {
            return Field(name: name, aliases: aliases, form: form, isRequired: true, acceptsNull: false)
        }

        /// A field that is there; null is a value of it.
        static func present(_ name: String, or aliases: String..., as form: WireCheck.Type) -> Field {
            return Field(name: name, aliases: aliases, form: form, isRequired: true, acceptsNull: true)
        }
    }

    /// What a field is called, or one of its aliases.
    struct FieldName: SendableIfAvailable {
        let bytes: [UInt8]
        let field: Int
        let isAlias: Bool

        func precedes(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
            return bytes.withUnsafeBufferPointer { $0.lexicographicallyPrecedes(name) }
        }

        func isSame(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
            return bytes.withUnsafeBufferPointer { $0.elementsEqual(name) }
        }
    }
}
