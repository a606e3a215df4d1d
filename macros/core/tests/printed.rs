//! parse(print(x)) == x for random attributes of every type.

use std::fmt::Debug;

use proc_macro2::{Ident, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use quote::ToTokens;
use syn::parse::Parse;
use wirewright_macros_core::attr::*;

fn holds<T: Parse + ToTokens + PartialEq + Debug>(value: &T) -> Result<(), TestCaseError> {
    let printed = value.to_token_stream();
    // By its text too: that is how it comes back from a file.
    let text = printed.to_string();
    let parsed =
        syn::parse2::<T>(printed).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
    prop_assert_eq!(&parsed, value, "{}", text);
    let parsed =
        syn::parse_str::<T>(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
    prop_assert_eq!(&parsed, value, "{}", text);
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z0-9 ]{0,6}", r#"[\\"'{}#\n\u{0}\u{202e}é😀]{0,6}"#, any::<String>()]
}

fn ident() -> impl Strategy<Value = Ident> {
    let plain = "[a-z][a-z0-9_]{0,8}".prop_filter("keywords", |name| syn::parse_str::<Ident>(name).is_ok());
    prop_oneof![
        9 => plain.prop_map(|name| Ident::new(&name, Span::call_site())),
        1 => Just(Ident::new_raw("type", Span::call_site())),
    ]
}

fn item_path() -> impl Strategy<Value = ItemPath> {
    (any::<bool>(), vec(ident(), 1..4))
        .prop_map(|(leading_colon, segments)| ItemPath { leading_colon, segments })
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        text().prop_map(Literal::Text),
        any::<i64>().prop_map(Literal::Integer),
        any::<bool>().prop_map(Literal::Boolean)
    ]
}

fn literals() -> impl Strategy<Value = Vec<Literal>> {
    vec(literal(), 1..4).prop_map(|literals| {
        let mut distinct = Vec::new();
        literals.into_iter().for_each(|literal| {
            if !distinct.contains(&literal) {
                distinct.push(literal);
            }
        });
        distinct
    })
}

fn decimal() -> impl Strategy<Value = String> {
    prop_oneof!["-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,5})?", "-?[1-9](\\.[0-9]{1,3})?[eE][+-]?[0-9]{1,3}"]
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![any::<i64>().prop_map(Bound::Integer), decimal().prop_map(Bound::Decimal)]
}

fn positive() -> impl Strategy<Value = Bound> {
    prop_oneof![(1_i64..).prop_map(Bound::Integer), "[1-9][0-9]{0,3}\\.[0-9]{1,3}".prop_map(Bound::Decimal)]
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let format = prop::sample::select(vec!["date-time", "date", "uri", "iso4217", "iso3166-1-alpha2"]);
    let counts = any::<u64>().prop_flat_map(|count| {
        prop::sample::select(vec![
            Constraint::MinLength(count),
            Constraint::MaxLength(count),
            Constraint::MinItems(count),
            Constraint::MaxItems(count),
            Constraint::MinProperties(count),
            Constraint::MaxProperties(count),
            Constraint::UniqueItems,
        ])
    });
    let bounds = bound().prop_flat_map(|bound| {
        prop::sample::select(vec![
            Constraint::Minimum(bound.clone()),
            Constraint::ExclusiveMinimum(bound.clone()),
            Constraint::Maximum(bound.clone()),
            Constraint::ExclusiveMaximum(bound),
        ])
    });
    prop_oneof![
        literal().prop_map(Constraint::Const),
        literals().prop_map(Constraint::Enum),
        counts,
        text().prop_map(Constraint::Pattern),
        format.prop_map(|format| Constraint::Format(format.to_owned())),
        bounds,
        positive().prop_map(Constraint::MultipleOf),
    ]
}

/// At least one check, no word twice; `required` only where `field`.
fn checks(field: bool) -> impl Strategy<Value = Checks> {
    let leaf = vec(constraint().prop_map(CheckKind::Constraint), 1..4).prop_map(distinct);
    let nested = leaf.prop_recursive(3, 12, 3, |inner| {
        let kind = prop_oneof![
            constraint().prop_map(CheckKind::Constraint),
            Just(CheckKind::Nested),
            inner.clone().prop_map(CheckKind::Items),
            inner.prop_map(CheckKind::Values),
        ];
        vec(kind, 1..4).prop_map(distinct)
    });
    (any::<bool>(), nested).prop_map(move |(required, checks)| {
        let required = (field && required).then(|| CheckKind::Required.into());
        required.into_iter().chain(checks.0).collect()
    })
}

fn distinct(kinds: Vec<CheckKind>) -> Checks {
    let mut words = Vec::new();
    let new = kinds.into_iter().filter(|kind| {
        let known = words.contains(&kind.word());
        words.push(kind.word());
        !known
    });
    new.map(Check::from).collect()
}

fn path(each: bool) -> impl Strategy<Value = FieldPath> {
    let step = (ident(), 0..3_usize, any::<bool>());
    vec(step, 1..5).prop_map(move |steps| {
        let last = steps.len() - 1;
        let step = |(index, (field, layers, list)): (usize, (Ident, usize, bool))| {
            let step = Step::new(field).optional(layers);
            if each && list && index != last { step.each() } else { step }
        };
        FieldPath(steps.into_iter().enumerate().map(step).collect())
    })
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison::*;
    prop::sample::select(vec![LessThan, LessThanOrEqual, GreaterThan, GreaterThanOrEqual, Equal, NotEqual])
}

fn condition() -> impl Strategy<Value = Condition> {
    let compared = prop_oneof![
        (path(true), literal(), any::<bool>()).prop_map(|(path, literal, equal)| {
            let comparison = if equal { Comparison::Equal } else { Comparison::NotEqual };
            Condition::Compare(path, comparison, literal)
        }),
        (path(true), comparison(), any::<i64>()).prop_map(|(path, comparison, number)| {
            Condition::Compare(path, comparison, Literal::Integer(number))
        }),
    ];
    let leaf = prop_oneof![
        path(true).prop_map(Condition::Present),
        path(true).prop_map(Condition::Absent),
        (path(true), literals()).prop_map(|(path, literals)| Condition::In(path, literals)),
        compared,
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Condition::All),
            vec(inner.clone(), 1..4).prop_map(Condition::Any),
            inner.prop_map(|condition| Condition::Not(Box::new(condition))),
        ]
    })
}

