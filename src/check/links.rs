//! Rules of links between texts.

use crate::diag::Diagnostics;
use crate::graph::Graph;
use crate::model::body::{Node, Target, is_reserved_anchor};
use crate::model::{Document, Map};
use crate::problems::prose as problem;
use crate::source::Spanned;
use crate::text::nearest;

pub(super) fn anchors_exist(map: &Map, _: &Graph, diags: &mut Diagnostics) {
    for document in map.documents() {
        for node in map.common(document).body.all_nodes() {
            match node {
                Node::LinkStart(Target::Document(to, Some(anchor))) => one(map, *to, anchor, diags),
                Node::LinkStart(Target::Anchor(anchor)) => one(map, document, anchor, diags),
                _ => {}
            }
        }
    }
}

fn one(map: &Map, document: Document, anchor: &Spanned<String>, diags: &mut Diagnostics) {
    let common = map.common(document);
    let known = || common.body.anchors().map(|(id, _)| id);
    let of_the_page = anchor.value.strip_prefix("needs-").map_or_else(
        || is_reserved_anchor(&anchor.value),
        |slug| is_needed(map, document, slug),
    );
    if known().all(|id| id != anchor.value) && !of_the_page {
        let near = nearest(&anchor.value, known());
        diags.push(problem::dead_anchor(
            anchor.span,
            &anchor.value,
            &common.slug,
            near,
        ));
    }
}

/// Whether a page lists an entry among what it needs.
fn is_needed(map: &Map, document: Document, slug: &str) -> bool {
    let prerequisites = match document {
        Document::Entry(id) => &map.entry(id).prerequisites,
        Document::Question(id) => &map.questions[id.index()].prerequisites,
        _ => return false,
    };
    let mut needed = prerequisites.iter().flat_map(|need| &need.one_of);
    needed.any(|id| map.entry(*id).common.slug == slug)
}
