//! Object types, their fields and rules.

use super::spec::{ConditionSpec, ConsequenceSpec, FieldSpec, ItemKind, ObjectSpec, RuleSpec};
use super::table::Entries;
use super::{ReadItem, Reader, keys};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Comparison, Required, Role, UnknownFields};
use crate::source::{Span, Spanned};
use crate::yaml::Node;

const PATH_CONSEQUENCES: [&str; 6] =
    ["require", "forbid", "exactlyOneOf", "atLeastOneOf", "atMostOneOf", "requireTogether"];
const OPERATORS: [&str; 7] =
    ["is", "in", "present", "lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"];
/// How deep `all`, `any` and `not` may nest.
const MAX_CONDITION_DEPTH: usize = 32;

impl Reader<'_> {
    pub(super) fn object(&mut self, role: Role, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::OBJECT, node, self.diagnostics);
        if !entries.sound {
            return None;
        }
        let docs = self.docs(&entries);
        let targets = self.targets(&entries);
        let fields = entries.map("fields").iter().filter_map(|(key, node)| self.field(key, node)).collect();
        let rules = entries.list("rules").iter().filter_map(|node| self.rule(node)).collect();
        let keep = entries.text("unknownFields").is_some_and(|text| text.value == "keep");
        let object = ObjectSpec {
            role,
            all_of: entries.texts("allOf"),
            fields,
            rules,
            unknown_fields: if keep { UnknownFields::Keep } else { UnknownFields::Ignore },
            examples: entries.list("examples").to_vec(),
        };
        Some((ItemKind::Object(object), docs, targets))
    }

    fn field(&mut self, key: &Node, node: &Node) -> Option<FieldSpec> {
        let entries = Entries::read(&keys::FIELD, node, self.diagnostics);
        let required = match entries.text("required").as_ref().map(|text| text.value.as_str()) {
            Some("true") => Required::Yes,
            Some("onSend") => Required::OnSend,
            _ => Required::No,
        };
        Some(FieldSpec {
            name: self.name(key, &entries)?,
            docs: self.docs(&entries),
            ty: self.type_spec(&entries),
            required,
            nullable: entries.flag("nullable"),
            sensitive: entries.flag("sensitive"),
            aliases: entries.texts("aliases"),
            default: entries.node("default").cloned(),
            fallback: entries.text("fallback"),
            examples: entries.list("examples").to_vec(),
        })
    }

    fn rule(&mut self, node: &Node) -> Option<RuleSpec> {
        let entries = Entries::read(&keys::RULE, node, self.diagnostics);
        let id = entries.text("id")?;
        let when = entries.node("when").map(|node| self.condition(node, MAX_CONDITION_DEPTH));
        let unless = entries.node("unless").map(|node| self.condition(node, MAX_CONDITION_DEPTH));
        if let (Some(when), Some(unless)) = (entries.key("when"), entries.key("unless")) {
            let diagnostic = Diagnostic::new(
                Code::RuleShape,
                "a rule has `when` or `unless`, not both",
                unless,
                "second one",
            );
            let help = "write one `when` with `all` and `not`";
            self.diagnostics.push(diagnostic.also(when, "first one").help(help));
            return None;
        }
        let condition = match (when, unless) {
            (Some(condition), _) => Some(condition?),
            (None, Some(condition)) => Some(ConditionSpec::Not(Box::new(condition?))),
            (None, None) => None,
        };
        let consequence = self.consequence(&entries, id.span)?;
        Some(RuleSpec { id, docs: self.docs(&entries), condition, consequence })
    }

    fn consequence(&mut self, entries: &Entries<'_>, id: Span) -> Option<ConsequenceSpec> {
        let is_consequence = |name: &str| PATH_CONSEQUENCES.contains(&name) || name == "compare";
        let found: Vec<_> = entries.iter().filter(|(key, ..)| is_consequence(key.name)).collect();
        let (key, key_node, node) = match found.as_slice() {
            [one] => *one,
            [] => {
                let list = PATH_CONSEQUENCES.join("`, `");
                let message = "a rule needs a consequence";
                let diagnostic = Diagnostic::new(Code::RuleShape, message, id, "this rule asks for nothing");
                self.diagnostics.push(diagnostic.help(format!("add one of `{list}` or `compare`")));
                return None;
            }
            [first, second, ..] => {
                let message = "a rule has one consequence";
                let diagnostic = Diagnostic::new(Code::RuleShape, message, second.1.span, "second one");
                let help = "write two rules, each with an id of its own";
                self.diagnostics.push(diagnostic.also(first.1.span, "first one").help(help));
                return None;
            }
        };
        if key.name == "compare" {
            return self.compare(node);
        }
        let paths = entries.texts(key.name);
        let least = if matches!(key.name, "require" | "forbid") { 1 } else { 2 };
        if paths.len() < least {
            let message =
                format!("`{}` needs at least {least} field{}", key.name, if least > 1 { "s" } else { "" });
            self.diagnostics.push(Diagnostic::new(Code::RuleShape, message, key_node.span, "too few"));
            return None;
        }
        Some(ConsequenceSpec::Paths(key.name, paths))
    }

    fn compare(&mut self, node: &Node) -> Option<ConsequenceSpec> {
        let entries = Entries::read(&keys::COMPARE, node, self.diagnostics);
        let left = entries.text("field")?;
        let operator =
            self.one_of(&entries, &Comparison::ALL.map(Comparison::keyword), left.span, "a comparison")?;
        let right = entries.text(operator.value)?;
        Some(ConsequenceSpec::Compare(left, operator.value, right))
    }

    fn condition(&mut self, node: &Node, depth: usize) -> Option<ConditionSpec> {
        if depth == 0 {
            let message = format!("conditions nest at most {MAX_CONDITION_DEPTH} deep");
            self.diagnostics.push(Diagnostic::new(Code::RuleShape, message, node.head(), "too deep"));
            return None;
        }
        let entries = Entries::read(&keys::CONDITION, node, self.diagnostics);
        let forms = ["all", "any", "not", "field"];
        let form = self.one_of(&entries, &forms, node.head(), "a condition")?;
        let value = entries.node(form.value)?;
        let list = |reader: &mut Self| {
            let parts = entries.list(form.value).iter();
            let read: Vec<_> = parts.map(|node| reader.condition(node, depth - 1)).collect();
            read.into_iter().collect::<Option<Vec<_>>>()
        };
        match form.value {
            "all" => Some(ConditionSpec::All(list(self)?)),
            "any" => Some(ConditionSpec::Any(list(self)?)),
            "not" => Some(ConditionSpec::Not(Box::new(self.condition(value, depth - 1)?))),
            _ => {
                let path = entries.text("field")?;
                let operator = self.one_of(&entries, &OPERATORS, path.span, "a test")?;
                let value = entries.node(operator.value)?.clone();
                Some(ConditionSpec::Test { path, operator, value })
            }
        }
    }

    /// The one of some keys that a mapping has; reports none and several.
    fn one_of(
        &mut self,
        entries: &Entries<'_>,
        keys: &[&'static str],
        span: Span,
        what: &str,
    ) -> Option<Spanned<&'static str>> {
        let found: Vec<_> = entries.iter().filter(|(key, ..)| keys.contains(&key.name)).collect();
        match found.as_slice() {
            [(key, node, _)] => Some(Spanned::new(key.name, node.span)),
            [] if !entries.sound => None,
            [] => {
                let message = format!("{what} needs one of `{}`", keys.join("`, `"));
                self.diagnostics.push(Diagnostic::new(Code::RuleShape, message, span, "none of them here"));
                None
            }
            [first, second, ..] => {
                let message = format!("{what} has one of `{}`, not two", keys.join("`, `"));
                let diagnostic = Diagnostic::new(Code::RuleShape, message, second.1.span, "second one");
                self.diagnostics.push(diagnostic.also(first.1.span, "first one"));
                None
            }
        }
    }
}
