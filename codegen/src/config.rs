//! `wirewright.toml`: which specs a project has, and where their output goes.
//!
//! ```toml
//! [[api]]
//! spec = "schema/antom-checkout"
//! rust = "generated/rust/src"
//! swift = "generated/swift/Sources/AntomCheckout"
//! stub = "generated/swift/Stubs/AMSComponent"
//! objc = "generated/swift/Sources/AntomCheckoutObjC"
//! vectors = "generated/vectors"
//! swiftTests = "generated/swift/Tests/AntomCheckoutTests"
//! ```

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean};
use crate::source::{FileId, SourceMap, Span};

/// The name of the file, at the root of a project.
pub const FILE_NAME: &str = "wirewright.toml";

/// The keys of an `[[api]]`.
const KEYS: [&str; 7] = ["spec", "rust", "swift", "stub", "objc", "vectors", "swiftTests"];

/// What a project generates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// In the order written.
    pub apis: Vec<ApiConfig>,
}

/// One spec and its outputs. All folders are relative to the file, with forward slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiConfig {
    /// The folder of the spec.
    pub spec: String,
    /// The folder that holds `lib.rs` and the generated modules beside it.
    pub rust: Option<String>,
    /// The folder of a Swift target's sources.
    pub swift: Option<String>,
    /// The folder of a Swift target that stands in for the vendor's SDK in tests.
    pub stub: Option<String>,
    /// The folder of an Objective-C target's sources.
    pub objc: Option<String>,
    /// The folder of the vectors, a JSON file a type. The tests of the crate run them.
    pub vectors: Option<String>,
    /// The folder of a Swift test target, which gets a file that runs the vectors.
    pub swift_tests: Option<String>,
}

impl Config {
    /// Reads the text of a file that stands in `sources`. Mistakes are reported, all of them; what could be read is
    /// returned.
    pub fn parse(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Config {
        let text = sources.file(file).map(|file| file.text.as_str()).unwrap_or_default();
        let mut reader = Reader { file, diagnostics, folders: Vec::new() };
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let range = error.span().unwrap_or_default();
                let message = format!("cannot read this TOML: {}", error.message());
                reader.report(Code::ConfigSyntax, message, range, "");
                return Config::default();
            }
        };
        reader.config(table.get_ref(), table.span())
    }
}

struct Reader<'d> {
    file: FileId,
    diagnostics: &'d mut Diagnostics,
    /// Output folders so far, with their places.
    folders: Vec<(String, Range<usize>)>,
}

