//! The edges that a picture has to show: the transitive reduction (Aho, Garey and Ullman 1972) of some of the edges, whatever
//! the strength of each. What is left out can still be reached along the lines of the picture.

use super::{Edge, Graph};
use crate::model::EntryId;
use std::collections::BTreeMap;

impl Graph {
    /// Those of the edges between two entries that no path along the others replaces; edges of a circle stay.
    #[must_use]
    pub fn reduced(&self, edges: &[Edge]) -> Vec<Edge> {
        let mut needs: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for edge in edges {
            needs.entry(edge.to).or_default();
            needs.entry(edge.from).or_default().push(edge.to);
        }
        // Levels rise along the edges, except in a circle.
        let mut order: Vec<EntryId> = needs.keys().copied().collect();
        order.sort_by_key(|id| self.levels[id.index()]);
        let place: BTreeMap<EntryId, usize> =
            order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        // For each entry everything under it, as a set of places.
        let words = order.len().div_ceil(64);
        let mut under = vec![0u64; words * order.len()];
        for (at, id) in order.iter().enumerate() {
            for needed in needs[id]
                .iter()
                .map(|needed| place[needed])
                .filter(|needed| *needed < at)
            {
                let (below, mine) = under.split_at_mut(at * words);
                for (mine, theirs) in mine
                    .iter_mut()
                    .zip(&below[needed * words..(needed + 1) * words])
                {
                    *mine |= theirs;
                }
                mine[needed / 64] |= 1 << (needed % 64);
            }
        }
        let reaches = |from: EntryId, to: EntryId| {
            let bit = place[&to];
            under[place[&from] * words + bit / 64] >> (bit % 64) & 1 == 1
        };
        let implied = |edge: &&Edge| {
            needs[&edge.from]
                .iter()
                .any(|via| *via != edge.to && reaches(*via, edge.to))
        };
        edges
            .iter()
            .filter(|edge| !implied(edge))
            .copied()
            .collect()
    }
}
