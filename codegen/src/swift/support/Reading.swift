// Reading documents: all that can't be read is reported, not only the first mistake.

/// A document that does not fit its type.
public struct UnreadableDocument: Error, Hashable, CustomStringConvertible, SendableIfAvailable {
    /// All that can't be read, in the order of the spec: codes `syntax`, `duplicateKey`, `type`, `encoding` and
    /// `required`.
    public let violations: [Violation]

    /// A line for each violation.
    public var description: String {
        return violations.map { $0.description }.joined(separator: "\n")
    }
}

extension WireModel {
    /// Reads a JSON document. Throws ``UnreadableDocument``, with all that can't be read.
    public init(json text: String) throws {
        self = try Wire.read(Array(text.utf8), as: Wire.Object<Self>.self)
    }

    /// Reads a JSON document in UTF-8. Throws ``UnreadableDocument``, with all that can't be read.
    public init<Bytes: Swift.Sequence>(json bytes: Bytes) throws where Bytes.Element == UInt8 {
        self = try Wire.read(Array(bytes), as: Wire.Object<Self>.self)
    }
}

extension OpenEnum {
    /// Reads a JSON document. Throws ``UnreadableDocument``, with all that can't be read.
    public init(json text: String) throws {
        self = try Wire.read(Array(text.utf8), as: Wire.Choice<Self>.self)
    }

    /// Reads a JSON document in UTF-8. Throws ``UnreadableDocument``, with all that can't be read.
    public init<Bytes: Swift.Sequence>(json bytes: Bytes) throws where Bytes.Element == UInt8 {
        self = try Wire.read(Array(bytes), as: Wire.Choice<Self>.self)
    }
}

extension Wire {
    /// Finds the values, checks them, and makes the model only where nothing is wrong.
    static func read<Form: WireForm>(_ bytes: [UInt8], as form: Form.Type) throws -> Form.Value {
        guard let document = Document(bytes) else {
            let message = Message.syntax
            let violation = Violation(pointer: "", code: message.code, message: message.text, limit: nil)
            throw UnreadableDocument(violations: [violation])
        }
        var reader = Reader(document)
        reader.check(0, as: form)
        guard reader.violations.isEmpty else { throw UnreadableDocument(violations: reader.violations) }
        try document.makeApart()
        return try Form.read(from: NodeDecoder(document: document, node: 0))
    }
}
