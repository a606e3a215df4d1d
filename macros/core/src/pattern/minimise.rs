//! The smallest automaton that accepts the same texts, numbered in a fixed order.
#![expect(
    clippy::indexing_slicing,
    reason = "every index is a state, a column or a block that this module counted itself, and the loops are hot"
)]

use std::collections::BTreeMap;

use super::Table;
use super::determinise::Automaton;

/// Merges states that no text tells apart, and columns that no state tells apart.
pub(super) fn minimise(automaton: &Automaton, anchored: bool) -> Table {
    let partition = Partition::of(automaton);
    number(automaton, &partition.block_of, anchored)
}

/// States in blocks; Hopcroft's algorithm refines them until no block can be split.
struct Partition {
    /// All states; those of a block stand together.
    states: Vec<usize>,
    /// Where a state stands in `states`.
    place: Vec<usize>,
    block_of: Vec<usize>,
    blocks: Vec<Block>,
}

/// A range of [`Partition::states`]; the states before `marked` are to be split off.
#[derive(Clone, Copy)]
struct Block {
    start: usize,
    marked: usize,
    end: usize,
}

impl Partition {
    fn of(automaton: &Automaton) -> Partition {
        let count = automaton.accepting.len();
        let mut partition = Partition {
            states: (0..count).collect(),
            place: (0..count).collect(),
            block_of: vec![0; count],
            blocks: vec![Block { start: 0, marked: 0, end: count }],
        };
        let accepting = (0..count).filter(|state| automaton.accepting[*state]);
        accepting.for_each(|state| partition.mark(state));
        partition.split(0);
        let predecessors = Predecessors::of(automaton);
        let mut waiting: Vec<usize> = (0..partition.blocks.len()).collect();
        let mut is_waiting = vec![false; count];
        waiting.iter().for_each(|block| is_waiting[*block] = true);
        while let Some(splitter) = waiting.pop() {
            is_waiting[splitter] = false;
            let Block { start, end, .. } = partition.blocks[splitter];
            let members = partition.states[start..end].to_vec();
            for column in 0..automaton.columns {
                for (block, new) in partition.refine(&predecessors, &members, column) {
                    // A block that still waits must be replaced by both halves; of another one the smaller does.
                    let smaller = if partition.size(new) <= partition.size(block) { new } else { block };
                    let next = if is_waiting[block] { new } else { smaller };
                    is_waiting[next] = true;
                    waiting.push(next);
                }
            }
        }
        partition
    }

    /// Splits blocks into what leads to `members` through this column and what does not; pairs of old and new block.
    fn refine(
        &mut self,
        predecessors: &Predecessors,
        members: &[usize],
        column: usize,
    ) -> Vec<(usize, usize)> {
        let mut touched = Vec::new();
        for state in members.iter().flat_map(|member| predecessors.of_state(*member, column)) {
            let block = self.block_of[*state];
            if self.blocks[block].marked == self.blocks[block].start {
                touched.push(block);
            }
            self.mark(*state);
        }
        touched.into_iter().filter_map(|block| self.split(block).map(|new| (block, new))).collect()
    }

    /// Moves a state to its block's front; at most once between two splits.
    fn mark(&mut self, state: usize) {
        let block = &mut self.blocks[self.block_of[state]];
        let (from, to) = (self.place[state], block.marked);
        block.marked += 1;
        let other = self.states[to];
        self.states.swap(from, to);
        self.place[other] = from;
        self.place[state] = to;
    }

    /// Makes a new block of the marked states, unless that is all or none of them.
    fn split(&mut self, block: usize) -> Option<usize> {
        let Block { start, marked, end } = self.blocks[block];
        self.blocks[block].marked = start;
        if marked == start || marked == end {
            return None;
        }
        let new = self.blocks.len();
        self.blocks.push(Block { start, marked: start, end: marked });
        self.blocks[block] = Block { start: marked, marked, end };
        for state in &self.states[start..marked] {
            self.block_of[*state] = new;
        }
        Some(new)
    }

    fn size(&self, block: usize) -> usize {
        self.blocks[block].end - self.blocks[block].start
    }
}

/// Of each state and column, the states that lead there.
struct Predecessors {
    /// By state and column, where its list starts; one more at the end.
    starts: Vec<usize>,
    states: Vec<usize>,
    columns: usize,
}

impl Predecessors {
    fn of(automaton: &Automaton) -> Predecessors {
        let columns = automaton.columns;
        let key = |entry: usize| automaton.transitions[entry] * columns + entry % columns;
        let mut starts = vec![0; automaton.transitions.len() + 1];
        (0..automaton.transitions.len()).for_each(|entry| starts[key(entry) + 1] += 1);
        (1..starts.len()).for_each(|index| starts[index] += starts[index - 1]);
        let mut free = starts.clone();
        let mut states = vec![0; automaton.transitions.len()];
        for entry in 0..automaton.transitions.len() {
            states[free[key(entry)]] = entry / columns;
            free[key(entry)] += 1;
        }
        Predecessors { starts, states, columns }
    }

    fn of_state(&self, state: usize, column: usize) -> &[usize] {
        let key = state * self.columns + column;
        &self.states[self.starts[key]..self.starts[key + 1]]
    }
}

/// Numbers blocks in the order in which a search from the start meets them, trying bytes in ascending order, and
/// columns in the order of their first byte. Both depend on the accepted texts alone.
fn number(automaton: &Automaton, block_of: &[usize], anchored: bool) -> Table {
    let mut numbers = BTreeMap::from([(block_of[0], 0)]);
    let mut representatives = vec![0];
    let mut rows: Vec<Vec<u16>> = Vec::new();
    while let Some(state) = representatives.get(rows.len()).copied() {
        let mut row = Vec::with_capacity(256);
        for class in automaton.classes {
            let next = automaton.transitions[state * automaton.columns + usize::from(class)];
            let number = *numbers.entry(block_of[next]).or_insert_with(|| {
                representatives.push(next);
                representatives.len() - 1
            });
            row.push(u16::try_from(number).unwrap_or(u16::MAX));
        }
        rows.push(row);
    }
    let (classes, first_bytes) = merge_columns(&rows);
    let accepting: Vec<bool> = representatives.iter().map(|state| automaton.accepting[*state]).collect();
    let stays = |state: usize| rows[state].iter().all(|next| usize::from(*next) == state);
    let dead = (0..rows.len()).find(|state| !accepting[*state] && stays(*state));
    Table {
        start: 0,
        classes,
        stride: u16::try_from(first_bytes.len()).unwrap_or(u16::MAX),
        transitions: rows.iter().flat_map(|row| first_bytes.iter().map(|byte| row[*byte])).collect(),
        accepting,
        dead: dead.and_then(|state| u16::try_from(state).ok()),
        anchored,
    }
}

/// The column of each byte, and the first byte of each column.
fn merge_columns(rows: &[Vec<u16>]) -> ([u8; 256], Vec<usize>) {
    let mut columns = BTreeMap::new();
    let mut first_bytes = Vec::new();
    let mut classes = [0; 256];
    for (byte, class) in classes.iter_mut().enumerate() {
        let column: Vec<u16> = rows.iter().map(|row| row[byte]).collect();
        let number = *columns.entry(column).or_insert_with(|| {
            first_bytes.push(byte);
            first_bytes.len() - 1
        });
        *class = u8::try_from(number).unwrap_or(u8::MAX);
    }
    (classes, first_bytes)
}
