//! The prerequisite graph as GraphML (Brandes, Eiglsperger, Herman, Himsolt, Marshall 2001; <http://graphml.graphdrawing.org>).

use super::xml;
use crate::context::Context;
use crate::model::{Document, Kind};
use std::fmt::Write;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="title" for="node" attr.name="title" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="field" for="node" attr.name="field" attr.type="string"/>
  <key id="status" for="node" attr.name="status" attr.type="string"/>
  <key id="level" for="node" attr.name="level" attr.type="int"/>
  <key id="url" for="node" attr.name="url" attr.type="string"/>
  <key id="need" for="edge" attr.name="need" attr.type="string"/>
  <key id="why" for="edge" attr.name="why" attr.type="string"/>
  <key id="choice" for="edge" attr.name="choice" attr.type="boolean"/>
  <graph id="prerequisites" edgedefault="directed">
"#;

/// Nodes are entries; an edge leads from an entry to one that it needs.
pub(super) fn graph(context: &Context<'_>) -> String {
    let map = context.map;
    let mut out = HEAD.to_owned();
    for id in map.entry_ids() {
        let entry = map.entry(id);
        let status = entry
            .status
            .map(|status| map.settings.statuses[status.index()].id.as_str());
        let facts = [
            ("title", entry.common.title.clone()),
            (
                "kind",
                if entry.kind == Kind::Area {
                    "area"
                } else {
                    "foundation"
                }
                .to_owned(),
            ),
            ("field", map.field(entry.field).common.slug.clone()),
            ("status", status.unwrap_or_default().to_owned()),
            ("level", context.graph.levels[id.index()].to_string()),
            ("url", context.web_address(Document::Entry(id))),
        ];
        element(
            &mut out,
            &format!("node id=\"{}\"", entry.common.slug),
            "node",
            &facts,
        );
    }
    for edge in context.graph.needs.iter().flatten() {
        let slug = |id| &map.entry(id).common.slug;
        let facts = [
            ("need", edge.need.name().to_owned()),
            (
                "why",
                map.entry(edge.from).prerequisites[edge.prerequisite]
                    .why
                    .clone(),
            ),
            ("choice", edge.alternative.to_string()),
        ];
        let open = format!(
            "edge source=\"{}\" target=\"{}\"",
            slug(edge.from),
            slug(edge.to)
        );
        element(&mut out, &open, "edge", &facts);
    }
    out + "  </graph>\n</graphml>\n"
}

fn element(out: &mut String, open: &str, close: &str, facts: &[(&str, String)]) {
    let mut data = String::new();
    for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        write!(data, "<data key=\"{key}\">{}</data>", xml(value))
            .expect("a string takes everything");
    }
    writeln!(out, "    <{open}>{data}</{close}>").expect("a string takes everything");
}
