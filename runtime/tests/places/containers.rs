//! Values in lists, maps and pointers, and generics.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use wirewright::{Nullable, OpenEnum, Unrecognized, Validate};

use crate::{BAD, Leaf, bad, leaf, places};

/// serde writes these only with a feature that nothing here needs.
fn pointee<S: Serializer, T: Serialize + ?Sized>(
    value: &impl AsRef<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.as_ref().serialize(serializer)
}

type Inner = HashMap<Box<str>, Option<Vec<Nullable<Leaf>>>>;

#[derive(Serialize, Validate)]
struct Everywhere<'a> {
    #[validate(items(max_length = 3), min_items = 1)]
    deque: VecDeque<String>,
    #[validate(items(max_length = 3), max_items = 3, unique_items)]
    set: BTreeSet<String>,
    #[validate(nested, max_items = 3)]
    hashed: HashSet<Leaf>,
    #[validate(items(items(max_length = 3)))]
    array: [[String; 1]; 2],
    #[validate(nested)]
    cow: Cow<'a, Leaf>,
    #[validate(max_length = 3)]
    text: Cow<'a, str>,
    #[validate(items(max_length = 3))]
    slice: &'a [&'a str],
    #[validate(nested)]
    #[serde(serialize_with = "pointee")]
    shared: Rc<Leaf>,
    #[validate(nested)]
    #[serde(serialize_with = "pointee")]
    counted: Arc<Leaf>,
    #[validate(values(values(items(nested))))]
    maps: BTreeMap<Cow<'a, str>, Inner>,
    #[validate(nested)]
    nullable: Nullable<Box<Leaf>>,
}

#[test]
fn everywhere() {
    let texts = || [bad("1")];
    let slice = bad("slice");
    let inner = HashMap::from([("b".into(), Some(vec![Nullable::Null, Nullable::Value(leaf("map"))]))]);
    let value = Everywhere {
        deque: texts().into(),
        set: texts().into(),
        hashed: HashSet::from([leaf("hashed")]),
        array: [["".to_owned()], texts()],
        cow: Cow::Owned(leaf("cow")),
        text: Cow::Owned(bad("text")),
        slice: &["", &slice],
        shared: Rc::new(leaf("shared")),
        counted: Arc::new(leaf("counted")),
        maps: BTreeMap::from([("a/".into(), inner)]),
        nullable: Nullable::Value(Box::new(leaf("nullable"))),
    };
    let expected = [
        "/deque/0",
        "/set/0",
        "/hashed/0/l~1eaf",
        "/array/1/0",
        "/cow/l~1eaf",
        "/text",
        "/slice/1",
        "/shared/l~1eaf",
        "/counted/l~1eaf",
        "/maps/a~1/b/1/l~1eaf",
        "/nullable/l~1eaf",
    ];
    assert_eq!(places(&value), expected);
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, OpenEnum)]
#[open_enum(closed)]
enum Region {
    #[open_enum("Z")]
    Last,
    #[open_enum("A")]
    First,
    #[open_enum(unrecognized)]
    Unrecognized(Unrecognized<Self>),
}

#[test]
fn entries_come_by_the_bytes_of_their_keys() {
    #[derive(Serialize, Validate)]
    struct Maps {
        #[validate(values(max_length = 3))]
        sorted: BTreeMap<Region, String>,
        #[validate(nested)]
        hashed: HashMap<Region, Leaf>,
    }
    let value = Maps {
        sorted: BTreeMap::from([(Region::Last, bad("1")), (Region::First, bad("2"))]),
        hashed: HashMap::from([(Region::Last, leaf("3")), (Region::from("M"), leaf("4"))]),
    };
    assert_eq!(places(&value), ["/sorted/A", "/sorted/Z", "/hashed/M/l~1eaf", "/hashed/Z/l~1eaf"]);
}

#[test]
fn slices_of_every_owner() {
    #[derive(Serialize, Validate)]
    struct Slices<'a> {
        #[validate(nested)]
        borrowed: &'a [Leaf],
        #[validate(nested, max_items = 9)]
        boxed: Option<Box<[Leaf]>>,
        #[validate(nested)]
        #[serde(serialize_with = "pointee")]
        counted: Arc<[Leaf]>,
        #[validate(items(max_length = 3))]
        cow: Cow<'a, [String]>,
    }
    let list = [leaf("1")];
    let value = Slices {
        borrowed: &list,
        boxed: Some(Box::new(list.clone())),
        counted: Arc::new(list.clone()),
        cow: Cow::Owned(vec![bad("2")]),
    };
    assert_eq!(places(&value), ["/borrowed/0/l~1eaf", "/boxed/0/l~1eaf", "/counted/0/l~1eaf", "/cow/0"]);
}

trait Source {
    type Item;
}

impl Source for u8 {
    type Item = Leaf;
}

#[derive(Serialize, Validate)]
#[serde(bound = "")]
struct Page<'a, T, U, V: Source = u8, const N: usize = 1>
where
    T: Clone + Serialize,
    U: Serialize,
    V::Item: Serialize,
{
    #[validate(items(nested, max_length = 100), min_items = 1)]
    kinds: Vec<T>,
    #[validate(unique_items, items(max_length = 3))]
    texts: Option<Vec<U>>,
    #[validate(nested)]
    associated: Option<Vec<V::Item>>,
    #[validate(nested)]
    qualified: <V as Source>::Item,
    #[validate(required)]
    optional: Option<U>,
    #[validate(nested)]
    next: Option<Box<Page<'a, T, U, V, N>>>,
    #[validate(items(values(minimum = 0)))]
    numbers: [Option<HashMap<&'a str, u8>>; 1],
    #[serde(skip)]
    _marker: [std::marker::PhantomData<&'a V>; N],
}

/// A list, a map and texts that only their bounds tell.
#[derive(Serialize, Validate)]
struct Bare<L, M, T, K: Ord, S>
where
    L: wirewright::checks::Items,
{
    #[validate(max_items = 1, items(max_length = 3))]
    list: Option<L>,
    #[validate(max_properties = 2, values(nested))]
    map: M,
    #[validate(max_length = 3)]
    text: Option<Box<T>>,
    #[validate(values(items(one_of("far too long: 5"))))]
    keys: BTreeMap<K, Vec<S>>,
}

#[test]
fn bare_parameters() {
    let value = Bare {
        list: Some(vec![bad("1")]),
        map: BTreeMap::from([("k".to_owned(), leaf("2"))]),
        text: Some(Box::new(bad("3"))),
        keys: BTreeMap::from([("k".to_owned(), vec![bad("4")])]),
    };
    assert_eq!(places(&value), ["/list/0", "/map/k/l~1eaf", "/text", "/keys/k/0"]);
}

#[test]
fn generics_ask_for_what_the_checks_need() {
    let page = |next| Page::<'_, Region, String, u8, 2> {
        kinds: vec![Region::First],
        texts: Some(vec![bad("1"), String::new()]),
        associated: Some(vec![leaf("2")]),
        qualified: leaf("3"),
        optional: Some(String::new()),
        next,
        numbers: [None],
        _marker: [std::marker::PhantomData; 2],
    };
    let value = page(Some(Box::new(page(None))));
    let expected = ["/texts/0", "/associated/0/l~1eaf", "/qualified/l~1eaf"];
    let inside = expected.map(|pointer| format!("/next{pointer}"));
    assert_eq!(places(&value), [expected.map(str::to_owned), inside].concat());
    let value = Page { kinds: vec![Region::from(BAD)], texts: None, ..page(None) };
    assert_eq!(value.validate().unwrap_err().iter().next().unwrap().pointer, "/kinds/0");
}
