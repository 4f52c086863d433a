//! The prerequisites as comma-separated values (RFC 4180), one edge a line.

use crate::context::Context;

pub(super) fn edges(context: &Context<'_>) -> String {
    let map = context.map;
    let mut out = String::from("entry,needs,need,choice,why\r\n");
    for edge in context.graph.needs.iter().flatten() {
        let slug = |id| map.entry(id).common.slug.as_str();
        let choice = if edge.alternative {
            format!("{}", edge.prerequisite + 1)
        } else {
            String::new()
        };
        let why = &map.entry(edge.from).prerequisites[edge.prerequisite].why;
        let cells = [
            slug(edge.from),
            slug(edge.to),
            edge.need.name(),
            &choice,
            why,
        ];
        out += &cells.map(cell).join(",");
        out += "\r\n";
    }
    out
}

/// A cell; one that a spreadsheet would take for a formula is kept from being one.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t']) {
        "'"
    } else {
        ""
    };
    if text.contains([',', '"', '\n', '\r']) || !guard.is_empty() {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
