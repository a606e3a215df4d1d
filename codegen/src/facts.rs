//! What follows from a model and more than one backend asks, worked out once.

use crate::model::{Field, Model, ObjectId, Shape, TypeUse};

/// Facts about the objects of one model.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    recursive: Vec<bool>,
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
        let successors: Vec<Vec<usize>> = model
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
        let mut predecessors = vec![Vec::new(); count];
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
        let successors: Vec<Vec<usize>> = successors.iter().map(|targets| targets.to_vec()).collect();
        let mut predecessors = vec![Vec::new(); successors.len()];
        for (from, targets) in successors.iter().enumerate() {
            targets.iter().for_each(|to| predecessors[*to].push(from));
        }
        Graph { successors, predecessors }
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
