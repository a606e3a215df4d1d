//! What happens where a field is absent: serde and Swift must do the same.

use syn::spanned::Spanned as _;
use wirewright_macros_core::attr::{Bound, CheckKind, Checks, Constraint};
use wirewright_macros_core::serde::{Container, DefaultValue, Field};

use super::Mirror;
use super::declared::Marked;
use super::types::Mapped;

/// What serde puts where a field is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FilledIn {
    /// Nothing, or `None`.
    Never,
    /// What its type's `Default` is: of an `Option`, `None`.
    ByTrait,
    /// What code says that is not looked into.
    ByCode,
}

impl FilledIn {
    pub(super) fn of(marked: &Marked, container: &Container, field: &Field) -> FilledIn {
        match (&field.default, &container.default) {
            (None, None) => FilledIn::Never,
            (Some(DefaultValue::Trait(_)), _) => FilledIn::ByTrait,
            (None, Some(DefaultValue::Trait(_))) if marked.derives("Default") => FilledIn::ByTrait,
            _ => FilledIn::ByCode,
        }
    }

    /// Whether something is there in Rust where the field is absent.
    pub(super) fn is_there(self, optional: bool) -> bool {
        match self {
            FilledIn::Never => false,
            FilledIn::ByTrait => !optional,
            FilledIn::ByCode => true,
        }
    }
}

impl Mirror<'_> {
    /// What serde does where a field is absent must be what Swift does.
    pub(super) fn absence(
        &mut self,
        marked: &Marked,
        field: &syn::Field,
        read: &Field,
        mapped: &Mapped,
        has_default: bool,
    ) {
        if let Some(with) = read.with.as_ref().filter(|_| mapped.optional && !has_default) {
            let message = "with an adapter, serde asks for the field even where it is an `Option`";
            self.serde(marked.place, with.span(), message, "add `default` to the same `#[serde(…)]`");
        }
        if let Some(skip) = read.skip_serializing_if.as_ref().filter(|_| !mapped.optional && !has_default) {
            let message = "a field that is left out at times, but has to be there when read, can't be mirrored in Swift";
            self.serde(marked.place, skip.span(), message, "make it an `Option`, or add `default`");
        }
        let is_none =
            |skip: &&syn::LitStr| skip.value().rsplit("::").next().map(str::trim) == Some("is_none");
        if let Some(skip) = read.skip_serializing_if.as_ref().filter(|skip| mapped.optional && !is_none(skip))
        {
            let message = format!("`{}` may leave out what is there, which Swift writes", skip.value());
            self.serde(marked.place, skip.span(), message, "write `Option::is_none`");
        }
        if mapped.nullable && mapped.optional && read.with.is_none() {
            let help = "write `#[serde(default, with = \"wirewright::wire::As::<wirewright::wire::Nullable<…>>\")]`, or leave one of the two out";
            self.serde(marked.place, field.ty.span(), "serde reads an explicit null as absent here", help);
        }
    }

    /// What serde fills in is judged in Rust, and absent in Swift: a check that it may fail makes them differ.
    pub(super) fn filled_in(
        &mut self,
        marked: &Marked,
        checks: &Checks,
        filled_in: FilledIn,
        optional: bool,
    ) {
        let is_known = filled_in == FilledIn::ByTrait;
        let may_fail = |kind: &CheckKind| match kind {
            CheckKind::Constraint(constraint) => !is_known || fails_nothing(constraint),
            CheckKind::Nested => true,
            CheckKind::Required => optional,
            CheckKind::Items(_) | CheckKind::Values(_) => !is_known,
        };
        for check in checks.0.iter().filter(|check| may_fail(&check.kind)) {
            let message =
                "where the field is absent, serde fills it in and Rust judges that; Swift judges nothing";
            let help = if optional {
                "let `Option` be absent: leave out what fills it in"
            } else {
                "make it an `Option`, which is absent in both"
            };
            self.serde(marked.place, check.place.0, message, help);
        }
    }
}

/// Whether an empty text, zero, false or an empty list may fail a constraint.
fn fails_nothing(constraint: &Constraint) -> bool {
    let least = |bound: &Bound| matches!(bound, Bound::Integer(number) if *number <= 0);
    let most = |bound: &Bound| matches!(bound, Bound::Integer(number) if *number >= 0);
    match constraint {
        Constraint::MinLength(count) | Constraint::MinItems(count) | Constraint::MinProperties(count) => {
            *count > 0
        }
        Constraint::Minimum(bound) => !least(bound),
        Constraint::Maximum(bound) => !most(bound),
        Constraint::MaxLength(_)
        | Constraint::MaxItems(_)
        | Constraint::MaxProperties(_)
        | Constraint::UniqueItems
        | Constraint::MultipleOf(_) => false,
        Constraint::Const(_)
        | Constraint::Enum(_)
        | Constraint::Pattern(_)
        | Constraint::Format(_)
        | Constraint::ExclusiveMinimum(_)
        | Constraint::ExclusiveMaximum(_) => true,
    }
}
