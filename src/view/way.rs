//! The way to an entry: a list of steps with reasons, and a picture.

use super::here::Here;
use super::layers;
use super::parts::{Reason, RouteStep};
use crate::graph::{Edge, Step};
use crate::model::{Document, EntryId, Need};
use std::collections::{BTreeMap, BTreeSet};

/// The steps, each with every reason for it; and the same as a picture, if there are neither too few nor too many.
pub(super) fn way(here: &Here<'_>, goal: EntryId) -> (Vec<RouteStep>, Option<String>) {
    let graph = here.context.graph;
    let steps = graph.route(goal).steps;
    let entries: BTreeSet<EntryId> = steps.iter().map(|step| step.entry).collect();
    let inside = |edge: &&Edge| edge.need == Need::Essential && entries.contains(&edge.to);
    let edges = entries.iter().flat_map(|entry| graph.needs(*entry));
    let edges: Vec<Edge> = edges.filter(inside).copied().collect();
    let mut by_need: BTreeMap<EntryId, Vec<&Edge>> = BTreeMap::new();
    for edge in &edges {
        by_need.entry(edge.to).or_default().push(edge);
    }
    let picture = layers::way(here, goal, &entries, &edges);
    let list = steps
        .iter()
        .filter(|step| step.entry != goal)
        .filter_map(|step| route_step(here, step, by_need.get(&step.entry)?));
    (list.collect(), picture)
}

/// A step; `edges` are those of the way that lead to it.
fn route_step(here: &Here<'_>, step: &Step, edges: &[&Edge]) -> Option<RouteStep> {
    let map = here.context.map;
    let asked = step.reasons.first()?;
    let prerequisite = &map.entry(asked.from).prerequisites[asked.prerequisite];
    let others = prerequisite
        .one_of
        .iter()
        .filter(|other| **other != step.entry);
    let further = edges.iter().filter(|edge| edge.from != asked.from);
    Some(RouteStep {
        card: here.card(Document::Entry(step.entry)),
        for_what: here.link(Document::Entry(asked.from)),
        why: prerequisite.why.clone(),
        instead_of: others
            .map(|id| map.entry(*id).common.title.clone())
            .collect(),
        edge: here.edge_name(asked.from, step.entry),
        further: further.map(|edge| reason(here, edge)).collect(),
    })
}

fn reason(here: &Here<'_>, edge: &Edge) -> Reason {
    Reason {
        link: here.link(Document::Entry(edge.from)),
        need: edge.need.name(),
        why: here.why(edge).to_owned(),
        edges: here.edge_name(edge.from, edge.to),
        drawn: true,
    }
}
