//! What follows from a model and more than one backend asks, worked out once.

use crate::model::{Field, Model, ObjectDef, ObjectId, Shape, TypeUse};

/// Facts about the objects of one model.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    recursive: Vec<bool>,
}

/// How deep rustc looks where it asks something of a type and of all that is in it: whether it can be sent to another
/// thread, what dropping it needs. An upper bound, counted in the types that stand inside of each other.
///
/// `Option`, a box and what a box is made of stand between two objects; more in lists and maps. Objects that contain each
/// other are each looked at once.
pub fn nesting(model: &Model) -> usize {
    let edges: Vec<_> = model.objects.iter().map(|object| weighted_edges(model, object)).collect();
    let graph =
        Graph::of(edges.iter().map(|edges| edges.iter().map(|(target, _)| *target).collect()).collect());
    // `None` for what was not looked at: what a component leads to comes behind it, so that is the component itself.
    let mut depths = vec![None; edges.len()];
    for component in graph.components().into_iter().rev() {
        let (mut own, mut below) = (0, 0);
        for (target, weight) in component.iter().filter_map(|node| edges.get(*node)).flatten() {
            match depths.get(*target).copied().flatten() {
                Some(depth) => below = usize::max(below, weight + depth),
                None => own += weight,
            }
        }
        for node in component {
            if let Some(slot) = depths.get_mut(node) {
                *slot = Some(own + below);
            }
        }
    }
    depths.into_iter().flatten().max().unwrap_or_default()
}

impl Facts {
    /// Works out the facts of a model, in time linear in its size.
    pub fn of(model: &Model) -> Facts {
        Facts { recursive: Graph::new(model).on_cycles() }
    }

    /// Whether an object can contain itself without a list or a map between: its size is then not known without a
    /// box somewhere on the way.
    pub fn is_recursive(&self, object: ObjectId) -> bool {
        self.recursive.get(object.0).copied().unwrap_or_default()
    }
}

/// The objects in an object, and how many types rustc meets on the way there.
fn weighted_edges(model: &Model, object: &ObjectDef) -> Vec<(usize, usize)> {
    let inner = |field: &Field| {
        let (mut ty, mut weight) = (&field.ty, 5);
        while let Shape::List { items: inner, .. } | Shape::Map { values: inner } = &ty.shape {
            (ty, weight) = (inner, weight + 8);
        }
        match &ty.shape {
            Shape::Object(id) => Some((id.0, weight)),
            _ => None,
        }
    };
    object.fields.iter().filter_map(inner).filter(|(target, _)| *target < model.objects.len()).collect()
}

/// What a type is once lists and maps are taken off.
pub fn leaf(ty: &TypeUse) -> &Shape {
    let mut shape = &ty.shape;
    while let Shape::List { items: inner, .. } | Shape::Map { values: inner } = shape {
        shape = &inner.shape;
    }
    shape
}

fn inline_object(field: &Field) -> Option<ObjectId> {
    match &field.ty.shape {
        Shape::Object(id) => Some(*id),
        _ => None,
    }
}

/// Which object holds which inline, without a list or a map between: indexes of the model's objects.
struct Graph {
    successors: Vec<Vec<usize>>,
    predecessors: Vec<Vec<usize>>,
}

impl Graph {
    fn new(model: &Model) -> Graph {
        let count = model.objects.len();
        let successors = model
            .objects
            .iter()
            .map(|object| {
                object
                    .fields
                    .iter()
                    .filter_map(inline_object)
                    .map(|id| id.0)
                    .filter(|id| *id < count)
                    .collect()
            })
            .collect();
        Graph::of(successors)
    }

    fn of(successors: Vec<Vec<usize>>) -> Graph {
        let mut predecessors = vec![Vec::new(); successors.len()];
        for (from, targets) in successors.iter().enumerate() {
            for to in targets {
                if let Some(list) = predecessors.get_mut(*to) {
                    list.push(from);
                }
            }
        }
        Graph { successors, predecessors }
    }

    /// The nodes that lead to themselves: those of strongly connected components with an edge inside (Kosaraju's two
    /// passes, without recursion: a spec may chain as many types as it likes).
    fn on_cycles(&self) -> Vec<bool> {
        let mut cyclic = vec![false; self.successors.len()];
        for component in self.components() {
            let leads_to_itself =
                |node: &usize| self.successors.get(*node).is_some_and(|targets| targets.contains(node));
            if component.len() > 1 || component.iter().any(leads_to_itself) {
                component.into_iter().for_each(|node| {
                    mark(&mut cyclic, node);
                });
            }
        }
        cyclic
    }

    /// The strongly connected components, each before those that it leads to.
    fn components(&self) -> Vec<Vec<usize>> {
        let mut components = Vec::new();
        let mut assigned = vec![false; self.successors.len()];
        for root in self.finished_last_first() {
            let mut component = Vec::new();
            let mut pending = vec![root];
            while let Some(node) = pending.pop() {
                if mark(&mut assigned, node) {
                    component.push(node);
                    pending.extend(self.predecessors.get(node).into_iter().flatten());
                }
            }
            if !component.is_empty() {
                components.push(component);
            }
        }
        components
    }

    /// All nodes, the last one that a depth-first search leaves first.
    fn finished_last_first(&self) -> Vec<usize> {
        let mut visited = vec![false; self.successors.len()];
        let mut order = Vec::new();
        for start in 0..visited.len() {
            let mut stack = if mark(&mut visited, start) { vec![(start, 0)] } else { Vec::new() };
            while let Some((node, edge)) = stack.pop() {
                match self.successors.get(node).and_then(|targets| targets.get(edge)) {
                    Some(target) => {
                        stack.push((node, edge + 1));
                        if mark(&mut visited, *target) {
                            stack.push((*target, 0));
                        }
                    }
                    None => order.push(node),
                }
            }
        }
        order.reverse();
        order
    }
}

/// Marks a node; true where it was not marked before.
fn mark(marks: &mut [bool], node: usize) -> bool {
    marks.get_mut(node).is_some_and(|mark| !std::mem::replace(mark, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(successors: &[&[usize]]) -> Graph {
        Graph::of(successors.iter().map(|targets| targets.to_vec()).collect())
    }

    #[test]
    fn components_come_before_what_they_lead_to() {
        let graph = graph(&[&[1], &[0, 2], &[3], &[4], &[3, 5], &[]]);
        let sorted = |mut component: Vec<usize>| {
            component.sort_unstable();
            component
        };
        let components: Vec<_> = graph.components().into_iter().map(sorted).collect();
        assert_eq!(components, [vec![0, 1], vec![2], vec![3, 4], vec![5]]);
    }

    #[test]
    fn nodes_between_two_cycles_are_on_none() {
        let graph = graph(&[&[1], &[0, 2], &[3], &[4], &[3, 5], &[]]);
        assert_eq!(graph.on_cycles(), [true, true, false, true, true, false]);
    }

    #[test]
    fn a_node_that_leads_to_itself_is_a_cycle() {
        assert_eq!(graph(&[&[0], &[0]]).on_cycles(), [true, false]);
    }

    #[test]
    fn long_chains_need_no_stack() {
        let targets: Vec<[usize; 1]> = (0..200_000).map(|node| [(node + 1) % 200_000]).collect();
        let successors: Vec<&[usize]> = targets.iter().map(|targets| targets.as_slice()).collect();
        assert!(graph(&successors).on_cycles().into_iter().all(|cyclic| cyclic));
    }
}
