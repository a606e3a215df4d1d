//! Where something was written, for errors; never part of equality.

use proc_macro2::Span;

/// A place in the source. All places are equal, so that values compare by what they say.
#[derive(Clone, Copy)]
pub struct Place(pub Span);

impl Default for Place {
    /// The derive's own place: what programs that print attributes want.
    fn default() -> Place {
        Place(Span::call_site())
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Place) -> bool {
        true
    }
}

impl Eq for Place {}

impl std::fmt::Debug for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("_")
    }
}
