//! Rules in attributes as rules of a spec: paths by identifiers become paths by names in JSON.

use syn::Ident;
use syn::ext::IdentExt;
use wirewright_macros_core::attr::{
    self, Comparison, Condition, Consequence, FieldPath, Literal, ValidateContainer,
};
use wirewright_macros_core::serde::{Container, Field};

use super::absence::FilledIn;
use super::checks::literal;
use super::declared::{Declared, Marked, Meaning};
use super::types::{text_node, wrapped};
use super::{FilePlace, Mirror};
use crate::diagnostic::{Code, Diagnostic};
use crate::model;
use crate::rust::comparison_attr;
use crate::source::{Span, Spanned};
use crate::syntax::spec::{ConditionSpec, ConsequenceSpec, DocsSpec, RuleSpec};
use crate::syntax::table::suggest;
use crate::yaml::{Node, NodeKind};

/// How many aliases may lie on the way to a struct.
const MAXIMUM_ALIASES: usize = 8;

impl Mirror<'_> {
    /// The rules of a struct.
    pub(super) fn rules(&mut self, declared: &Declared, marked: &Marked) -> Vec<RuleSpec> {
        let (container, error) = ValidateContainer::read(&marked.item.attrs);
        self.malformed(marked.place, Code::MirrorAttribute, error);
        let mut rules = Vec::new();
        for rule in &container.rules {
            rules.extend(self.rule(declared, marked, rule));
        }
        rules
    }

    fn rule(&mut self, declared: &Declared, marked: &Marked, rule: &attr::Rule) -> Option<RuleSpec> {
        let id = marked.place.spanned(rule.id.clone(), rule.place.0);
        let message = rule.message.clone().map(|message| Spanned::new(message, id.span));
        let types = |path: &FieldPath| type_at(declared, marked, path);
        for error in rule.when.iter().flat_map(|condition| condition.misfits(&types)) {
            self.malformed(marked.place, Code::MirrorAttribute, Some(error));
        }
        let condition = match &rule.when {
            Some(condition) => Some(self.condition(declared, marked, condition)?),
            None => None,
        };
        let paths = |mirror: &mut Self, keyword, paths: &[FieldPath]| {
            let paths: Vec<_> = paths.iter().map(|path| mirror.path(declared, marked, path)).collect();
            Some(ConsequenceSpec::Paths(keyword, paths.into_iter().collect::<Option<_>>()?))
        };
        let consequence = match &rule.consequence {
            Consequence::Require(list) => paths(self, "require", list),
            Consequence::Forbid(list) => paths(self, "forbid", list),
            Consequence::ExactlyOneOf(list) => paths(self, "exactlyOneOf", list),
            Consequence::AtLeastOneOf(list) => paths(self, "atLeastOneOf", list),
            Consequence::AtMostOneOf(list) => paths(self, "atMostOneOf", list),
            Consequence::RequireTogether(list) => paths(self, "requireTogether", list),
            Consequence::Compare { left, comparison, right } => {
                let (left, right) = (self.path(declared, marked, left), self.path(declared, marked, right));
                Some(ConsequenceSpec::Compare(left?, comparison_word(*comparison)?, right?))
            }
        }?;
        let docs = DocsSpec { text: message, source: None, deprecated: None };
        Some(RuleSpec { id, docs, condition, consequence })
    }

    fn condition(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        condition: &Condition,
    ) -> Option<ConditionSpec> {
        let all = |mirror: &mut Self, parts: &[Condition]| {
            let parts: Vec<_> = parts.iter().map(|part| mirror.condition(declared, marked, part)).collect();
            parts.into_iter().collect::<Option<Vec<_>>>()
        };
        Some(match condition {
            Condition::All(parts) => ConditionSpec::All(all(self, parts)?),
            Condition::Any(parts) => ConditionSpec::Any(all(self, parts)?),
            Condition::Not(part) => ConditionSpec::Not(Box::new(self.condition(declared, marked, part)?)),
            Condition::Present(path) => self.presence(declared, marked, path, true)?,
            Condition::Absent(path) => self.presence(declared, marked, path, false)?,
            Condition::In(path, literals) => {
                let path = self.path(declared, marked, path)?;
                let span = path.span;
                let values = literals.iter().map(|value| text_node(literal(value), span)).collect();
                test(path, "in", Node { span, kind: NodeKind::Sequence(values) })
            }
            Condition::Compare(path, Comparison::NotEqual, value) => {
                self.differs(declared, marked, path, value)?
            }
            Condition::Compare(path, comparison, value) => {
                let path = self.path(declared, marked, path)?;
                let word = match comparison {
                    Comparison::Equal => "is",
                    other => comparison_word(*other)?,
                };
                let value = text_node(literal(value), path.span);
                test(path, word, value)
            }
        })
    }

    fn presence(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        path: &FieldPath,
        present: bool,
    ) -> Option<ConditionSpec> {
        let path = self.path(declared, marked, path)?;
        let value = text_node(present.to_string(), path.span);
        Some(test(path, "present", value))
    }

    /// `path != literal`: there, and another. Through lists a spec can't say that.
    fn differs(
        &mut self,
        declared: &Declared,
        marked: &Marked,
        path: &FieldPath,
        value: &Literal,
    ) -> Option<ConditionSpec> {
        let resolved = self.path(declared, marked, path)?;
        if path.0.iter().any(|step| step.each.is_some()) {
            let message = "`!=` through a list can't be mirrored in Swift";
            let diagnostic =
                Diagnostic::new(Code::MirrorAttribute, message, resolved.span, "one element that differs");
            self.report(diagnostic.help("write `in [\"…\"]` with the values that count"));
            return None;
        }
        let value = text_node(literal(value), resolved.span);
        let there = test(resolved.clone(), "present", text_node("true".to_owned(), resolved.span));
        Some(ConditionSpec::All(vec![there, ConditionSpec::Not(Box::new(test(resolved, "is", value)))]))
    }

    /// A path by the names in JSON.
    fn path(&mut self, declared: &Declared, marked: &Marked, path: &FieldPath) -> Option<Spanned<String>> {
        let mut owner = Some(marked);
        let mut text = String::new();
        let mut span: Option<Span> = None;
        for step in &path.0 {
            let here = marked.place.span(step.field.span());
            span = Some(span.map_or(here, |first| Span { end: here.end, ..first }));
            let Some(found) = owner.and_then(|owner| field_of(declared, owner, &step.field)) else {
                self.no_field(marked.place, owner, &step.field);
                return None;
            };
            if found.is_filled_in {
                let message = format!("`{}` is filled in where it is absent, in Rust alone", step.field);
                let help = "make it an `Option` that nothing fills in, so that a rule finds the same in both";
                self.serde(marked.place, step.field.span(), message, help);
            }
            owner = found.inner;
            // A flattened struct's fields are its owner's.
            let Some(name) = found.name else { continue };
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(&name);
            if step.each.is_some() {
                text.push_str("[*]");
            }
        }
        Some(Spanned::new(text, span?))
    }

    fn no_field(&mut self, place: FilePlace, owner: Option<&Marked>, field: &Ident) {
        let span = place.span(field.span());
        let Some(owner) = owner else {
            let message =
                format!("`{field}` can't be looked for: what it would be a field of is no marked struct");
            return self.report(Diagnostic::new(Code::RulePath, message, span, "leads nowhere"));
        };
        let message = format!("`{}` has no field `{field}` in JSON", owner.item.ident);
        let diagnostic = Diagnostic::new(Code::RulePath, message, span, "leads nowhere");
        let names: Vec<String> = match &owner.item.data {
            syn::Data::Struct(data) => data
                .fields
                .iter()
                .filter_map(|field| field.ident.as_ref())
                .map(|ident| ident.unraw().to_string())
                .filter(|name| field != name)
                .collect(),
            _ => Vec::new(),
        };
        self.report(suggest(diagnostic, &field.to_string(), names.iter().map(String::as_str)));
    }
}

