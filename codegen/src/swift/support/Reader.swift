// The check of a document: everything in it that can't be read, in the order of the model.

/// A type that documents are checked for.
protocol WireCheck: SendableIfAvailable {
    /// Reports what can't be read of a value.
    static func check(_ node: Int, _ reader: inout Wire.Reader)
}

/// A type whose values are made one by one.
protocol WireMaker {
    static func make(_ decoder: Wire.NodeDecoder) throws -> Any
}

extension Wire {
    /// Goes through a document as a type asks for it.
    struct Reader {
        /// One step of the way to a value. Texts are made only where there is something to report.
        enum Step {
            case field(String)
            case index(Int)
            /// The node of a key.
            case key(Int)
        }

        let document: Document
        private(set) var violations: [Violation] = []
        private var path: [Step] = []

        init(_ document: Document) {
            self.document = document
        }

        /// Checks a value, unless nothing can be read of it.
        mutating func check(_ node: Int, as form: WireCheck.Type) {
            if document[node].isUnreadable {
                report(.syntax)
            } else {
                form.check(node, &self)
            }
        }

        /// Checks a value that stands `step` below.
        mutating func check(_ node: Int, as form: WireCheck.Type, at step: Step) {
            path.append(step)
            check(node, as: form)
            path.removeLast()
        }

        /// Asks for a kind of value; reports any other.
        mutating func expect(_ kind: Node.Kind, _ node: Int) -> Bool {
            if document[node].kind != kind {
                report(.type)
                return false
            }
            return true
        }

        /// Adds a violation at the value.
        mutating func report(_ message: Message) {
            let pointer = path.map { Validator.token(pathStep($0)) }.joined()
            violations.append(Violation(pointer: pointer, code: message.code, message: message.text, limit: nil))
        }

        private mutating func report(_ message: Message, at step: Step) {
            path.append(step)
            report(message)
            path.removeLast()
        }

        private func pathStep(_ step: Step) -> PathStep {
            switch step {
            case .field(let name): return .field(name)
            case .index(let index): return .index(index)
            case .key(let node): return .field(document.text(node))
            }
        }

        // MARK: Lists

        /// Checks the elements of an array.
        mutating func elements(of list: Int, as form: WireCheck.Type) {
            var node = list + 1
            var index = 0
            while node < document.next(after: list) {
                check(node, as: form, at: .index(index))
                node = document.next(after: node)
                index += 1
            }
        }

        // MARK: Objects

        /// Stands for the value of a field that is there more than once.
        private static let several = -1

        /// Checks the members of an object for the fields of a model.
        mutating func members(of object: Int, as fields: WireFields) {
            var values = [Int](repeating: 0, count: fields.fields.count)
            var others: [Int] = []
            var key = object + 1
            while key < document.next(after: object) {
                if let field = document.withText(key, { fields.find($0) })?.field {
                    values[field] = values[field] == 0 ? key + 1 : Reader.several
                } else if fields.keepsOthers {
                    others.append(key)
                }
                key = document.next(after: key + 1)
            }
            for (field, value) in zip(fields.fields, values) {
                check(value, of: field)
            }
            others = inOrder(others)
            for key in others {
                check(key + 1, as: Plain<JSONValue>.self, at: .key(key))
            }
            document.keep(fields, values, others, of: object)
        }

        /// So many levels are decoded in one go.
        private static let levels = 16

        /// Has an object made before those around it, where it stands deep: decoders call themselves, and a thread's
        /// stack may be small.
        func setApart(_ object: Int, as form: WireMaker.Type) {
            if !path.isEmpty && path.count % Reader.levels == 0 {
                document.setApart(object, as: form)
            }
        }

        private mutating func check(_ value: Int, of field: Field) {
            let isNull = value > 0 && document[value].kind == .null
            if value == Reader.several {
                report(.duplicateKey, at: .field(field.name))
            } else if value == 0 || (isNull && !field.acceptsNull) {
                if field.isRequired {
                    report(.required, at: .field(field.name))
                }
            } else if !isNull {
                check(value, as: field.form, at: .field(field.name))
            }
        }

        /// Checks the members of an object for the entries of a map.
        mutating func entries(of map: Int, as form: WireCheck.Type) {
            let keys = inOrder(self.keys(of: map))
            var index = 0
            while index < keys.count {
                let key = keys[index]
                let first = index
                repeat {
                    index += 1
                } while index < keys.count && isSame(keys[index], key)
                if index - first > 1 {
                    report(.duplicateKey, at: .key(key))
                } else {
                    check(key + 1, as: form, at: .key(key))
                }
            }
            document.keep(nil, [], keys, of: map)
        }

        /// Checks the members of an object in a JSON value, in the order of the document.
        mutating func members(ofJSON object: Int) {
            for key in keys(of: object) {
                check(key + 1, as: Plain<JSONValue>.self, at: .key(key))
            }
        }

        private func keys(of object: Int) -> [Int] {
            var keys: [Int] = []
            var key = object + 1
            while key < document.next(after: object) {
                keys.append(key)
                key = document.next(after: key + 1)
            }
            return keys
        }

        /// Keys by their bytes, those that are equal by their place.
        private func inOrder(_ keys: [Int]) -> [Int] {
            return keys.sorted { left, right in
                precedes(left, right) || (left < right && isSame(left, right))
            }
        }

        private func precedes(_ left: Int, _ right: Int) -> Bool {
            return document.withText(left) { left in
                document.withText(right) { right in left.lexicographicallyPrecedes(right) }
            }
        }

        private func isSame(_ left: Int, _ right: Int) -> Bool {
            return document.withText(left) { left in
                document.withText(right) { right in left.elementsEqual(right) }
            }
        }
    }
}
