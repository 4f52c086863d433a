//! Rules of what is used, and what lies idle.

use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::{Document, Map, ReferenceId};
use crate::problems::{graph as graph_problem, references as problem};

pub(super) fn no_lonely_entries(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    if map.entries.len() < 2 {
        return;
    }
    for id in map.entry_ids() {
        let entry = map.entry(id);
        let edges = !graph.needs(id).is_empty() || !graph.needed_by(id).is_empty();
        let related = !entry.related.is_empty() || graph.usage.related_from(id).next().is_some();
        if !edges && !related && graph.usage.mentions(Document::Entry(id)).next().is_none() {
            diags.push(graph_problem::lonely_entry(
                entry.common.span,
                &entry.common.slug,
            ));
        }
    }
}

pub(super) fn references_are_confirmed(map: &Map, _: &Graph, diags: &mut Diagnostics) {
    for reference in map
        .references
        .iter()
        .filter(|reference| reference.confirmed.is_none())
    {
        diags.push(problem::unconfirmed(reference.span, &reference.key));
    }
}

pub(super) fn no_unused_references(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    for (number, reference) in map.references.iter().enumerate() {
        if graph.usage.uses(ReferenceId::at(number)).is_empty() {
            diags.push(problem::unused(reference.span, &reference.key));
        }
    }
}
