//! Every attribute reads what it prints, and prints what people write.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics, its helpers too")]

use std::fmt::Debug;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::parse::{Parse, Parser};
use wirewright_macros_core::attr::*;

/// parse(print(x)) == x, and the text is this one.
fn check<T: Parse + ToTokens + PartialEq + Debug>(value: &T, expected: &str) {
    let printed = value.to_token_stream();
    assert_eq!(normal(&printed.to_string()), normal(expected));
    let parsed = syn::parse2::<T>(printed).unwrap_or_else(|error| panic!("{expected}: {error}"));
    assert_eq!(parsed, *value, "{expected}");
}

/// Without the spaces, which depend on how a token stream was made.
fn normal(text: &str) -> String {
    text.parse::<TokenStream>().unwrap().to_string().replace(' ', "")
}

/// The error of reading this text.
fn error<T: Parse + Debug>(text: &str) -> String {
    syn::parse_str::<T>(text).unwrap_err().to_string()
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn path(text: &str) -> FieldPath {
    syn::parse_str(text).unwrap()
}

fn text(text: &str) -> Literal {
    Literal::Text(text.to_owned())
}

fn integer(value: i64) -> Bound {
    Bound::Integer(value)
}

fn decimal(text: &str) -> Bound {
    Bound::Decimal(text.to_owned())
}

/// One of each; the compiler lists a new variant here.
fn constraints() -> Vec<(Constraint, &'static str)> {
    use Constraint::*;
    let list = vec![
        (Const(text("a\"b")), r#"constant = "a\"b""#),
        (Const(Literal::Integer(i64::MIN)), "constant = -9223372036854775808"),
        (Const(Literal::Boolean(true)), "constant = true"),
        (Enum(vec![text("A"), Literal::Integer(1)]), r#"one_of("A", 1)"#),
        (MinLength(0), "min_length = 0"),
        (MaxLength(u64::MAX), "max_length = 18446744073709551615"),
        (Pattern("^\\d{3}$".to_owned()), r#"pattern = "^\\d{3}$""#),
        (Format("date-time".to_owned()), r#"format = "date-time""#),
        (Minimum(integer(-1)), "minimum = -1"),
        (Minimum(decimal("-0.01e3")), r#"minimum = "-0.01e3""#),
        (ExclusiveMinimum(integer(0)), "exclusive_minimum = 0"),
        (Maximum(integer(i64::MAX)), "maximum = 9223372036854775807"),
        (ExclusiveMaximum(decimal("10.5")), r#"exclusive_maximum = "10.5""#),
        (MultipleOf(integer(5)), "multiple_of = 5"),
        (MultipleOf(decimal("0.01")), r#"multiple_of = "0.01""#),
        (MinItems(1), "min_items = 1"),
        (MaxItems(10), "max_items = 10"),
        (UniqueItems, "unique_items"),
        (MinProperties(1), "min_properties = 1"),
        (MaxProperties(10), "max_properties = 10"),
    ];
    for (constraint, _) in &list {
        match constraint {
            Const(_) | Enum(_) | MinLength(_) | MaxLength(_) | Pattern(_) | Format(_) | Minimum(_)
            | ExclusiveMinimum(_) | Maximum(_) | ExclusiveMaximum(_) | MultipleOf(_) | MinItems(_)
            | MaxItems(_) | UniqueItems | MinProperties(_) | MaxProperties(_) => {}
        }
    }
    list
}

#[test]
fn every_check() {
    for (constraint, expected) in constraints() {
        check(&Checks::from_iter([constraint.into()]), expected);
    }
    let inner = Checks::from_iter([Constraint::MaxLength(6).into(), CheckKind::Nested.into()]);
    let items = Checks::from_iter([CheckKind::Items(inner.clone()).into()]);
    check(&items, "items(max_length = 6, nested)");
    check(&Checks::from_iter([CheckKind::Values(items).into()]), "values(items(max_length = 6, nested))");
    check(&Checks::from_iter([CheckKind::Required.into(), CheckKind::Nested.into()]), "required, nested");
    assert_eq!(Checks::default().to_attribute().to_string(), "");
    assert_eq!(normal(&inner.to_attribute().to_string()), normal("#[validate(max_length = 6, nested)]"));
}

#[test]
fn every_condition_and_consequence() {
    use Comparison::*;
    let comparisons = [LessThan, LessThanOrEqual, GreaterThan, GreaterThanOrEqual, Equal, NotEqual];
    for (comparison, sign) in comparisons.into_iter().zip(["<", "<=", ">", ">=", "==", "!="]) {
        let condition = Condition::Compare(path("a?.b[*].c"), comparison, Literal::Integer(-3));
        check(&condition, &format!("a?.b[*].c {sign} -3"));
        let consequence = Consequence::Compare { left: path("a"), comparison, right: path("b?.c") };
        check(&rule(None, consequence), &format!("id = \"r-1\", compare(a {sign} b?.c)"));
    }
    let present = Condition::Present(path("a?"));
    let list = || {
        vec![Condition::Absent(path("r#type")), Condition::In(path("present"), vec![text("A"), text("B")])]
    };
    check(&present, "present(a?)");
    check(&Condition::Not(Box::new(present)), "not(present(a?))");
    check(&Condition::All(list()), r#"all(absent(r#type), present in ["A", "B"])"#);
    check(&Condition::Any(list()), r#"any(absent(r#type), present in ["A", "B"])"#);

    let paths = || vec![path("a"), path("b??[*].c")];
    for (consequence, word) in [
        (Consequence::Require(paths()), "require"),
        (Consequence::Forbid(paths()), "forbid"),
        (Consequence::ExactlyOneOf(paths()), "exactly_one_of"),
        (Consequence::AtLeastOneOf(paths()), "at_least_one_of"),
        (Consequence::AtMostOneOf(paths()), "at_most_one_of"),
        (Consequence::RequireTogether(paths()), "require_together"),
    ] {
        let rule = rule(Some(Condition::Compare(path("kind"), Equal, text("X"))), consequence);
        check(&rule, &format!("id = \"r-1\", when(kind == \"X\"), {word}(a, b??[*].c)"));
    }
}

fn rule(when: Option<Condition>, consequence: Consequence) -> Rule {
    Rule { id: "r-1".to_owned(), place: Place::default(), message: None, when, consequence }
}

#[test]
fn steps_are_built_as_they_are_read() {
    let built = FieldPath(vec![
        Step::new(ident("a")).optional(2).each(),
        Step::new(ident("b")).optional(1),
        Step::new(ident("c")),
    ]);
    check(&built, "a??[*].b?.c");
}

#[test]
fn containers() {
    let message = Some("Cards need a \"factor\".".to_owned());
    let rule = Rule { message, ..rule(None, Consequence::Require(vec![path("a")])) };
    let krate = Some(syn::parse_str("::renamed::wire").unwrap());
    let container = ValidateContainer { krate, rules: vec![rule.clone(), rule] };
    let printed = r#"rule(id = "r-1", message = "Cards need a \"factor\".", require(a))"#;
    check(&container, &format!("crate = ::renamed::wire, {printed}, {printed}"));
    let attributes =
        format!("#[validate(crate = ::renamed::wire)] #[validate({printed})] #[validate({printed})]");
    assert_eq!(normal(&container.to_attributes().to_string()), normal(&attributes));

    check(&OpenEnumContainer::default(), "");
    let category = Some(ItemPath::from_iter([ident("Category")]));
    let krate = Some(syn::parse_str("crate").unwrap());
    check(&OpenEnumContainer { closed: true, category, krate }, "closed, category = Category, crate = crate");
}

#[test]
fn variants() {
    check(&OpenEnumVariant::Unrecognized, "unrecognized");
    let known = |retry| KnownVariant { text: "A\n".to_owned(), retry, ..KnownVariant::default() };
    check(&OpenEnumVariant::Known(known(None)), r#""A\n""#);
    for (retry, word) in [(Retry::Never, "never"), (Retry::Same, "same"), (Retry::New, "new")] {
        check(&OpenEnumVariant::Known(known(Some(retry))), &format!("\"A\\n\", retry = \"{word}\""));
    }
    let category = Some(ItemPath::from_iter([ident("Category"), ident("Status")]));
    let full = KnownVariant { category, action: Some("Wait.".to_owned()), ..known(Some(Retry::Same)) };
    let expected = r#""A\n", category = Category::Status, action = "Wait.", retry = "same""#;
    check(&OpenEnumVariant::Known(full), expected);
}

#[test]
fn names_in_swift() {
    let name = SwiftName { name: "Money_2".to_owned(), place: Place::default() };
    check(&name, r#"name = "Money_2""#);
    assert_eq!(normal(&name.to_attribute().to_string()), normal(r#"#[swift(name = "Money_2")]"#));
    let one = "expected one name, as in `#[swift(name = \"Money\")]`";
    for (text, expected) in [
        ("", one),
        ("name = \"A\", name = \"B\"", one),
        ("nam = \"A\"", "a name in Swift has no key `nam`, did you mean `name`?"),
        ("name = \"1st\"", "`1st` is not an identifier; use ASCII letters, digits and `_`, a letter first"),
    ] {
        assert_eq!(error::<SwiftName>(text), expected, "{text}");
    }
}

#[test]
fn mistakes_in_checks() {
    for (text, expected) in [
        ("max_lenght = 3", "a field has no check `max_lenght`, did you mean `max_length`?"),
        ("zzz", "a field has no check `zzz`"),
        ("max_length", "expected `=`"),
        ("max_length = -1", "`max_length` takes a whole number, not negative"),
        ("max_length = 3u8", "`max_length` takes a whole number, not negative"),
        ("max_length = 99999999999999999999", "`max_length` takes a whole number, not negative"),
        ("minimum = 0.01", "write a decimal as text: \"0.01\""),
        ("minimum = \".5\"", "`.5` is not a decimal; write it as in JSON: \"0.01\""),
        ("minimum = 9223372036854775808", "this number does not fit 64 bits"),
        ("minimum = true", "expected a number"),
        ("multiple_of = 0", "`multiple_of` takes a number greater than zero"),
        ("multiple_of = \"-0.5\"", "`multiple_of` takes a number greater than zero"),
        ("multiple_of = \"0.0e5\"", "`multiple_of` takes a number greater than zero"),
        ("constant = 'c'", "expected a text, an integer or a boolean; write a decimal as text: \"0.01\""),
        ("constant = 1.5", "expected a text, an integer or a boolean; write a decimal as text: \"0.01\""),
        ("one_of()", "an empty `one_of` allows nothing"),
        (
            "format = \"datetime\"",
            "`format` takes one of `date-time`, `date`, `uri`, `iso4217`, `iso3166-1-alpha2`, did you mean `date-time`?",
        ),
        ("items()", "expected at least one check"),
        ("items(required)", "`required` belongs to fields, not to elements"),
        ("nested, nested", "`nested` is here already"),
        ("nested nested", "expected `,`"),
    ] {
        assert_eq!(error::<Checks>(text), expected, "{text}");
    }
}

#[test]
fn mistakes_in_rules() {
    let rule = |text: &str| error::<Rule>(text);
    for (text, expected) in [
        ("require(a)", "this rule has no `id`"),
        (
            "id = \"A\", require(a)",
            "`A` can't be the id of a rule; use lower-case ASCII words and digits joined by `-`, like `card-needs-factor`",
        ),
        (
            "id = \"a--b\", require(a)",
            "`a--b` can't be the id of a rule; use lower-case ASCII words and digits joined by `-`, like `card-needs-factor`",
        ),
        (
            "id = \"a\"",
            "a rule needs a consequence; add one of `require`, `forbid`, `exactly_one_of`, `at_least_one_of`, `at_most_one_of`, `require_together` or `compare`",
        ),
        ("id = \"a\", id = \"b\", require(a)", "`id` is here already"),
        ("id = \"a\", require(a), forbid(b)", "a rule has one consequence"),
        ("id = \"a\", requires(a)", "a rule has no key `requires`, did you mean `require`?"),
        ("id = \"a\", require()", "`require` needs at least 1 field"),
        ("id = \"a\", when(present(a) b), require(a)", "expected one condition; combine with `all(…)`"),
        (
            "id = \"a\", when(some(a)), require(a)",
            "expected a test, `all`, `any`, `not`, `present` or `absent`",
        ),
        ("id = \"a\", when(a in []), require(a)", "expected at least one value"),
        ("id = \"a\", when(a[0] == 1), require(a)", "expected `[*]`"),
        ("id = \"a\", compare(a[*].b < c)", "this path must lead to one value; it goes through a list"),
        ("id = \"a\", compare(a < b < c)", "expected one comparison"),
    ] {
        assert_eq!(rule(text), expected, "{text}");
    }
    assert!(rule("id = \"a\", when(a 1), require(a)").starts_with("expected one of: `<=`"));
    assert_eq!(
        error::<ValidateContainer>("rul(id = \"a\")"),
        "a type has no key `rul`, did you mean `rule`?"
    );
}

#[test]
fn mistakes_in_variants() {
    let first = "expected the value's text in JSON first, as in `#[open_enum(\"CARD\")]`";
    for (text, expected) in [
        ("", first),
        ("1", first),
        ("retry = \"never\"", first),
        ("unrecognised", "a value has no key `unrecognised`, did you mean `unrecognized`?"),
        ("\"A\", retry = \"maybe\"", "`retry` takes one of `never`, `same`, `new`"),
        ("\"A\", actoin = \"x\"", "a value has no key `actoin`, did you mean `action`?"),
    ] {
        assert_eq!(error::<OpenEnumVariant>(text), expected, "{text}");
    }
    assert_eq!(
        error::<OpenEnumContainer>("close"),
        "an open enum has no key `close`, did you mean `closed`?"
    );
    assert!(OpenEnumVariant::parse.parse_str("\"A\",").is_ok());
}
