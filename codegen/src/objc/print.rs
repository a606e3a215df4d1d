//! Prints the header and the implementation.

use super::docs::comment;
use super::literal::string;
use super::names::{Constant, Set};
use crate::model::{Docs, Model, SdkDef};
use crate::text::CodeWriter;

/// The header: types, constants, functions.
pub(super) fn header_file(head: &str, module: &str, model: &Model, sdk: &SdkDef, sets: &[Set<'_>]) -> String {
    let mut writer = CodeWriter::default();
    writer.line(format!("// {head}"));
    writer.blank();
    writer.line(format!("#ifndef {module}_h"));
    writer.line(format!("#define {module}_h"));
    writer.blank();
    writer.line("#import <Foundation/Foundation.h>");
    writer.blank();
    let about =
        Docs { text: format!("What {} is spelled like, for Objective-C.", sdk.import), ..Docs::default() };
    let api = (!model.api.docs.text.is_empty()).then(|| model.api.docs.text.clone());
    for line in comment(&about, "", api.as_slice()) {
        writer.line(line.replacen("///", "//", 1));
    }
    writer.blank();
    writer.line("NS_ASSUME_NONNULL_BEGIN");
    for set in sets {
        write_set(set, &mut writer);
    }
    writer.blank();
    writer.line("NS_ASSUME_NONNULL_END");
    writer.blank();
    writer.line("#endif");
    writer.finish()
}

fn write_lines(lines: Vec<String>, writer: &mut CodeWriter) {
    lines.iter().for_each(|line| writer.line(line));
}

fn write_doc(text: &str, writer: &mut CodeWriter) {
    write_lines(comment(&Docs::default(), text, &[]), writer);
}

fn write_set(set: &Set<'_>, writer: &mut CodeWriter) {
    let Set { name, swift, .. } = set;
    writer.blank();
    writer.line(format!("#pragma mark - {name}"));
    writer.blank();
    write_lines(comment(set.docs, &set.otherwise, &[]), writer);
    let kind = if set.open { "NS_TYPED_EXTENSIBLE_ENUM" } else { "NS_TYPED_ENUM" };
    writer.line(format!("typedef NSString *{name} {kind} NS_SWIFT_NAME({swift});"));
    for constant in &set.constants {
        writer.blank();
        let advice: Vec<String> =
            constant.action.map(|action| format!("Advice: {action}")).into_iter().collect();
        write_lines(comment(constant.docs, &format!("The text `{}`.", constant.text), &advice), writer);
        writer.line(format!(
            "FOUNDATION_EXPORT {name} const {} NS_SWIFT_NAME({});",
            constant.name, constant.swift
        ));
    }
    if !set.categories.is_empty() {
        write_categories(set, writer);
    }
    if has_advice(set) {
        writer.blank();
        write_doc("What to do about it; nil where nothing is documented.", writer);
        writer.line(format!("FOUNDATION_EXPORT NSString *_Nullable {name}GetAdvice({name} value)"));
        writer.indented(|writer| writer.line(format!("NS_SWIFT_NAME(getter:{swift}.advice(self:));")));
    }
    if let Some(function) = &set.boolean {
        writer.blank();
        write_doc("The text that an option takes for a boolean.", writer);
        writer.line(format!("FOUNDATION_EXPORT NSString *{function}(BOOL value)"));
        writer.indented(|writer| writer.line(format!("NS_SWIFT_NAME({swift}.text(of:));")));
    }
}

fn write_categories(set: &Set<'_>, writer: &mut CodeWriter) {
    let Set { name, swift, .. } = set;
    writer.blank();
    write_doc(&format!("What kind of `{name}` it is."), writer);
    writer.line(format!("typedef NS_ENUM(NSInteger, {name}Category) {{"));
    writer.indented(|writer| {
        write_doc("Not known: the value is not documented, or has no category.", writer);
        writer.line(format!("{name}CategoryUnknown = 0,"));
        for (index, category) in set.categories.iter().enumerate() {
            writer.line(format!("{category} = {},", index + 1));
        }
    });
    writer.line(format!("}} NS_SWIFT_NAME({swift}Category);"));
    writer.blank();
    write_doc("The category of a value.", writer);
    writer.line(format!("FOUNDATION_EXPORT {name}Category {name}GetCategory({name} value)"));
    writer.indented(|writer| writer.line(format!("NS_SWIFT_NAME(getter:{swift}.category(self:));")));
}

fn has_advice(set: &Set<'_>) -> bool {
    set.constants.iter().any(|constant| constant.action.is_some())
}

/// The implementation: texts and functions.
pub(super) fn implementation_file(head: &str, module: &str, sets: &[Set<'_>]) -> String {
    let mut writer = CodeWriter::default();
    writer.line(format!("// {head}"));
    writer.blank();
    writer.line(format!("#import \"{module}.h\""));
    for set in sets {
        writer.blank();
        writer.line(format!("#pragma mark - {}", set.name));
        writer.blank();
        for constant in &set.constants {
            writer.line(format!("{} const {} = {};", set.name, constant.name, string(constant.text)));
        }
        write_functions(set, &mut writer);
    }
    writer.finish()
}

fn write_functions(set: &Set<'_>, writer: &mut CodeWriter) {
    let name = &set.name;
    if !set.categories.is_empty() {
        writer.blank();
        writer.line(format!("{name}Category {name}GetCategory({name} value) {{"));
        writer.indented(|writer| {
            for (index, category) in set.categories.iter().enumerate() {
                let members = set.constants.iter().filter(|constant| constant.category == Some(index));
                write_answer(&members.collect::<Vec<_>>(), category, writer);
            }
            writer.line(format!("return {name}CategoryUnknown;"));
        });
        writer.line("}");
    }
    if has_advice(set) {
        writer.blank();
        writer.line(format!("NSString *_Nullable {name}GetAdvice({name} value) {{"));
        writer.indented(|writer| {
            for constant in &set.constants {
                if let Some(action) = constant.action {
                    write_answer(&[constant], &string(action), writer);
                }
            }
            writer.line("return nil;");
        });
        writer.line("}");
    }
    if let Some(function) = &set.boolean {
        writer.blank();
        writer.line(format!("NSString *{function}(BOOL value) {{"));
        writer.indented(|writer| writer.line("return value ? @\"true\" : @\"false\";"));
        writer.line("}");
    }
}

/// Returns `answer` where the value is one of these.
fn write_answer(constants: &[&Constant<'_>], answer: &str, writer: &mut CodeWriter) {
    let tests: Vec<String> =
        constants.iter().map(|constant| format!("[value isEqualToString:{}]", constant.name)).collect();
    let Some((last, others)) = tests.split_last() else { return };
    match others {
        [] => writer.line(format!("if ({last}) {{")),
        [first, middle @ ..] => {
            writer.line(format!("if ({first}"));
            writer.indented(|writer| {
                middle.iter().for_each(|test| writer.line(format!("|| {test}")));
                writer.line(format!("|| {last}) {{"));
            });
        }
    }
    writer.indented(|writer| writer.line(format!("return {answer};")));
    writer.line("}");
}
