//! Who speaks of whom: links between documents, and the places where works are used.

use crate::model::body::{Body, Citation, Node, Target};
use crate::model::{Document, EntryId, Map, ReferenceId, TermId};
use std::collections::{BTreeMap, BTreeSet};

/// Links and uses, backwards.
#[derive(Debug, Clone, Default)]
pub struct Usage {
    mentions: BTreeMap<Document, BTreeSet<Document>>,
    uses: BTreeMap<ReferenceId, Vec<Use>>,
    related: BTreeMap<EntryId, Vec<(EntryId, usize)>>,
}

/// One document that uses a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The document.
    pub by: Document,
    /// As a resource: its role and its number in the document's list.
    pub resource: Option<(TermId, usize)>,
    /// Where the text cites it.
    pub citations: Vec<Place>,
}

/// Where a text cites a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The number of the statement that cites it.
    pub statement: Option<usize>,
    /// The number of the heading under which it is cited.
    pub heading: Option<usize>,
    /// Which place of the work.
    pub locator: Option<String>,
}

impl Usage {
    pub(super) fn collect(map: &Map) -> Self {
        let mut usage = Self::default();
        for from in map.entry_ids() {
            for (number, relation) in map.entry(from).related.iter().enumerate() {
                usage
                    .related
                    .entry(relation.to)
                    .or_default()
                    .push((from, number));
            }
        }
        for document in map.documents() {
            usage.body(document, &map.common(document).body);
            let resources = match document {
                Document::Entry(id) => &map.entry(id).resources[..],
                Document::Question(id) => &map.questions[id.index()].resources[..],
                _ => &[],
            };
            for (number, resource) in resources.iter().enumerate() {
                usage.entry(resource.reference, document).resource = Some((resource.role, number));
            }
            if let Document::Debate(id) = document {
                for position in &map.debates[id.index()].positions {
                    usage.cite(document, &position.source, (None, None));
                }
            }
        }
        usage
    }

    /// The documents whose texts link to this one, in order.
    pub fn mentions(&self, of: Document) -> impl Iterator<Item = Document> + '_ {
        self.mentions.get(&of).into_iter().flatten().copied()
    }

    /// The documents that use a work, in order.
    #[must_use]
    pub fn uses(&self, of: ReferenceId) -> &[Use] {
        self.uses.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The entries that name this one as a neighbour, each with the number of the relation in its list.
    pub fn related_from(&self, to: EntryId) -> impl Iterator<Item = (EntryId, usize)> + '_ {
        self.related.get(&to).into_iter().flatten().copied()
    }

    fn body(&mut self, by: Document, body: &Body<Target, Citation>) {
        let (mut statement, mut heading) = (None, None);
        for (number, found) in body.statements.iter().enumerate() {
            found
                .title
                .iter()
                .for_each(|node| self.node(by, node, (Some(number), None)));
        }
        for node in &body.nodes {
            match node {
                Node::StatementStart(number) => statement = Some(*number),
                Node::StatementEnd(_) => statement = None,
                Node::HeadingStart(number) => heading = Some(*number),
                node => self.node(by, node, (statement, heading)),
            }
        }
    }

    fn node(
        &mut self,
        by: Document,
        node: &Node<Target, Citation>,
        at: (Option<usize>, Option<usize>),
    ) {
        match node {
            Node::LinkStart(Target::Document(to, _)) if *to != by => {
                self.mentions.entry(*to).or_default().insert(by);
            }
            Node::Cite(list) => list.iter().for_each(|citation| self.cite(by, citation, at)),
            _ => {}
        }
    }

    fn cite(
        &mut self,
        by: Document,
        citation: &Citation,
        (statement, heading): (Option<usize>, Option<usize>),
    ) {
        let place = Place {
            statement,
            heading,
            locator: citation.locator.clone(),
        };
        let found = self.entry(citation.reference, by);
        if !found.citations.contains(&place) {
            found.citations.push(place);
        }
    }

    fn entry(&mut self, reference: ReferenceId, by: Document) -> &mut Use {
        let list = self.uses.entry(reference).or_default();
        let at = list
            .iter()
            .position(|found| found.by == by)
            .unwrap_or_else(|| {
                list.push(Use {
                    by,
                    resource: None,
                    citations: Vec::new(),
                });
                list.len() - 1
            });
        &mut list[at]
    }
}
