//! Rules of the prerequisite graph.

use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::Map;
use crate::problems::graph as problem;
use crate::source::Span;

pub(super) fn no_loops(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    for edge in &graph.loops {
        diags.push(problem::self_prerequisite(
            edge.span,
            &map.entry(edge.from).common.slug,
        ));
    }
}

pub(super) fn no_circles(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    for cycle in &graph.cycles {
        let edges: Vec<(&str, Span)> = cycle
            .iter()
            .map(|edge| (map.entry(edge.from).common.slug.as_str(), edge.span))
            .collect();
        diags.push(problem::prerequisite_cycle(&edges));
    }
    for entry in &graph.unlisted {
        let in_component = |cycle: &&Vec<_>| {
            cycle
                .iter()
                .any(|edge: &crate::graph::Edge| edge.from == *entry)
        };
        let shown = graph.cycles.iter().filter(in_component).count();
        diags.push(problem::more_cycles(map.entry(*entry).common.span, shown));
    }
}

pub(super) fn nothing_implied(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    let slug = |id| map.entry(id).common.slug.as_str();
    for implied in &graph.implied {
        let chain: Vec<&str> = implied.chain.iter().map(|id| slug(*id)).collect();
        let target = slug(implied.edge.to);
        diags.push(problem::implied_prerequisite(
            implied.edge.span,
            target,
            &chain,
            implied.via.span,
        ));
    }
}
