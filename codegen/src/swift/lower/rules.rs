//! Rules across fields as plain code.

use super::Context;
use super::checks::{literal_code, literals_code};
use super::types::value_type;
use super::value::{Value, element_type};
use crate::model::{
    Comparison, Condition, Consequence, FieldPath, Literal, Rule, Scalar, Shape, Step, Test, TypeUse,
};
use crate::swift::ast::Statement;
use crate::swift::literal;
use wirewright::codes;

/// A condition in Swift. Some are decided by the types alone: a required field is always there.
#[derive(Clone, Debug)]
enum Holds {
    Always,
    Never,
    /// The expression is not nil.
    Present(String),
    /// The expression is nil.
    Absent(String),
    /// A call or a literal.
    Call(String),
    /// The opposite of a call. Swift takes no two `!` in a row.
    Not(String),
    /// Joined by `&&`.
    And(Vec<String>),
    /// Joined by `||`.
    Or(Vec<String>),
}

const AND: &str = " && ";

const OR: &str = " || ";

impl Holds {
    fn negated(self) -> Holds {
        match self {
            Holds::Always => Holds::Never,
            Holds::Never => Holds::Always,
            Holds::Present(code) => Holds::Absent(code),
            Holds::Absent(code) => Holds::Present(code),
            Holds::Call(code) => Holds::Not(code),
            Holds::Not(code) => Holds::Call(code),
            Holds::And(_) | Holds::Or(_) => Holds::Not(format!("({})", self.code())),
        }
    }

    /// The expression.
    fn code(&self) -> String {
        match self {
            Holds::Always => "true".to_owned(),
            Holds::Never => "false".to_owned(),
            Holds::Present(code) => format!("{code} != nil"),
            Holds::Absent(code) => format!("{code} == nil"),
            Holds::Call(code) => code.clone(),
            Holds::Not(code) => format!("!{code}"),
            Holds::And(parts) => parts.join(AND),
            Holds::Or(parts) => parts.join(OR),
        }
    }

    fn all(conditions: Vec<Holds>) -> Holds {
        let mut parts = Vec::new();
        for condition in conditions {
            match condition {
                Holds::Always => {}
                Holds::Never => return Holds::Never,
                Holds::Or(inner) => parts.push(Holds::Call(format!("({})", inner.join(OR)))),
                other => parts.push(other),
            }
        }
        Holds::joined(parts, Holds::Always, Holds::And)
    }

    fn any(conditions: Vec<Holds>) -> Holds {
        let mut parts = Vec::new();
        for condition in conditions {
            match condition {
                Holds::Never => {}
                Holds::Always => return Holds::Always,
                Holds::And(inner) => parts.push(Holds::Call(format!("({})", inner.join(AND)))),
                other => parts.push(other),
            }
        }
        Holds::joined(parts, Holds::Never, Holds::Or)
    }

    fn joined(mut parts: Vec<Holds>, empty: Holds, make: fn(Vec<String>) -> Holds) -> Holds {
        match parts.len() {
            0 => empty,
            1 => parts.swap_remove(0),
            _ => make(parts.iter().map(Holds::code).collect()),
        }
    }
}

/// The statements under a condition that is not decided yet.
fn when(condition: Holds, body: Vec<Statement>) -> Statement {
    let (conditions, operator) = match condition {
        Holds::And(parts) => (parts, AND),
        Holds::Or(parts) => (parts, OR),
        condition => (vec![condition.code()], AND),
    };
    Statement::If { conditions, operator, body }
}

/// The statements that check a rule; none where nothing can violate it.
pub(crate) fn rule_checks(context: &Context<'_>, rule: &Rule) -> Option<Statement> {
    let condition = rule.condition.as_ref().map_or(Holds::Always, |condition| holds(context, condition));
    let checks = consequence(context, &rule.consequence);
    if checks.is_empty() {
        return None;
    }
    let arguments = vec![literal::string(&rule.id), literal::string(&message(rule))];
    let mut body = vec![Statement::call("let rule = Wire.Rule", arguments)];
    body.extend(checks);
    match condition {
        Holds::Never => None,
        Holds::Always => Some(Statement::block("do", body)),
        condition => Some(when(condition, body)),
    }
}

/// The message of a rule's violations: the first line of its documentation.
fn message(rule: &Rule) -> String {
    match rule.docs.text.lines().next() {
        Some(line) if !line.is_empty() => line.to_owned(),
        _ => codes::rule_message(&rule.id),
    }
}

fn holds(context: &Context<'_>, condition: &Condition) -> Holds {
    match condition {
        Condition::All(conditions) => Holds::all(conditions.iter().map(|one| holds(context, one)).collect()),
        Condition::Any(conditions) => Holds::any(conditions.iter().map(|one| holds(context, one)).collect()),
        Condition::Not(condition) => holds(context, condition).negated(),
        Condition::Test { path, test: Test::Present(wanted) } => {
            let present = presence(context, path);
            if *wanted { present } else { present.negated() }
        }
        Condition::Test { path, test } => {
            any_value(context, None, &path.steps, 0, &|value, ty| test_code(value, ty, test))
        }
    }
}

