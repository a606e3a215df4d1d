//! The published table of diagnostic codes. A code is never given another meaning.
//!
//! WW01xx reading files and YAML, WW02xx shape of the spec, WW03xx names and references, WW04xx constraints, examples
//! and defaults, WW05xx rules, WW06xx names in the generated code, WW07xx files and configuration,
//! WW08xx types in Rust that Swift shall have, too.

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

    // WW02xx: shape of the spec.
    UnknownKey = "WW0201", Error, "a mapping has a key that the language does not know",
        "Each kind of mapping in a spec has a fixed set of keys. A key that is not one of them would be ignored in \
         silence, so it is refused. `schema/README.md` lists the keys of each kind.";
    MissingKey = "WW0202", Error, "a key is missing that must be there",
        "Some keys can't be left out, such as `type` of a field or `id` of a rule. Add the key; the help line says \
         what it means.";
    WrongKind = "WW0203", Error, "a value has the wrong kind",
        "A key takes a text, a list or a mapping, and something else stands there. Texts are never guessed at: `no`, \
         `1.10` and `null` are those texts where a text is expected, and `true` and `false` are the only booleans.";
    UnknownWord = "WW0204", Error, "a word is not one of those allowed",
        "The key takes one word out of a list. The message shows the list.";
    HeadWithoutApi = "WW0205", Error, "a part of the spec's head stands in a file without `api`",
        "`wirewright`, `doc`, `source` and `outcome` at the top of a file describe the API as a whole. They stand \
         beside `api:`, in one file of the folder.";
    NoHead = "WW0206", Error, "no file holds the head of the spec",
        "One file of a spec's folder says which version of the language it is written in and what the API is \
         called: `wirewright: 1` and `api: ShopCheckout`.";
    TypeSyntax = "WW0207", Error, "the text behind `type` is not a type",
        "A type is a name (`string`, `Amount`), `list<T>` or `map<T>`, where `T` is a type again. Keys of maps are \
         always text.";
    RuleShape = "WW0208", Error, "a rule or a condition is not built right",
        "A rule has an `id`, at most one of `when` and `unless`, and exactly one consequence (`require`, `forbid`, \
         `exactlyOneOf`, `atLeastOneOf`, `atMostOneOf`, `requireTogether` or `compare`). A condition is one of \
         `all`, `any`, `not` and `field`; a `field` has one test.";
    EmptyEnum = "WW0209", Error, "an enum has no values",
        "An enum lists the texts it knows. For text without a list use `string`.";
    DuplicateValue = "WW0210", Error, "a value is listed twice",
        "A list of values, codes, categories or fields names one of them twice. Remove one.";

    // WW03xx: names and references.
    UnknownName = "WW0301", Error, "a name is used that nothing declares",
        "A type, request or response is referred to by a name that no file of the spec declares. Names are shared by \
         all files of the folder, and case matters.";
    DuplicateName = "WW0302", Error, "a name is declared twice",
        "All files of a spec share the names of their items; fields of a type share the names and aliases they are \
         read from; rules of a type share their ids. Both places are shown: rename one of them.";
    BadName = "WW0303", Error, "a name can't be used",
        "Names of types are ASCII words in upper camel case (`PaymentMethod`), operations and webhooks in camel case \
         (`createPaymentSession`), rule ids lower-case words joined by `-`, categories lower camel case, files \
         lower-case letters, digits, `-` and `_`. Texts on the wire (fields, values, codes, option keys) are free.";
    NotAType = "WW0304", Error, "a name stands where something of another kind is expected",
        "The name is declared, but as something else: operations and options are no types, `allOf`, `request` and \
         `response` take object types, options take scalars and enums.";
    UnknownValue = "WW0305", Error, "an enum has no such value",
        "A rule, `fallback`, `const`, `outcome` or a list of codes names a value that its enum does not list. Texts \
         are compared exactly.";
    RequiredCycle = "WW0306", Error, "a type needs itself without end",
        "A required field leads back to its own type by way of required fields only, so no value of it can be \
         written down. Make one of the fields optional, or a list.";
    AllOfCycle = "WW0307", Error, "a type takes over itself",
        "`allOf` leads back to the type it stands in. Remove one of the references.";
    ScalarType = "WW0308", Error, "a named scalar does not stand for a built-in scalar type",
        "A named scalar gives constraints and a name to `string`, `boolean`, `integer`, `decimal`, `datetime`, `date` \
         or `url`. Lists, maps and objects are declared where they are used, or below `types:`.";
    BadPath = "WW0309", Error, "the path of an operation is not the path of a URL",
        "An operation's path starts with `/` and holds only characters that a URL's path may hold; no query.";
    TwoDictionaries = "WW0310", Error, "options name two dictionaries",
        "All options of a set that say `in:` go into the same dictionary. Declare a second set for another one.";

    BadSelector = "WW0311", Error, "the name of an SDK's method can't be used",
        "A method of an SDK is named by its selector (`createComponent:`, `onEventCallback:eventResult:`), by its name \
         in Swift (`createComponent(_:)`), or by both. Both take the same number of arguments, and a callback declares \
         each of them below `arguments`, in order.";
    SdkShape = "WW0312", Error, "the binding of an SDK asks for what a session can't do",
        "A session makes a configuration and hands it over in one call with one argument, passes the session data in \
         another, and frees everything in a third without arguments. Callbacks come by delegates or closures; they \
         bring the code of an event (with a message and a dictionary), or a line of the log. Where the vendor's SDK \
         is built otherwise, write a small class around it and bind that one.";

    SdkOutput = "WW0313", Error, "the binding of an SDK and the output folders don't fit",
        "A binding with `objc: true` needs a folder for its Objective-C in wirewright.toml (`objc`); a folder for \
         Objective-C needs a binding that asks for it, and a folder for the stand-in of the SDK (`stub`) needs a \
         binding.";

    // WW04xx: constraints, examples and defaults.
    MisplacedKey = "WW0401", Error, "a key does not fit the type it stands on",
        "Each constraint says something about one family of types: lengths and patterns about text, bounds about \
         numbers, `minItems` about lists, `minProperties` about maps. For the elements of a list write it below \
         `items:`, for the values of a map below `values:`. A constraint is never dropped in silence.";
    ConstraintTwice = "WW0402", Error, "a constraint is decided twice",
        "A named scalar brings its constraints and its `wire` form along. A use of it may add others, but not decide \
         the same one again.";
    BadConstraint = "WW0403", Error, "a constraint's value makes no sense",
        "`multipleOf` takes a number greater than zero, `enum` at least one value.";
    BadLiteral = "WW0404", Error, "a value does not fit the type it is compared with",
        "`const`, `enum`, bounds and the tests of rules are read by the type of their field: integers in plain \
         decimal digits, booleans as `true` or `false`, decimals as in JSON.";
    BadPattern = "WW0405", Error, "a pattern can't be compiled",
        "Patterns are compiled to a small table when generating, so that both languages decide alike in linear time. \
         Look-around, back-references, flags and Unicode word boundaries are not supported, and the table has a size \
         limit: instead of a large counted repeat like `^.{1,2048}$` use `maxLength`.";
    UnanchoredPattern = "WW0406", Warning, "a pattern matches anywhere in the text",
        "`pattern` is a search, as in JSON Schema. `[A-Z]{3}` accepts `xxABCxx`. Write `^[A-Z]{3}$` for the whole text.";
    EmptyRange = "WW0407", Error, "bounds contradict each other",
        "No value meets both bounds, such as `minLength: 5` with `maxLength: 3`.";
    InvalidSample = "WW0408", Error, "an example or a default is not valid",
        "Examples and defaults are judged by the same rules as documents. The message names the first violation; \
         mend the value or the constraint.";

    // WW05xx: rules.
    RulePath = "WW0501", Error, "a path leads nowhere",
        "A path names fields from the rule's own type down: `a.b`, or `a[*].b` through a list. Each step must exist \
         in the model. Maps and `json` have no fields.";
    RuleType = "WW0502", Error, "a test does not fit the field it tests",
        "`is` and `in` test scalars and enums, `lessThan` and its like test numbers, `compare` takes two numbers, two \
         datetimes or two dates, an idempotency key is a string.";

    // WW06xx: names in the generated code.
    NameCollision = "WW0601", Error, "two names meet in one identifier",
        "Names are turned into identifiers of the target language: `fooBar` and `foo_bar` are the same Rust field. \
         Nothing is numbered, since a public name must not change because a sibling came. Give one of the two a name \
         of its own: `rust: { name: ... }`, `swift: { name: ... }`, or `name:` at a value of an enum.";
    NameImpossible = "WW0602", Error, "no identifier can be made of a name",
        "Identifiers are made of ASCII letters and digits. A name that has none, or has letters of another script, \
         needs a name for the code: `name:` at a value of an enum, else `rust: { name: ... }` and \
         `swift: { name: ... }`. The text on the wire stays as it is.";
    NameInvalid = "WW0603", Error, "a name for the code is not an identifier",
        "A name in `rust:` or `swift:` is taken as it is: ASCII letters, digits and underscores, no digit first, and \
         no word that the generated code itself needs, such as `bool` or `Self`.";

    DeepNesting = "WW0604", Warning, "types nest deeper than rustc looks by default",
        "rustc gives up where types stand too deep inside of each other. A generated crate raises its own limit; code that \
         is included cannot, so put `#![recursion_limit = \"...\"]` with the number of the message first in the file of \
         your crate's root, `lib.rs` or `main.rs`.";

    // WW07xx: files and configuration.
    ConfigSyntax = "WW0701", Error, "wirewright.toml is not well-formed TOML",
        "The file that names specs and outputs cannot be read. `wirewright init` writes one to compare with.";
    ConfigKey = "WW0702", Error, "wirewright.toml has a wrong key or value",
        "The file is a list of `[[api]]` tables with `spec`, the folder of a spec, and the folders to generate into: `rust`, \
         `swift`, `objc` for Objective-C, `stub` for what stands in for a vendor's SDK in tests. All of them are texts; only \
         `spec` must be there.";
    ConfigPath = "WW0703", Error, "a folder in wirewright.toml can't be used",
        "Folders are written relative to wirewright.toml, with forward slashes and without `.` and `..`. Outputs may not \
         overlap: what one of them does not generate any more is removed from it, with all folders below it.";
    ConfigMissing = "WW0704", Error, "there is no wirewright.toml",
        "Without arguments, wirewright looks for wirewright.toml in the current folder and in those above it. \
         `wirewright init DIR` writes a project with one.";
    Unreadable = "WW0705", Error, "a file or folder cannot be read",
        "The system did not let us read a file or a folder, or something else stands in its place. The message says what \
         it said.";
    NoSpecFiles = "WW0706", Error, "the folder of a spec has no .yaml file",
        "A spec is a folder of `.yaml` files, one of which holds `api:`. Folders below it are not looked into.";
    OutputRefused = "WW0707", Error, "a generated file would replace or leave something",
        "Nothing was written. Only files that say in their first line that wirewright generated them are overwritten or \
         removed, links are not followed, and every path lies inside of the output folder and is not used twice.";
    Unwritable = "WW0708", Error, "a file or folder cannot be written",
        "The system refused to write. Files written before are complete, the others are as they were; once the cause is \
         mended, run the command again.";

    // WW08xx: types in Rust that Swift shall have, too.
    MirrorSyntax = "WW0801", Error, "a source is not Rust",
        "`wirewright mirror` reads Rust sources as they are. What it can't read, rustc can't either: build the crate first.";
    MirrorNothing = "WW0802", Error, "nothing is marked",
        "`wirewright mirror` makes Swift of the types that are marked `#[derive(wirewright::SwiftMirror)]`. Mark some, or \
         give it the files that have them.";
    MirrorType = "WW0803", Error, "a type of Rust has no twin in Swift",
        "A mirrored type holds text, booleans, integers of up to 64 bits with a sign, `Decimal`, `DateTime`, `Date`, JSON, \
         other mirrored types, and `Option`, `Vec` and maps of those. `Box`, `Rc`, `Arc`, `Cow` and references are looked through.";
    MirrorSerde = "WW0804", Error, "an attribute of serde can't be mirrored in Swift",
        "The attribute shapes the JSON in a way that the Swift type would not follow, so the two would not understand \
         each other. Names, `default`, `alias`, `flatten`, `skip`, `transparent` and the adapters of `wirewright::wire` \
         are mirrored.";
    MirrorAttribute = "WW0805", Error, "an attribute of a derive is not right",
        "`#[validate(…)]`, `#[open_enum(…)]`, `#[redact]` and `#[swift(…)]` are read as the derives read them; rustc says \
         the same.";
    MirrorShape = "WW0806", Error, "a type has a shape that Swift can't mirror",
        "Structs with named fields, newtypes and enums without content are mirrored. Generic types, tuples, unions and \
         enums with content are not.";
    MirrorUnmarked = "WW0807", Error, "a type is used that is not marked",
        "Everything that a mirrored type holds is part of its JSON. Derive `SwiftMirror` on it, too.";
    MirrorNested = "WW0808", Error, "Rust leaves checks out that Swift makes",
        "A value of a type with checks is judged in Rust only where its field says `#[validate(nested)]`; Swift judges \
         all that a value holds. Add `nested`, so that both find the same.";
    MirrorHidden = "WW0809", Error, "a marked type can't be seen without running Rust",
        "Types inside of functions and macros, and attributes under `cfg_attr` or `cfg`, depend on how the crate is \
         built. Write them out.";
}
