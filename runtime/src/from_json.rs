//! Reading a document so that everything in it that can't be read is told.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::json::{Document, Node, NodeDeserializer, ReadError, Reader};
use crate::{Date, DateTime, Decimal, Nullable, Path, Violation, Violations, codes};

/// Reads a JSON document, or tells everything in it that can't be read.
///
/// serde stops at the first mistake and tells it in words of its own. [`from_json`](FromJson::from_json) asks serde
/// first, so that a document that can be read costs no more; where serde refuses one, it is looked through again and
/// every place is reported as [`Validate`](crate::Validate) would: `syntax`, `duplicateKey`, `type`, `encoding` or
/// `required`.
///
/// Derive it:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use wirewright::FromJson;
///
/// #[derive(FromJson)]
/// struct Order {
///     id: String,
///     quantity: i64,
///     note: Option<String>,
/// }
///
/// let violations = Order::from_json(r#"{"quantity": "2", "note": 5}"#).err().unwrap();
/// let found: Vec<_> = violations.iter().map(|violation| (&*violation.pointer, &*violation.code)).collect();
/// assert_eq!(found, [("/id", "required"), ("/quantity", "type"), ("/note", "type")]);
///
/// assert_eq!(Order::from_json(r#"{"id": "o-1", "quantity": 2.0}"#)?.quantity, 2);
/// # }
/// # Ok::<(), wirewright::Violations>(())
/// ```
///
/// Without the derive, `impl FromJson for Mine {}` has it for any type that serde reads; of a value of it the first
/// mistake is told.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't tell what in a document can't be read as it",
    note = "derive `wirewright::FromJson` on it; for a type of another crate, `#[from_json(serde)]` on the field asks serde for the first mistake"
)]
pub trait FromJson: DeserializeOwned {
    /// What the fields are called, for a type that has this one flattened.
    #[doc(hidden)]
    const FIELDS: &'static [&'static [&'static str]] = &[];

    /// Reports what can't be read of a value. The derive writes it; by itself it asks serde for the first mistake.
    #[doc(hidden)]
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        first_mistake::<Self>(reader, node, path);
    }

    /// Reads a document in UTF-8.
    ///
    /// It reads what serde_json reads of this type, integers that are written `1.0` or `1e2`, and 128 levels.
    ///
    /// # Errors
    /// Everything that can't be read, in the order of the type's fields.
    fn from_json(document: &(impl AsRef<[u8]> + ?Sized)) -> Result<Self, Violations> {
        let document = document.as_ref();
        if *KEEPS_NUMBERS {
            return read_slowly(document);
        }
        // serde_json would let pass what is not UTF-8 in what it ignores.
        let read = std::str::from_utf8(document).ok().and_then(|text| serde_json::from_str(text).ok());
        read.map_or_else(|| read_slowly(document), Ok)
    }
}

/// Whether some crate of the program has turned on serde_json's `arbitrary_precision`: it then has room for numbers in JSON
/// values that the contract has none for.
static KEEPS_NUMBERS: LazyLock<bool> =
    LazyLock::new(|| serde_json::from_str::<serde_json::Value>("1e999").is_ok());

/// Reads a document that serde refuses, or tells why it can't be read.
///
/// # Errors
/// Everything that can't be read.
#[cold]
pub fn read_slowly<T: FromJson>(document: &[u8]) -> Result<T, Violations> {
    let root = Path::root();
    let Ok(document) = Document::parse(document) else {
        return Err(Violations::from_iter([Violation::new(&root, codes::SYNTAX, None)]));
    };
    let mut reader = Reader::default();
    T::check(&mut reader, document.root(), &root);
    reader.into_violations().into_result()?;
    let read = T::deserialize(NodeDeserializer(document.root()));
    read.map_err(|error| Violations::from_iter([error.into_violation(document.root(), &root)]))
}

/// Reports the first mistake that serde finds in a value.
pub(crate) fn first_mistake<T: DeserializeOwned>(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
    report(reader, node, path, T::deserialize(NodeDeserializer(node)).map(drop));
}

/// Reports where serde stopped.
pub(crate) fn report(reader: &mut Reader, node: Node<'_>, path: &Path<'_>, read: Result<(), ReadError>) {
    if let Err(error) = read {
        reader.push(error.into_violation(node, path));
    }
}

macro_rules! texts {
    ($($Text:ty)*) => {$(
        impl FromJson for $Text {
            fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
                reader.text(node, path);
            }
        }
    )*};
}

texts!(String Box<str> Cow<'static, str> DateTime Date);

/// What serde has words enough for: there is one mistake to find.
macro_rules! scalars {
    ($($Scalar:ty)*) => {$(
        impl FromJson for $Scalar {}
    )*};
}

scalars!(bool char i8 i16 i32 u8 u16 u32 u64 i128 u128 isize usize f32 f64);

impl FromJson for i64 {
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.integer(node, false, path);
    }
}

impl FromJson for Decimal {
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.decimal(node, false, path);
    }
}

impl FromJson for serde_json::Value {
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.json(node, path);
    }
}

impl<T: FromJson> FromJson for Option<T> {
    const FIELDS: &'static [&'static [&'static str]] = T::FIELDS;

    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        unless_null(reader, node, path, T::check);
    }
}

impl<T: FromJson> FromJson for Nullable<T> {
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        unless_null(reader, node, path, T::check);
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        T::check(reader, node, path);
    }
}

macro_rules! lists {
    ($([$($bounds:tt)*] $List:ty;)*) => {$(
        impl<T: FromJson $($bounds)*> FromJson for $List {
            fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
                reader.list(node, false, path, T::check);
            }
        }
    )*};
}

lists! {
    [] Vec<T>;
    [] Box<[T]>;
    [] VecDeque<T>;
    [+ Ord] BTreeSet<T>;
    [+ Eq + Hash, S: BuildHasher + Default] HashSet<T, S>;
}

macro_rules! maps {
    ($([$($parameters:tt)*] $Map:ty;)*) => {$(
        impl<$($parameters)*> FromJson for $Map {
            fn check(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
                reader.map(node, path, T::check);
            }
        }
    )*};
}

maps! {
    [K: DeserializeOwned + Ord, T: FromJson] BTreeMap<K, T>;
    [K: DeserializeOwned + Eq + Hash, T: FromJson, S: BuildHasher + Default] HashMap<K, T, S>;
}

/// Null is a value of its own, or the same as none.
pub(crate) fn unless_null(
    reader: &mut Reader,
    node: Node<'_>,
    path: &Path<'_>,
    check: fn(&mut Reader, Node<'_>, &Path<'_>),
) {
    if node.kind() != crate::json::Kind::Null {
        check(reader, node, path);
    }
}
