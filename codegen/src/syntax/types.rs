//! Scalars, and what a use of a type says beside the type's name.

use super::spec::{ConstraintSpec, Facets, ItemKind, TypeSpec};
use super::table::Entries;
use super::{ReadItem, Reader, keys, type_expression};
use crate::source::Spanned;
use crate::yaml::Node;

impl Reader<'_> {
    pub(super) fn scalar(&mut self, node: &Node) -> Option<ReadItem> {
        let entries = Entries::read(&keys::SCALAR, node, self.diagnostics);
        let docs = self.docs(&entries);
        let targets = self.targets(&entries);
        let ty = self.type_spec(&entries)?;
        Some((ItemKind::Scalar(ty, entries.list("examples").to_vec()), docs, targets))
    }

    /// The type of an item; `None` where it is missing or broken, which was reported.
    pub(super) fn type_spec(&mut self, entries: &Entries<'_>) -> Option<TypeSpec> {
        let facets = self.facets(entries);
        let expression = type_expression::parse(entries.node("type")?, self.sources, self.diagnostics)?;
        Some(TypeSpec { expression, facets })
    }

    fn facets(&mut self, entries: &Entries<'_>) -> Facets {
        let is_constraint = |name: &str| keys::CONSTRAINTS.keys.iter().any(|key| key.name == name);
        let constraints = entries.iter().filter(|(key, ..)| is_constraint(key.name));
        let constraint = |(key, place, value): (&'static super::table::Key, &Node, &Node)| ConstraintSpec {
            keyword: Spanned::new(key.name, place.span),
            value: value.clone(),
        };
        Facets {
            wire: entries.text("wire"),
            content_media_type: entries.key("contentMediaType"),
            accept_single: entries.key("acceptSingle").filter(|_| entries.flag("acceptSingle")),
            constraints: constraints.map(constraint).collect(),
            items: self.element_facets(entries, "items"),
            values: self.element_facets(entries, "values"),
        }
    }

    fn element_facets(
        &mut self,
        entries: &Entries<'_>,
        key: &str,
    ) -> Option<(crate::source::Span, Box<Facets>)> {
        let (span, node) = (entries.key(key)?, entries.node(key)?);
        let entries = Entries::read(&keys::ELEMENTS, node, self.diagnostics);
        Some((span, Box::new(self.facets(&entries))))
    }
}
