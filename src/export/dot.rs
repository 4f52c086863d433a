//! The prerequisite graph for Graphviz: what is needed stands left of what needs it.

use crate::context::Context;
use crate::model::Need;
use std::fmt::Write;

pub(super) fn graph(context: &Context<'_>) -> String {
    let map = context.map;
    let mut out = String::from("digraph prerequisites {\n  rankdir=LR;\n  node [shape=box];\n");
    for entry in &map.entries {
        let status = entry
            .status
            .map(|status| map.settings.statuses[status.index()].id.as_str());
        writeln!(
            out,
            "  {} [label={}, class={}];",
            quoted(&entry.common.slug),
            quoted(&entry.common.title),
            quoted(status.unwrap_or("foundation")),
        )
        .expect("a string takes everything");
    }
    for edge in context.graph.needs.iter().flatten() {
        let slug = |id| quoted(&map.entry(id).common.slug);
        let style = if edge.need == Need::Essential && !edge.alternative {
            "solid"
        } else {
            "dashed"
        };
        let why = quoted(&map.entry(edge.from).prerequisites[edge.prerequisite].why);
        writeln!(
            out,
            "  {} -> {} [style={style}, tooltip={why}];",
            slug(edge.to),
            slug(edge.from)
        )
        .expect("a string takes everything");
    }
    out + "}\n"
}

/// A string of the DOT language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
