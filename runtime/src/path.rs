//! The way from a document's root to a value, linked on the stack: it costs nothing until a violation needs its text.

/// The way from the root to a value.
///
/// ```
/// use wirewright::Path;
///
/// let root = Path::root();
/// let goods = root.field("goods");
/// let first = goods.index(0);
/// assert_eq!(first.field("a/b").to_pointer(), "/goods/0/a~1b");
/// assert_eq!(root.to_pointer(), "");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    segment: Segment<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Segment<'a> {
    /// The same value as the parent: of the root, and of a field that serde flattens.
    None,
    Field(&'a str),
    Index(usize),
    /// A field by its identifier; the type that has it knows the name on the wire.
    Member(WireName, &'static str),
}

/// Tells a field's name on the wire from its identifier; `None` for a flattened field.
type WireName = fn(&'static str) -> Option<&'static str>;

impl<'a> Path<'a> {
    /// The document itself.
    #[must_use]
    pub const fn root() -> Self {
        Path { parent: None, segment: Segment::None }
    }

    /// The field of an object, or the entry of a map, by its name on the wire.
    #[inline]
    #[must_use]
    pub const fn field<'b>(&'b self, name: &'b str) -> Path<'b> {
        Path { parent: Some(self), segment: Segment::Field(name) }
    }

    /// The element of a list.
    #[inline]
    #[must_use]
    pub const fn index(&self, index: usize) -> Path<'_> {
        Path { parent: Some(self), segment: Segment::Index(index) }
    }

    /// The field of an object, by its identifier in Rust.
    #[inline]
    pub(crate) const fn member(&self, wire_name: WireName, field: &'static str) -> Path<'_> {
        Path { parent: Some(self), segment: Segment::Member(wire_name, field) }
    }

    /// The RFC 6901 JSON Pointer: `/order/goods/0/goodsName`, empty for the document itself.
    #[must_use]
    pub fn to_pointer(&self) -> String {
        let mut segments = Vec::new();
        let mut next = Some(self);
        while let Some(path) = next {
            segments.push(path.segment);
            next = path.parent;
        }
        let mut pointer = String::new();
        segments.into_iter().rev().for_each(|segment| segment.push_to(&mut pointer));
        pointer
    }
}

impl Segment<'_> {
    fn push_to(self, pointer: &mut String) {
        match self {
            Segment::None => {}
            Segment::Field(name) => push_escaped(pointer, name),
            Segment::Index(index) => push_escaped(pointer, &index.to_string()),
            Segment::Member(wire_name, field) => {
                if let Some(name) = wire_name(field) {
                    push_escaped(pointer, name);
                }
            }
        }
    }
}

/// Appends `/` and the name with RFC 6901's two escapes.
fn push_escaped(pointer: &mut String, name: &str) {
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_escape_and_skip_what_is_flattened() {
        fn wire_name(field: &'static str) -> Option<&'static str> {
            (field != "flat").then_some("~a/b")
        }
        let root = Path::root();
        let flattened = root.member(wire_name, "flat");
        let member = flattened.member(wire_name, "x");
        assert_eq!(member.field("").to_pointer(), "/~0a~1b/");
        assert_eq!(flattened.to_pointer(), "");
        assert_eq!(root.field("é").index(10).to_pointer(), "/é/10");
    }
}