impl Reader<'_> {
    fn config(&mut self, table: &DeTable<'_>, whole: Range<usize>) -> Config {
        self.known_keys(table, &["api"]);
        let mut config = Config::default();
        match table.get("api").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Array(apis), _)) if !apis.is_empty() => {
                for api in apis.iter() {
                    match api.get_ref() {
                        DeValue::Table(table) => config.apis.extend(self.api(table, api.span())),
                        _ => self.wrong("`api` lists tables, each written below `[[api]]`", api.span()),
                    }
                }
            }
            Some((_, span)) => self.wrong("`api` lists tables, each written below `[[api]]`", span),
            None => self.wrong("no `[[api]]`: nothing says which spec to read", whole.start..whole.start),
        }
        config
    }

    fn api(&mut self, table: &DeTable<'_>, whole: Range<usize>) -> Option<ApiConfig> {
        self.known_keys(table, &KEYS);
        let spec = self.folder(table, "spec");
        let [rust, swift, stub, objc, vectors, swift_tests] =
            ["rust", "swift", "stub", "objc", "vectors", "swiftTests"].map(|key| self.output(table, key));
        if let Some(tests) = table.get("swiftTests").filter(|_| !table.contains_key("vectors")) {
            self.wrong("`swiftTests` is where vectors are run, and `vectors` has no folder", tests.span());
        }
        if !table.contains_key("spec") {
            self.wrong("this `[[api]]` has no `spec`, the folder to read", whole);
        }
        Some(ApiConfig { spec: spec?.0, rust, swift, stub, objc, vectors, swift_tests })
    }

    fn known_keys(&mut self, table: &DeTable<'_>, known: &[&'static str]) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let help = match did_you_mean(name, known.iter().copied()) {
                Some(word) => format!("did you mean `{word}`?"),
                None => format!("the keys here are `{}`", known.join("`, `")),
            };
            let message = format!("unknown key `{name}`");
            let diagnostic = Diagnostic::new(Code::ConfigKey, message, self.span(key.span()), "").help(help);
            self.diagnostics.push(diagnostic);
        }
    }

    fn output(&mut self, table: &DeTable<'_>, key: &str) -> Option<String> {
        let (folder, range) = self.folder(table, key)?;
        let overlap =
            |other: &&(String, Range<usize>)| is_inside(&folder, &other.0) || is_inside(&other.0, &folder);
        if let Some((_, other)) = self.folders.iter().find(overlap) {
            let diagnostic = Diagnostic::new(
                Code::ConfigPath,
                format!("the output folder `{folder}` overlaps with another one"),
                self.span(range.clone()),
                "each output needs a folder of its own",
            );
            let other = self.span(other.clone());
            self.diagnostics.push(diagnostic.also(other, "the other one"));
        }
        self.folders.push((folder.clone(), range));
        Some(folder)
    }

    fn folder(&mut self, table: &DeTable<'_>, key: &str) -> Option<(String, Range<usize>)> {
        let value: &Spanned<DeValue<'_>> = table.get(key)?;
        let DeValue::String(folder) = value.get_ref() else {
            self.wrong(&format!("`{key}` is a folder, written as text"), value.span());
            return None;
        };
        let folder = folder.trim_end_matches('/');
        let names_it = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', ':', '\0']);
        if folder.split('/').all(names_it) {
            return Some((folder.to_owned(), value.span()));
        }
        let message = format!("`{key}` is not the relative path of a folder of this project");
        let label = "relative to this file, with forward slashes, without `.` and `..`";
        self.report(Code::ConfigPath, message, value.span(), label);
        None
    }

    fn wrong(&mut self, message: &str, range: Range<usize>) {
        self.report(Code::ConfigKey, message.to_owned(), range, "");
    }

    fn report(&mut self, code: Code, message: String, range: Range<usize>, label: &str) {
        let diagnostic = Diagnostic::new(code, message, self.span(range), label);
        self.diagnostics.push(diagnostic);
    }

    fn span(&self, range: Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(range.start), end: offset(range.end) }
    }
}

/// Whether a folder is another one, or lies below it.
fn is_inside(folder: &str, other: &str) -> bool {
    folder.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::render::{Format, render};

    fn parse(text: &str) -> (Config, String) {
        let mut sources = SourceMap::default();
        let mut diagnostics = Diagnostics::default();
        let file = sources.add(FILE_NAME, text);
        let config = Config::parse(file, &sources, &mut diagnostics);
        (config, render(&diagnostics.sorted(), &sources, Format::Text, false))
    }

    #[test]
    fn specs_and_outputs_are_read() {
        let (config, messages) =
            parse("[[api]]\nspec = 'a'\nrust = 'out/rust/'\n[[api]]\nspec = 'b'\nswift = 's'\n");
        assert_eq!(messages, "");
        let api = |spec: &str, rust: Option<&str>, swift: Option<&str>| ApiConfig {
            spec: spec.to_owned(),
            rust: rust.map(str::to_owned),
            swift: swift.map(str::to_owned),
            stub: None,
            objc: None,
            vectors: None,
            swift_tests: None,
        };
        assert_eq!(config.apis, [api("a", Some("out/rust"), None), api("b", None, Some("s"))]);
    }

    #[test]
    fn every_mistake_has_its_place() {
        let text = "[[api]]\nspec = '/etc'\nrust = 'out'\nswfit = 'x'\n\n[[api]]\nrust = 'out/../..'\nswift = 'out/swift'\n\
                    \n[[api]]\nspec = 7\nswiftTests = 'tests'\n[other]\n";
        insta::assert_snapshot!(parse(text).1);
    }

    #[test]
    fn a_file_that_is_no_toml_and_an_empty_one_are_errors() {
        insta::assert_snapshot!(parse("[[api]\nspec = 'a'\n").1 + &parse("").1 + &parse("api = 'a'").1);
    }

    #[test]
    fn folders_overlap_by_whole_names() {
        assert!(is_inside("a/b", "a") && is_inside("a", "a"));
        assert!(!is_inside("ab", "a") && !is_inside("a", "a/b"));
    }
}
