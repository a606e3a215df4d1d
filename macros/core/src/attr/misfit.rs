//! Literals that no value of a field's type can be, as far as the type's name tells.

use quote::ToTokens;
use syn::{Error, GenericArgument, PathArguments, Type};

use super::literal::check_decimal;
use super::{CheckKind, Checks, Comparison, Condition, Constraint, FieldPath, Literal};

/// What a scalar's value is looked for in.
const WRAPPERS: [&str; 7] = ["Option", "Nullable", "Box", "Rc", "Arc", "Cow", "Vec"];

impl Literal {
    /// What is wrong with comparing a value of this type with the literal.
    fn misfit(&self, ty: &Type) -> Option<String> {
        let (kind, fits) = match word(ty)?.as_str() {
            "String" | "str" | "Date" | "DateTime" => ("a text", matches!(self, Literal::Text(_))),
            "bool" => ("a boolean", matches!(self, Literal::Boolean(_))),
            "i8" | "i16" | "i32" | "i64" | "isize" | "u8" | "u16" | "u32" | "u64" | "usize" | "Decimal" => {
                let fits = match self {
                    Literal::Integer(_) => true,
                    Literal::Text(text) => check_decimal(text).is_ok(),
                    Literal::Boolean(_) => false,
                };
                ("a number", fits)
            }
            _ => return None,
        };
        (!fits).then(|| format!("{kind} is never `{}`", self.to_token_stream()))
    }
}

impl Checks {
    /// Constants that no value of this type is, on their literals.
    pub fn misfits(&self, ty: &Type) -> Vec<Error> {
        let mut errors = Vec::new();
        for check in &self.0 {
            let literals = match &check.kind {
                CheckKind::Items(inner) => {
                    errors.extend(inner.misfits(ty));
                    continue;
                }
                CheckKind::Constraint(Constraint::Const(literal)) => std::slice::from_ref(literal),
                CheckKind::Constraint(Constraint::Enum(literals)) => literals,
                _ => continue,
            };
            let message = literals.iter().find_map(|literal| literal.misfit(ty));
            errors.extend(message.map(|message| Error::new(check.value_place.0, message)));
        }
        errors
    }
}

impl Condition {
    /// Comparisons that never hold for the type of their field, on the field.
    pub fn misfits<'t>(&self, type_of: &dyn Fn(&FieldPath) -> Option<&'t Type>) -> Vec<Error> {
        let (path, literals) = match self {
            Condition::All(parts) | Condition::Any(parts) => {
                return parts.iter().flat_map(|part| part.misfits(type_of)).collect();
            }
            Condition::Not(part) => return part.misfits(type_of),
            Condition::Present(_) | Condition::Absent(_) => return Vec::new(),
            Condition::In(path, literals) => (path, literals.as_slice()),
            Condition::Compare(path, Comparison::Equal | Comparison::NotEqual, literal) => {
                (path, std::slice::from_ref(literal))
            }
            // What has no order is no number: others say so.
            Condition::Compare(..) => return Vec::new(),
        };
        let message = type_of(path).and_then(|ty| literals.iter().find_map(|literal| literal.misfit(ty)));
        let place = path.0.last().map(|step| step.field.span());
        place.zip(message).map(|(place, message)| Error::new(place, message)).into_iter().collect()
    }
}

/// The last word of the type that holds the value.
fn word(ty: &Type) -> Option<String> {
    match ty {
        Type::Reference(reference) => word(&reference.elem),
        Type::Group(group) => word(&group.elem),
        Type::Paren(paren) => word(&paren.elem),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return Some(last.ident.to_string());
            };
            let inner = arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            inner.filter(|_| WRAPPERS.iter().any(|wrapper| last.ident == wrapper)).and_then(word)
        }
        _ => None,
    }
}
