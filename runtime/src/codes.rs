//! The published codes of violations and the one English message of each. Rust and Swift print these very texts.

macro_rules! codes {
    ($($constant:ident = $code:literal, $message:literal;)*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $message)]
            pub const $constant: &str = $code;
        )*

        /// Every code with its message, in the order in which violations of one value are reported; reading errors
        /// come first. A broken rule has the code `rule:<id>` and the rule's own message, see [`rule_message`].
        pub const ALL: &[(&str, &str)] = &[$(($code, $message)),*];
    };
}

codes! {
    SYNTAX = "syntax", "This is not valid JSON.";
    DUPLICATE_KEY = "duplicateKey", "This key occurs more than once.";
    TYPE = "type", "This value has the wrong type.";
    ENCODING = "encoding", "This text does not encode a value of the expected type.";
    REQUIRED = "required", "This value is required.";
    CONST = "const", "This value is not the one allowed.";
    ENUM = "enum", "This value is not one of those allowed.";
    MIN_LENGTH = "minLength", "This text is too short.";
    MAX_LENGTH = "maxLength", "This text is too long.";
    PATTERN = "pattern", "This text does not match the pattern.";
    FORMAT = "format", "This text does not have the required format.";
    MINIMUM = "minimum", "This number is below the minimum.";
    EXCLUSIVE_MINIMUM = "exclusiveMinimum", "This number is not above the exclusive minimum.";
    MAXIMUM = "maximum", "This number is above the maximum.";
    EXCLUSIVE_MAXIMUM = "exclusiveMaximum", "This number is not below the exclusive maximum.";
    MULTIPLE_OF = "multipleOf", "This number is not a multiple of the required step.";
    MIN_ITEMS = "minItems", "This list has too few elements.";
    MAX_ITEMS = "maxItems", "This list has too many elements.";
    UNIQUE_ITEMS = "uniqueItems", "This list has equal elements.";
    MIN_PROPERTIES = "minProperties", "This map has too few entries.";
    MAX_PROPERTIES = "maxProperties", "This map has too many entries.";
}

/// What stands before a rule's id in the code of its violations.
pub const RULE_PREFIX: &str = "rule:";

/// The message of a code in [`ALL`].
///
/// ```
/// use wirewright::codes;
///
/// assert_eq!(codes::message(codes::REQUIRED), Some("This value is required."));
/// assert_eq!(codes::message("rule:card-needs-factor"), None);
/// ```
#[must_use]
pub fn message(code: &str) -> Option<&'static str> {
    ALL.iter().find(|(known, _)| *known == code).map(|(_, message)| *message)
}

/// The message of a rule that has no documentation of its own.
#[must_use]
pub fn rule_message(id: &str) -> String {
    format!("Rule `{id}` is not met.")
}