/// Whether something is there where a path leads; through lists, whether an element has it.
fn presence(context: &Context<'_>, path: &FieldPath) -> Holds {
    any_value(context, None, &path.steps, 0, &|value, _| is_present(value))
}

/// An explicit null of a nullable field counts as absent; of a JSON value it is a value like any other.
fn is_present(value: &Value) -> Holds {
    if value.optional { Holds::Present(value.code.clone()) } else { Holds::Always }
}

fn test_code(value: &Value, ty: &TypeUse, test: &Test) -> Holds {
    Holds::Call(match test {
        Test::In(literals) => {
            format!("Wire.isOne({}, of: {})", value.text(&ty.shape).code, literals_code(literals, &ty.shape))
        }
        Test::Compare(comparison, literal) => compare_literal(value, ty, *comparison, literal),
        Test::Present(_) => return is_present(value),
    })
}

fn compare_literal(value: &Value, ty: &TypeUse, comparison: Comparison, literal: &Literal) -> String {
    let code = literal_code(literal, &ty.shape);
    let operator = operator(comparison);
    match (&ty.shape, literal) {
        (Shape::Scalar(Scalar::DateTime), _) => {
            format!(
                "Wire.holds({}, {operator}, DateTime({code}).instant)",
                value.ordered(&ty.shape, false).code
            )
        }
        (Shape::Scalar(Scalar::Date), _) => {
            format!(
                "Wire.holds({}, {operator}, CalendarDate({code}).day)",
                value.ordered(&ty.shape, false).code
            )
        }
        _ => format!("Wire.holds({}, {operator}, {code})", value.code),
    }
}

fn operator(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::LessThan => "<",
        Comparison::LessThanOrEqual => "<=",
        Comparison::GreaterThan => ">",
        Comparison::GreaterThanOrEqual => ">=",
        Comparison::Equal => "==",
        Comparison::NotEqual => "!=",
    }
}

/// Whether a test passes for a value that the steps lead to.
fn any_value(
    context: &Context<'_>,
    base: Option<&Value>,
    steps: &[Step],
    depth: usize,
    test: &dyn Fn(&Value, &TypeUse) -> Holds,
) -> Holds {
    let Some((value, ty, rest, each)) = first_step(context, base, steps) else { return Holds::Never };
    if !each {
        return if rest.is_empty() {
            test(&value, ty)
        } else {
            any_value(context, Some(&value), rest, depth, test)
        };
    }
    let inner = element_type(ty);
    let element = element_name(depth);
    let local = Value::local(&element);
    let passes = match rest {
        [] => test(&local, inner),
        _ => any_value(context, Some(&local), rest, depth + 1, test),
    };
    match passes {
        Holds::Never => Holds::Never,
        Holds::Always => Holds::Not(format!("{}.isEmpty", value.or_empty())),
        passes => {
            let parameter = format!("({element}: {}) -> Bool", value_type(context, inner));
            Holds::Call(format!(
                "{}.contains(where: {{ {parameter} in {} }})",
                value.or_empty(),
                passes.code()
            ))
        }
    }
}

/// The value of the first step, its type, the other steps, and whether they go on with its elements.
fn first_step<'m, 's>(
    context: &Context<'m>,
    base: Option<&Value>,
    steps: &'s [Step],
) -> Option<(Value, &'m TypeUse, &'s [Step], bool)> {
    let (step, rest) = steps.split_first()?;
    let value = Value::field(context, base, step.object, step.field)?;
    let field = context.model.object(step.object).fields.get(step.field)?;
    Some((value, &field.ty, rest, step.each))
}

fn element_name(depth: usize) -> String {
    if depth == 0 { "element".to_owned() } else { format!("element{}", depth + 1) }
}

fn consequence(context: &Context<'_>, consequence: &Consequence) -> Vec<Statement> {
    match consequence {
        Consequence::Require(paths) => {
            paths.iter().flat_map(|path| report_where(context, path, false)).collect()
        }
        Consequence::Forbid(paths) => {
            paths.iter().flat_map(|path| report_where(context, path, true)).collect()
        }
        Consequence::ExactlyOneOf(paths) => counted(context, paths, "!= 1"),
        Consequence::AtMostOneOf(paths) => counted(context, paths, "> 1"),
        Consequence::AtLeastOneOf(paths) => {
            let any = Holds::any(paths.iter().map(|path| presence(context, path)).collect());
            report_if(any.negated(), &[]).into_iter().collect()
        }
        Consequence::RequireTogether(paths) => together(context, paths),
        Consequence::Compare { left, comparison, right } => {
            compare(context, left, *comparison, right).into_iter().collect()
        }
    }
}

