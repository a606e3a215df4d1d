// The formats of texts, without Foundation, with the grammar of the Rust twin.

extension Wire {
    /// The form of a text.
    enum Format: String {
        case dateTime = "date-time"
        case date = "date"
        case uri = "uri"
        case iso4217 = "iso4217"
        case iso3166Alpha2 = "iso3166-1-alpha2"

        /// Whether a text has the form.
        func accepts(_ text: String) -> Bool {
            switch self {
            case .dateTime: return DateTime(text).isValid
            case .date: return CalendarDate(text).isValid
            case .uri: return Format.isURI(Array(text.utf8))
            case .iso4217: return Codes.contains(text, in: Codes.currencies, length: 3)
            case .iso3166Alpha2: return Codes.contains(text, in: Codes.countries, length: 2)
            }
        }

        /// A scheme, a colon and something after it without spaces and control characters.
        private static func isURI(_ bytes: [UInt8]) -> Bool {
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
            guard let first = bytes.first, Format.isLetter(first), colon + 1 < bytes.count else { return false }
            return bytes[..<colon].allSatisfy {
                Format.isLetter($0) || Format.isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0)
            } && bytes[(colon + 1)...].allSatisfy { $0 > 0x20 && $0 != 0x7F }
        }

        private static func isLetter(_ byte: UInt8) -> Bool {
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    /// Codes of a fixed length, one behind the other, in order.
    enum Codes {
        static func contains(_ text: String, in codes: StaticString, length: Int) -> Bool {
            let wanted = Array(text.utf8)
            guard wanted.count == length else { return false }
            return codes.withUTF8Buffer { bytes in
                stride(from: 0, to: bytes.count, by: length + 1).contains { start in
                    bytes[start..<start + length].elementsEqual(wanted)
                }
            }
        }
    }

    /// A point in time.
    struct Instant: Comparable {
        /// Since 1970-01-01T00:00:00Z, leap seconds not counted; may be negative.
        let seconds: Int64
        /// The digits behind the decimal point, without zeros at the end.
        let fractionDigits: [UInt8]

        /// What is left of a second, as a float.
        var fraction: Double {
            return fractionDigits.reversed().reduce(0) { ($0 + Double($1)) / 10 }
        }

        static func < (left: Instant, right: Instant) -> Bool {
            return left.seconds != right.seconds
                ? left.seconds < right.seconds
                : left.fractionDigits.lexicographicallyPrecedes(right.fractionDigits)
        }
    }

    /// Reads numbers of a fixed number of digits.
    struct Scanner {
        private let bytes: [UInt8]
        private(set) var index = 0

        init(_ text: String) {
            bytes = Array(text.utf8)
        }

        var isAtEnd: Bool {
            return index == bytes.count
        }

        mutating func next() -> UInt8? {
            guard index < bytes.count else { return nil }
            index += 1
            return bytes[index - 1]
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
            index += 1
            return true
        }

        mutating func number(digits: Int) -> Int64? {
            var number: Int64 = 0
            for _ in 0..<digits {
                guard let digit = nextDigit() else { return nil }
                number = number * 10 + Int64(digit)
            }
            return number
        }

        mutating func nextDigit() -> UInt8? {
            guard index < bytes.count, (0x30...0x39).contains(bytes[index]) else { return nil }
            index += 1
            return bytes[index - 1] - 0x30
        }

        /// Days since 1970-01-01.
        mutating func day() -> Int64? {
            guard
                let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
                let day = number(digits: 2), (1...12).contains(month),
                (1...Scanner.days(in: month, of: year)).contains(day)
            else { return nil }
            // Counts years from March, so that the leap day comes last (Howard Hinnant's days_from_civil).
            let shifted = month > 2 ? year : year - 1
            let era = (shifted >= 0 ? shifted : shifted - 399) / 400
            let yearOfEra = shifted - era * 400
            let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
            let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            return era * 146_097 + dayOfEra - 719_468
        }

        private static func days(in month: Int64, of year: Int64) -> Int64 {
            switch month {
            case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
            case 4, 6, 9, 11: return 30
            default: return 31
            }
        }
    }
}

extension CalendarDate {
    /// Days since 1970-01-01; nil where the text is no day.
    var day: Int64? {
        var scanner = Wire.Scanner(text)
        guard let day = scanner.day(), scanner.isAtEnd else { return nil }
        return day
    }
}

extension DateTime {
    /// The point in time; nil where the text is none.
    var instant: Wire.Instant? {
        var scanner = Wire.Scanner(text)
        guard
            let day = scanner.day(), scanner.skip("T") || scanner.skip("t"),
            let hour = scanner.number(digits: 2), hour < 24, scanner.skip(":"),
            let minute = scanner.number(digits: 2), minute < 60, scanner.skip(":"),
            let second = scanner.number(digits: 2), second <= 60,
            let fraction = DateTime.fraction(&scanner), let offset = DateTime.offset(&scanner), scanner.isAtEnd
        else { return nil }
        let instant = (day * 24 + hour) * 60 + minute - offset
        // A leap second ends a day in UTC, nobody knows in advance which; it counts as the second after it.
        let minuteOfDay = (instant % 1440 + 1440) % 1440
        guard second < 60 || minuteOfDay == 1439 else { return nil }
        return Wire.Instant(seconds: instant * 60 + second, fractionDigits: fraction)
    }

    /// The digits behind the point, without zeros at the end; nil for a point without digits.
    private static func fraction(_ scanner: inout Wire.Scanner) -> [UInt8]? {
        guard scanner.skip(".") else { return [] }
        var digits: [UInt8] = []
        while let digit = scanner.nextDigit() {
            digits.append(digit)
        }
        guard !digits.isEmpty else { return nil }
        while digits.last == 0 {
            digits.removeLast()
        }
        return digits
    }

    /// Minutes east of Greenwich.
    private static func offset(_ scanner: inout Wire.Scanner) -> Int64? {
        if scanner.skip("Z") || scanner.skip("z") {
            return 0
        }
        let isWest = scanner.skip("-")
        guard
            isWest || scanner.skip("+"), let hours = scanner.number(digits: 2), hours < 24, scanner.skip(":"),
            let minutes = scanner.number(digits: 2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
}
