//! Types: from a written type and what stands beside it to a [`TypeUse`].

use super::Resolver;
use super::names::Found;
use super::objects::Place;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Constraint, Format, ItemId, ModuleId, Scalar, ScalarDef, Shape, TypeUse, Wire};
use crate::source::{Span, Spanned};
use crate::syntax::spec::{Facets, Item, TypeSpec};
use crate::syntax::{TypeExpression, TypeExpressionKind};
use crate::yaml::Node;

impl Resolver<'_> {
    /// A named scalar.
    pub(super) fn scalar(&mut self, module: ModuleId, item: &Item, spec: &TypeSpec, examples: &[Node]) {
        let Some(ItemId::Scalar(id)) = self.names.own_id(&item.name) else { return };
        let ty = self.type_use(spec).unwrap_or_else(|| TypeUse {
            scalar: None,
            shape: Shape::Scalar(Scalar::String),
            constraints: Vec::new(),
            span: spec.expression.span,
        });
        if !matches!(ty.shape, Shape::Scalar(_)) || ty.scalar.is_some() {
            let message = "a named scalar stands for a built-in scalar type";
            let diagnostic = Diagnostic::new(
                Code::ScalarType,
                message,
                spec.expression.span,
                "not a built-in scalar type",
            );
            let help = "use `string`, `boolean`, `integer`, `decimal`, `datetime`, `date` or `url`";
            self.report(diagnostic.help(help));
        }
        self.sample("example", super::Site::Scalar(id), examples);
        self.model.scalars.push(ScalarDef {
            name: super::name(&item.name),
            docs: super::docs(&item.docs, item.place.clone()),
            module,
            ty,
            examples: Vec::new(),
        });
    }

    /// The use of a type; `None` where it was reported as broken.
    pub(super) fn type_use(&mut self, spec: &TypeSpec) -> Option<TypeUse> {
        let ty = self.part(&spec.expression, &spec.facets)?;
        if let Some(span) = spec.facets.accept_single
            && !matches!(ty.shape, Shape::List { .. })
        {
            self.misplaced(span, "acceptSingle", "lists", &ty.shape);
        }
        Some(ty)
    }

    fn part(&mut self, expression: &TypeExpression, facets: &Facets) -> Option<TypeUse> {
        let span = expression.span;
        let mut ty = match &expression.kind {
            TypeExpressionKind::Name(name) => self.named(&Spanned::new(name.clone(), span))?,
            TypeExpressionKind::List(element) => {
                let items = Box::new(self.part(element, inner(&facets.items))?);
                let accept_single = facets.accept_single.is_some();
                plain(Shape::List { items, accept_single }, span)
            }
            TypeExpressionKind::Map(element) => {
                let values = Box::new(self.part(element, inner(&facets.values))?);
                plain(Shape::Map { values }, span)
            }
        };
        self.facets(&mut ty, facets);
        Some(ty)
    }

    fn named(&mut self, name: &Spanned<String>) -> Option<TypeUse> {
        if let Some(ty) = built_in(&name.value, name.span) {
            return Some(ty);
        }
        match self.names.look_up(&name.value) {
            Some(Found::Item(ItemId::Object(id))) => Some(plain(Shape::Object(id), name.span)),
            Some(Found::Item(ItemId::Enum(id))) => Some(plain(Shape::Enum(id), name.span)),
            Some(Found::Item(ItemId::Scalar(id))) => {
                // A scalar that names another scalar comes here before that one stands; it is reported by `scalar`.
                let ty = self.model.scalars.get(id.0).map(|scalar| scalar.ty.clone());
                let ty = ty.unwrap_or_else(|| plain(Shape::Scalar(Scalar::String), name.span));
                Some(TypeUse { scalar: Some(id), span: name.span, ..ty })
            }
            Some(Found::Item(_)) => {
                let message = format!("`{}` is not a type", name.value);
                let diagnostic = Diagnostic::new(Code::NotAType, message, name.span, "not a type");
                let place = self.names.place(&name.value);
                self.report(match place {
                    Some(place) => diagnostic.also(place, "declared here"),
                    None => diagnostic,
                });
                None
            }
            Some(Found::Broken) => None,
            None => {
                let container = matches!(name.value.as_str(), "list" | "map");
                if container {
                    let message = format!("`{}` needs the type of its elements", name.value);
                    let diagnostic =
                        Diagnostic::new(Code::TypeSyntax, message, name.span, "elements of what?");
                    self.report(diagnostic.help(format!("write `{}<string>`", name.value)));
                } else {
                    self.names.unknown(name, "type", self.diagnostics);
                }
                None
            }
        }
    }

    fn facets(&mut self, ty: &mut TypeUse, facets: &Facets) {
        if let Some(wire) = &facets.wire {
            self.wire(ty, wire);
        }
        if let Some(span) = facets.content_media_type
            && !matches!(ty.shape, Shape::Scalar(Scalar::String))
        {
            self.misplaced(span, "contentMediaType", "text", &ty.shape);
        }
        if let Some((span, _)) = &facets.items
            && !matches!(ty.shape, Shape::List { .. })
        {
            self.misplaced(*span, "items", "lists", &ty.shape);
        }
        if let Some((span, _)) = &facets.values
            && !matches!(ty.shape, Shape::Map { .. })
        {
            self.misplaced(*span, "values", "maps", &ty.shape);
        }
        self.constraints(ty, &facets.constraints);
    }

    fn wire(&mut self, ty: &mut TypeUse, wire: &Spanned<String>) {
        if let Some(id) = ty.scalar {
            let scalar = &self.model.scalars.get(id.0).map(|scalar| scalar.name.clone());
            let diagnostic = Diagnostic::new(
                Code::ConstraintTwice,
                "a named scalar decides itself how it travels",
                wire.span,
                "`wire` can't change that",
            );
            let diagnostic = match scalar {
                Some(name) => diagnostic.also(name.span, "write `wire` here"),
                None => diagnostic,
            };
            return self.report(diagnostic);
        }
        let form = if wire.value == "string" { Wire::String } else { Wire::Either };
        match (&mut ty.shape, wire.value.as_str()) {
            (Shape::Scalar(Scalar::Boolean(slot)), "string" | "boolean") => *slot = form,
            (Shape::Scalar(Scalar::Integer(slot) | Scalar::Decimal(slot)), "string" | "number") => {
                *slot = form
            }
            // Decimals written by hand in Rust; a spec's read their text, too.
            (Shape::Scalar(Scalar::Decimal(slot)), NATIVE) => *slot = Wire::Native,
            (shape, word) => {
                let kind = self.describe(shape);
                let message = format!("{kind} can't travel as a {word}");
                let diagnostic =
                    Diagnostic::new(Code::MisplacedKey, message, wire.span, "does not fit the type");
                let help = "`wire` takes `string` or `boolean` on booleans, `string` or `number` on integers and \
                            decimals; for elements write it below `items` or `values`";
                self.report(diagnostic.help(help));
            }
        }
    }

    /// Reports a key that its type can't have.
    pub(super) fn misplaced(&mut self, key: Span, name: &str, on: &str, shape: &Shape) {
        let message = format!("`{name}` says something about {on}, but this is {}", self.describe(shape));
        let mut diagnostic = Diagnostic::new(Code::MisplacedKey, message, key, "does not fit the type");
        match shape {
            Shape::List { .. } => diagnostic = diagnostic.help("for the elements, write it below `items:`"),
            Shape::Map { .. } => diagnostic = diagnostic.help("for the values, write it below `values:`"),
            _ => {}
        }
        self.report(diagnostic);
    }

    /// What values of a shape are, with its article.
    pub(super) fn describe(&self, shape: &Shape) -> String {
        let word = match shape {
            Shape::Scalar(Scalar::String) => "a string",
            Shape::Scalar(Scalar::Boolean(_)) => "a boolean",
            Shape::Scalar(Scalar::Integer(_)) => "an integer",
            Shape::Scalar(Scalar::Decimal(_)) => "a decimal",
            Shape::Scalar(Scalar::DateTime) => "a datetime",
            Shape::Scalar(Scalar::Date) => "a date",
            Shape::Scalar(Scalar::Url) => "a url",
            Shape::Enum(_) => "an enum",
            Shape::Object(_) => "an object",
            Shape::List { .. } => "a list",
            Shape::Map { .. } => "a map",
            Shape::Json => "any JSON value",
        };
        word.to_owned()
    }

    /// Index of the enum's value that `fallback` names.
    pub(super) fn fallback(
        &mut self,
        fallback: &Spanned<String>,
        ty: &TypeUse,
        place: Place,
    ) -> Option<usize> {
        let Shape::Enum(id) = ty.shape else {
            let message = "`fallback` stands in for an unrecognized value of an enum";
            let label = format!("{} has none", place.word());
            let diagnostic = Diagnostic::new(Code::MisplacedKey, message, fallback.span, label);
            self.report(diagnostic.help(format!("this is {}", self.describe(&ty.shape))));
            return None;
        };
        self.enum_value(id, fallback)
    }
}

