//! Which open questions an entry helps to attack: those that name it, and those that name an area which cannot do without it.

use super::Edge;
use crate::model::{EntryId, Kind, Map, Need, Question, QuestionId};
use std::collections::{BTreeMap, BTreeSet};

/// A foundation that stands behind more questions than these is common ground: a list of them would say nothing about it.
pub const LISTED: usize = 5;

/// The open questions that an entry helps to attack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attack {
    /// Those that name it, each with the number of the prerequisite in its list.
    pub direct: Vec<(QuestionId, usize)>,
    /// Those that need it only through areas which they name; empty if there are more than [`LISTED`].
    pub through: Vec<Through>,
    /// How many need it through areas.
    pub in_all: usize,
}

/// A question that needs an entry through areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    /// The question.
    pub question: QuestionId,
    /// The areas that it names and that cannot do without the entry, in the order in which it names them.
    pub areas: Vec<EntryId>,
}

/// For each entry the questions that it helps to attack.
pub(super) fn collect(map: &Map, needs: &[Vec<Edge>]) -> Vec<Attack> {
    let mut attacks = vec![Attack::default(); needs.len()];
    let mut below: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
    for (number, question) in map.questions.iter().enumerate() {
        let id = QuestionId::at(number);
        let mut named = BTreeSet::new();
        for (at, prerequisite) in question.prerequisites.iter().enumerate() {
            for entry in &prerequisite.one_of {
                if named.insert(*entry) {
                    attacks[entry.index()].direct.push((id, at));
                }
            }
        }
        let mut through: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
        for area in areas(map, question) {
            let below = below
                .entry(area)
                .or_insert_with(|| foundations(map, needs, area));
            for entry in below.difference(&named) {
                through.entry(*entry).or_default().push(area);
            }
        }
        for (entry, areas) in through {
            let attack = &mut attacks[entry.index()];
            attack.in_all += 1;
            if attack.in_all <= LISTED {
                attack.through.push(Through {
                    question: id,
                    areas,
                });
            } else {
                attack.through.clear();
            }
        }
    }
    attacks
}

/// The areas without which a question cannot be attacked, as it names them itself.
fn areas(map: &Map, question: &Question) -> impl Iterator<Item = EntryId> {
    let certain = question
        .prerequisites
        .iter()
        .filter(|prerequisite| prerequisite.need == Need::Essential)
        .filter_map(|prerequisite| match prerequisite.one_of[..] {
            [one] => Some(one),
            _ => None,
        });
    certain.filter(|id| map.entry(*id).kind == Kind::Area)
}

/// The foundations that an entry cannot do without, directly or through others.
fn foundations(map: &Map, needs: &[Vec<Edge>], of: EntryId) -> BTreeSet<EntryId> {
    let mut found = BTreeSet::new();
    let mut work = vec![of];
    while let Some(id) = work.pop() {
        for edge in needs[id.index()].iter().filter(|edge| edge.is_certain()) {
            if found.insert(edge.to) {
                work.push(edge.to);
            }
        }
    }
    found.retain(|id| map.entry(*id).kind == Kind::Foundation);
    found
}
