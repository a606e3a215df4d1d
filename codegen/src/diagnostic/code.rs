//! The published table of diagnostic codes. A code is never given another meaning.
//!
//! WW01xx reading files and YAML, WW02xx shape of the spec, WW03xx names and references, WW04xx constraints, examples
//! and defaults, WW05xx rules, WW06xx names in the generated code, WW07xx files and configuration.

use std::fmt;
use std::str::FromStr;

/// Whether a diagnostic stops the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// It is reported, and the run goes on.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $summary:literal, $explanation:literal;)*) => {
        /// What kind of mistake a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!($id, ": ", $summary)] $name,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The published id, such as `WW0101`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }

            /// Whether it stops the run.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// One line.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$name => $summary,)* }
            }

            /// What `wirewright explain` prints: why it is a mistake, and what to write instead.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => $explanation,)* }
            }
        }
    };
}

impl Code {
    /// The code of an id; case does not matter.
    pub fn from_id(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(id: &str) -> Result<Code, UnknownCode> {
        Code::from_id(id).ok_or(UnknownCode)
    }
}

/// No diagnostic has this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no diagnostic has this code")
    }
}

impl std::error::Error for UnknownCode {}

codes! {
    // WW01xx: reading files and YAML.
    YamlSyntax = "WW0101", Error, "the file is not well-formed YAML",
        "The YAML of the file cannot be read. One syntax error per file is reported, since what follows it would be \
         guesswork; the other files are checked all the same.\n\n\
         Frequent causes: a bracket or a quote that is not closed, a `: ` or ` #` inside text without quotes, \
         lines of one mapping that are not indented alike, text that starts with `@`, `` ` `` or `%`. Put such text \
         in double quotes.";
    YamlTab = "WW0102", Error, "a tab indents a line",
        "YAML does not allow tabs as indentation. Use spaces, two per level. Tabs inside text are fine.";
    YamlDuplicateKey = "WW0103", Error, "a mapping has the same key twice",
        "Most YAML readers silently keep one of the two values. Remove or rename one of the keys. Both places are shown.";
    YamlKey = "WW0104", Error, "a key is not a text",
        "Keys of a spec are plain or quoted texts. Lists, mappings and block texts cannot be keys.";
    YamlAnchor = "WW0105", Error, "anchors are not part of the spec language",
        "A spec has no anchors (`&name`). Declare what is shared under a name of its own, in `types:`, `scalars:` or \
         `enums:`, and refer to it by that name.";
    YamlAlias = "WW0106", Error, "aliases are not part of the spec language",
        "A spec has no aliases (`*name`). Declare what is shared under a name of its own, in `types:`, `scalars:` or \
         `enums:`, and refer to it by that name. If the text shall start with `*`, put it in quotes.";
    YamlMergeKey = "WW0107", Error, "merge keys are not part of the spec language",
        "A spec has no merge keys (`<<:`). To take over the fields of another type write `allOf: [Other]`.";
    YamlTag = "WW0108", Error, "tags are not part of the spec language",
        "A spec has no tags (`!name`, `!!str`). What a value means follows from the key it stands at: where text is \
         expected, `no`, `1.10` and `null` are exactly that text. If the text shall start with `!`, put it in quotes.";
    YamlDirective = "WW0109", Error, "directives are not part of the spec language",
        "Remove the line that starts with `%`. A spec is YAML 1.2 and needs neither `%YAML` nor `%TAG`.";
    YamlDocuments = "WW0110", Error, "the file has more than one document",
        "A spec file is one YAML document. Remove the second `---`, or move what follows it to a file of its own in \
         the same folder: all files of the folder are one spec.";
    YamlEmpty = "WW0111", Warning, "the file declares nothing",
        "The file is empty or has comments only. Remove it, or write declarations into it.";
    YamlDepth = "WW0112", Error, "the YAML is nested too deeply",
        "A spec may nest lists and mappings up to 128 levels; no part of the language needs more than a dozen.";
    YamlNodes = "WW0113", Error, "the file has too many values",
        "A spec file may have up to 1,000,000 keys and values. Split it into several files.";
    YamlScalar = "WW0114", Error, "a text is too long",
        "A text in a spec may have up to 65,536 bytes.";
    FileTooLarge = "WW0115", Error, "the file is too large",
        "A spec file may have up to 8 MiB. Split it into several files.";
    FilesTooLarge = "WW0116", Error, "the files are too large together",
        "The files of a spec may have up to 64 MiB together.";
    FileEncoding = "WW0117", Error, "the file is not UTF-8",
        "Spec files are UTF-8; a byte order mark at the start is allowed. Save the file as UTF-8.";
    FileCharacter = "WW0118", Error, "the file has a character that YAML does not allow",
        "Control characters other than tab and line break are not allowed in YAML, nor is a byte order mark inside \
         the file. In double quotes they can be written as an escape, such as `\\u0000`.";
}
