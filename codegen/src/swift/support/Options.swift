// Options of an SDK that takes a dictionary of texts.

extension String: WireScalar {
    init?(wireText: String) {
        self = wireText
    }

    var wireText: String {
        return self
    }
}

extension DateTime: WireScalar {
    init?(wireText: String) {
        self.init(wireText)
    }

    var wireText: String {
        return text
    }
}

extension CalendarDate: WireScalar {
    init?(wireText: String) {
        self.init(wireText)
    }

    var wireText: String {
        return text
    }
}

extension Dictionary where Key == String, Value == String {
    /// Takes an option out of the dictionary; one whose text is not of its type stays.
    mutating func takeOption<Option: WireScalar>(_ key: String) -> Option? {
        guard
            let index = index(forKey: key), Wire.same(self[index].key, key),
            let option = Option(wireText: self[index].value)
        else { return nil }
        remove(at: index)
        return option
    }

    /// Takes an option out of the dictionary.
    mutating func takeOption<Option: OpenEnum>(_ key: String) -> Option? {
        let text: String? = takeOption(key)
        return text.map { Option(rawValue: $0) }
    }

    /// Puts an option into the dictionary, unless it is absent.
    mutating func putOption<Option: WireScalar>(_ key: String, _ option: Option?) {
        guard let option = option else { return }
        removeValue(forKey: key)
        self[key] = option.wireText
    }

    /// Puts an option into the dictionary, unless it is absent.
    mutating func putOption<Option: OpenEnum>(_ key: String, _ option: Option?) {
        putOption(key, option?.rawValue)
    }
}
