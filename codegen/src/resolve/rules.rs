//! Rules: paths become steps, literals are read by the type that the path leads to.

use std::collections::BTreeMap;

use super::names::shown;
use super::{Resolver, docs, items};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Comparison, Condition, Consequence, FieldPath, ObjectId, Rule, Scalar, Shape, Step, Test, TypeUse,
};
use crate::source::{Span, Spanned};
use crate::syntax::spec::{ConditionSpec, ConsequenceSpec, ItemKind, RuleSpec, Spec};
use crate::syntax::table::suggest;
use crate::yaml::{Node, NodeKind};

impl Resolver<'_> {
    /// Rules of all objects, those that an object takes over first.
    pub(super) fn rules(&mut self, spec: &Spec) {
        let objects =
            items(spec).filter(|(_, item)| self.has_id(item)).filter_map(|(_, item)| match &item.kind {
                ItemKind::Object(object) => Some((object.rules.as_slice(), item.place.as_str())),
                _ => None,
            });
        let own: Vec<(&[RuleSpec], &str)> = objects.collect();
        for index in 0..own.len() {
            let mut rules = Vec::new();
            let mut ids: BTreeMap<String, Span> = BTreeMap::new();
            let ancestors = self.lineages.get(index).cloned().unwrap_or_default();
            for source in ancestors.into_iter().chain([index]) {
                let Some((specs, place)) = own.get(source) else { continue };
                for spec in *specs {
                    self.check_rule_id(spec, &mut ids, source == index);
                    // Paths of inherited rules were reported where they are declared.
                    let silent = source != index;
                    rules.extend(self.rule(ObjectId(index), spec, place, silent));
                }
            }
            if let Some(object) = self.model.objects.get_mut(index) {
                object.rules = rules;
            }
        }
    }

    fn check_rule_id(&mut self, spec: &RuleSpec, ids: &mut BTreeMap<String, Span>, own: bool) {
        let id = &spec.id;
        let word = |word: &str| {
            !word.is_empty() && word.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit())
        };
        if own && !id.value.split('-').all(word) {
            let message = format!("`{}` can't be the id of a rule", shown(&id.value));
            let diagnostic = Diagnostic::new(Code::BadName, message, id.span, "not a rule id");
            self.report(
                diagnostic
                    .help("use lower-case ASCII words and digits joined by `-`, like `card-needs-factor`"),
            );
        }
        if let Some(first) = ids.get(&id.value) {
            let message = format!("two rules of this type have the id `{}`", shown(&id.value));
            let diagnostic = Diagnostic::new(Code::DuplicateName, message, id.span, "second one")
                .also(*first, "first one");
            self.report(diagnostic.help("a violation names its rule, so ids are unique in a type"));
        }
        ids.insert(id.value.clone(), id.span);
    }

    fn rule(&mut self, object: ObjectId, spec: &RuleSpec, place: &str, silent: bool) -> Option<Rule> {
        let before = silent.then(|| std::mem::take(self.diagnostics));
        let condition = spec.condition.as_ref().map(|condition| self.condition(object, condition));
        let consequence = self.consequence(object, &spec.consequence);
        if let Some(before) = before {
            *self.diagnostics = before;
        }
        Some(Rule {
            id: spec.id.value.clone(),
            docs: docs(&spec.docs, format!("{place}/rules/{}", spec.id.value)),
            condition: match condition {
                Some(condition) => Some(condition?),
                None => None,
            },
            consequence: consequence?,
            span: spec.id.span,
        })
    }

    fn condition(&mut self, object: ObjectId, spec: &ConditionSpec) -> Option<Condition> {
        let all = |resolver: &mut Self, specs: &[ConditionSpec]| {
            let conditions: Vec<_> = specs.iter().map(|spec| resolver.condition(object, spec)).collect();
            conditions.into_iter().collect::<Option<Vec<_>>>()
        };
        Some(match spec {
            ConditionSpec::All(specs) => Condition::All(all(self, specs)?),
            ConditionSpec::Any(specs) => Condition::Any(all(self, specs)?),
            ConditionSpec::Not(spec) => Condition::Not(Box::new(self.condition(object, spec)?)),
            ConditionSpec::Test { path, operator, value } => {
                let (path, ty) = self.path(object, path)?;
                let test = self.test(&ty, operator, value)?;
                Condition::Test { path, test }
            }
        })
    }

    fn test(&mut self, ty: &TypeUse, operator: &Spanned<&'static str>, value: &Node) -> Option<Test> {
        let comparable = matches!(ty.shape, Shape::Scalar(_) | Shape::Enum(_));
        let number = matches!(ty.shape, Shape::Scalar(Scalar::Integer(_) | Scalar::Decimal(_)));
        let fits = match operator.value {
            "present" => true,
            "is" | "in" => comparable,
            _ => number,
        };
        if !fits {
            let message = format!("`{}` can't test {}", operator.value, self.describe(&ty.shape));
            let label =
                if comparable { "only numbers compare so" } else { "only scalars and enums compare so" };
            let diagnostic = Diagnostic::new(Code::RuleType, message, operator.span, label);
            self.report(diagnostic.help("use `present` to ask whether it is there"));
            return None;
        }
        Some(match operator.value {
            "present" => Test::Present(value.text() == Some("true")),
            "is" => Test::In(vec![self.literal(&ty.shape, value)?]),
            "in" => {
                let NodeKind::Sequence(nodes) = &value.kind else { return None };
                let literals: Vec<_> = nodes.iter().map(|node| self.literal(&ty.shape, node)).collect();
                Test::In(literals.into_iter().collect::<Option<_>>()?)
            }
            operator => Test::Compare(Comparison::from_keyword(operator)?, self.literal(&ty.shape, value)?),
        })
    }

    fn consequence(&mut self, object: ObjectId, spec: &ConsequenceSpec) -> Option<Consequence> {
        match spec {
            ConsequenceSpec::Paths(keyword, paths) => {
                let resolved: Vec<_> = paths.iter().map(|path| self.whole_path(object, path)).collect();
                let paths = resolved.into_iter().collect::<Option<Vec<_>>>()?;
                self.check_distinct(keyword, &paths)?;
                Some(match *keyword {
                    "require" => Consequence::Require(paths),
                    "forbid" => Consequence::Forbid(paths),
                    "exactlyOneOf" => Consequence::ExactlyOneOf(paths),
                    "atLeastOneOf" => Consequence::AtLeastOneOf(paths),
                    "atMostOneOf" => Consequence::AtMostOneOf(paths),
                    _ => Consequence::RequireTogether(paths),
                })
            }
            ConsequenceSpec::Compare(left, operator, right) => {
                let (left, left_type) = self.single_path(object, left)?;
                let (right, right_type) = self.single_path(object, right)?;
                let (left_kind, right_kind) = (order_of(&left_type.shape), order_of(&right_type.shape));
                if left_kind.is_none() || left_kind != right_kind {
                    let message = format!(
                        "{} and {} can't be compared",
                        self.describe(&left_type.shape),
                        self.describe(&right_type.shape)
                    );
                    let diagnostic = Diagnostic::new(Code::RuleType, message, right.span, "compared here");
                    let help = "`compare` takes two numbers, two datetimes or two dates";
                    self.report(diagnostic.also(left.span, "with this one").help(help));
                    return None;
                }
                Some(Consequence::Compare { left, comparison: Comparison::from_keyword(operator)?, right })
            }
        }
    }

    fn check_distinct(&mut self, keyword: &str, paths: &[FieldPath]) -> Option<()> {
        let mut fine = Some(());
        for (index, path) in paths.iter().enumerate() {
            if let Some(first) = paths.iter().take(index).find(|other| other.steps == path.steps) {
                let message = format!("`{keyword}` names this field twice");
                let diagnostic = Diagnostic::new(Code::DuplicateValue, message, path.span, "again");
                self.report(diagnostic.also(first.span, "first time"));
                fine = None;
            }
        }
        fine
    }

    /// A path whose end is a field, not the elements of a list.
    fn whole_path(&mut self, object: ObjectId, path: &Spanned<String>) -> Option<FieldPath> {
        let (resolved, _) = self.path(object, path)?;
        if resolved.steps.last().is_some_and(|step| step.each) {
            let message = "this path must end in a field, not in the elements of a list";
            let diagnostic = Diagnostic::new(Code::RulePath, message, path.span, "ends in `[*]`");
            self.report(diagnostic.help("drop the last `[*]`"));
            return None;
        }
        Some(resolved)
    }

    /// A path that leads to one value at most.
    pub(super) fn single_path(
        &mut self,
        object: ObjectId,
        path: &Spanned<String>,
    ) -> Option<(FieldPath, TypeUse)> {
        let (resolved, ty) = self.path(object, path)?;
        if resolved.steps.iter().any(|step| step.each) {
            let message = "this path must lead to one value";
            self.report(Diagnostic::new(Code::RulePath, message, path.span, "goes through a list"));
            return None;
        }
        Some((resolved, ty))
    }

    /// Resolves `a.b[*].c` from an object; `None` where it was reported.
    pub(super) fn path(&mut self, object: ObjectId, path: &Spanned<String>) -> Option<(FieldPath, TypeUse)> {
        if path.value.split('.').count() > MAX_PATH_STEPS {
            let message = format!("a path has at most {MAX_PATH_STEPS} steps");
            self.report(Diagnostic::new(Code::RulePath, message, path.span, "too long"));
            return None;
        }
        let mut steps = Vec::new();
        let mut at = Some(object);
        let mut end: Option<TypeUse> = None;
        let mut offset = 0;
        for part in path.value.split('.') {
            let place = path.part(offset..offset + part.len());
            offset += part.len() + 1;
            let Some(object) = at else {
                let previous = end.map_or_else(String::new, |ty| self.describe(&ty.shape));
                let message =
                    format!("`{}` goes on behind {previous}, which has no fields", shown(&path.value));
                let diagnostic = Diagnostic::new(Code::RulePath, message, place, "leads nowhere");
                self.report(match previous.as_str() {
                    "a list" => diagnostic.help("write `[*]` behind a list to go on with its elements"),
                    _ => diagnostic,
                });
                return None;
            };
            let (name, each) = match part.strip_suffix("[*]") {
                Some(name) => (name, true),
                None => (part, false),
            };
            let (index, ty) = self.step(object, name, place)?;
            steps.push(Step { object, field: index, each });
            let target = match (&ty.shape, each) {
                (Shape::List { items, .. }, true) => (**items).clone(),
                (_, true) => {
                    let message = format!("`{name}` is {}, not a list", self.describe(&ty.shape));
                    let diagnostic =
                        Diagnostic::new(Code::RulePath, message, place, "`[*]` goes through lists only");
                    self.report(diagnostic);
                    return None;
                }
                _ => ty,
            };
            at = match target.shape {
                Shape::Object(id) => Some(id),
                _ => None,
            };
            end = Some(target);
        }
        Some((FieldPath { steps, span: path.span }, end?))
    }

    fn step(&mut self, object: ObjectId, name: &str, place: Span) -> Option<(usize, TypeUse)> {
        let def = self.model.objects.get(object.0)?;
        let found = def.fields.iter().enumerate().find(|(_, field)| field.name.text == name);
        if let Some((index, field)) = found {
            return Some((index, field.ty.clone()));
        }
        if self.broken.contains(&(object, name.to_owned())) {
            return None;
        }
        let message = format!("`{}` has no field `{}`", def.name.text, shown(name));
        let diagnostic = Diagnostic::new(Code::RulePath, message, place, "no such field");
        let diagnostic = diagnostic.also(def.name.span, "the type");
        let fields: Vec<String> = def.fields.iter().map(|field| field.name.text.clone()).collect();
        self.report(suggest(diagnostic, name, fields.iter().map(String::as_str)));
        None
    }
}

/// Backends nest a block per step, and documents nest 128 deep at most.
const MAX_PATH_STEPS: usize = 32;

/// What orders values of a shape; `None` where `compare` does not take them.
fn order_of(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Scalar(Scalar::Integer(_) | Scalar::Decimal(_)) => Some("number"),
        Shape::Scalar(Scalar::DateTime) => Some("instant"),
        Shape::Scalar(Scalar::Date) => Some("date"),
        _ => None,
    }
}
