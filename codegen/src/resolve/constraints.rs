//! Constraints: each keyword's value is read for the type that it stands on.

use wirewright::Decimal;
use wirewright_macros_core::pattern;

use super::Resolver;
use super::names::shown;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Constraint, Format, Literal, Number, Pattern, Scalar, Shape, TypeUse};
use crate::syntax::spec::ConstraintSpec;
use crate::syntax::table::count;
use crate::yaml::{Node, NodeKind};

impl Resolver<'_> {
    /// Adds the constraints written at a use of a type to those that the type brings along.
    pub(super) fn constraints(&mut self, ty: &mut TypeUse, specs: &[ConstraintSpec]) {
        for spec in specs {
            let Some(constraint) = self.constraint(&ty.shape, spec) else { continue };
            let same =
                |other: &Constraint| std::mem::discriminant(other) == std::mem::discriminant(&constraint);
            if ty.constraints.iter().any(same) {
                self.constraint_twice(ty, spec);
                continue;
            }
            ty.constraints.push(constraint);
        }
        ty.constraints.sort_by_key(Constraint::rank);
    }

    fn constraint_twice(&mut self, ty: &TypeUse, spec: &ConstraintSpec) {
        let message = format!("`{}` is already decided by the type", spec.keyword.value);
        let mut diagnostic =
            Diagnostic::new(Code::ConstraintTwice, message, spec.keyword.span, "second time");
        if let Some(scalar) = ty.scalar.and_then(|id| self.model.scalars.get(id.0)) {
            let label = format!("`{}` has one", scalar.name.text);
            diagnostic = diagnostic.also(scalar.name.span, label);
        }
        self.report(diagnostic.help("use a type without it, or leave it out here"));
    }

    fn constraint(&mut self, shape: &Shape, spec: &ConstraintSpec) -> Option<Constraint> {
        let keyword = spec.keyword.value;
        let (family, fits) = applies(keyword, shape);
        if !fits {
            self.misplaced(spec.keyword.span, keyword, family, shape);
            return None;
        }
        let node = &spec.value;
        let length = || node.text().and_then(count);
        Some(match keyword {
            "const" => Constraint::Const(self.literal(shape, node)?),
            "enum" => Constraint::Enum(self.literals(shape, node)?),
            "minLength" => Constraint::MinLength(length()?),
            "maxLength" => Constraint::MaxLength(length()?),
            "pattern" => Constraint::Pattern(self.pattern(node)?),
            "format" => Constraint::Format(Format::from_keyword(node.text()?)?),
            "minimum" => Constraint::Minimum(self.number(shape, node)?),
            "exclusiveMinimum" => Constraint::ExclusiveMinimum(self.number(shape, node)?),
            "maximum" => Constraint::Maximum(self.number(shape, node)?),
            "exclusiveMaximum" => Constraint::ExclusiveMaximum(self.number(shape, node)?),
            "multipleOf" => Constraint::MultipleOf(self.positive(shape, node)?),
            "minItems" => Constraint::MinItems(length()?),
            "maxItems" => Constraint::MaxItems(length()?),
            "uniqueItems" => return (node.text() == Some("true")).then_some(Constraint::UniqueItems),
            "minProperties" => Constraint::MinProperties(length()?),
            "maxProperties" => Constraint::MaxProperties(length()?),
            _ => return None,
        })
    }

    fn number(&mut self, shape: &Shape, node: &Node) -> Option<Number> {
        match self.literal(shape, node)? {
            Literal::Integer(number) => Some(Number::Integer(number)),
            Literal::Decimal(number) => Some(Number::Decimal(number)),
            Literal::Text(_) | Literal::Boolean(_) => None,
        }
    }

    fn positive(&mut self, shape: &Shape, node: &Node) -> Option<Number> {
        let number = self.number(shape, node)?;
        let positive = match &number {
            Number::Integer(number) => *number > 0,
            Number::Decimal(number) => number.is_positive(),
        };
        if positive {
            return Some(number);
        }
        let message = "`multipleOf` takes a number greater than zero";
        self.report(Diagnostic::new(Code::BadConstraint, message, node.span, "not greater than zero"));
        None
    }

    fn literals(&mut self, shape: &Shape, node: &Node) -> Option<Vec<Literal>> {
        let NodeKind::Sequence(nodes) = &node.kind else { return None };
        if nodes.is_empty() {
            let message = "an empty `enum` allows nothing";
            self.report(Diagnostic::new(Code::BadConstraint, message, node.span, "empty"));
            return None;
        }
        let mut literals: Vec<Literal> = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let literal = self.literal(shape, node)?;
            if let Some(first) = literals.iter().position(|other| *other == literal) {
                let first = nodes.get(first.min(index)).map_or(node.span, |node| node.span);
                let diagnostic =
                    Diagnostic::new(Code::DuplicateValue, "this value is listed twice", node.span, "again");
                self.report(diagnostic.also(first, "first time"));
                continue;
            }
            literals.push(literal);
        }
        Some(literals)
    }

    /// A value to compare with, read by the type that it is compared with; `None` where it was reported.
    pub(super) fn literal(&mut self, shape: &Shape, node: &Node) -> Option<Literal> {
        let text = node.text()?;
        let literal = match shape {
            Shape::Scalar(Scalar::Boolean(_)) => match text {
                "true" => Some(Literal::Boolean(true)),
                "false" => Some(Literal::Boolean(false)),
                _ => None,
            },
            Shape::Scalar(Scalar::Integer(_)) => {
                text.parse::<i64>().ok().filter(|number| number.to_string() == text).map(Literal::Integer)
            }
            Shape::Scalar(Scalar::Decimal(_)) => text.parse::<Decimal>().ok().map(Literal::Decimal),
            Shape::Enum(id) => {
                let name = crate::source::Spanned::new(text.to_owned(), node.span);
                self.enum_value(*id, &name)?;
                Some(Literal::Text(text.to_owned()))
            }
            Shape::Scalar(_) => Some(Literal::Text(text.to_owned())),
            Shape::Object(_) | Shape::List { .. } | Shape::Map { .. } | Shape::Json => None,
        };
        if literal.is_none() {
            let message = format!("`{}` is not {}", shown(text), self.describe(shape));
            let diagnostic = Diagnostic::new(Code::BadLiteral, message, node.span, "does not fit the type");
            self.report(diagnostic);
        }
        literal
    }

    fn pattern(&mut self, node: &Node) -> Option<Pattern> {
        let text = node.text()?;
        match pattern::compile(text) {
            Ok(table) => {
                if !table.anchored {
                    let message = "this pattern matches anywhere in the text";
                    let label = "no `^` at the start or no `$` at the end";
                    let diagnostic = Diagnostic::new(Code::UnanchoredPattern, message, node.span, label);
                    self.report(diagnostic.help("`pattern` is a search, as in JSON Schema: write `^…$` for the whole text, or `^.*…` where a search is meant"));
                }
                Some(Pattern::new(text, table))
            }
            Err(error) => {
                let span = node.inner_span(self.sources, error.range.clone());
                self.report(Diagnostic::new(Code::BadPattern, error.message, span, "in this pattern"));
                None
            }
        }
    }
}

/// What a keyword says something about, and whether a shape is of that family.
fn applies(keyword: &str, shape: &Shape) -> (&'static str, bool) {
    use Scalar::{Boolean, Decimal, Integer, String};
    let scalar = matches!(shape, Shape::Scalar(_) | Shape::Enum(_));
    let number = matches!(shape, Shape::Scalar(Integer(_) | Decimal(_)));
    match keyword {
        "const" | "enum" => ("scalars and enums", scalar),
        "minLength" | "maxLength" | "pattern" => {
            ("text", scalar && !number && !matches!(shape, Shape::Scalar(Boolean(_))))
        }
        "format" => ("strings", matches!(shape, Shape::Scalar(String))),
        "minItems" | "maxItems" | "uniqueItems" => ("lists", matches!(shape, Shape::List { .. })),
        "minProperties" | "maxProperties" => ("maps", matches!(shape, Shape::Map { .. })),
        _ => ("numbers", number),
    }
}
