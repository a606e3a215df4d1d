//! The trait that judges a value.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::BuildHasher;
use std::rc::Rc;
use std::sync::Arc;

use crate::checks::{Entries, Key, for_each_list};
use crate::{Nullable, Path, Violations};

/// Judges a value by the constraints of its type. Reading never does this by itself.
///
/// Derive it; `#[validate(…)]` on fields holds the constraints:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use wirewright::Validate;
///
/// #[derive(Validate)]
/// struct Order {
///     #[validate(min_length = 1, max_length = 64)]
///     id: String,
///     #[validate(items(max_length = 6))]
///     regions: Vec<String>,
/// }
///
/// let order = Order { id: String::new(), regions: vec!["LATAM_1".to_owned()] };
/// let violations = order.validate().unwrap_err();
/// assert_eq!(
///     violations.to_string(),
///     "/id: This text is too short. (minLength, 1)\n/regions/0: This text is too long. (maxLength, 6)",
/// );
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no validation of its own",
    note = "derive `wirewright::Validate` on it"
)]
pub trait Validate {
    /// Adds what is wrong with this value, which lies at `path`.
    fn validate_at(&self, path: &Path<'_>, violations: &mut Violations);

    /// Judges a whole document. Allocates nothing where it is valid.
    ///
    /// # Errors
    /// When something is wrong: every violation, in the spec's order.
    fn validate(&self) -> Result<(), Violations> {
        let mut violations = Violations::new();
        self.validate_at(&Path::root(), &mut violations);
        violations.into_result()
    }

    /// A field's name on the wire; `None` for a field that serde flattens. For expansions only.
    #[doc(hidden)]
    fn __wire_name(field: &'static str) -> Option<&'static str>
    where
        Self: Sized,
    {
        Some(field)
    }
}

macro_rules! look_through {
    ($($Outer:ty: $outer:ident => $value:expr;)*) => {$(
        impl<T: Validate> Validate for $Outer {
            #[inline]
            fn validate_at(&self, path: &Path<'_>, violations: &mut Violations) {
                let $outer = self;
                if let Some(value) = $value {
                    value.validate_at(path, violations);
                }
            }

            fn __wire_name(field: &'static str) -> Option<&'static str> {
                T::__wire_name(field)
            }
        }
    )*};
}

look_through! {
    &T: outer => Some(*outer);
    Box<T>: outer => Some(&**outer);
    Rc<T>: outer => Some(&**outer);
    Arc<T>: outer => Some(&**outer);
    Option<T>: outer => outer.as_ref();
    Nullable<T>: outer => outer.value();
}

impl<T: Validate + ToOwned> Validate for Cow<'_, T> {
    #[inline]
    fn validate_at(&self, path: &Path<'_>, violations: &mut Violations) {
        (**self).validate_at(path, violations);
    }

    fn __wire_name(field: &'static str) -> Option<&'static str> {
        T::__wire_name(field)
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $List:ty;)*) => {$(
        impl<T: Validate $($generics)*> Validate for $List {
            fn validate_at(&self, path: &Path<'_>, violations: &mut Violations) {
                for (index, element) in self.iter().enumerate() {
                    element.validate_at(&path.index(index), violations);
                }
            }
        }
    )*};
}

for_each_list!(lists);

macro_rules! slices {
    ($($Slice:ty)*) => {$(
        impl<T: Validate> Validate for $Slice {
            fn validate_at(&self, path: &Path<'_>, violations: &mut Violations) {
                (**self).validate_at(path, violations);
            }
        }
    )*};
}

slices!(&[T] Box<[T]> Rc<[T]> Arc<[T]>);

macro_rules! maps {
    ($([$($generics:tt)*] $Map:ty;)*) => {$(
        /// Entries are judged in the order of their keys' bytes, so that violations come in a fixed order.
        impl<K: Key, T: Validate $($generics)*> Validate for $Map {
            fn validate_at(&self, path: &Path<'_>, violations: &mut Violations) {
                self.for_each_entry(|key, value| value.validate_at(&path.field(key), violations));
            }
        }
    )*};
}

maps! {
    [] BTreeMap<K, T>;
    [, S: BuildHasher] HashMap<K, T, S>;
}