fn consequence() -> impl Strategy<Value = Consequence> {
    let paths = vec(path(true), 2..5).prop_filter("distinct", |paths| {
        let first = |path: &FieldPath| paths.iter().position(|other| other == path);
        paths.iter().enumerate().all(|(index, path)| first(path) == Some(index))
    });
    let lists = paths.prop_flat_map(|paths| {
        prop::sample::select(vec![
            Consequence::Require(paths.clone()),
            Consequence::Forbid(paths.clone()),
            Consequence::ExactlyOneOf(paths.clone()),
            Consequence::AtLeastOneOf(paths.clone()),
            Consequence::AtMostOneOf(paths.clone()),
            Consequence::RequireTogether(paths),
        ])
    });
    let compare = (path(false), comparison(), path(false))
        .prop_map(|(left, comparison, right)| Consequence::Compare { left, comparison, right });
    prop_oneof![lists, compare]
}

fn rule() -> impl Strategy<Value = Rule> {
    ("[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", option::of(text()), option::of(condition()), consequence())
        .prop_map(|(id, message, when, consequence)| Rule {
            id,
            place: Place::default(),
            message,
            when,
            consequence,
        })
}

fn retry() -> impl Strategy<Value = Retry> {
    prop::sample::select(vec![Retry::Never, Retry::Same, Retry::New])
}

proptest! {
    #[test]
    fn fields(checks in checks(true)) {
        holds(&checks)?;
    }

    #[test]
    fn rules(rule in rule()) {
        holds(&rule)?;
    }

    #[test]
    fn containers(krate in option::of(item_path()), rules in vec(rule(), 0..3)) {
        holds(&ValidateContainer { krate, rules })?;
    }

    #[test]
    fn enums(closed in any::<bool>(), category in option::of(item_path()), krate in option::of(item_path())) {
        holds(&OpenEnumContainer { closed, category, krate })?;
    }

    #[test]
    fn variants(
        text in text(),
        category in option::of(item_path()),
        action in option::of(text()),
        retry in option::of(retry()),
    ) {
        holds(&OpenEnumVariant::Known(KnownVariant { text, place: Place::default(), category, action, retry }))?;
    }

    #[test]
    fn names_in_swift(name in "[a-zA-Z][a-zA-Z0-9_]{0,8}") {
        holds(&SwiftName { name, place: Place::default() })?;
    }

    /// Whatever is read as an attribute prints as one that means the same; whatever is not has an error and no panic.
    #[test]
    fn any_text_is_read_or_refused(text in r#"(min_length|items|rule|when|id|require|a|in|crate|"x"|-|[0-9=()\[\]{},.?*<>!:]| ){0,12}"#) {
        if let Ok(checks) = syn::parse_str::<Checks>(&text) {
            holds(&checks)?;
        }
        if let Ok(container) = syn::parse_str::<ValidateContainer>(&text) {
            holds(&container)?;
        }
        let _ = (syn::parse_str::<OpenEnumContainer>(&text), syn::parse_str::<OpenEnumVariant>(&text));
        let _ = syn::parse_str::<SwiftName>(&text);
    }
}

#[test]
fn the_catch_all() {
    holds(&OpenEnumVariant::Unrecognized).expect("it is a word");
}
