//! Which prerequisites are drawn as roads. One that others imply is not: what one sees is the shortest way to say the same.

use crate::graph::{Edge, Graph};

/// All prerequisites as roads from what is needed to what needs it, each once, in the order of the entries.
pub(super) fn all(graph: &Graph) -> Vec<(usize, usize)> {
    roads(&graph.needs.concat())
}

/// The roads that no chain of others replaces.
pub(super) fn reduced(graph: &Graph) -> Vec<(usize, usize)> {
    roads(&graph.reduced(&graph.needs.concat()))
}

fn roads(edges: &[Edge]) -> Vec<(usize, usize)> {
    let mut roads: Vec<(usize, usize)> = edges
        .iter()
        .map(|edge| (edge.to.index(), edge.from.index()))
        .collect();
    roads.sort_unstable();
    roads.dedup();
    roads
}
