//! The way to one entry: everything that it cannot do without, in an order that can be learnt.

use super::{Edge, Graph};
use crate::model::{EntryId, Map, Need};
use std::collections::{BTreeMap, BTreeSet};

/// What must be learnt before a goal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// The steps, each behind everything that it needs; the goal is not among them.
    pub steps: Vec<Step>,
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to learn.
    pub entry: EntryId,
    /// Why: an edge from a later step, or from the goal, to this one.
    pub reason: Edge,
    /// Whether it was chosen among alternatives.
    pub chosen: bool,
}

impl Graph {
    /// The route to `goal`. Of a choice (`any`), an alternative is taken that is on the route anyway, else the one that adds
    /// the fewest steps by itself, else the first; finding the very shortest route through many choices is NP-hard
    /// (it contains set cover), and this rule is one that a reader can follow.
    #[must_use]
    pub fn route(&self, map: &Map, goal: EntryId) -> Route {
        let mut needed: BTreeMap<EntryId, bool> = BTreeMap::new();
        self.add(goal, false, &mut needed);
        while let Some(choice) = self.open_choice(map, &needed) {
            let cost = |id: &EntryId| {
                let mut alone = needed.clone();
                self.add(*id, true, &mut alone);
                alone.len()
            };
            let cheapest = choice
                .iter()
                .copied()
                .min_by_key(|id| (cost(id), *id))
                .expect("a choice has alternatives");
            self.add(cheapest, true, &mut needed);
        }
        needed.remove(&goal);
        let mut steps = Vec::with_capacity(needed.len());
        for entry in self.order.iter().filter(|id| needed.contains_key(id)) {
            let on_route = |edge: &&Edge| {
                edge.need == Need::Essential
                    && (edge.from == goal || needed.contains_key(&edge.from))
            };
            // The reason nearest to the goal says most about it.
            let level = |edge: &&Edge| (edge.from == goal, self.levels[edge.from.index()]);
            if let Some(reason) = self
                .needed_by(*entry)
                .iter()
                .filter(on_route)
                .max_by_key(level)
            {
                steps.push(Step {
                    entry: *entry,
                    reason: *reason,
                    chosen: needed[entry],
                });
            }
        }
        Route { steps }
    }

    /// Adds an entry and everything that it needs for certain.
    fn add(&self, entry: EntryId, chosen: bool, needed: &mut BTreeMap<EntryId, bool>) {
        if needed.insert(entry, chosen).is_some() {
            return;
        }
        let mut work = vec![entry];
        while let Some(entry) = work.pop() {
            for edge in self.needs(entry).iter().filter(|edge| edge.is_certain()) {
                if needed.insert(edge.to, false).is_none() {
                    work.push(edge.to);
                }
            }
        }
    }

    /// An essential choice on the route of which no alternative is on the route yet.
    fn open_choice(&self, map: &Map, needed: &BTreeMap<EntryId, bool>) -> Option<Vec<EntryId>> {
        needed.keys().find_map(|entry| {
            map.entry(*entry)
                .prerequisites
                .iter()
                .find_map(|prerequisite| {
                    let options: BTreeSet<EntryId> = prerequisite
                        .one_of
                        .iter()
                        .copied()
                        .filter(|option| option != entry)
                        .collect();
                    let open = prerequisite.need == Need::Essential
                        && options.len() > 1
                        && !options.iter().any(|option| needed.contains_key(option));
                    open.then(|| options.into_iter().collect())
                })
        })
    }
}
