//! Words that mean something in Swift, as of Swift 6.2 (2026), and words that the generated code takes itself.

/// Words that need backticks wherever they name a member.
const QUOTED: &[&str] = &[
    "Any",
    "Self",
    "as",
    "associatedtype",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "fileprivate",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "precedencegroup",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "unsafe",
    "var",
    "where",
    "while",
    "_",
];

/// Words that cannot name a member, or would surprise: they get `Value` behind them, `none` becomes `noValue`,
/// `hash` becomes `hashCode`.
/// On an optional, `.none` means nil; `.init` is a call; `.self` is the value; the others are members already.
const TAKEN: &[&str] = &[
    "action",
    "allCases",
    "customMirror",
    "debugDescription",
    "encode",
    "hash",
    "hashValue",
    "init",
    "isRecognized",
    "knownCases",
    "rawValue",
    "retry",
    "self",
    "validate",
];

/// Words that only enums' members take besides.
const TAKEN_BY_ENUMS: &[&str] = &["category", "description", "knownCase"];

/// Names of types that no type of a spec can have: Swift's own that the generated code uses or that would mislead,
/// and those of the support files.
const TYPES: &[&str] = &[
    // Swift.
    "Any",
    "AnyHashable",
    "AnyObject",
    "Array",
    "ArraySlice",
    "Bool",
    "CaseIterable",
    "Character",
    "Codable",
    "CodingKey",
    "CodingKeys",
    "CodingUserInfoKey",
    "Comparable",
    "CustomDebugStringConvertible",
    "CustomReflectable",
    "CustomStringConvertible",
    "Decodable",
    "Decoder",
    "DecodingError",
    "Dictionary",
    "Double",
    "Encodable",
    "Encoder",
    "EncodingError",
    "Equatable",
    "Error",
    "ExpressibleByDictionaryLiteral",
    "ExpressibleByIntegerLiteral",
    "ExpressibleByStringLiteral",
    "Float",
    "Foundation",
    "Hashable",
    "Hasher",
    "Int",
    "Int64",
    "KeyValuePairs",
    "KeyedDecodingContainer",
    "KeyedDecodingContainerProtocol",
    "KeyedEncodingContainer",
    "LosslessStringConvertible",
    "Mirror",
    "Never",
    "Optional",
    "Protocol",
    "RawRepresentable",
    "Result",
    "Self",
    "Sendable",
    "Set",
    "SingleValueDecodingContainer",
    "SingleValueEncodingContainer",
    "StaticString",
    "String",
    "Substring",
    "Swift",
    "Type",
    "UInt16",
    "UInt32",
    "UInt64",
    "UInt8",
    "Unicode",
    "UnkeyedDecodingContainer",
    "UnsafeBufferPointer",
    "UnsafeRawBufferPointer",
    "Void",
    // Support files.
    "APIOperation",
    "APIWebhook",
    "CalendarDate",
    "CallOutcome",
    "DateTime",
    "ExactDecimal",
    "Indirect",
    "JSONNumber",
    "JSONValue",
    "Nullable",
    "OpenEnum",
    "PathStep",
    "Redacting",
    "RetryAdvice",
    "SendableIfAvailable",
    "StringMap",
    "UnreadableDocument",
    "Validatable",
    "Validator",
    "Violation",
    "ViolationLimit",
    "Wire",
    "WireCheck",
    "WireFields",
    "WireForm",
    "WireMaker",
    "WireModel",
    "WireNumber",
    "WireScalar",
    "WireSelfForm",
    "WireText",
    "WireValue",
];

/// Modules of Swift and of its platforms: one of ours in their place would break who imports them.
const MODULES: &[&str] = &[
    "Builtin",
    "Combine",
    "CoreFoundation",
    "Cxx",
    "Darwin",
    "Dispatch",
    "Distributed",
    "Foundation",
    "FoundationEssentials",
    "FoundationInternationalization",
    "FoundationNetworking",
    "FoundationXML",
    "Glibc",
    "Musl",
    "ObjectiveC",
    "Observation",
    "RegexBuilder",
    "Security",
    "Swift",
    "SwiftUI",
    "Synchronization",
    "Testing",
    "UIKit",
    "XCTest",
];

