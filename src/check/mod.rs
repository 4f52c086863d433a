//! The rules that a resolved map must keep. Each looks and reports; none changes anything.

mod chart;
mod claims;
mod links;
mod prerequisites;
mod review;
mod usage;

use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::Map;

pub use review::{Due, due};

type Rule = fn(&Map, &Graph, &mut Diagnostics);

const RULES: &[Rule] = &[
    prerequisites::no_loops,
    prerequisites::no_circles,
    prerequisites::nothing_implied,
    links::anchors_exist,
    claims::claims_are_cited,
    usage::references_are_confirmed,
];

/// Rules about what is not there. A misspelt name makes something else look idle, so they wait until there are no errors.
const RULES_OF_ABSENCE: &[Rule] = &[
    usage::no_lonely_entries,
    usage::no_unused_references,
    chart::everything_has_a_place,
];

/// Tries every rule.
pub fn check(map: &Map, graph: &Graph, diags: &mut Diagnostics) {
    for rule in RULES {
        rule(map, graph, diags);
    }
    if !diags.has_errors() {
        for rule in RULES_OF_ABSENCE {
            rule(map, graph, diags);
        }
    }
}
