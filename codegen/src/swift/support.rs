//! The support files: the same in every package, but for the messages, which come from the runtime's table.

use wirewright::codes;
use wirewright::formats::{COUNTRIES, CURRENCIES};

use super::literal;
use crate::files::GENERATED_MARK;
use crate::text::CodeWriter;

/// Name and text of each. Spec files have no `+` in their names, and Swift asks for unlike names even across folders.
const FILES: &[(&str, &str)] = &[
    ("Checks", include_str!("support/Checks.swift")),
    ("Coding", include_str!("support/Coding.swift")),
    ("Dates", include_str!("support/Dates.swift")),
    ("Decimal", include_str!("support/Decimal.swift")),
    ("Document", include_str!("support/Document.swift")),
    ("Fields", include_str!("support/Fields.swift")),
    ("Formats", include_str!("support/Formats.swift")),
    ("Forms", include_str!("support/Forms.swift")),
    ("Foundation", include_str!("support/Foundation.swift")),
    ("Grammar", include_str!("support/Grammar.swift")),
    ("JSON", include_str!("support/JSON.swift")),
    ("Models", include_str!("support/Models.swift")),
    ("Nodes", include_str!("support/Nodes.swift")),
    ("Numbers", include_str!("support/Numbers.swift")),
    ("OpenEnum", include_str!("support/OpenEnum.swift")),
    ("Operations", include_str!("support/Operations.swift")),
    ("Options", include_str!("support/Options.swift")),
    ("Patterns", include_str!("support/Patterns.swift")),
    ("Reader", include_str!("support/Reader.swift")),
    ("Reading", include_str!("support/Reading.swift")),
    ("Redaction", include_str!("support/Redaction.swift")),
    ("StringMap", include_str!("support/StringMap.swift")),
    ("Validation", include_str!("support/Validation.swift")),
    ("Values", include_str!("support/Values.swift")),
];

/// Path and text of every support file.
pub(crate) fn files(command: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| file(name, text, command)).collect();
    files.push(file("Tables", &tables(), command));
    files
}

fn file(name: &str, text: &str, command: &str) -> (String, String) {
    let header = format!(
        "// {GENERATED_MARK}: support code, the same in every package. To update it run: {command}\n\
         // swift-format-ignore-file\n\
         // swiftlint:disable all\n\n"
    );
    (format!("Support/Support+{name}.swift"), header + text)
}

/// The messages of the runtime's table, and its codes of currencies and countries: the twins cannot differ.
fn tables() -> String {
    let mut writer = CodeWriter::default();
    writer.line("// The texts of violations and the tables of formats, the same as in Rust.");
    writer.blank();
    writer.line("extension Wire {");
    writer.indented(|writer| {
        writer.line("/// A code and its one text.");
        writer.line("struct Message {");
        writer.indented(write_message);
        writer.line("}");
    });
    writer.line("}");
    writer.blank();
    writer.line("extension Wire.Codes {");
    writer.indented(|writer| {
        write_codes(
            "currencies",
            "Currencies in force",
            CURRENCIES.iter().map(|currency| currency.code),
            writer,
        );
        writer.blank();
        write_codes("countries", "Officially assigned countries", COUNTRIES.iter().copied(), writer);
    });
    writer.line("}");
    writer.finish()
}

fn write_message(writer: &mut CodeWriter) {
    writer.line("let code: String");
    writer.line("let text: String");
    for (code, message) in codes::ALL {
        let name = match *code {
            codes::CONST => "constant",
            codes::ENUM => "enumeration",
            code => code,
        };
        let (code, message) = (literal::string(code), literal::string(message));
        writer.line(format!("static let {name} = Wire.Message(code: {code}, text: {message})"));
    }
}

/// Codes in a string, with spaces between them, some to a line.
fn write_codes<'c>(name: &str, what: &str, codes: impl Iterator<Item = &'c str>, writer: &mut CodeWriter) {
    let codes: Vec<&str> = codes.collect();
    writer.line(format!("/// {what}, in order."));
    writer.line(format!("static let {name}: StaticString = \"\"\""));
    writer.indented(|writer| {
        let lines: Vec<String> = codes.chunks(24).map(|codes| codes.join(" ")).collect();
        for (index, line) in lines.iter().enumerate() {
            let end = if index + 1 < lines.len() { " \\" } else { "" };
            writer.line(format!("{line}{end}"));
        }
        writer.line("\"\"\"");
    });
}
