//! The vectors of rules: for each the nearest document that breaks it.

use wirewright::codes::RULE_PREFIX;
use wirewright::json::Value;

use super::cases::Cases;
use crate::documents::{Style, rules::flip_rule};
use crate::model::ObjectId;

/// How many documents are tried for a rule.
const TRIES: usize = 240;

/// How many of them at least, so that a shorter one has its chance.
const TRIES_AT_LEAST: usize = 60;

/// One vector for each rule of an object.
pub(super) fn vectors(cases: &mut Cases<'_>, id: ObjectId, valid: &[Value]) {
    for rule in &cases.model.object(id).rules {
        let code = format!("{RULE_PREFIX}{}", rule.id);
        let mut best: Option<(usize, usize, String)> = None;
        for attempt in 0..TRIES {
            let Some(base) = valid.get(attempt % valid.len().max(1)) else { break };
            let mut document = base.clone();
            // Values that a condition asks for are found by chance.
            cases.maker.style = if attempt % 4 < 2 { Style::Plain } else { Style::Varied };
            for _ in 0..=attempt % 5 {
                flip_rule(&mut cases.maker, rule, &mut document);
            }
            let text = document.to_string();
            let violations = cases.judge(&text);
            if violations.iter().any(|violation| violation.code == code) {
                let found = (violations.len(), text.len(), text);
                best = Some(best.map_or(found.clone(), |best| best.min(found)));
            }
            if attempt > TRIES_AT_LEAST && best.as_ref().is_some_and(|(count, ..)| *count == 1) {
                break;
            }
        }
        cases.maker.style = Style::Plain;
        if let Some((_, _, document)) = best {
            cases.push(&code, document);
        }
    }
}
