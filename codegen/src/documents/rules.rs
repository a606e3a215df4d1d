//! Rules and documents: what rules name, making a document meet them, and making one break them.

use wirewright::json::Value;
use wirewright::{Violation, codes};

use super::places::{Root, is_called, places, value_at};
use super::valid::{Maker, literal_text};
use crate::judge::judge_text;
use crate::model::{
    Condition, Consequence, Constraint, Field, FieldPath, Literal, Model, ObjectId, Required, Rule, Test,
};

/// How often a document is changed until it is given up.
const ATTEMPTS: usize = 40;

/// How often in a row it may be no better for a change.
const IN_VAIN: usize = 12;

/// How often another way is looked for that keeps a field.
const ROUNDS_AROUND: usize = 10;

/// Changes a document until nothing is wrong with it. False where that was not found.
pub(crate) fn mend(maker: &mut Maker<'_>, root: Root, name: &str, value: &mut Value) -> bool {
    let model = maker.model;
    let judge = |value: &Value| judge_text(model, name, value.to_string().as_bytes()).unwrap_or_default();
    let mut violations = judge(value);
    let mut in_vain = 0;
    for _ in 0..ATTEMPTS {
        let Some(violation) = violations.first() else { return true };
        if in_vain == IN_VAIN {
            return false;
        }
        let mut changed = value.clone();
        mend_one(maker, root, violation, &mut changed);
        let left = judge(&changed);
        in_vain = if left.len() < violations.len() { 0 } else { in_vain + 1 };
        if left.len() <= violations.len() {
            (*value, violations) = (changed, left);
        }
    }
    violations.is_empty()
}

