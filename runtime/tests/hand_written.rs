//! Types as people write them: recursive, generic, aliased, local, made visible to some.

use std::borrow::Cow;
use std::collections::BTreeMap;

use wirewright::{Construct, OpenEnum, Redact, Unrecognized, Validate};

fn found(value: &impl Validate) -> Vec<String> {
    let violations = value.validate().err().unwrap_or_default();
    violations.into_iter().map(|violation| violation.pointer).collect()
}

#[derive(Clone, Debug, Validate)]
#[serde(rename_all = "snake_case")]
enum Expression {
    Not(#[validate(nested)] Box<Expression>),
    AllOf(#[validate(nested, min_items = 1)] Vec<Self>),
    Field {
        #[validate(min_length = 1)]
        name: String,
        #[validate(nested)]
        inside: Option<Box<Self>>,
    },
}

#[test]
fn recursive_enums() {
    let field = Expression::Field { name: String::new(), inside: None };
    let not = Expression::Not(Box::new(Expression::AllOf(vec![])));
    let whole = Expression::AllOf(vec![not, field]);
    assert_eq!(found(&whole), ["/all_of/0/not/all_of", "/all_of/1/field/name"]);
}

#[derive(Validate)]
struct Left<T> {
    #[validate(nested)]
    right: Option<Box<Right<T>>>,
    #[validate(nested)]
    own: T,
}

#[derive(Validate)]
struct Right<T> {
    #[validate(nested)]
    lefts: Vec<Left<T>>,
    #[validate(nested)]
    by_name: BTreeMap<String, Vec<Left<T>>>,
}

/// Variants that are keywords in one way or another.
#[derive(Clone, Debug, PartialEq, OpenEnum)]
#[open_enum(closed)]
enum r#Type {
    #[open_enum("a\"b\\{}")]
    r#Match,
    #[open_enum("")]
    Self_,
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

#[test]
fn generic_types_that_hold_each_other() {
    let left = |own| Left { right: None, own };
    let right = Right {
        lefts: vec![left(Type::Match), left(Type::from("x"))],
        by_name: [("k".to_owned(), vec![left(Type::from("y"))])].into(),
    };
    let whole = Left { right: Some(Box::new(right)), own: Type::from("") };
    assert_eq!(found(&whole), ["/right/lefts/1/own", "/right/by_name/k/0/own"]);
}

#[derive(Validate, Clone, Construct, Redact)]
struct Named {
    name: Option<String>,
    #[serde(default = "Vec::new")]
    #[validate(unique_items)]
    floats: Vec<f64>,
    #[cfg_attr(all(), validate(max_length = 1))]
    conditional: Option<String>,
    #[cfg(any())]
    gone: Nothing,
}

#[derive(Validate)]
#[validate(rule(id = "a", when(kind == "x"), require(other?.name)))]
struct Referring<'a, T: wirewright::checks::Scalar, const N: usize = { 1 + 1 }>
where
    T: Clone,
{
    kind: T,
    #[validate(nested)]
    other: Option<&'a Named>,
    #[validate(items(maximum = 3))]
    array: [u8; N],
    #[validate(constant = true)]
    flag: Option<bool>,
    #[validate(one_of(1, 2, -3))]
    number: Cow<'a, i64>,
}

#[test]
fn references_constants_and_conditional_attributes() {
    let mut named = Named::new().with_conditional("ab");
    named.floats = vec![1.0, 1.0];
    let value = Referring::<_> {
        kind: "x",
        other: Some(&named),
        array: [4, 1],
        flag: Some(false),
        number: Cow::Owned(5),
    };
    let expected = ["/other/floats", "/other/conditional", "/array/0", "/flag", "/number", "/other/name"];
    assert_eq!(found(&value), expected);
}

mod inner {
    #[derive(wirewright::Validate)]
    pub(super) struct Visible<T = String>(
        #[validate(max_length = 1)] pub(super) T,
        #[validate(nested)] pub(super) Box<[super::Named]>,
    );
}

type Alias<T> = Option<Vec<T>>;

#[derive(Validate)]
struct Aliased<T> {
    #[validate(items(nested), max_items = 1)]
    generic: Alias<T>,
    #[validate(items(max_length = 2))]
    plain: Alias<String>,
}

#[test]
fn aliases_and_visibility() {
    let value =
        Aliased { generic: Some(vec![Expression::AllOf(vec![])]), plain: Some(vec!["abc".to_owned()]) };
    assert_eq!(found(&value), ["/generic/0/all_of", "/plain/0"]);
    assert_eq!(found(&inner::Visible("ab", Box::new([]))), ["/0"]);
}

#[test]
fn types_and_names_inside_a_function() {
    use wirewright as local;

    #[derive(local::Validate)]
    #[validate(crate = local)]
    struct Inside {
        #[validate(max_length = 1)]
        text: String,
    }
    assert_eq!(found(&Inside { text: "ab".to_owned() }), ["/text"]);
}
