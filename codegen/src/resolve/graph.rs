//! Walks over graphs of types, without recursion: a spec decides how long a chain is.

use std::collections::{BTreeMap, VecDeque};

/// Edges that close a cycle, as a depth-first walk from the first node on meets them: the node that an edge leaves,
/// and its index among that node's edges. Without them the graph has no cycle.
pub fn back_edges(targets: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut visits = vec![Visit::New; targets.len()];
    let mut found = Vec::new();
    for start in 0..targets.len() {
        let mut stack = vec![(start, 0)];
        while let Some((node, edge)) = stack.pop() {
            let Some(visit) = visits.get_mut(node) else { continue };
            if edge == 0 && *visit == Visit::Done {
                continue;
            }
            *visit = Visit::Open;
            let Some(target) = targets.get(node).and_then(|edges| edges.get(edge)) else {
                *visit = Visit::Done;
                continue;
            };
            stack.push((node, edge + 1));
            match visits.get(*target) {
                Some(Visit::Open) => found.push((node, edge)),
                Some(Visit::New) => stack.push((*target, 0)),
                Some(Visit::Done) | None => {}
            }
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    Open,
    Done,
}

/// A shortest cycle through a node: the nodes that its edges leave, with the index of each edge.
pub fn cycle_through(start: usize, targets: &[Vec<usize>]) -> Option<Vec<(usize, usize)>> {
    let mut came_from: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for (edge, target) in targets.get(node).into_iter().flatten().enumerate() {
            if *target == start {
                let mut path = vec![(node, edge)];
                let mut at = node;
                while at != start {
                    let previous = *came_from.get(&at)?;
                    path.push(previous);
                    at = previous.0;
                }
                path.reverse();
                return Some(path);
            }
            came_from.entry(*target).or_insert_with(|| {
                queue.push_back(*target);
                (node, edge)
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{back_edges, cycle_through};

    #[test]
    fn cycles_are_found_and_their_edges_named() {
        let targets = [vec![1], vec![2, 3], vec![0], vec![3], vec![]];
        assert_eq!(back_edges(&targets), [(2, 0), (3, 0)]);
        assert_eq!(cycle_through(2, &targets), Some(vec![(2, 0), (0, 0), (1, 0)]));
        assert_eq!(cycle_through(3, &targets), Some(vec![(3, 0)]));
        assert_eq!(cycle_through(4, &targets), None);
    }

    #[test]
    fn a_tree_has_none() {
        assert!(back_edges(&[vec![1, 2], vec![2], vec![]]).is_empty());
    }
}
