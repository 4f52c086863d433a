//! Which prerequisites are drawn as roads. One that others imply is not: what one sees is the shortest way to say the same.

use crate::graph::Graph;

/// All prerequisites as roads from what is needed to what needs it, each once, in the order of the entries.
pub(super) fn all(graph: &Graph) -> Vec<(usize, usize)> {
    let mut roads: Vec<(usize, usize)> = graph
        .needs
        .iter()
        .flatten()
        .map(|edge| (edge.to.index(), edge.from.index()))
        .collect();
    roads.sort_unstable();
    roads.dedup();
    roads
}

/// The roads that no chain of others replaces (Aho, Garey and Ullman 1972).
pub(super) fn reduced(graph: &Graph) -> Vec<(usize, usize)> {
    let below = super::weight::below(graph);
    let implied = |needed: usize, needing: usize| {
        let others = graph.needs[needing].iter().map(|edge| edge.to.index());
        others
            .into_iter()
            .any(|other| other != needed && below[other].contains(needed))
    };
    all(graph)
        .into_iter()
        .filter(|(needed, needing)| !implied(*needed, *needing))
        .collect()
}
