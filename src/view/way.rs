//! The way to an entry: a list of steps with reasons, and a picture.

use super::here::Here;
use super::layers;
use super::parts::{Layers, Reason, RouteStep};
use crate::graph::{Edge, Step};
use crate::model::{Document, EntryId};
use std::collections::BTreeSet;

/// The steps, each with every reason for it.
pub(super) fn route(here: &Here<'_>, goal: EntryId) -> Vec<RouteStep> {
    let steps = here.context.graph.route(goal).steps;
    let entries: BTreeSet<EntryId> = steps.iter().map(|step| step.entry).collect();
    let edges = layers::way_edges(here, &entries);
    steps
        .iter()
        .filter(|step| step.entry != goal)
        .filter_map(|step| route_step(here, step, &edges))
        .collect()
}

fn route_step(here: &Here<'_>, step: &Step, edges: &[Edge]) -> Option<RouteStep> {
    let map = here.context.map;
    let asked = step.reasons.first()?;
    let prerequisite = &map.entry(asked.from).prerequisites[asked.prerequisite];
    let others = prerequisite
        .one_of
        .iter()
        .filter(|other| **other != step.entry);
    let further = edges
        .iter()
        .filter(|edge| edge.to == step.entry && edge.from != asked.from);
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

/// The same steps as a picture, if there are neither too few nor too many.
pub(super) fn picture(here: &Here<'_>, goal: EntryId) -> Option<Layers> {
    let steps = here.context.graph.route(goal).steps;
    let before = steps.iter().map(|step| step.entry);
    let steps: Vec<EntryId> = before.filter(|step| *step != goal).collect();
    layers::way(here, goal, &steps)
}
