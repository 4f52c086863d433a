//! The statements that other pages link to, as HTML: what a preview of such a link shows.

use crate::context::Context;
use crate::html::Writer;
use crate::model::Document;
use crate::model::body::{Node, Target};
use crate::urls;
use std::collections::BTreeMap;

/// Address with anchor → what the statement says. Its links are relative to the root.
pub(super) fn linked(context: &Context<'_>) -> BTreeMap<String, String> {
    let map = context.map;
    let writer = Writer {
        map,
        formulas: context.formulas,
        root: "",
    };
    let mut texts = BTreeMap::new();
    for document in map.documents() {
        for node in map.common(document).body.all_nodes() {
            let Node::LinkStart(Target::Document(to, Some(anchor))) = node else {
                continue;
            };
            if let Some(text) = text(&writer, *to, &anchor.value) {
                texts.insert(
                    format!("{}#{}", urls::document(map, *to), anchor.value),
                    text,
                );
            }
        }
    }
    texts
}

fn text(writer: &Writer<'_>, of: Document, anchor: &str) -> Option<String> {
    let body = &writer.map.common(of).body;
    let number = body
        .statements
        .iter()
        .position(|statement| statement.id == anchor)?;
    Some(writer.statement_text(body, number))
}