/// Foundation's types that a vendor's may well be called like.
const FOUNDATION: &[&str] = &[
    "Bundle",
    "Calendar",
    "CharacterSet",
    "Data",
    "Date",
    "DateComponents",
    "DateFormatter",
    "DateInterval",
    "Decimal",
    "Dimension",
    "FileHandle",
    "FileManager",
    "Formatter",
    "HTTPCookie",
    "HTTPURLResponse",
    "Host",
    "IndexPath",
    "IndexSet",
    "InputStream",
    "JSONDecoder",
    "JSONEncoder",
    "JSONSerialization",
    "Locale",
    "Measurement",
    "NSObject",
    "Notification",
    "NotificationCenter",
    "NotificationQueue",
    "NumberFormatter",
    "Operation",
    "OperationQueue",
    "OutputStream",
    "PersonNameComponents",
    "Pipe",
    "Port",
    "Process",
    "ProcessInfo",
    "Progress",
    "PropertyListDecoder",
    "PropertyListEncoder",
    "RunLoop",
    "Scanner",
    "Stream",
    "Thread",
    "TimeInterval",
    "TimeZone",
    "Timer",
    "URL",
    "URLCache",
    "URLComponents",
    "URLCredential",
    "URLProtocol",
    "URLQueryItem",
    "URLRequest",
    "URLResponse",
    "URLSession",
    "UUID",
    "UndoManager",
    "Unit",
    "UserDefaults",
    "XMLParser",
];

/// Words that are written in capitals inside of names.
const ACRONYMS: &[&str] = &[
    "api", "cvv", "ds", "html", "http", "https", "id", "ip", "json", "mcc", "os", "sdk", "sku", "sms", "uri",
    "url", "uuid", "xml",
];

/// Whether a type cannot have this name.
pub(crate) fn is_reserved_type(name: &str) -> bool {
    TYPES.contains(&name) || QUOTED.contains(&name)
}

/// Whether the module cannot have this name: also where a type has it, which would hide the module.
pub(crate) fn is_reserved_module(name: &str) -> bool {
    MODULES.contains(&name) || is_reserved_type(name)
}

/// Whether a word is written in capitals inside of names.
pub(crate) fn is_acronym(word: &str) -> bool {
    ACRONYMS.contains(&word)
}

/// The name of a member, out of the way of what members cannot be called.
pub(crate) fn free_member(name: String) -> String {
    if name == "none" {
        "noValue".to_owned()
    } else if name == "hash" {
        // `hashValue` is taken as well.
        "hashCode".to_owned()
    } else if TAKEN.contains(&name.as_str()) {
        format!("{name}Value")
    } else {
        name
    }
}

/// The name of a property, out of the way of what properties cannot be called: `init(json:)` reads documents, and an
/// initialiser of that label for a field would be taken in its place.
pub(crate) fn free_property(name: String) -> String {
    if name == "json" { format!("{name}Value") } else { free_member(name) }
}

/// The name of an enum's case, out of the way of what cases cannot be called.
pub(crate) fn free_case(name: String) -> String {
    if TAKEN_BY_ENUMS.contains(&name.as_str()) { format!("{name}Value") } else { free_member(name) }
}

/// A name as it is written: in backticks where it is a word of the language.
pub(crate) fn quoted(name: &str) -> String {
    if QUOTED.contains(&name) { format!("`{name}`") } else { name.to_owned() }
}

/// A label of an argument as it is written: few words can't be one.
pub(crate) fn quoted_label(label: &str) -> String {
    if ["inout", "let", "var"].contains(&label) { format!("`{label}`") } else { label.to_owned() }
}

/// Whether Foundation, which a session imports beside the vendor's module, has a type of this name.
pub(crate) fn is_of_foundation(name: &str) -> bool {
    FOUNDATION.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_language_are_quoted_and_taken_ones_get_out_of_the_way() {
        assert_eq!(quoted("default"), "`default`");
        assert_eq!(quoted("async"), "async");
        assert_eq!(free_member("none".to_owned()), "noValue");
        assert_eq!(free_member("hash".to_owned()), "hashCode");
        assert_eq!(free_member("self".to_owned()), "selfValue");
        assert_eq!(free_member("description".to_owned()), "description");
        assert_eq!(free_property("json".to_owned()), "jsonValue");
        assert_eq!(free_case("json".to_owned()), "json");
        assert_eq!(free_case("description".to_owned()), "descriptionValue");
    }
}
