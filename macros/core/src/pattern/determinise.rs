//! From the tree to a deterministic automaton that searches: the set of threads that are alive is a state.
//!
//! regex-automata could do this, too. It goes on after a match, though, and an answer of yes or no does not need what
//! comes then: `x.{0,500}` is two states here. And here the work has a bound that is the same on every machine.

use std::collections::BTreeMap;

use regex_automata::nfa::thompson::{Compiler, Config, NFA, State, WhichCaptures};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use regex_syntax::hir::Hir;

/// States before minimising; more than twice of what a table may have in the end.
const MAX_RAW_STATES: usize = 4_608;

/// Bytes of the nondeterministic automaton.
const MAX_NFA_BYTES: usize = 4 << 20;

/// Threads looked at in all. Reached only by patterns that are far too large.
const MAX_STEPS: usize = 20_000_000;

/// A deterministic automaton. The first state is the start; [`Automaton::columns`] entries per state.
pub(super) struct Automaton {
    pub(super) classes: [u8; 256],
    pub(super) columns: usize,
    pub(super) transitions: Vec<usize>,
    pub(super) accepting: Vec<bool>,
}

/// The automaton that accepts the texts in which the pattern is found; `None` when it gets too large.
pub(super) fn determinise(tree: &Hir) -> Option<Automaton> {
    let config =
        Config::new().nfa_size_limit(Some(MAX_NFA_BYTES)).which_captures(WhichCaptures::None).shrink(false);
    let nfa = Compiler::new().configure(config).build_from_hir(tree).ok()?;
    let mut search = Search::new(&nfa);
    let mut automaton = Automaton { classes: [0; 256], columns: 0, transitions: vec![], accepting: vec![] };
    for (byte, class) in (0..=u8::MAX).zip(&mut automaton.classes) {
        *class = nfa.byte_classes().get(byte);
    }
    let representatives = representatives(&automaton.classes);
    automaton.columns = representatives.len();

    let first = search.first_threads()?;
    let restart = search.restart_threads()?;
    automaton.accepting.push(search.accepts_at_end(&first, true)?);
    let mut states = States { ids: BTreeMap::new(), pending: vec![first] };
    let mut done = 0;
    while let Some(threads) = states.pending.get(done).cloned() {
        done += 1;
        for byte in &representatives {
            let next = search.step(&threads, *byte, &restart)?;
            let (id, is_new) = states.id(next);
            automaton.transitions.push(id);
            if is_new {
                let threads = states.pending.last().map_or(&Threads::Matched, |threads| threads);
                automaton.accepting.push(search.accepts_at_end(threads, false)?);
            }
        }
        if states.pending.len() > MAX_RAW_STATES {
            return None;
        }
    }
    Some(automaton)
}

/// One byte of each class, in the order of classes.
fn representatives(classes: &[u8; 256]) -> Vec<u8> {
    let mut first = BTreeMap::new();
    for (byte, class) in (0..=u8::MAX).zip(classes) {
        first.entry(*class).or_insert(byte);
    }
    first.into_values().collect()
}

/// What is alive between two bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Threads {
    /// The pattern was found: nothing else matters any more.
    Matched,
    /// Sorted states that wait for a byte or for the end of the text.
    Waiting(Vec<StateID>),
}

/// The states found so far, and those among them whose transitions are not known yet.
struct States {
    ids: BTreeMap<Threads, usize>,
    /// By id.
    pending: Vec<Threads>,
}

impl States {
    /// The number of a state, and whether it is new. The start is not among those looked up: it alone is at the
    /// start of the text.
    fn id(&mut self, threads: Threads) -> (usize, bool) {
        if let Some(id) = self.ids.get(&threads) {
            return (*id, false);
        }
        let id = self.pending.len();
        self.ids.insert(threads.clone(), id);
        self.pending.push(threads);
        (id, true)
    }
}

/// Follows threads through the nondeterministic automaton.
struct Search<'n> {
    nfa: &'n NFA,
    /// Of each state, the round in which it was last visited.
    visited: Vec<u32>,
    round: u32,
    steps_left: usize,
}

impl<'n> Search<'n> {
    fn new(nfa: &'n NFA) -> Self {
        Search { nfa, visited: vec![0; nfa.states().len()], round: 0, steps_left: MAX_STEPS }
    }

    /// Where the pattern may begin at the start of the text.
    fn first_threads(&mut self) -> Option<Threads> {
        self.close(vec![self.nfa.start_anchored()], Context { at_start: true, at_end: false })
    }

    /// Where it may begin later on.
    fn restart_threads(&mut self) -> Option<Threads> {
        self.close(vec![self.nfa.start_anchored()], Context { at_start: false, at_end: false })
    }

    fn step(&mut self, threads: &Threads, byte: u8, restart: &Threads) -> Option<Threads> {
        let (Threads::Waiting(threads), Threads::Waiting(restart)) = (threads, restart) else {
            return Some(Threads::Matched);
        };
        let after_byte = |id: &StateID| match self.nfa.state(*id) {
            State::ByteRange { trans } => trans.matches_byte(byte).then_some(trans.next),
            State::Sparse(transitions) => transitions.matches_byte(byte),
            State::Dense(transitions) => transitions.matches_byte(byte),
            _ => None,
        };
        let next = threads.iter().filter_map(after_byte).chain(restart.iter().copied()).collect();
        self.steps_left = self.steps_left.checked_sub(threads.len())?;
        self.close(next, Context { at_start: false, at_end: false })
    }

    fn accepts_at_end(&mut self, threads: &Threads, at_start: bool) -> Option<bool> {
        let Threads::Waiting(waiting) = threads else { return Some(true) };
        let closed = self.close(waiting.clone(), Context { at_start, at_end: true })?;
        Some(closed == Threads::Matched)
    }

    /// Follows everything that takes no byte. `None` when the work exceeds its bound.
    fn close(&mut self, mut stack: Vec<StateID>, context: Context) -> Option<Threads> {
        self.round += 1;
        let mut waiting = Vec::new();
        while let Some(id) = stack.pop() {
            self.steps_left = self.steps_left.checked_sub(1)?;
            let visited = self.visited.get_mut(id.as_usize())?;
            if std::mem::replace(visited, self.round) == self.round {
                continue;
            }
            match self.nfa.state(id) {
                State::ByteRange { .. } | State::Sparse(_) | State::Dense(_) => waiting.push(id),
                State::Look { look: Look::Start, next } if context.at_start => stack.push(*next),
                State::Look { look: Look::End, next } if context.at_end => stack.push(*next),
                State::Look { look: Look::End, .. } => waiting.push(id),
                State::Look { .. } | State::Fail => {}
                State::Union { alternates } => stack.extend(alternates.iter()),
                State::BinaryUnion { alt1, alt2 } => stack.extend([*alt1, *alt2]),
                State::Capture { next, .. } => stack.push(*next),
                State::Match { .. } => return Some(Threads::Matched),
            }
        }
        waiting.sort_unstable();
        Some(Threads::Waiting(waiting))
    }
}

/// Where in the text a thread is.
#[derive(Clone, Copy)]
struct Context {
    at_start: bool,
    at_end: bool,
}