/// The form of a decimal that is read as a number alone. No spec can say so.
pub const NATIVE: &str = "native";

fn inner(facets: &Option<(Span, Box<Facets>)>) -> &Facets {
    static NONE: Facets = Facets {
        wire: None,
        content_media_type: None,
        accept_single: None,
        constraints: Vec::new(),
        items: None,
        values: None,
    };
    facets.as_ref().map_or(&NONE, |(_, facets)| facets)
}

fn plain(shape: Shape, span: Span) -> TypeUse {
    TypeUse { scalar: None, shape, constraints: Vec::new(), span }
}

fn built_in(name: &str, span: Span) -> Option<TypeUse> {
    let mut constraints = Vec::new();
    let mut formatted = |scalar, format| {
        constraints.push(Constraint::Format(format));
        Shape::Scalar(scalar)
    };
    let shape = match name {
        "string" => Shape::Scalar(Scalar::String),
        "boolean" => Shape::Scalar(Scalar::Boolean(Wire::Native)),
        "integer" => Shape::Scalar(Scalar::Integer(Wire::Native)),
        "decimal" => Shape::Scalar(Scalar::Decimal(Wire::Either)),
        "datetime" => formatted(Scalar::DateTime, Format::DateTime),
        "date" => formatted(Scalar::Date, Format::Date),
        "url" => formatted(Scalar::Url, Format::Uri),
        "json" => Shape::Json,
        _ => return None,
    };
    Some(TypeUse { scalar: None, shape, constraints, span })
}
