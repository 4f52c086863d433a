//! Bibliographies to take away: the works of the whole map, of one document, of one path.

use crate::context::Context;
use crate::model::{Document, ReferenceId};
use std::collections::BTreeSet;

/// All works of the map as BibLaTeX.
#[must_use]
pub fn whole(context: &Context<'_>) -> String {
    joined(
        context,
        (0..context.map.references.len()).map(ReferenceId::at),
    )
}

/// The works that a document uses, or for a path those that the document and its steps use; none if there are none.
#[must_use]
pub fn of_document(context: &Context<'_>, document: Document) -> Option<String> {
    let mut works = used_by(context, document);
    if let Document::Path(id) = document {
        for step in &context.map.paths[id.index()].steps {
            works.append(&mut used_by(context, Document::Entry(step.entry)));
        }
    }
    (!works.is_empty()).then(|| joined(context, works))
}

fn used_by(context: &Context<'_>, document: Document) -> BTreeSet<ReferenceId> {
    let map = context.map;
    let resources = match document {
        Document::Entry(id) => &map.entry(id).resources[..],
        Document::Question(id) => &map.questions[id.index()].resources[..],
        _ => &[],
    };
    let positions = match document {
        Document::Debate(id) => &map.debates[id.index()].positions[..],
        _ => &[],
    };
    let cited = map
        .common(document)
        .body
        .citations()
        .map(|citation| citation.reference);
    let resources = resources.iter().map(|resource| resource.reference);
    cited
        .chain(resources)
        .chain(positions.iter().map(|position| position.source.reference))
        .collect()
}

fn joined(context: &Context<'_>, works: impl IntoIterator<Item = ReferenceId>) -> String {
    let works: Vec<&str> = works
        .into_iter()
        .map(|id| context.map.reference(id).bibtex.as_str())
        .collect();
    works.join("\n")
}
