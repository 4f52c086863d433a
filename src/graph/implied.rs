//! Edges that others imply (transitive reduction, Aho, Garey and Ullman 1972), with regard to how strong each need is.
//!
//! An edge is implied if the same entry has another prerequisite, at least as strong, that itself cannot do without the
//! target, directly or through others. Choices imply nothing and are never implied, because none of them is certain.

use super::Edge;
use super::reach::ancestors_by_block;
use crate::model::EntryId;
use std::collections::{BTreeMap, VecDeque};

/// An edge and the chain that implies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implied {
    /// The edge that could be left out.
    pub edge: Edge,
    /// The prerequisite through which it is implied.
    pub via: Edge,
    /// From the target of `via` to the target of `edge`, both included.
    pub chain: Vec<EntryId>,
}

/// Every implied edge; the graph must have no circles.
pub(super) fn find(needs: &[Vec<Edge>], order: &[EntryId]) -> Vec<Implied> {
    let mut found = Vec::new();
    ancestors_by_block(needs, order, |ancestors| {
        for edges in needs {
            for edge in edges.iter().filter(|edge| !edge.alternative) {
                let implies = |via: &&Edge| {
                    via.to != edge.to
                        && !via.alternative
                        && via.need <= edge.need
                        && ancestors.contains(via.to, edge.to)
                };
                if let Some(via) = edges.iter().find(implies) {
                    let chain = chain(needs, via.to, edge.to);
                    found.push(Implied {
                        edge: *edge,
                        via: *via,
                        chain,
                    });
                }
            }
        }
    });
    found.sort_by_key(|implied| implied.edge.span);
    found
}

/// A shortest chain of certain edges.
fn chain(needs: &[Vec<Edge>], from: EntryId, to: EntryId) -> Vec<EntryId> {
    let mut came_from = BTreeMap::from([(from, from)]);
    let mut queue = VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        for edge in needs[node.index()].iter().filter(|edge| edge.is_certain()) {
            came_from.entry(edge.to).or_insert_with(|| {
                queue.push_back(edge.to);
                node
            });
        }
    }
    let mut chain = vec![to];
    while let Some(previous) = chain
        .last()
        .and_then(|node| came_from.get(node))
        .filter(|_| chain.last() != Some(&from))
    {
        chain.push(*previous);
    }
    chain.reverse();
    chain
}