fn mend_one(maker: &mut Maker<'_>, root: Root, violation: &Violation, value: &mut Value) {
    let places = places(maker.model, root, value);
    let is_above = |pointer: &str| {
        violation.pointer.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(id) = violation.code.strip_prefix(codes::RULE_PREFIX) {
        // The innermost object that has the rule.
        let of_object = places.iter().rev().filter(|place| is_above(&place.pointer)).find_map(|place| {
            let object = place.object?;
            let rule = maker.model.object(object).rules.iter().find(|rule| rule.id == id)?;
            Some((place, rule))
        });
        if let Some((place, rule)) = of_object
            && let Some(object) = value_at(value, &place.steps)
        {
            flip_rule(maker, rule, object);
        }
        return;
    }
    if let Some(place) = places.iter().find(|place| place.pointer == violation.pointer) {
        if let (Some(ty), Some(value)) = (place.ty, value_at(value, &place.steps)) {
            *value = maker.value(ty, place.steps.len());
        }
        return;
    }
    // What is required and not there.
    for place in places.iter().rev().filter(|place| is_above(&place.pointer)) {
        let Some(object) = place.object else { continue };
        let missing = maker.model.object(object).fields.iter().find(|field| {
            let path = wirewright::Path::root();
            violation.pointer == format!("{}{}", place.pointer, path.field(&field.name.text).to_pointer())
        });
        if let (Some(field), Some(Value::Object(entries))) = (missing, value_at(value, &place.steps)) {
            entries.retain(|(key, _)| !is_called(field, key));
            entries.push((field.name.text.clone(), maker.field(field, place.steps.len())));
            return;
        }
    }
}

/// Mends a document without touching one of its fields.
pub(crate) fn mend_around(maker: &mut Maker<'_>, name: &str, field: &Field, value: Value) -> Value {
    let Some(root) = Root::named(maker.model, name) else { return value };
    let has = |value: &Value| matches!(value, Value::Object(entries) if entries.iter().any(|(key, _)| is_called(field, key)));
    for _ in 0..ROUNDS_AROUND {
        let mut mended = value.clone();
        if mend(maker, root, name, &mut mended) && has(&mended) {
            return mended;
        }
    }
    value
}

/// Changes one of the values that a rule is about.
pub(crate) fn flip_rule(maker: &mut Maker<'_>, rule: &Rule, object: &mut Value) {
    let mut paths: Vec<(&FieldPath, Option<&Test>)> =
        consequence_paths(&rule.consequence).into_iter().map(|path| (path, None)).collect();
    if paths.is_empty() || maker.random.chance(35) {
        paths.extend(rule.condition.iter().flat_map(condition_paths).map(|(path, test)| (path, Some(test))));
    }
    if let Some((path, test)) = maker.random.pick(&paths).copied() {
        flip_path(maker, path, test, object);
    }
}

/// Removes the value of a path, makes another one, or one that a test is about.
fn flip_path(maker: &mut Maker<'_>, path: &FieldPath, test: Option<&Test>, object: &mut Value) {
    let mut here = object;
    for (index, step) in path.steps.iter().enumerate() {
        let Some(field) = maker.model.object(step.object).fields.get(step.field) else { return };
        let Value::Object(entries) = here else { return };
        let at = entries.iter().position(|(key, _)| is_called(field, key));
        let is_last = index + 1 == path.steps.len();
        if let Some(at) = at.filter(|_| is_last && field.required != Required::Yes && maker.random.chance(60))
        {
            entries.remove(at);
            return;
        }
        let at = at.unwrap_or_else(|| {
            entries.push((field.name.text.clone(), maker.field(field, index + 1)));
            entries.len() - 1
        });
        let Some((_, value)) = entries.get_mut(at) else { return };
        if is_last {
            *value = tested_value(maker, test).unwrap_or_else(|| maker.field(field, index + 1));
            return;
        }
        here = value;
        if step.each && matches!(here, Value::Array(_)) {
            let Value::Array(elements) = here else { return };
            let at = maker.random.below(elements.len());
            let Some(element) = elements.get_mut(at) else { return };
            here = element;
        }
    }
}

/// A value that passes a test, or misses it narrowly.
fn tested_value(maker: &mut Maker<'_>, test: Option<&Test>) -> Option<Value> {
    let literal = match test? {
        Test::In(literals) => maker.random.pick(literals)?,
        Test::Compare(_, literal) => literal,
        Test::Present(_) => return None,
    };
    let number = |text: &str| wirewright::json::Number::from_text(text).map(Value::Number);
    Some(match literal {
        Literal::Boolean(boolean) => Value::Bool(*boolean),
        Literal::Text(text) => Value::String(text.clone()),
        Literal::Decimal(decimal) => number(decimal.as_str())?,
        Literal::Integer(integer) => {
            let near = integer.saturating_add(i64::try_from(maker.random.below(3)).ok()? - 1);
            number(&near.to_string())?
        }
    })
}

/// The paths of what a rule asks for.
pub(crate) fn consequence_paths(consequence: &Consequence) -> Vec<&FieldPath> {
    match consequence {
        Consequence::Require(paths)
        | Consequence::Forbid(paths)
        | Consequence::ExactlyOneOf(paths)
        | Consequence::AtLeastOneOf(paths)
        | Consequence::AtMostOneOf(paths)
        | Consequence::RequireTogether(paths) => paths.iter().collect(),
        Consequence::Compare { left, right, .. } => vec![left, right],
    }
}

/// The tests of a condition.
fn condition_paths(condition: &Condition) -> Vec<(&FieldPath, &Test)> {
    let (mut found, mut open) = (Vec::new(), vec![condition]);
    while let Some(condition) = open.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
            Condition::Not(part) => open.push(part),
            Condition::Test { path, test } => found.push((path, test)),
        }
    }
    found
}

/// Texts that constraints and rules of a model name.
pub(super) fn literals(model: &Model) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |literals: &[Literal]| {
        found.extend(literals.iter().filter(|literal| matches!(literal, Literal::Text(_))).map(literal_text));
    };
    for object in &model.objects {
        for constraint in object.fields.iter().flat_map(|field| &field.ty.constraints) {
            match constraint {
                Constraint::Const(literal) => add(std::slice::from_ref(literal)),
                Constraint::Enum(literals) => add(literals),
                _ => {}
            }
        }
        for (_, test) in
            object.rules.iter().filter_map(|rule| rule.condition.as_ref()).flat_map(condition_paths)
        {
            if let Test::In(literals) = test {
                add(literals);
            }
        }
    }
    found
}

/// The objects of a document whose type has rules.
pub(crate) fn ruled_objects(model: &Model, root: Root, value: &Value) -> Vec<(Vec<usize>, ObjectId)> {
    let objects =
        places(model, root, value).into_iter().filter_map(|place| Some((place.steps, place.object?)));
    objects.filter(|(_, object)| !model.object(*object).rules.is_empty()).collect()
}
