//! Prints nodes: indentation, blank lines between declarations, lines of at most 120 columns where they can be broken.

use super::ast::{Function, Item, Member, Statement, SwiftFile, TypeDecl};
use crate::text::CodeWriter;

/// Columns of a line; only what cannot be broken is longer.
const WIDTH: usize = 120;

/// Prints a file below its header line.
pub(crate) fn print_file(header: &str, file: &SwiftFile) -> String {
    let mut writer = CodeWriter::default();
    file_head(header).lines().for_each(|line| writer.line(line));
    for item in &file.items {
        writer.blank();
        match item {
            Item::Type(declaration) => write_type(declaration, &mut writer),
            Item::Alias { docs, line } => {
                write_docs(docs, &mut writer);
                writer.line(line);
            }
        }
    }
    writer.finish()
}

/// The first lines of every file.
pub(crate) fn file_head(header: &str) -> String {
    format!("// {header}\n// swift-format-ignore-file\n// swiftlint:disable all\n")
}

fn write_docs(docs: &[String], writer: &mut CodeWriter) {
    for line in docs {
        writer.line(format!("/// {line}"));
    }
}

fn write_type(declaration: &TypeDecl, writer: &mut CodeWriter) {
    write_docs(&declaration.docs, writer);
    if declaration.members.is_empty() {
        writer.line(format!("{} {{}}", declaration.head));
        return;
    }
    writer.line(format!("{} {{", declaration.head));
    writer.indented(|writer| {
        let mut previous = None;
        for member in &declaration.members {
            if previous.is_some_and(|previous| is_apart(previous, member)) {
                writer.blank();
            }
            write_member(member, writer);
            previous = Some(member);
        }
    });
    writer.line("}");
}

/// Whether a blank line stands between two members: not between cases, nor between properties of one line.
fn is_apart(previous: &Member, member: &Member) -> bool {
    !matches!(
        (previous, member),
        (Member::Case { .. }, Member::Case { .. }) | (Member::Line { .. }, Member::Line { .. })
    )
}

fn write_member(member: &Member, writer: &mut CodeWriter) {
    match member {
        Member::Case { docs, text } => {
            write_docs(docs, writer);
            writer.line(format!("case {text}"));
        }
        Member::Line { docs, text } => {
            write_docs(docs, writer);
            writer.line(text);
        }
        Member::List { docs, head, elements } => {
            write_docs(docs, writer);
            if elements.is_empty() {
                writer.line(format!("{head} []"));
                return;
            }
            writer.line(format!("{head} ["));
            writer.indented(|writer| elements.iter().for_each(|element| writer.line(format!("{element},"))));
            writer.line("]");
        }
        Member::Call { head, arguments } if arguments.is_empty() => writer.line(format!("{head}()")),
        Member::Call { head, arguments } => {
            writer.line(format!("{head}("));
            write_broken(arguments, writer);
            writer.line(")");
        }
        Member::Function(function) => write_function(function, writer),
        Member::Type(declaration) => write_type(declaration, writer),
    }
}

fn write_function(function: &Function, writer: &mut CodeWriter) {
    write_docs(&function.docs, writer);
    let braces = if function.body.is_empty() { " {}" } else { " {" };
    let end = format!("{}{braces}", function.tail);
    match &function.parameters {
        None => writer.line(format!("{}{end}", function.head)),
        Some(parameters) if parameters.len() < 2 => {
            writer.line(format!("{}({}){end}", function.head, parameters.concat()));
        }
        Some(parameters) => {
            writer.line(format!("{}(", function.head));
            write_broken(parameters, writer);
            writer.line(format!("){end}"));
        }
    }
    if !function.body.is_empty() {
        writer.indented(|writer| write_statements(&function.body, writer));
        writer.line("}");
    }
}

/// One element a line, commas between them: Swift before 6.1 takes no comma behind the last.
fn write_broken(elements: &[String], writer: &mut CodeWriter) {
    writer.indented(|writer| {
        for (index, element) in elements.iter().enumerate() {
            let comma = if index + 1 < elements.len() { "," } else { "" };
            writer.line(format!("{element}{comma}"));
        }
    });
}

fn write_statements(statements: &[Statement], writer: &mut CodeWriter) {
    statements.iter().for_each(|statement| write_statement(statement, writer));
}

fn write_statement(statement: &Statement, writer: &mut CodeWriter) {
    match statement {
        Statement::Line(line) => writer.line(line),
        Statement::Call { function, arguments } => {
            let line = format!("{function}({})", arguments.join(", "));
            if writer.column() + line.len() <= WIDTH {
                writer.line(line);
                return;
            }
            writer.line(format!("{function}("));
            write_broken(arguments, writer);
            writer.line(")");
        }
        Statement::If { conditions, operator, body } => {
            write_condition(conditions, operator, writer);
            writer.indented(|writer| write_statements(body, writer));
            writer.line("}");
        }
        Statement::Block { head, parameters, body } => {
            writer.line(format!("{head} {{{parameters}"));
            writer.indented(|writer| write_statements(body, writer));
            writer.line("}");
        }
        Statement::Switch(arms) => {
            writer.line("switch self {");
            arms.iter().for_each(|(pattern, action)| write_arm(pattern, action, writer));
            writer.line("}");
        }
    }
}

fn write_arm(pattern: &str, action: &str, writer: &mut CodeWriter) {
    let line = format!("{pattern}: {action}");
    if writer.column() + line.len() <= WIDTH {
        writer.line(line);
        return;
    }
    writer.line(format!("{pattern}:"));
    writer.indented(|writer| writer.line(action));
}

fn write_condition(conditions: &[String], operator: &str, writer: &mut CodeWriter) {
    let line = format!("if {} {{", conditions.join(operator));
    if conditions.len() == 1 || writer.column() + line.len() <= WIDTH {
        writer.line(line);
        return;
    }
    for (index, condition) in conditions.iter().enumerate() {
        match index {
            0 => writer.line(format!("if {condition}")),
            _ => writer.indented(|writer| writer.line(format!("{}{condition}", operator.trim_start()))),
        }
    }
    writer.line("{");
}
