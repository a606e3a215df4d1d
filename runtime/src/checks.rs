//! One plain function per constraint. The derive calls them; hand-written implementations of
//! [`Validate`](crate::Validate) may, too.
//!
//! Each looks through references, `Box`, `Rc`, `Arc`, `Cow`, `Option` and [`Nullable`](crate::Nullable): where there is no value there
//! is nothing to check. Each adds at most one violation. A value that passes costs no allocation.
//!
//! ```
//! use wirewright::{Path, Violations, checks};
//!
//! let mut violations = Violations::new();
//! let note: Option<String> = Some("Grüße".to_owned());
//! checks::max_length(&note, 5, &Path::root().field("note"), &mut violations);
//! assert!(violations.is_empty());
//! ```

mod collection;
mod number;
mod scalar;
mod text;

pub(crate) use collection::for_each_list;
pub use collection::{
    Entries, Items, Key, Optional, max_items, max_properties, min_items, min_properties, required,
    unique_items,
};
pub use number::{
    Bound, Number, Numeric, exclusive_maximum, exclusive_minimum, maximum, minimum, multiple_of,
};
pub use scalar::{Literal, Scalar, ScalarRef, constant, enumeration};
pub use text::{Format, Text, format, max_length, min_length, pattern};

use crate::Limit;

/// A length or count as a limit.
fn count_limit(count: u64) -> Option<Limit> {
    Some(Limit::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// Implements a trait of one method for everything that values are looked through.
macro_rules! look_through {
    (impl $Trait:ident { fn $method:ident -> $Output:ty }) => {
        impl<T: $Trait + ?Sized> $Trait for &T {
            #[inline]
            fn $method(&self) -> $Output {
                (**self).$method()
            }
        }

        impl<T: $Trait + ?Sized> $Trait for Box<T> {
            #[inline]
            fn $method(&self) -> $Output {
                (**self).$method()
            }
        }

        impl<T: $Trait + ?Sized> $Trait for std::rc::Rc<T> {
            #[inline]
            fn $method(&self) -> $Output {
                (**self).$method()
            }
        }

        impl<T: $Trait + ?Sized> $Trait for std::sync::Arc<T> {
            #[inline]
            fn $method(&self) -> $Output {
                (**self).$method()
            }
        }

        impl<T: $Trait + ToOwned + ?Sized> $Trait for std::borrow::Cow<'_, T> {
            #[inline]
            fn $method(&self) -> $Output {
                (**self).$method()
            }
        }

        impl<T: $Trait> $Trait for Option<T> {
            #[inline]
            fn $method(&self) -> $Output {
                self.as_ref()?.$method()
            }
        }

        impl<T: $Trait> $Trait for crate::Nullable<T> {
            #[inline]
            fn $method(&self) -> $Output {
                self.value()?.$method()
            }
        }
    };
}
use look_through;

#[cfg(test)]
mod tests;
