//! How much an entry weighs: what many others rest on is written large.

use crate::graph::Graph;

/// A set of entries.
#[derive(Clone)]
struct Set(Vec<u64>);

impl Set {
    fn add(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn join(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
}

/// For each entry all that it needs, directly and through others.
fn below(graph: &Graph) -> Vec<Set> {
    let empty = Set(vec![0; graph.needs.len().div_ceil(64)]);
    let mut below = vec![empty; graph.needs.len()];
    for id in &graph.order {
        let mut mine = below[id.index()].clone();
        for edge in graph.needs(*id) {
            mine.add(edge.to.index());
            mine.join(&below[edge.to.index()]);
        }
        below[id.index()] = mine;
    }
    below
}

/// Four for each prerequisite, at either end, and one for each entry that rests on it.
pub(super) fn weights(graph: &Graph) -> Vec<usize> {
    let ends = graph.needs.iter().zip(&graph.needed_by);
    let mut weights: Vec<usize> = ends
        .map(|(needs, needed_by)| 4 * (needs.len() + needed_by.len()))
        .collect();
    for set in below(graph) {
        for (word, bits) in set.0.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                weights[word * 64 + bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
    }
    weights
}