/// Reports each value of a path that is there, or each that is missing.
fn report_where(context: &Context<'_>, path: &FieldPath, reported: bool) -> Vec<Statement> {
    each_value(context, None, &path.steps, &[], 0, &|value, pointer| {
        let present = is_present(value);
        report_if(if reported { present } else { present.negated() }, pointer)
    })
}

/// A report at a pointer under a condition.
fn report_if(condition: Holds, pointer: &[String]) -> Option<Statement> {
    let report = match pointer {
        [] => "validator.report(rule)".to_owned(),
        _ => format!("validator.report(rule, at: {})", pointer.join(", ")),
    };
    match condition {
        Holds::Never => None,
        Holds::Always => Some(Statement::line(report)),
        condition => Some(when(condition, vec![Statement::line(report)])),
    }
}

/// Visits all values that the steps lead to, with their pointers.
fn each_value(
    context: &Context<'_>,
    base: Option<&Value>,
    steps: &[Step],
    pointer: &[String],
    depth: usize,
    visit: &dyn Fn(&Value, &[String]) -> Option<Statement>,
) -> Vec<Statement> {
    let Some((value, _, rest, each)) = first_step(context, base, steps) else { return Vec::new() };
    let field = steps.first().and_then(|step| context.model.object(step.object).fields.get(step.field));
    let mut pointer = pointer.to_vec();
    pointer.extend(field.map(|field| literal::string(&field.name.text)));
    if !each {
        return match rest {
            [] => visit(&value, &pointer).into_iter().collect(),
            _ => each_value(context, Some(&value), rest, &pointer, depth, visit),
        };
    }
    let element = element_name(depth);
    let index = element.replace("element", "index");
    pointer.push(format!(".index({index})"));
    let local = Value::local(&element);
    let body = match rest {
        [] => visit(&local, &pointer).into_iter().collect(),
        _ => each_value(context, Some(&local), rest, &pointer, depth + 1, visit),
    };
    if body.is_empty() {
        return body;
    }
    // Swift warns about constants that nobody uses, as where a field is there in every element.
    let end = single_value(context, Some(&local), rest).map_or_else(|| local.clone(), |(end, _)| end);
    let is_used = rest.iter().any(|step| step.each) || end.optional;
    let element = if is_used { element } else { "_".to_owned() };
    vec![Statement::block(format!("for ({index}, {element}) in {}.enumerated()", value.or_empty()), body)]
}

fn counted(context: &Context<'_>, paths: &[FieldPath], comparison: &str) -> Vec<Statement> {
    let conditions: Vec<String> = paths.iter().map(|path| presence(context, path).code()).collect();
    let condition = Holds::Call(format!("Wire.count({}) {comparison}", conditions.join(", ")));
    report_if(condition, &[]).into_iter().collect()
}

fn together(context: &Context<'_>, paths: &[FieldPath]) -> Vec<Statement> {
    let missing: Vec<Statement> = paths.iter().flat_map(|path| report_where(context, path, false)).collect();
    if missing.is_empty() {
        return missing;
    }
    match Holds::any(paths.iter().map(|path| presence(context, path)).collect()) {
        Holds::Never => Vec::new(),
        Holds::Always => missing,
        any => vec![when(any, missing)],
    }
}

fn compare(
    context: &Context<'_>,
    left: &FieldPath,
    comparison: Comparison,
    right: &FieldPath,
) -> Option<Statement> {
    let ends = |path: &FieldPath| single_value(context, None, &path.steps);
    let ((left_value, left_type), (right_value, right_type)) = (ends(left)?, ends(right)?);
    let is_decimal = |ty: &TypeUse| matches!(ty.shape, Shape::Scalar(Scalar::Decimal(_)));
    let wide = is_decimal(left_type) || is_decimal(right_type);
    let condition = format!(
        "Wire.fails({}, {}, {})",
        left_value.ordered(&left_type.shape, wide).code,
        operator(comparison),
        right_value.ordered(&right_type.shape, wide).code
    );
    let pointer: Vec<String> = left
        .steps
        .iter()
        .filter_map(|step| {
            let field = context.model.object(step.object).fields.get(step.field)?;
            Some(literal::string(&field.name.text))
        })
        .collect();
    report_if(Holds::Call(condition), &pointer)
}

/// The value of a path that goes through no list.
pub(crate) fn single_value<'m>(
    context: &Context<'m>,
    base: Option<&Value>,
    steps: &[Step],
) -> Option<(Value, &'m TypeUse)> {
    let (value, ty, rest, _) = first_step(context, base, steps)?;
    if rest.is_empty() { Some((value, ty)) } else { single_value(context, Some(&value), rest) }
}