/// A field that a path leads to.
struct Step<'d> {
    ty: &'d syn::Type,
    /// Its name in JSON; `None` where it is flattened.
    name: Option<String>,
    /// The struct that it holds, if it holds one.
    inner: Option<&'d Marked>,
    /// It is never absent in Rust, but may be in JSON.
    is_filled_in: bool,
}

/// The type of the field that a path ends at.
fn type_at<'d>(declared: &'d Declared, marked: &'d Marked, path: &FieldPath) -> Option<&'d syn::Type> {
    let mut owner = Some(marked);
    let mut ty = None;
    for step in &path.0 {
        let found = field_of(declared, owner?, &step.field)?;
        (owner, ty) = (found.inner, Some(found.ty));
    }
    ty
}

fn field_of<'d>(declared: &'d Declared, owner: &'d Marked, ident: &Ident) -> Option<Step<'d>> {
    let syn::Data::Struct(data) = &owner.item.data else { return None };
    let wanted = ident.unraw().to_string();
    let has_name = |field: &&syn::Field| field.ident.as_ref().is_some_and(|ident| ident.unraw() == wanted);
    let field = data.fields.iter().find(has_name)?;
    let read = Field::read(&field.attrs);
    if read.is_skipped() {
        return None;
    }
    let name = match read.flatten {
        Some(_) => None,
        None => Some(Container::read(&owner.item.attrs).field_name(&read, ident).serialize),
    };
    let filled_in = FilledIn::of(owner, &Container::read(&owner.item.attrs), &read);
    let is_optional = wrapped(&field.ty, &["Option"]).is_some();
    let is_filled_in = read.flatten.is_none() && filled_in.is_there(is_optional);
    Some(Step { ty: &field.ty, is_filled_in, name, inner: held(declared, owner.place, &field.ty, 0) })
}

/// The marked struct at the heart of a type: of `Option<Vec<Box<Order>>>` it is `Order`.
fn held<'d>(declared: &'d Declared, place: FilePlace, ty: &syn::Type, steps: usize) -> Option<&'d Marked> {
    let mut words = Vec::new();
    super::checks::words(ty, &mut words);
    words.iter().rev().find_map(|word| match declared.look_up(word, place.file) {
        Some(Meaning::Marked(marked)) => Some(marked),
        Some(Meaning::Alias(alias)) if steps < MAXIMUM_ALIASES => {
            held(declared, alias.place, &alias.item.ty, steps + 1)
        }
        _ => None,
    })
}

fn test(path: Spanned<String>, operator: &'static str, value: Node) -> ConditionSpec {
    let operator = Spanned::new(operator, path.span);
    ConditionSpec::Test { path, operator, value }
}

/// The spec's word for a comparison: that of the one which is printed as it.
fn comparison_word(comparison: Comparison) -> Option<&'static str> {
    let mut all = model::Comparison::ALL.into_iter();
    all.find(|known| comparison_attr(*known) == comparison).map(model::Comparison::keyword)
}
