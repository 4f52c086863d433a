//! Who needs whom through others. Sets of entries are bit sets over one block of entries at a time, so that the memory
//! grows with the number of entries and not with its square.

use super::Edge;
use crate::model::{EntryId, Kind, Map, Need};

/// How many entries of a block share a bit set.
const BLOCK: usize = 4096;
const WORDS: usize = BLOCK / 64;

/// How many areas and foundations need an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    /// Areas that name it as essential.
    pub essential: usize,
    /// Areas that name it as helpful.
    pub helpful: usize,
    /// Areas that cannot do without it, directly or through others.
    pub in_all: usize,
    /// Entries of both kinds that name it.
    pub entries: usize,
}

/// For each entry, which entries of one block it cannot do without.
pub(super) struct Ancestors {
    start: usize,
    bits: Vec<[u64; WORDS]>,
}

impl Ancestors {
    /// Whether `entry` cannot do without `other`; false if `other` is not of this block.
    pub(super) fn contains(&self, entry: EntryId, other: EntryId) -> bool {
        let Some(bit) = other
            .index()
            .checked_sub(self.start)
            .filter(|bit| *bit < BLOCK)
        else {
            return false;
        };
        self.bits[entry.index()][bit / 64] >> (bit % 64) & 1 == 1
    }

    fn each(&self, entry: EntryId) -> impl Iterator<Item = EntryId> + '_ {
        let words = self.bits[entry.index()].iter().enumerate();
        words.flat_map(move |(word, bits)| {
            (0..64)
                .filter(move |bit| bits >> bit & 1 == 1)
                .map(move |bit| EntryId::at(self.start + word * 64 + bit))
        })
    }
}

/// Calls `look` with the ancestors through certain edges, block by block.
pub(super) fn ancestors_by_block(
    needs: &[Vec<Edge>],
    order: &[EntryId],
    mut look: impl FnMut(&Ancestors),
) {
    for start in (0..needs.len()).step_by(BLOCK) {
        let mut ancestors = Ancestors {
            start,
            bits: vec![[0; WORDS]; needs.len()],
        };
        for id in order {
            let mut bits = [0; WORDS];
            for edge in needs[id.index()].iter().filter(|edge| edge.is_certain()) {
                for (mine, theirs) in bits.iter_mut().zip(&ancestors.bits[edge.to.index()]) {
                    *mine |= theirs;
                }
                if let Some(bit) = edge
                    .to
                    .index()
                    .checked_sub(start)
                    .filter(|bit| *bit < BLOCK)
                {
                    bits[bit / 64] |= 1 << (bit % 64);
                }
            }
            ancestors.bits[id.index()] = bits;
        }
        look(&ancestors);
    }
}

/// Counts for every entry who needs it.
pub(super) fn count(map: &Map, needs: &[Vec<Edge>], order: &[EntryId]) -> Vec<Reach> {
    let mut reach = vec![Reach::default(); needs.len()];
    let is_area = |id: EntryId| map.entry(id).kind == Kind::Area;
    for edge in needs.iter().flatten() {
        let reach = &mut reach[edge.to.index()];
        reach.entries += 1;
        match edge.need {
            Need::Essential if is_area(edge.from) => reach.essential += 1,
            Need::Helpful if is_area(edge.from) => reach.helpful += 1,
            _ => {}
        }
    }
    ancestors_by_block(needs, order, |ancestors| {
        for area in order.iter().filter(|id| is_area(**id)) {
            for needed in ancestors.each(*area) {
                reach[needed.index()].in_all += 1;
            }
        }
    });
    reach
}
