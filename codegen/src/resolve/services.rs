//! Options, operations, webhooks and the outcome.

use super::names::{Found, check_overrides, shown};
use super::objects::Place;
use super::{Resolver, Site, docs, name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    EnumId, EnumKind, FieldPath, ItemId, ModuleId, ObjectId, OperationDef, OptionEntry, OptionsDef, Outcome,
    Role, Scalar, Shape, TypeUse, WebhookDef,
};
use crate::source::Spanned;
use crate::syntax::spec::{EntrySpec, Item, OperationSpec, OutcomeSpec, Spec, WebhookSpec};
use crate::syntax::table::suggest;

impl Resolver<'_> {
    pub(super) fn options(&mut self, module: ModuleId, item: &Item, specs: &[EntrySpec]) {
        let Some(ItemId::Options(id)) = self.names.own_id(&item.name) else { return };
        let dictionary = specs.iter().find_map(|spec| spec.dictionary.clone());
        let mut entries = Vec::new();
        for spec in specs {
            if let (Some(first), Some(other)) = (&dictionary, &spec.dictionary)
                && first.value != other.value
            {
                let message = "options go into one dictionary";
                let diagnostic =
                    Diagnostic::new(Code::TwoDictionaries, message, other.span, "another dictionary");
                self.report(
                    diagnostic
                        .also(first.span, "the first one")
                        .help("declare a second set of options for it"),
                );
            }
            entries.extend(self.entry(
                Site::Entry(id, entries.len()),
                spec,
                &item.place,
                dictionary.is_none(),
            ));
        }
        self.model.options.push(OptionsDef {
            name: name(&item.name),
            docs: docs(&item.docs, item.place.clone()),
            module,
            dictionary: dictionary.map(|name| name.value),
            entries,
        });
    }

    fn entry(&mut self, site: Site, spec: &EntrySpec, place: &str, all_in: bool) -> Option<OptionEntry> {
        check_overrides(&spec.name, self.diagnostics);
        let ty = self.type_use(spec.ty.as_ref()?)?;
        if !matches!(ty.shape, Shape::Scalar(_) | Shape::Enum(_)) {
            let message = format!("an option is a scalar or an enum, not {}", self.describe(&ty.shape));
            self.report(Diagnostic::new(Code::NotAType, message, ty.span, "travels as one text"));
            return None;
        }
        let fallback = spec.fallback.as_ref().and_then(|word| self.fallback(word, &ty, Place::Entry));
        self.sample("default", site, spec.default.as_slice());
        Some(OptionEntry {
            name: name(&spec.name),
            docs: docs(&spec.docs, format!("{place}/entries/{}", spec.name.text.value)),
            ty,
            in_dictionary: all_in || spec.dictionary.is_some(),
            default: None,
            fallback,
        })
    }

    pub(super) fn operation(&mut self, module: ModuleId, item: &Item, spec: &OperationSpec) {
        let Some(ItemId::Operation(_)) = self.names.own_id(&item.name) else { return };
        self.check_path(&spec.path);
        let request = self.payload(&spec.request);
        let response = self.payload(&spec.response);
        let idempotency_key = match (&spec.idempotency_key, request) {
            (Some(path), Some(request)) => self.idempotency_key(request, path),
            _ => None,
        };
        let codes = self.operation_codes(&spec.codes);
        // A broken operation keeps its place, so that ids stay right; the run fails anyway.
        self.model.operations.push(OperationDef {
            name: name(&item.name),
            docs: docs(&item.docs, item.place.clone()),
            module,
            method: spec.method.clone(),
            path: spec.path.value.clone(),
            request: request.unwrap_or(ObjectId(0)),
            response: response.unwrap_or(ObjectId(0)),
            idempotency_key,
            codes,
        });
    }

    fn check_path(&mut self, path: &Spanned<String>) {
        let allowed = |char: char| char.is_ascii_alphanumeric() || "/-._~{}:@!$&'()*+,;=%".contains(char);
        if !path.value.starts_with('/') || !path.value.chars().all(allowed) {
            let message = format!("`{}` is not the path of a URL", shown(&path.value));
            let diagnostic = Diagnostic::new(Code::BadPath, message, path.span, "not a path");
            self.report(diagnostic.help("a path starts with `/` and has no query and no blanks"));
        }
    }

    fn payload(&mut self, name: &Spanned<String>) -> Option<ObjectId> {
        match self.names.look_up(&name.value) {
            Some(Found::Item(ItemId::Object(id))) => Some(id),
            Some(Found::Item(_)) => {
                let message = format!("`{}` is not an object type", name.value);
                self.report(Diagnostic::new(Code::NotAType, message, name.span, "not an object type"));
                None
            }
            Some(Found::Broken) => None,
            None => {
                self.names.unknown(name, "object type", self.diagnostics);
                None
            }
        }
    }

    fn idempotency_key(&mut self, request: ObjectId, path: &Spanned<String>) -> Option<FieldPath> {
        let (resolved, ty) = self.single_path(request, path)?;
        if !matches!(ty.shape, Shape::Scalar(Scalar::String)) {
            let message = format!("an idempotency key is a string, not {}", self.describe(&ty.shape));
            self.report(Diagnostic::new(Code::RuleType, message, path.span, "not a string"));
            return None;
        }
        Some(resolved)
    }

    fn operation_codes(&mut self, codes: &[Spanned<String>]) -> Option<(EnumId, Vec<usize>)> {
        let first = codes.first()?;
        let enums = || self.model.enums.iter().enumerate().filter(|(_, def)| def.kind == EnumKind::Codes);
        let has =
            |text: &str| enums().find(|(_, def)| def.values.iter().any(|value| value.name.text == text));
        let chosen =
            codes.iter().find_map(|code| has(&code.value)).or_else(|| enums().next()).map(|(id, _)| id);
        let Some(id) = chosen.map(EnumId) else {
            let message = "the spec declares no result codes";
            let diagnostic = Diagnostic::new(Code::UnknownValue, message, first.span, "not declared");
            self.report(diagnostic.help("declare an enum of result codes below `codes:`"));
            return None;
        };
        let mut indexes = Vec::new();
        for code in codes {
            let Some(index) = self.enum_value(id, code) else { continue };
            if indexes.contains(&index) {
                self.report(Diagnostic::new(
                    Code::DuplicateValue,
                    "this code is listed twice",
                    code.span,
                    "again",
                ));
                continue;
            }
            indexes.push(index);
        }
        Some((id, indexes))
    }

    pub(super) fn webhook(&mut self, module: ModuleId, item: &Item, spec: &WebhookSpec) {
        let Some(ItemId::Webhook(_)) = self.names.own_id(&item.name) else { return };
        let payload = self.payload(&spec.payload).unwrap_or(ObjectId(0));
        let acknowledgement = spec.acknowledgement.as_ref().and_then(|name| self.payload(name));
        let (name, docs) = (name(&item.name), docs(&item.docs, item.place.clone()));
        self.model.webhooks.push(WebhookDef { name, docs, module, payload, acknowledgement });
    }

    /// Every response that has the status field says how its call ended.
    pub(super) fn outcome(&mut self, spec: &Spec) {
        let Some(outcome) = spec.heads.first().and_then(|head| head.outcome.as_ref()) else { return };
        let first_field = |path: &str| path.split(['.', '[']).next().unwrap_or_default().to_owned();
        let field = first_field(&outcome.status.value);
        let with_field = |index: &usize| {
            self.model.objects.get(*index).is_some_and(|object| {
                object.role == Role::Response
                    && object.fields.iter().any(|candidate| candidate.name.text == field)
            })
        };
        let candidates: Vec<usize> = (0..self.model.objects.len()).filter(with_field).collect();
        if candidates.is_empty() {
            self.no_outcome(outcome, &field);
            return;
        }
        self.statuses_once(outcome);
        let mut responses = Vec::new();
        for (index, object) in candidates.into_iter().map(ObjectId).enumerate() {
            let Some((status, ty)) = self.single_path(object, &outcome.status) else { continue };
            if index == 0 {
                self.check_statuses(outcome, &ty);
            }
            let code = outcome.code.as_ref().and_then(|code| self.single_path(object, code));
            responses.push((object, status, code.map(|(path, _)| path)));
        }
        let texts = |words: &[Spanned<String>]| words.iter().map(|word| word.value.clone()).collect();
        self.model.api.outcome = Some(Outcome {
            responses,
            success: texts(&outcome.success),
            failure: texts(&outcome.failure),
            pending: texts(&outcome.pending),
        });
    }

    fn no_outcome(&mut self, outcome: &OutcomeSpec, field: &str) {
        let responses = self.model.objects.iter().filter(|object| object.role == Role::Response);
        let fields: Vec<String> =
            responses.flat_map(|object| &object.fields).map(|field| field.name.text.clone()).collect();
        if fields.is_empty() && self.model.objects.is_empty() {
            return;
        }
        let message = format!("no response has a field `{}`", shown(field));
        let diagnostic = Diagnostic::new(Code::RulePath, message, outcome.status.span, "leads nowhere");
        self.report(suggest(diagnostic, field, fields.iter().map(String::as_str)));
    }

    /// A status means one thing.
    fn statuses_once(&mut self, outcome: &OutcomeSpec) {
        let words: Vec<_> = outcome.success.iter().chain(&outcome.failure).chain(&outcome.pending).collect();
        for (index, word) in words.iter().enumerate() {
            let first = words.iter().take(index).find(|earlier| earlier.value == word.value);
            if let Some(first) = first {
                let message = format!("the status `{}` is listed twice", shown(&word.value));
                let diagnostic = Diagnostic::new(Code::DuplicateValue, message, word.span, "second");
                self.report(diagnostic.also(first.span, "first"));
            }
        }
    }

    fn check_statuses(&mut self, outcome: &OutcomeSpec, ty: &TypeUse) {
        let id = match ty.shape {
            Shape::Enum(id) => id,
            Shape::Scalar(Scalar::String) => return,
            _ => {
                let message = format!(
                    "the status of an outcome is an enum or a string, not {}",
                    self.describe(&ty.shape)
                );
                return self.report(Diagnostic::new(
                    Code::RuleType,
                    message,
                    outcome.status.span,
                    "not a text",
                ));
            }
        };
        for word in outcome.success.iter().chain(&outcome.failure).chain(&outcome.pending) {
            self.enum_value(id, word);
        }
    }
}
